"""Damaged: the pages of a file of which something cannot be unpacked.

In: a file. Out: such pages. PDFium passes over what it cannot unpack without a word, and gives what stands before it: half
a page, or a page of nothing. Downloads that broke off and disks that failed leave such files. Which pages lack something
is seen when each is made a file of its own, which holds what the page draws and nothing else.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

from pypdfium2 import PdfDocument, PdfiumError

#: What stands before the bytes of a stream, and behind them; in its description, if it is packed, and if it is no text.
_START, _END = re.compile(rb"stream *(?:\r\n?|\n)"), b"endstream"
_PACKED, _IMAGE = re.compile(rb"/Filter\s*\[?\s*/Fl(?:ateDecode)?\b"), re.compile(rb"/Subtype\s*/Image\b")
#: Bytes of the longest description that is looked at; before packed bytes, which say how they are packed, and behind them,
#: which are a sum of what is in them; and bytes that are unpacked at once, to a thousand times as many at most.
_DESCRIPTION, _HEADER, _SUM, _AT_ONCE = 4000, 2, 4, 1 << 16


def damaged_pages(document: PdfDocument, data: bytes) -> frozenset[int]:
    """Return the pages of *document*, counted from 0, of whose *data* something cannot be unpacked."""
    # The streams of a locked file are no packed bytes before they are unlocked.
    if b"/Encrypt" in data or _is_whole(data):
        return frozenset()
    return frozenset(number for number in range(len(document)) if not _is_whole(_alone(document, number)))


def _alone(document: PdfDocument, number: int) -> bytes:
    """Return a file of one page of *document*; nothing of a page that is not there, which is seen when it is read."""
    with PdfDocument.new() as page, BytesIO() as file, suppress(PdfiumError):
        page.import_pages(document, [number])
        page.save(file)
        return file.getvalue()
    return b""


def _is_whole(data: bytes) -> bool:
    """Tell whether all packed streams of a file, but pictures, can be unpacked."""
    return all(map(_can_be_unpacked, _packed(data)))


def _packed(data: bytes) -> Iterator[memoryview]:
    """Yield the packed streams of a file."""
    behind = 0
    while start := _START.search(data, behind):
        end = data.find(_END, start.end())
        end = end if end >= 0 else len(data)
        behind = end + len(_END)
        description = data[max(start.start() - _DESCRIPTION, 0) : start.start()].rpartition(b" obj")[2]
        if _PACKED.search(description) and not _IMAGE.search(description):
            yield memoryview(data)[start.end() : end]


def _can_be_unpacked(packed: memoryview) -> bool:
    """Tell whether a stream can be unpacked to its end, and is what it was if a sum tells; there may be none, nor anything."""
    unpacker, found = zlib.decompressobj(-zlib.MAX_WBITS), 1
    try:
        for first in range(_HEADER, len(packed), _AT_ONCE):
            found = zlib.adler32(unpacker.decompress(packed[first : first + _AT_ONCE]), found)
            if unpacker.eof:
                told = (unpacker.unused_data + packed[first + _AT_ONCE :])[:_SUM]
                return len(told) < _SUM or int.from_bytes(told) == found
    except zlib.error:
        return False
    return len(packed) <= _HEADER
