"""Names: who wrote a page, as it says for machines, and what of such values is a name at all.

In: the headers. Out: the names of each place that states some, the surest first: JSON-LD, then `meta` elements, then
what previews of links show. What is an address, a role or a program's word for nobody is no name.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from diwan.documents.names.signatures import ends_with_role, is_role
from diwan.documents.phrases.cues import opening
from diwan.documents.shapes import key_of
from diwan.documents.web.headers import Headers
from diwan.documents.web.linked import text_of

_METAS = ("author", "article:author", "og:article:author", "og:author", "byl", "article_author", "articleauthor", "author_name",
          "citation_author", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator", "dc:creator", "dcterms.creator",
          "dcterm:creator", "dcsext.author", "authors", "branch:deeplink:authorname1", "branch:deeplink:authorname2",
          "branch:deeplink:authorname3")  # fmt: skip
#: The account of who wrote; some sites give the name instead, which has more than one word, and others their own.
ACCOUNT = "meta twitter:creator"
#: How previews of links label who wrote, in the words of the commonest programs for sites.
_IS_LABEL = opening(
    "written by | author | by | verfasst von | geschrieben von | autor | écrit par | auteur | escrito por | scritto da | autore"
    " | geschreven door | skriven av | skrevet av | skrevet af | kirjoittanut | napisane przez | napsal | szerző | scris de"
    " | συντάχθηκε από | написано автором | написав | yazan | ditulis oleh | được viết bởi | كُتب بواسطة | نوشته شده | נכתב על ידי"
    " | 執筆者 | 作者 | 글쓴이"
)
_MOST_LABELS = 4
BY = re.compile(
    r"^\s*(?:by|von|par|por|di|door|av|af|от|автор|auteur|autor|autora|author|text|texto|testo|tekst|words by|written by"
    r"|posted by|reported by|scritto da|écrit par|escrito por|nga|piše|írta|oleh|yazan|بقلم|بواسطة|كتب|نوشته|نویسنده|文|作者|記者|记者|原创|原創)\s*[:：|｜]?\s+",
    re.IGNORECASE,
)
AND = re.compile(
    r"\s*[;|/&•]\s*|,\s+|、|\s+(?:and|und|et|y|og|och|en|i|и|та|ve|dan)\s+|\s+و(?=\w{3})", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|[:：]|\.(?:com|php|html?)\b|facebook|^\d+$|<|\{|^(?:editor|guest|(?:(?:super|site|web|website|blog|user|system|default|admin)[ _-]?)*(?:admin|administrator|user|webmaster)\d*|(?:your |author'?s? )?name|unknown|none|null|redaktion|redacción)$",
    re.IGNORECASE,
)
#: What a label of a name ends with, of which the name itself stands elsewhere: *Comment by*.
_ENDS_AS_LABEL = re.compile(r"\s(?:by|von|par|por|di|av|af|door|przez|oleh)$")
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*|\S+@\S*")
#: Words and characters of the longest name, and how many names a byline has at most.
_MOST_WORDS, _LONGEST, _MOST = 8, 80, 12


def stated(headers: Headers) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names that each place states, nothing where it states none, with the place."""
    yield (
        "json-ld",
        names_in(_people(headers, headers.article.get("author") or headers.article.get("creator"))),
    )
    for name in _METAS:
        values = headers.metas.get(name, ())
        if name.startswith("branch:"):
            parts = (part for part in _METAS if part.startswith("branch:"))
            values = [value for part in parts for value in headers.metas.get(part, ())]
        elif "creator" in name or name == "citation_author":
            values = [
                " ".join(reversed(value.split(", "))) if value.count(", ") == 1 else value for value in values
            ]
        yield f"meta {name}", names_in(values)
    yield "meta twitter:data", names_in(_labelled(headers))
    account = headers.first("twitter:creator")
    yield ACCOUNT, names_in([account]) if " " in account.strip() else ()


def _labelled(headers: Headers) -> Iterator[str]:
    """Yield what previews of links show behind a label for who wrote."""
    for number in range(1, _MOST_LABELS + 1):
        if _IS_LABEL.match(key_of(headers.first(f"twitter:label{number}"))):
            yield headers.first(f"twitter:data{number}")


def _people(headers: Headers, value: Any) -> list[str]:
    """Return the names in the value of `author`: of a list each, of an object its name, of a pointer that of its object."""
    if isinstance(value, list):
        return [name for one in value for name in _people(headers, one)]
    if isinstance(value, dict) and isinstance(value.get("name"), list):
        return [text_of(name) for name in value["name"]]
    if isinstance(value, dict) and not value.get("name") and (ident := value.get("@id")):
        value = next((one for one in headers.objects if one.get("@id") == ident and one.get("name")), None)
    return [text_of(value)] if value else []


def names_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in lines that name people, each once, without what is none."""
    found: dict[str, str] = {}
    for value in values:
        for place, part in enumerate(AND.split(BY.sub("", _ADDRESS.sub(" ", value)))):
            name = " ".join(part.split()).strip(" .,:–—-|")
            if (
                name
                and not (place and ends_with_role(name))
                and not _NO_NAME.search(name)
                and not _ENDS_AS_LABEL.search(name)
                and len(name) <= _LONGEST
                and len(name.split()) <= _MOST_WORDS
                and any(map(str.isalpha, name))
                and not is_role(name)
            ):
                found.setdefault(key_of(name), name)
    return tuple(found.values())[:_MOST]
