"""What runs in the guarded process that draws pages: two PDF files are compared, and pages drawn that differ."""

from __future__ import annotations

import base64
import io
import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw, ImageFont

from planforge.errors import UserError
from planforge.review.page_pairs import PagePair, pair_pages
from planforge.review.page_words import PageText, read_page
from planforge.review.reflow import in_place, wider
from planforge.verify.guarded import answer_requests
from planforge.verify.pdf import MOST_PAGES

SECONDS = 60
DOTS_PER_INCH = 110
# A page of A4 has 1.2 million; a stranger's may be as large as a wall.
MOST_PIXELS = 4_000_000
_COLOURS = 64
# How far two pixels may be apart, and how many more than that make a page another one.
_ANTIALIASING, _MOST_DOTS = 64, 24
_REMOVED, _REMOVED_LINE = (255, 214, 178), (176, 62, 0)
_ADDED, _ADDED_LINE = (190, 222, 255), (0, 74, 143)
_BAND, _GAP, _LETTERS = 30, 6, 16
_DESK = (226, 226, 224)

Picture = Image.Image


def serve(megabytes: int) -> None:
    """Answer `{"old": path, "new": path}` with the pages that differ, `{"draw": n, "labels": […]}` with a picture."""
    answer_requests(_Answering(), megabytes, SECONDS)


@dataclass(slots=True)
class _Side:
    """A file, the text of its pages, and how large each is drawn."""

    document: pypdfium2.PdfDocument | None
    texts: list[PageText]
    sizes: list[tuple[int, int]]

    def words(self) -> list[list[str]]:
        """The words of every page."""
        return [[word.text for word in text.words] for text in self.texts]

    def picture(self, number: int) -> Picture:
        """A page as a picture."""
        if self.document is None:
            raise ValueError("no file on this side")
        page = self.document[number]
        width, height = self.sizes[number]
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        pdfium.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        picture: Picture = bitmap.to_pil().convert("RGB")
        bitmap.close()
        page.close()
        return picture


class _Answering:
    """Keeps two files open between requests."""

    def __init__(self) -> None:
        self._old = self._new = _Side(None, [], [])
        self._pairs: list[PagePair] = []

    def __call__(self, request: Any) -> str:
        """The answer to one request, as JSON."""
        if "draw" in request:
            pair = self._pairs[int(request["draw"])]
            picture = _encoded(_drawn(self._old, self._new, pair, [str(label) for label in request["labels"]]))
            return json.dumps({"png": base64.b64encode(picture).decode("ascii")})
        self._old, self._new = _opened(request["old"]), _opened(request["new"])
        every = pair_pages(self._old.words(), self._new.words())
        looks = [pair for pair in every if pair.same_words and not pair.changed and self._looks_other(pair)]
        self._pairs = [pair for pair in every if pair.changed or pair in looks]
        shifted = [pair.new for pair in every if not pair.changed and not pair.same_words]
        return json.dumps({"pages": [[pair.old, pair.new] for pair in self._pairs], "shifted": shifted})

    def _looks_other(self, pair: PagePair) -> bool:
        """Whether two pages of the same words are not the same picture, page numbers aside."""
        if pair.old is None or pair.new is None:
            return False
        pictures = []
        for side, number in ((self._old, pair.old), (self._new, pair.new)):
            picture = side.picture(number)
            pen = ImageDraw.Draw(picture)
            for box in (*self._old.texts[pair.old].number, *self._new.texts[pair.new].number):
                pen.rectangle(wider(box, 3), fill="white")
            pictures.append(picture)
        if pictures[0].size != pictures[1].size:
            return True
        dots = ImageChops.difference(*pictures).convert("L").histogram()[_ANTIALIASING:]
        return sum(dots) > _MOST_DOTS


def _opened(path: str | None) -> _Side:
    if path is None:
        return _Side(None, [], [])
    try:
        document = pypdfium2.PdfDocument(Path(path))
    except pypdfium2.PdfiumError as error:
        raise UserError("pdf.unreadable", path=path, detail=str(error)) from error
    if len(document) > MOST_PAGES:
        raise UserError("pdf.too_many_pages", path=path, count=len(document), most=MOST_PAGES)
    side = _Side(document, [], [])
    for number in range(len(document)):
        page = document[number]
        size = _size(page.get_width(), page.get_height())
        side.sizes.append(size)
        side.texts.append(read_page(pdfium, page.raw, *size))
        page.close()
    return side


def _size(width: float, height: float) -> tuple[int, int]:
    """Pixels of a page whose size is in points."""
    scale = min(DOTS_PER_INCH / 72, math.sqrt(MOST_PIXELS / max(1.0, width * height)))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _drawn(old: _Side, new: _Side, pair: PagePair, labels: list[str]) -> Picture:
    """Old, new and difference side by side; one page alone where there is nothing beside it."""
    columns, plain = [], []
    for side, number, places, is_old in ((old, pair.old, pair.removed, True), (new, pair.new, pair.added, False)):
        if number is not None:
            picture = side.picture(number)
            plain.append(picture)
            columns.append(_marked(picture, side.texts[number], places, is_old=is_old))
    if len(plain) == 2:
        first, second = plain
        old_text, new_text = old.texts[pair.old or 0], new.texts[pair.new or 0]
        before = first if pair.same_words else in_place(first, second, old_text, new_text, pair)
        columns.append(_blended(before, second))
    width = sum(column.width for column in columns) + _GAP * (len(columns) - 1)
    sheet = Image.new("RGB", (width, _BAND + max(column.height for column in columns)), _DESK)
    pen, left = ImageDraw.Draw(sheet), 0
    for column, label in zip(columns, labels, strict=True):
        pen.text((left + 8, 5), label, font=_font(), fill=(20, 20, 20))
        sheet.paste(column, (left, _BAND))
        left += column.width + _GAP
    return sheet


def _marked(page: Picture, text: PageText, places: tuple[int, ...], *, is_old: bool) -> Picture:
    """A page with its changed words on a ground of colour, struck through or underlined."""
    tint = Image.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(tint)
    for place in places:
        for box in text.words[place].boxes:
            pen.rectangle(wider(box, 2), fill=_REMOVED if is_old else _ADDED)
    marked = ImageChops.multiply(page, tint)
    pen = ImageDraw.Draw(marked)
    for place in places:
        for left, top, right, bottom in text.words[place].boxes:
            height = (top + bottom) // 2 if is_old else bottom + 2
            pen.line((left, height, right, height), fill=_REMOVED_LINE if is_old else _ADDED_LINE, width=2)
    return marked


def _blended(old: Picture, new: Picture) -> Picture:
    """Both pages over each other: ink of the old one alone is orange, of the new one alone blue, of both black."""
    size = max(old.width, new.width), max(old.height, new.height)
    first, second = (_grown(one.convert("L"), size) for one in (old, new))
    return Image.merge("RGB", (second, Image.blend(first, second, 0.5), first))


def _grown(picture: Picture, size: tuple[int, int]) -> Picture:
    grown = Image.new("L", size, 255)
    grown.paste(picture)
    return grown


def _encoded(picture: Picture) -> bytes:
    """A PNG of few colours, without a date or anything else that changes from run to run."""
    buffer = io.BytesIO()
    few = picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


@cache
def _font() -> ImageFont.FreeTypeFont:
    """A face with every Vietnamese letter: Pillow's own has few of them, matplotlib brings one along."""
    found = find_spec("matplotlib")
    folder = Path(next(iter(found.submodule_search_locations or ()))) if found else Path()
    return ImageFont.truetype(folder / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf", _LETTERS)
