"""PDF → Reading: what was drawn on the pages, of our files and of anybody else's."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from planforge.errors import UserError
from planforge.rule import Medium
from planforge.verify.pdf_cells import read_tables
from planforge.verify.pdf_columns import Placed, place_lines, text_area
from planforge.verify.pdf_lines import TextLine, cut_lines, cut_lines_by_place, in_reading_order, is_reading_order
from planforge.verify.pdf_margins import PageParts, split_margins
from planforge.verify.pdf_marks import line_over, mark_words, stroke_of
from planforge.verify.pdf_measures import Surroundings, make_paragraph
from planforge.verify.pdf_notes import note_lines
from planforge.verify.pdf_paragraphs import group_paragraphs, usual_pitches
from planforge.verify.pdf_strokes import Drawn, has_large_picture, read_drawing
from planforge.verify.pdf_tables import Grid, find_grids
from planforge.verify.pdf_tags import read_blocks
from planforge.verify.pdf_words import FontBook, View, Word, read_words, seen
from planforge.verify.reading import Align, Box, Paragraph, Reading, Sheet, Stroke, Where

MOST_PAGES = 2000
_PROPERTIES = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_FULL_SLACK = 20.0
# 1 cm and 1.27 cm, in points (Appendix I, part I, section II.6).
_FIRST_LINES = (28.35, 36.0)
_LANDSCAPE_SLACK = 1.0


def read_pdf(path: Path) -> Reading:
    """Read a PDF. Raises UserError `pdf.unreadable`, `pdf.encrypted` or `pdf.too_many_pages`."""
    import pypdfium2.raw as pdfium

    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError("pdf.unreadable", path=str(path), detail=error.strerror or str(error)) from error
    with _opened(pdfium, data, path) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise UserError("pdf.too_many_pages", path=str(path), count=count, most=MOST_PAGES)
        fonts = FontBook(pdfium)
        pages = [_read_page(pdfium, document, number, fonts) for number in range(count)]
        properties = {name: value for name in _PROPERTIES if (value := _property(pdfium, document, name))}
        language = _language(pdfium, document)
    paragraphs, sheets = _compose(pages)
    return Reading(
        tuple(replace(one, ordinal=number) for number, one in enumerate(paragraphs, start=1)),
        Medium.PDF,
        str(path),
        sheets,
        fonts.fonts(),
        tuple(stroke_of(rule) for page in pages for rule in page.rules),
        language or None,
        properties.get("Title"),
        properties.get("Author"),
        count,
        _unread(pages),
        properties,
    )


@dataclass(slots=True)
class _Page:
    """What one page holds: words in the order of the file, tables, and the lines drawn that are not of tables."""

    number: int
    view: View
    words: list[Word] = field(default_factory=list)
    rules: list[Drawn] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    pictured: bool = False
    turned: int = 0
    without_letters: int = 0

    @property
    def walls(self) -> list[Drawn]:
        """The vertical lines of its tables."""
        return [line for grid in self.grids for line in grid.vertical]


@contextmanager
def _opened(pdfium: Any, data: bytes, path: Path) -> Iterator[Any]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        if locked:
            raise UserError("pdf.encrypted", path=str(path))
        raise UserError("pdf.unreadable", path=str(path), detail="no pages")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _read_page(pdfium: Any, document: Any, index: int, fonts: FontBook) -> _Page:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return _Page(index + 1, View(0, 0, 0, 0))
    try:
        view = _view(pdfium, page)
        found = read_words(pdfium, page, view, fonts, read_blocks(pdfium, page))
        drawing = read_drawing(pdfium, page, view)
    finally:
        pdfium.FPDF_ClosePage(page)
    grids = find_grids(drawing)
    on_page = [
        word
        for word in found.words
        if word.right >= 0 and word.left <= view.width and 0 <= word.baseline <= view.height
    ]
    words, rules = mark_words(on_page, drawing, grids)
    pictured = has_large_picture(drawing, view) or drawing.cut_short
    return _Page(index + 1, view, words, rules, grids, pictured, found.turned, found.without_letters)


def _view(pdfium: Any, page: Any) -> View:
    box = pdfium.FS_RECTF()
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    left, bottom = 0.0, 0.0
    if pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        left, bottom = box.left, box.bottom
    return View(left, bottom, width, height, pdfium.FPDFPage_GetRotation(page))


def _compose(pages: Sequence[_Page]) -> tuple[list[Paragraph], tuple[Sheet, ...]]:
    """Paragraphs and sheets of all pages."""
    lines = [cut_lines(page.words, page.number, page.walls) for page in pages]
    parts = split_margins(lines, [page.view.height for page in pages], [page.grids for page in pages])
    bodies = [_in_order(page, part.body) for page, part in zip(pages, parts, strict=True)]
    tables = read_tables(bodies, [page.grids for page in pages])
    bodies, cells = tables.pages, tables.cells
    areas = _areas(pages, bodies, cells)
    placed = [place_lines(body, area, cells) for body, area in zip(bodies, areas, strict=True)]
    pitches = usual_pitches(placed)
    usual_lefts = _usual_lefts(placed, areas)
    around = [Surroundings(area, pitches, usual_lefts) for area in areas]
    notes = [note_lines(body, page.rules, area[0]) for page, body, area in zip(pages, bodies, areas, strict=True)]
    noted = {id(line) for lines_of_page, _ in notes for line in lines_of_page}
    strokes = _strokes_under(pages, bodies, [rule for _, rule in notes if rule])
    every = [one for page in placed for one in page]
    groups = group_paragraphs([one for one in every if id(one.line) not in noted], pitches)
    notes_of_all = group_paragraphs([one for one in every if id(one.line) in noted], pitches)
    paragraphs = []
    for group in (*groups, *notes_of_all):
        page = group[0].line.page - 1
        stroke = next((strokes[id(one.line)] for one in group if id(one.line) in strokes), None)
        paragraph = make_paragraph(group, _above(group[0], placed[page]), around[page], stroke)
        paragraphs.append(replace(paragraph, where=Where.NOTE) if id(group[0].line) in noted else paragraph)
    return paragraphs, _sheets(pages, parts, bodies, around)


def _in_order(page: _Page, body: list[TextLine]) -> list[TextLine]:
    """The lines of a page in reading order: that of the file where it can be one, else by place."""
    tabular = [any(grid.holds(line.centre, line.baseline) for grid in page.grids) for line in body]
    free = [line for line, inside in zip(body, tabular, strict=True) if not inside]
    rest = [line for line, inside in zip(body, tabular, strict=True) if inside]
    if is_reading_order(free) and is_reading_order(rest, tabular=True):
        return body
    words = [word for line in body for word in line.words]
    return in_reading_order(cut_lines_by_place(words, page.number, page.walls))


def _areas(
    pages: Sequence[_Page], bodies: Sequence[Sequence[TextLine]], cells: Mapping[int, object]
) -> list[tuple[float, float]]:
    """The text area of every page: the same for all pages of one width."""
    by_width: dict[int, list[TextLine]] = {}
    tables: dict[int, list[Box]] = {}
    for page, body in zip(pages, bodies, strict=True):
        by_width.setdefault(round(page.view.width), []).extend(line for line in body if id(line) not in cells)
        tables.setdefault(round(page.view.width), []).extend(grid.box for grid in page.grids)
    areas = {width: text_area(lines, tables[width], width) for width, lines in by_width.items()}
    return [areas[round(page.view.width)] for page in pages]


def _usual_lefts(placed: Sequence[Sequence[Placed]], areas: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Where lines of running text begin: at the edge, at the indents of the decree, and where lines do so again."""
    free = [one for page in placed for one in page if not one.column.beside and not one.column.borders]
    full = Counter(round(one.line.left) for one in free if one.line.right >= one.column.right - 2)
    every = Counter(round(one.line.left) for one in free)
    usual = {left for left, count in full.items() if count > 1} | {left for left, count in every.items() if count > 2}
    edges = {area[0] + indent for area in areas for indent in (0.0, *_FIRST_LINES)}
    return tuple(sorted(edges | {float(left) for left in usual}))


def _above(first: Placed, page: Sequence[Placed]) -> TextLine | None:
    """The nearest line over a paragraph in the same column of its page; None where a table comes between."""
    line = first.line
    over = [
        one
        for one in page
        if one.line.baseline < line.baseline - 1
        and (first.column.borders is None or one.column.borders == first.column.borders)
        and (
            not (one.column.beside or first.column.beside)
            or min(one.line.right, line.right) > max(one.line.left, line.left)
        )
    ]
    nearest = max(over, key=lambda one: one.line.baseline, default=None)
    return nearest.line if nearest and nearest.column.borders == first.column.borders else None


def _strokes_under(
    pages: Sequence[_Page], bodies: Sequence[Sequence[TextLine]], of_notes: Sequence[Drawn]
) -> dict[int, Stroke]:
    """The lines drawn under lines of text, by the identity of those."""
    strokes: dict[int, Stroke] = {}
    for page, body in zip(pages, bodies, strict=True):
        for rule in page.rules:
            over = None if rule in of_notes else line_over(rule, body)
            if over and id(over) not in strokes:
                strokes[id(over)] = stroke_of(rule, over.centre)
    return strokes


def _sheets(
    pages: Sequence[_Page],
    parts: Sequence[PageParts],
    bodies: Sequence[Sequence[TextLine]],
    around: Sequence[Surroundings],
) -> tuple[Sheet, ...]:
    bottoms = [
        page.view.height - max(line.box.bottom for line in body) if body else None
        for page, body in zip(pages, bodies, strict=True)
    ]
    least = min((bottom for bottom in bottoms if bottom is not None), default=0.0)
    sheets = []
    for page, part, body, bottom, surroundings in zip(pages, parts, bodies, bottoms, around, strict=True):
        header = tuple(_margin_paragraph(line, Where.HEADER, surroundings) for line in part.header)
        footer = tuple(_margin_paragraph(line, Where.FOOTER, surroundings) for line in part.footer)
        sheets.append(
            Sheet(
                page.view.width,
                page.view.height,
                top=min(line.box.top for line in body) if body else None,
                bottom=bottom,
                left=min(line.left for line in body) if body else None,
                right=page.view.width - max(line.right for line in body) if body else None,
                landscape=page.view.width > page.view.height + _LANDSCAPE_SLACK,
                full=bottom is not None and bottom <= least + _FULL_SLACK and page.number < len(pages),
                header=header,
                footer=footer,
                first_header=header,
                first_footer=footer,
                page=page.number,
                shown_number=part.shown_number,
            )
        )
    return tuple(sheets)


def _margin_paragraph(line: TextLine, where: Where, around: Surroundings) -> Paragraph:
    """A line in the margin; about the middle of the text area, it is taken for centred."""
    placed = place_lines([line], around.area, {})
    paragraph = make_paragraph(placed, None, around)
    return replace(paragraph, where=where, align=Align.CENTRE if placed[0].centred else paragraph.align)


def _unread(pages: Sequence[_Page]) -> tuple[str, ...]:
    """What was met and not taken in, in a word each."""
    words = sum(len(page.words) for page in pages)
    found = []
    if any(page.pictured for page in pages):
        found.append("picture")
    if any(page.turned for page in pages):
        found.append("turned text")
    if any(page.without_letters > len(page.words) / 4 for page in pages if page.words):
        found.append("text without letters")
    return tuple(found) if words or found else ("no text",)


def _language(pdfium: Any, document: Any) -> str:
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    words = ctypes.POINTER(ctypes.c_ushort)
    return _wide_string(size, lambda buffer: pdfium.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, words), size))


def _property(pdfium: Any, document: Any, name: str) -> str:
    tag = name.encode("ascii")
    size = pdfium.FPDF_GetMetaText(document, tag, None, 0)
    return _wide_string(size, lambda buffer: pdfium.FPDF_GetMetaText(document, tag, buffer, size))


def _wide_string(size: int, write: Any) -> str:
    """A string that pdfium writes in UTF-16, with a zero at its end."""
    if not 2 < size < 1 << 20:
        return ""
    buffer = ctypes.create_string_buffer(size)
    write(buffer)
    return seen(buffer.raw[: size - 2].decode("utf-16-le", "replace")).strip()
