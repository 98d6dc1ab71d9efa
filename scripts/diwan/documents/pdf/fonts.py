"""Fonts: what the name of a font tells of a row.

In: the text of a page, and a row of it. Out: whether its ends are set in a bold one. Few files state the weight itself.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.rows import Row

_BOLD = (b"bold", b"black", b"heavy", b"semibold", b"demi")


def weigh(text_page: Any, row: Row) -> None:
    """Tell *row* whether its first and its last letter are bold."""
    left = _is_bold(text_page, row.index)
    right = left if row.last is None else _is_bold(text_page, row.last)
    row.starts_bold, row.ends_bold = (right, left) if row.is_right_to_left else (left, right)


def _is_bold(text_page: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
    return any(word in name.value.lower() for word in _BOLD)
