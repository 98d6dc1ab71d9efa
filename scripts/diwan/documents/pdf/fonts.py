"""Fonts: what the name of a font tells of a row.

In: the text of a page, and a row of it. Out: whether its font is a bold one. Few files state the weight itself.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.rows import Row

_BOLD = (b"bold", b"black", b"heavy", b"semibold", b"demi")


def is_bold(text_page: Any, row: Row) -> bool:
    """Tell whether the first letter of *row* is set in a bold font."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, row.index, name, len(name), flags)
    return any(word in name.value.lower() for word in _BOLD)
