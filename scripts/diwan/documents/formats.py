"""Formats: one table of what Diwan can read, by the first bytes of a file and by its suffix.

Adding a format is a reader in `readers/`, a row here, and a golden case. First bytes count more than the suffix: a
page saved as `.txt` is a page. A suffix alone is believed only of formats that are text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from diwan.documents.pieces import Reading
from diwan.problems import Outcome

Reader = Callable[[bytes, str], Outcome[Reading | None]]

#: Bytes in which a format shows itself: mail headers and comments before the first tag stay below.
_SEEN = 4096


@dataclass(frozen=True, slots=True)
class Format:
    """A format, how it is told, and the module that reads it (loaded when a file of its kind turns up)."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    module: str
    #: How it begins; plain text begins as it likes.
    begins: re.Pattern[bytes] | None = None
    #: What stands near its beginning too, where to look for that takes less than for the whole.
    near: bytes = b""
    #: What stands somewhere in it, such as the name of a file in an archive.
    holds: bytes = b""
    #: Whether it is read in a process of its own with bounds on time and memory: what is a text from the first byte to the
    #: last is bounded by its length instead (`bounds`), which takes builds no time.
    confined: bool = True

    @property
    def is_text(self) -> bool:
        """Whether the suffix alone may say what it is."""
        return self.media_type.startswith("text/")

    def read(self, data: bytes, path: str) -> Outcome[Reading | None]:
        """Read *data*, which came from *path*."""
        reader = cast("Reader", import_module(self.module).read)
        return reader(data, path)


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?:\xef\xbb\xbf)?\s*" + pattern, re.IGNORECASE | re.DOTALL)


#: Asked from the top.
FORMATS = (
    Format("PDF", "application/pdf", (".pdf",), "diwan.documents.readers.pdf", _begins(rb"%PDF-")),
    Format("Word (DOCX)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",),
           "diwan.documents.readers.docx", _begins(rb"PK\x03\x04"), holds=b"word/document.xml"),
    Format("OpenDocument (ODT)", "application/vnd.oasis.opendocument.text", (".odt",),
           "diwan.documents.readers.odt", _begins(rb"PK\x03\x04"), holds=b"application/vnd.oasis.opendocument.text"),
    Format("Rich Text (RTF)", "application/rtf", (".rtf",),
           "diwan.documents.readers.rtf", re.compile(rb"\{\\rtf")),
    Format("EPUB", "application/epub+zip", (".epub",),
           "diwan.documents.readers.epub", _begins(rb"PK\x03\x04"), holds=b"META-INF/container.xml"),
    Format("a page saved by SingleFile", "text/html", (".html",), "diwan.documents.readers.singlefile",
           _begins(rb".{0,3000}?<!--\s*Page saved with SingleFile"), near=b"<!--"),
    Format("a mail", "message/rfc822", (".eml", ".emlx"), "diwan.documents.readers.mail",
           _begins(rb"(?:\d{1,10}[ \t]*\r?\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
                   rb"(?:message-id:\s*<|received:\s+(?:from|by)\s|return-path:\s*<|delivered-to:\s*\S+@)")),
    Format("MHTML", "multipart/related", (".mhtml", ".mht"), "diwan.documents.readers.mhtml",
           _begins(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?content-type:\s*multipart/related")),
    Format("a web archive of Safari", "application/x-webarchive", (".webarchive",), "diwan.documents.readers.webarchive",
           _begins(rb"bplist00|(?:<\?xml[^>]*>\s*)?<!DOCTYPE plist"), holds=b"WebMainResource"),
    Format("a web page", "text/html", (".html", ".htm", ".xhtml"), "diwan.documents.readers.html",
           _begins(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]")),
    Format("a cutting", "application/vnd.diwan.cutting+json", (".cutting",), "diwan.documents.readers.cutting",
           _begins(rb'\{"cutting": ?\d')),
    Format("Markdown", "text/markdown", (".md", ".markdown"), "diwan.documents.readers.markdown"),
    Format("plain text", "text/plain", (".txt", ".text", ".srt", ".vtt", ""), "diwan.documents.readers.plain", confined=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What a file seems to be for which there is no reader, and what whoever has it can do."""

    name: str
    mend: str = "save the article as plain text (.txt)"

    @property
    def said(self) -> str:
        """What is said of such a file."""
        return f"it is {self.name}, which Diwan cannot read"


class Misnamed(Unreadable):
    """A file that does not begin as its name says."""

    @property
    def said(self) -> str:
        """What is said of such a file."""
        return f"it is named like {self.name} and does not begin like that: it is broken, or something else"


_SAVE_AS_WORD = "open it in a word processor and save it as a Word document (.docx)"
_AGAIN = "save it again where it comes from, or name it as what it is"
_UNPACK = "unpack it, and add what is in it"
_RECOGNISE = "if it is a picture of an article, have its text recognised (OCR) and saved as PDF or plain text"
_REFERENCES = Unreadable(
    "a list of references in a form of its own",
    "import it into Zotero or another program for references, and export it as CSL JSON, RIS or BibTeX",
)
_TABLE = Unreadable(
    "a table",
    "save it as CSV, with the names of its columns in the first row, as title, url, author, outlet, date; `diwan add` reads that as a list",
)
_CRAWL = Unreadable(
    "a crawl of web pages (WARC)",
    "open it where it can be seen again, as with ReplayWeb.page, and save each article as a web page (.html)",
)
#: Formats told by their suffix that have no reader and a way of their own to one that has.
_KNOWN_SUFFIX = {
    ".msg": Unreadable("a mail of Outlook", "open it in Outlook, and save it as .html, or its text as .txt"),
    ".mobi": Unreadable("a book for Kindle", "save it as EPUB, with Calibre for one"),
    ".azw3": Unreadable("a book for Kindle", "save it as EPUB, with Calibre for one"),
    ".pages": Unreadable("a document of Pages", "open it in Pages, and export it as Word (.docx)"),
    ".url": Unreadable(
        "a link to no page of the web", "open it in a browser, and save the page that it shows"
    ),
    ".webloc": Unreadable(
        "a link to no page of the web", "open it in a browser, and save the page that it shows"
    ),
    **dict.fromkeys((".warc", ".wacz"), _CRAWL),
    **dict.fromkeys((".enw", ".nbib", ".rdf"), _REFERENCES),
    **dict.fromkeys((".csv", ".tsv", ".xls", ".xlsx", ".ods", ".numbers"), _TABLE),
}
#: Formats told by their first bytes that have no reader: their name is said, so that nobody wonders.
_KNOWN_MAGIC = (
    (b"PK\x03\x04", Unreadable("a zip archive, but no whole DOCX, ODT or EPUB", _UNPACK)),
    (
        b"\xd0\xcf\x11\xe0",
        Unreadable("a document of an old office program, such as Word up to 2003", _SAVE_AS_WORD),
    ),
    (b"WARC/", _CRAWL),
    (b"\x1f\x8b", Unreadable("a gzip archive", _UNPACK)),
    (b"\x89PNG", Unreadable("an image", _RECOGNISE)),
    (b"\xff\xd8\xff", Unreadable("an image", _RECOGNISE)),
    (b"GIF8", Unreadable("an image", _RECOGNISE)),
)


def likely_format(suffix: str) -> Format | None:
    """Return the first format whose files have this suffix, before anybody has looked into one; none if no reader has."""
    return next((known for known in FORMATS if suffix.lower() in known.suffixes), None)


def suffix_of(media_type: str) -> str:
    """Return the suffix of files of this type, as they are kept whatever a stranger named them."""
    return next(known.suffixes[0] for known in FORMATS if known.media_type == media_type)


def format_of(data: bytes, suffix: str) -> Format | Unreadable:
    """Return the format of a file, or what it seems to be where Diwan has no reader for it."""
    seen = data[:_SEEN]
    for known in FORMATS:
        if known.begins and known.near in seen and known.begins.match(seen) and known.holds in data:
            return known
    # An archive that breaks off does not hold what tells it, and its name says what it was.
    for known in FORMATS:
        if known.holds and known.begins and known.begins.match(seen) and suffix.lower() in known.suffixes:
            return known
    if by_name := _KNOWN_SUFFIX.get(suffix.lower()):
        return by_name
    for magic, unreadable in _KNOWN_MAGIC:
        if data.startswith(magic):
            return unreadable
    likely = likely_format(suffix)
    if likely is None:
        return Unreadable(f"a file with the suffix {suffix}")
    return likely if likely.is_text else Misnamed(likely.name, _AGAIN)
