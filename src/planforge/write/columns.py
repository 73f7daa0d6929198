"""The two columns of the letterhead and of the closing, as a table without borders."""

from __future__ import annotations

from planforge.write.frame import Cell, Columns, Kept
from planforge.write.wordml import (
    BookmarkNumbers,
    Element,
    end_paragraph,
    frame_paragraph,
    keep_with_next,
    tag,
    twips,
    w,
)

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
            keep_with_next(table[-1].iter(tag("p")))
    return table


def _cell(cell: Cell, width: int, numbers: BookmarkNumbers) -> Element:
    paragraphs = [frame_paragraph(paragraph, numbers) for paragraph in cell] or [end_paragraph()]
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *paragraphs)
