"""Fonts: what the name of a font tells of a row.

In: the text of a page, and a row of it. Out: whether it is set in a bold one. Few files state the weight itself.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.rows import Row

_BOLD = (b"bold", b"black", b"heavy", b"semibold", b"demi")


def is_bold(text_page: Any, row: Row) -> bool:
    """Tell whether *row* is set in a bold font from its first letter to its last.

    A paragraph that begins with a bold name, as interviews do, is no heading in its first line.
    """
    return all(_is_bold(text_page, index) for index in (row.index, row.last) if index is not None)


def _is_bold(text_page: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
    return any(word in name.value.lower() for word in _BOLD)
