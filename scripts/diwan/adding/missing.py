"""Missing: what the source of an article may not have, told to whoever adds it, who can still save it in another form.

In: the document. Out: lines. The report of the article says the same and more, but later.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from diwan.documents.flags import FLAGS
from diwan.model.block import BlockKind, Document, Flag
from diwan.text.words import count_words

#: Flags that say that words or letters of the article are not in its source, or not as they were printed.
_LOST = ("missing-text-layer", "damaged-page", "recognised-text", "replacement-character", "mojibake")
#: Flags that say that it is somebody else's than it seems.
_OF_ANOTHER = ("machine-translation", "platform", "instead")
#: Words of the shortest text that is believed to be an article: as few as pages show that have their text for machines only
#: (`web.scant`). A page that asks who one is, or says that it is not there, has fewer.
_FEWEST = 30
#: The path of the first page of a site, perhaps in one of its languages.
_FRONT = re.compile(r"/?(?:[a-z]{2}/?)?(?:index|home)?(?:\.\w{3,5})?/?")
#: Titles are no text.
_TITLES = (BlockKind.TITLE, BlockKind.REPEATED_TITLE)


def missing_from(document: Document) -> Iterator[str]:
    """Yield what *document* may lack."""
    counts = (count_words(block.text) for block in document.kept if block.kind not in _TITLES)
    words = 0
    # What is long enough need not be counted to its end.
    while words < _FEWEST and (more := next(counts, None)) is not None:
        words += more
    if words < _FEWEST:
        has = "no text" if not words else f"{words} {'word' if words == 1 else 'words'}"
        yield f"Beside its title it has {has}: see whether this is the article, whole"
    if _is_front_page(document.url or ""):
        yield f"Its address, {document.url}, is that of a whole site: see whether this is an article"
    for kind in _LOST:
        flags = [flag for flag in document.flags if flag.kind == kind]
        if flags:
            yield f"{FLAGS[kind][0].rstrip('.')} ({', '.join(map(_where, flags[:3]))}{', …' if flags[3:] else ''})"
    for flag in document.flags:
        if flag.kind in _OF_ANOTHER:
            yield f"{FLAGS[flag.kind][0].rstrip('.')}{f' ({flag.detail})' if flag.detail else ''}"


def _is_front_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # it is none: what a page states may be anything
        return False
    return bool(parts.netloc) and not parts.query and _FRONT.fullmatch(parts.path) is not None


def _where(flag: Flag) -> str:
    return f"line {flag.line}" if flag.line else f"pages {flag.detail}"
