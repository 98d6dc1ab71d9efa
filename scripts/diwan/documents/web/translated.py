"""Translated: pages whose text a machine put into another language, as Google and Chrome mark them.

In: the headers of a page, and the language of its text. Out: a flag with the language of the original and where it stands, as far as
the page says so. Who codes such a text codes the machine's words.
"""

from collections.abc import Iterator

from diwan.documents.phrases.translated import TRANSLATED
from diwan.documents.web.headers import Headers
from diwan.documents.web.linked import text_of
from diwan.model.block import Flag
from diwan.model.copies import page_translated

#: Classes of the outermost element in a page that Chrome or Google translated, by the direction of the text now.
_CLASSES = frozenset(("translated-ltr", "translated-rtl"))
#: The attribute that Edge gives to what it translated, the title for one.
_OF_EDGE = "_msttexthash"


def flags_of_translation(headers: Headers, language: str | None) -> Iterator[Flag]:
    """Yield the flag of a text, now in *language*, that a machine translated."""
    page, original = page_translated(headers.url)
    if page or _is_marked(headers):
        stated = (original, headers.first("og:locale"), text_of(headers.article.get("inLanguage")))
        others = (
            tag
            for tag in (one.replace("_", "-").split("-")[0].lower() for one in stated)
            if tag and tag != language
        )
        said = next(others, "")
        yield Flag(
            kind=TRANSLATED,
            detail=", ".join(filter(None, (said and f"from {said}", headers.host))),
        )


def _is_marked(headers: Headers) -> bool:
    title = next(headers.root.iter("title"), None)
    return not _CLASSES.isdisjoint((headers.root.get("class") or "").split()) or (
        title is not None and title.get(_OF_EDGE) is not None
    )
