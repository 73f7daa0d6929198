"""The two columns of the letterhead and of the closing, as a table without borders."""

from __future__ import annotations

from planforge.write.frame import Cell, Columns, Kept
from planforge.write.wordml import BookmarkNumbers, Element, end_paragraph, frame_paragraph, tag, twips, w

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SIDES = ("top", "left", "bottom", "right")


def columns_table(columns: Columns, numbers: BookmarkNumbers, kept: Kept = Kept.WHOLE) -> Element:
    """A table of fixed widths without borders or cell margins.

    A page break must not fall between a title and its name, so rows stay whole, and together, as far as they can.
    """
    left = twips(columns.left)
    widths = (left, twips(columns.left + columns.right) - left)
    table = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(widths), type="dxa"),
            w("tblBorders", *(w(edge, val="nil") for edge in _EDGES)),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=0, type="dxa") for side in _SIDES)),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
    )
    last = len(columns.rows) - 1
    for number, row in enumerate(columns.rows):
        properties = w("trPr", *(() if kept is Kept.NOTHING else (w("cantSplit"),)))
        cells = [_cell(cell, width, numbers) for cell, width in zip(row, widths, strict=True)]
        table.append(w("tr", properties, *cells))
        if number < last and kept is Kept.WHOLE:
            keep_with_next(list(table[-1].iter(tag("p"))))
    return table


def keep_with_next(paragraphs: list[Element]) -> None:
    """Keep each paragraph on the page of what follows it."""
    for paragraph in paragraphs:
        paragraph_properties(paragraph).insert(1, w("keepNext"))


def keep_whole(paragraphs: list[Element]) -> None:
    """Keep the lines of each paragraph on one page."""
    for paragraph in paragraphs:
        properties = paragraph_properties(paragraph)
        after_keep_next = 2 if properties.find(tag("keepNext")) is not None else 1
        properties.insert(after_keep_next, w("keepLines"))


def paragraph_properties(paragraph: Element) -> Element:
    """The properties of a paragraph, whose first child is its style."""
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    return properties


def _cell(cell: Cell, width: int, numbers: BookmarkNumbers) -> Element:
    paragraphs = [frame_paragraph(paragraph, numbers) for paragraph in cell] or [end_paragraph()]
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *paragraphs)
