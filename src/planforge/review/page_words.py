"""The words of a page of a PDF, and where each is on the picture of the page."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Box = tuple[int, int, int, int]

_WORD = re.compile(r"\S+")
# pdfium writes one of these for the hyphen at the end of a line.
_LINE_END_HYPHENS = str.maketrans("\x02\ufffe", "--")
# In shares of the height: a number that stands alone there is that of the page.
_TOP_MARGIN, _BOTTOM_MARGIN = 0.08, 0.92


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and its boxes in pixels from the left and the top; one box for each line it stands on."""

    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in the order of the file, and the boxes of its page number, which is no word of the text."""

    words: tuple[PlacedWord, ...]
    number: tuple[Box, ...] = ()


def read_page(pdfium: Any, page: Any, width: int, height: int) -> PageText:
    """The words of a page that is drawn so many pixels wide and high."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return PageText(())
    try:
        words = tuple(_words(pdfium, page, text_page, (width, height)))
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    number = next((word for word in words if _is_page_number(word, words, height)), None)
    if number is None:
        return PageText(words)
    return PageText(tuple(word for word in words if word is not number), number.boxes)


def _words(pdfium: Any, page: Any, text_page: Any, size: tuple[int, int]) -> Iterator[PlacedWord]:
    count = max(0, pdfium.FPDFText_CountChars(text_page))
    letter = pdfium.FPDFText_GetUnicode
    text = "".join(_character(letter(text_page, index)) for index in range(count)).translate(_LINE_END_HYPHENS)
    for match in _WORD.finditer(text):
        boxes = tuple(_boxes(pdfium, page, text_page, match, size))
        if boxes:
            yield PlacedWord(unicodedata.normalize("NFC", match[0]), boxes)


def _boxes(pdfium: Any, page: Any, text_page: Any, word: re.Match[str], size: tuple[int, int]) -> Iterator[Box]:
    edges = [ctypes.c_double() for _ in range(4)]
    for index in range(max(0, pdfium.FPDFText_CountRects(text_page, word.start(), len(word[0])))):
        if pdfium.FPDFText_GetRect(text_page, index, *map(ctypes.byref, edges)):
            left, top, right, bottom = (edge.value for edge in edges)
            across, down = zip(
                _seen(pdfium, page, left, top, size), _seen(pdfium, page, right, bottom, size), strict=True
            )
            yield min(across), min(down), max(across), max(down)


def _seen(pdfium: Any, page: Any, x: float, y: float, size: tuple[int, int]) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value, down.value


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _is_page_number(word: PlacedWord, words: tuple[PlacedWord, ...], height: int) -> bool:
    """Whether a word is a number that stands alone on its line in the margin."""
    _, top, _, bottom = word.boxes[0]
    if not word.text.isdecimal() or (_TOP_MARGIN * height < bottom and top < _BOTTOM_MARGIN * height):
        return False
    return not any(
        other is not word and any(box[1] < bottom and top < box[3] for box in other.boxes) for other in words
    )
