"""Archives: DOCX, ODT and EPUB files are zip archives of XML, opened here with suspicion.

An archive is refused before anything in it is unpacked if its table of contents promises too much, leads out of the
archive, or is locked; and while it is unpacked if it holds more than it promised. XML may declare no document type:
that is where entities that grow without end, or read other files, would come from.
"""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

#: Files in an archive: the largest EPUB of a magazine met has 400.
MOST_FILES = 2000
#: Bytes of all files unpacked, and of one of them that is text.
MOST_UNPACKED = 200_000_000
MOST_TEXT = 50_000_000
#: How many times smaller an archive may be than what it holds: XML shrinks 5 to 20 times, zeros a thousand.
MOST_SHRUNK = 100
#: Bytes below which even zeros do no harm.
_HARMLESS = 1_000_000


class UnsafeArchiveError(Exception):
    """An archive that is refused; the message says why."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that promised nothing unreasonable."""

    file: zipfile.ZipFile
    names: frozenset[str]

    def read(self, name: str) -> bytes:
        """Return the bytes of the file *name*."""
        with self.file.open(name) as member:
            data = member.read(MOST_TEXT + 1)
        if len(data) > MOST_TEXT:
            raise UnsafeArchiveError(f"{name} is larger than {MOST_TEXT >> 20} MB")
        return data

    def xml(self, name: str) -> etree._Element:
        """Return the root of the XML file *name*."""
        return parse_xml(self.read(name), name)


def open_archive(data: bytes) -> Archive:
    """Return the archive in *data*; raise UnsafeArchiveError where it is refused, BadZipFile where it is broken."""
    file = zipfile.ZipFile(io.BytesIO(data))
    members = file.infolist()
    if len(members) > MOST_FILES:
        raise UnsafeArchiveError(f"it holds {len(members):,} files, more than {MOST_FILES:,}")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED or (unpacked > _HARMLESS and unpacked > len(data) * MOST_SHRUNK):
        raise UnsafeArchiveError(f"its {len(data):,} bytes would unpack to {unpacked:,}")
    for member in members:
        parts = PurePosixPath(member.filename.replace("\\", "/")).parts
        if ".." in parts or parts[:1] == ("/",) or (member.external_attr >> 28) == 0xA:  # noqa: PLR2004  # a link
            raise UnsafeArchiveError("a file in it leads out of the archive")
        if member.flag_bits & 1:
            raise UnsafeArchiveError("it is locked by a password")
    return Archive(file, frozenset(file.namelist()))


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Return the root of an XML text; raise UnsafeArchiveError where it declares a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)  # fmt: skip
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise UnsafeArchiveError(f"{name} declares a document type")
    return root
