"""Words of a page of a PDF with their look and place, from pdfium."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from planforge.verify.pdf_fonts import face_of_name
from planforge.verify.reading import Font

# Of Times New Roman and its metric twins, in parts of the size: a line is as high as that in every font.
ASCENT, DESCENT = 0.891, 0.216
TURNED_DEGREES = 2.0
# pdfium writes one of these for the hyphen at the end of a line.
_LINE_END_HYPHENS = str.maketrans("\x02\ufffe", "--")
# What a terminal would obey must not come out of a file; line ends and blanks are pdfium's own.
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"}
_WORD = re.compile(r"\S+")
_FORCED_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_BOLD_WEIGHT = 700
_INVISIBLE_MODES = (3, 7)
_FILL_AND_STROKE = 2


def seen(text: str) -> str:
    """A text of the file without control characters, which nobody sees on a page."""
    return text.translate(_CONTROLS)


class Look(NamedTuple):
    """How a word is drawn; `size` is in points on the page, whatever matrices scaled it."""

    font: str | None
    size: float
    bold: bool
    italic: bool
    colour: str | None
    hidden: bool = False
    underline: bool = False
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch without blanks of one look; `before` is the blank drawn before it (pdfium gives several as
    one), empty where there is none.

    Places are in points from the left and the top of the page as it is shown. `block` is the paragraph the file itself
    says the word belongs to (its structure tree), None where it says nothing.
    """

    text: str
    before: str
    left: float
    right: float
    baseline: float
    look: Look
    block: int | None = None

    @property
    def top(self) -> float:
        """The top of the line the word would make alone."""
        return self.baseline - ASCENT * self.look.size

    @property
    def bottom(self) -> float:
        """The bottom of the line the word would make alone."""
        return self.baseline + DESCENT * self.look.size


@dataclass(frozen=True, slots=True)
class View:
    """From the coordinates of a PDF page to points from the left and top of the page as it is shown."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int = 0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is seen."""
        across, up = x - self.left, y - self.bottom
        if self.turns == 1:
            return up, across
        if self.turns == 2:
            return self.width - across, up
        if self.turns == 3:
            return self.width - up, self.height - across
        return across, self.height - up

    def angle(self, degrees: float) -> float:
        """How a direction of the page is seen, between -180 and 180."""
        return (degrees - 90 * self.turns + 180) % 360 - 180


@dataclass(slots=True)
class FontBook:
    """The fonts met so far, by pdfium's handle; `used` are they as a reading names them."""

    pdfium: Any
    faces: dict[int, tuple[str | None, bool, bool]] = field(default_factory=dict)
    used: dict[str, bool | None] = field(default_factory=dict)

    def face(self, text_object: Any) -> tuple[str | None, bool, bool]:
        """Family, bold and italic of the font of a text object."""
        font = self.pdfium.FPDFTextObj_GetFont(text_object)
        if not font:
            return None, False, False
        key = _address(font)
        if key not in self.faces:
            self.faces[key] = self._describe(font)
        return self.faces[key]

    def fonts(self) -> tuple[Font, ...]:
        """The fonts used, by name; embedded only where every face of the family is."""
        return tuple(Font(name, embedded) for name, embedded in sorted(self.used.items()))

    def _describe(self, font: Any) -> tuple[str | None, bool, bool]:
        base = face_of_name(_string(self.pdfium.FPDFFont_GetBaseFontName, font))
        family, bold, italic = base
        if family is None:
            family, more_bold, more_italic = face_of_name(_string(self.pdfium.FPDFFont_GetFamilyName, font))
            bold = bold or more_bold or self.pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            italic = italic or more_italic
        flags = max(0, self.pdfium.FPDFFont_GetFlags(font))
        bold = bold or bool(flags & _FORCED_BOLD)
        italic = italic or bool(flags & _ITALIC_FLAG)
        embedded = {0: False, 1: True}.get(self.pdfium.FPDFFont_GetIsEmbedded(font))
        name = family or "?"
        self.used[name] = embedded if name not in self.used else (self.used[name] and embedded)
        return family, bold, italic


@dataclass(slots=True)
class PageWords:
    """What the text of a page is: its words in the order of the file, and how many were turned and left out."""

    words: list[Word]
    turned: int = 0
    without_letters: int = 0


def read_words(pdfium: Any, page: Any, view: View, fonts: FontBook, blocks: dict[int, int]) -> PageWords:
    """The words of a page in the order of the file; `blocks` says which paragraph a marked stretch belongs to."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return PageWords([])
    try:
        return _Words(pdfium, text_page, view, fonts, blocks).read()
    finally:
        pdfium.FPDFText_ClosePage(text_page)


@dataclass(slots=True)
class _Stretch:
    """Characters of one text object: its look, baseline and whether it is turned."""

    look: Look
    baseline: float
    turned: bool
    block: int | None


class _Words:
    """Goes once through the characters of a page."""

    def __init__(self, pdfium: Any, text_page: Any, view: View, fonts: FontBook, blocks: dict[int, int]) -> None:
        self.pdfium = pdfium
        self.text_page = text_page
        self.view = view
        self.fonts = fonts
        self.blocks = blocks
        self.box = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.doubles = (ctypes.c_double(), ctypes.c_double())
        self.colours = tuple(ctypes.c_uint() for _ in range(4))

    def read(self) -> PageWords:
        """Go through the characters: a word ends at a blank, and where a text object does."""
        found = PageWords([])
        text = self._characters()
        stretch: _Stretch | None = None
        current, end = 0, 0
        for match in _WORD.finditer(text):
            blanks = self._blanks(text, end, match.start())
            for start, stop, text_object in self._pieces(*match.span()):
                key = _address(text_object)
                if stretch is None or key != current:
                    current, stretch = key, self._stretch(start, text_object, found)
                self._add(found, text[start:stop], start, blanks, stretch)
                blanks = ""
            end = match.end()
        return found

    def _pieces(self, start: int, stop: int) -> Iterator[tuple[int, int, Any]]:
        """A word in the pieces that different text objects drew; what pdfium itself put in is left out."""
        object_of, text_page = self.pdfium.FPDFText_GetTextObject, self.text_page
        first, last = object_of(text_page, start), object_of(text_page, stop - 1)
        if first and last and _address(first) == _address(last):
            yield start, stop, first
            return
        objects = [object_of(text_page, index) for index in range(start, stop)]
        keys = [_address(one) if one else 0 for one in objects]
        begin = start
        for index in range(start, stop):
            if index + 1 == stop or keys[index + 1 - start] != keys[index - start]:
                if keys[index - start]:
                    yield begin, index + 1, objects[index - start]
                begin = index + 1

    def _blanks(self, text: str, start: int, stop: int) -> str:
        """The blanks between two words that are drawn, and not only concluded from a gap."""
        object_of = self.pdfium.FPDFText_GetTextObject
        return "".join(
            text[index]
            for index in range(start, stop)
            if text[index] not in "\r\n" and object_of(self.text_page, index)
        )

    def _characters(self) -> str:
        count = max(0, self.pdfium.FPDFText_CountChars(self.text_page))
        buffer = (ctypes.c_ushort * (count + 1))()
        self.pdfium.FPDFText_GetText(self.text_page, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if len(text) != count or "\0" in text:
            one = self.pdfium.FPDFText_GetUnicode
            codes = [one(self.text_page, index) for index in range(count)]
            text = "".join(_letter(code) for code in codes)
        return seen(text.translate(_LINE_END_HYPHENS))

    def _stretch(self, start: int, text_object: Any, found: PageWords) -> _Stretch:
        pdfium, matrix = self.pdfium, self.matrix
        size = pdfium.FPDFText_GetFontSize(self.text_page, start)
        turned = False
        if pdfium.FPDFText_GetMatrix(self.text_page, start, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
            seen = self.view.angle(math.degrees(math.atan2(matrix.b, matrix.a)))
            turned = abs(seen) > TURNED_DEGREES
        across, up = self.doubles
        pdfium.FPDFText_GetCharOrigin(self.text_page, start, ctypes.byref(across), ctypes.byref(up))
        baseline = self.view.place(across.value, up.value)[1]
        family, bold, italic = self.fonts.face(text_object)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        # A slanted matrix stands for an italic the font does not have, a stroke around the letters for its bold.
        slanted = bool(matrix.c and abs(matrix.c) > 0.1 * abs(matrix.d) and not turned)
        colour, alpha = self._colour(start)
        look = Look(
            family,
            round(size, 1),
            bold or mode == _FILL_AND_STROKE,
            italic or slanted,
            colour,
            hidden=mode in _INVISIBLE_MODES or alpha == 0,
        )
        if pdfium.FPDFText_HasUnicodeMapError(self.text_page, start) == 1:
            found.without_letters += 1
        mark = pdfium.FPDFPageObj_GetMarkedContentID(text_object)
        return _Stretch(look, baseline, turned, self.blocks.get(mark))

    def _colour(self, index: int) -> tuple[str | None, int]:
        red, green, blue, alpha = self.colours
        if not self.pdfium.FPDFText_GetFillColor(self.text_page, index, *map(ctypes.byref, self.colours)):
            return None, 255
        return f"{red.value:02X}{green.value:02X}{blue.value:02X}", alpha.value

    def _add(self, found: PageWords, text: str, start: int, blanks: str, stretch: _Stretch) -> None:
        if stretch.turned:
            found.turned += 1
            return
        left, right = self._edges(start, start + len(text) - 1)
        words = found.words
        if words and not blanks and unicodedata.combining(text[0]):
            # A mark the font does not have is drawn from another one, over the letter before it.
            marked = words.pop()
            words.append(replace(marked, text=unicodedata.normalize("NFC", marked.text + text)))
            return
        shown = unicodedata.normalize("NFC", text)
        words.append(Word(shown, blanks, left, right, stretch.baseline, stretch.look, stretch.block))

    def _edges(self, first: int, last: int) -> tuple[float, float]:
        """Where the first and the last character of a word begin and end, as they are seen."""
        box, view = self.box, self.view
        places = []
        for index in (first, last):
            self.pdfium.FPDFText_GetLooseCharBox(self.text_page, index, ctypes.byref(box))
            if view.turns:
                places += [view.place(box.left, box.bottom)[0], view.place(box.right, box.top)[0]]
            else:
                places += [box.left - view.left, box.right - view.left]
        return min(places), max(places)


def _address(handle: Any) -> int:
    return ctypes.addressof(handle.contents)


def _letter(code: int) -> str:
    """The character of a code of pdfium; a blank where it has none."""
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _string(call: Any, handle: Any) -> str:
    """A string that pdfium writes into a buffer, in UTF-8."""
    size = call(handle, None, 0)
    if size <= 0:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(handle, buffer, size)
    return seen(buffer.value.decode("utf-8", "replace"))
