"""A table of the body in WordprocessingML; the paragraphs of its cells come from pandoc."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import TABLE_BORDER_PT
from planforge.write.paragraphs import BodyParagraph
from planforge.write.styles import Alignment
from planforge.write.tables import CELL_GAP_PT, CELL_SIDE_PT, BodyTable, TableCell, TableRow
from planforge.write.wordml import Element, end_paragraph, keep_with_next, set_property, tag, twips, w

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS = (("top", CELL_GAP_PT), ("left", CELL_SIDE_PT), ("bottom", CELL_GAP_PT), ("right", CELL_SIDE_PT))
_BORDER_UNITS_PER_POINT = 8


def word_table(table: BodyTable, paragraphs: Iterator[Element], *, kept: bool) -> Element:
    """A table whose cells take the next of the paragraphs; its last row stays with what follows when it is `kept`."""
    weight = round(TABLE_BORDER_PT * _BORDER_UNITS_PER_POINT)
    widths = [twips(width) for width in table.widths]
    element = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(widths), type="dxa"),
            # Up to mode 14 the indent is that of the text in the first cell, not that of the border.
            w("tblInd", w=twips(CELL_SIDE_PT), type="dxa"),
            w("tblBorders", *(w(edge, val="single", sz=weight, space=0, color="000000") for edge in _EDGES)),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=twips(width), type="dxa") for side, width in _MARGINS)),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
    )
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        made = _row(row, widths, paragraphs, repeated=table.repeats and number < table.head)
        if row.kept or (kept and number == last):
            keep_with_next(made.iter(tag("p")))
        element.append(made)
    return element


def settle(paragraph: Element, source: BodyParagraph, alignment: Alignment, first_line: float) -> None:
    """Give a paragraph what differs from its style: its alignment, and the indents against ties.

    The first line is repeated, since not all programs merge indents.
    """
    if source.left or source.right:
        set_property(paragraph, "ind", left=twips(source.left), right=twips(source.right), firstLine=twips(first_line))
    if source.alignment is not alignment:
        set_property(paragraph, "jc", val=source.alignment.value)


def _row(row: TableRow, widths: list[int], paragraphs: Iterator[Element], *, repeated: bool) -> Element:
    properties = w("trPr")
    if row.whole:
        properties.append(w("cantSplit"))
    if row.height is not None:
        properties.append(w("trHeight", val=twips(row.height), hRule="atLeast"))
    if repeated:
        properties.append(w("tblHeader"))
    element = w("tr", properties)
    column = 0
    for cell in row.cells:
        element.append(_cell(cell, sum(widths[column : column + cell.columns]), paragraphs))
        column += cell.columns
    return element


def _cell(cell: TableCell, width: int, paragraphs: Iterator[Element]) -> Element:
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if cell.columns > 1:
        properties.append(w("gridSpan", val=cell.columns))
    if cell.continues:
        properties.append(w("vMerge"))
    elif cell.rows > 1:
        properties.append(w("vMerge", val="restart"))
    if cell.head:
        properties.append(w("vAlign", val="center"))
    return w("tc", properties, _content(cell, paragraphs))


def _content(cell: TableCell, paragraphs: Iterator[Element]) -> Element:
    if cell.continues:
        return end_paragraph()
    if cell.paragraph is None:
        return w("p", w("pPr", w("pStyle", val=cell.style.value)))
    paragraph = next(paragraphs)
    settle(paragraph, cell.paragraph, Alignment.CENTRE if cell.head else Alignment.LEFT, 0.0)
    return paragraph
