"""Spaces that a page draws and that PDFium does not list, as where a letter of the next word reaches over them.

In: a page and its text. Out: where such spaces stand. They are found where a program prints each of them by itself, as
browsers do; within a longer piece of drawing, or in a form, none is.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium


def unlisted_spaces(page: Any, text_page: Any) -> Iterator[tuple[float, float]]:
    """Yield the baseline and the pen of each text object of no height that no listed character is part of."""
    listed = {
        _address(pdfium.FPDFText_GetTextObject(text_page, index))
        for index in range(pdfium.FPDFText_CountChars(text_page))
    }
    matrix = pdfium.FS_MATRIX()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_TEXT or _address(drawn) in listed:
            continue
        pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        if top.value == bottom.value:
            pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
            yield matrix.f, matrix.e


def _address(drawn: Any) -> int | None:
    return ctypes.cast(drawn, ctypes.c_void_p).value
