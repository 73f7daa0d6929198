"""Tables, arranged once for both formats: the widths of columns, the heights of rows, and what stays on one page.

Lengths are in points. Programs count borders into the height of a row in different ways, so every row whose lines are
known gets a height that leaves room for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from planforge.decree30 import TABLE_BORDER_PT
from planforge.paper import Cell, CellAlignment, Row, Table
from planforge.write.clearance import CELL_TIE, widest_word_pt
from planforge.write.inlines import runs
from planforge.write.paragraphs import BodyParagraph, arrange_paragraph
from planforge.write.sheet import Sheet
from planforge.write.styles import Alignment, Look, Style

CELL_SIDE_PT = 4.5
CELL_GAP_PT = 2.0
# From the upper edge of a row to its text: half of what a row is higher than its lines.
CELL_TOP_PT = CELL_GAP_PT + TABLE_BORDER_PT
# Of rows that are merged, and of a row with the closing: what is kept together must fit on a page.
_HIGHEST_GROUP_SHARE = 0.9
_HIGHEST_HEAD_SHARE = 0.5
_TWIPS = 20


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell at its place; one that `continues` is the part of a merged cell in a row below its first."""

    columns: int
    rows: int
    head: bool
    style: Style
    paragraph: BodyParagraph | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its height, or None when only the program that sets its text knows it.

    `estimate` is the height as far as we know it. A row that is not `whole` may be broken over pages; one that is
    `kept` stays with the row below it.
    """

    cells: tuple[TableCell, ...]
    height: float | None
    estimate: float
    whole: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class BodyTable:
    """A table over the width of the text; the first `head` rows are its head, and on every page if it `repeats`."""

    widths: tuple[float, ...]
    head: int
    repeats: bool
    rows: tuple[TableRow, ...]

    @property
    def paragraphs(self) -> tuple[BodyParagraph, ...]:
        """The texts of its cells, row by row."""
        return tuple(cell.paragraph for row in self.rows for cell in row.cells if cell.paragraph)

    @property
    def end_height(self) -> float:
        """The height of what ends the table on a new page: its head and its last row with those kept with it."""
        height = self.rows[-1].estimate + sum(row.estimate for row in self.rows[: self.head])
        for row in reversed(self.rows[self.head : -1]):
            if not row.kept:
                break
            height += row.estimate
        return height


def arrange_table(table: Table, looks: Mapping[Style, Look], sheet: Sheet) -> BodyTable | None:
    """A table on a sheet; None when it has no row or no column."""
    if not table.widths or not (table.head or table.body):
        return None
    count = len(table.widths)
    grid = [*_grid(table.head, count, head=True), *_grid(table.body, count, head=False)]
    styles = (Style.SMALL_TABLE, Style.SMALL_TABLE_HEAD) if table.compact else (Style.TABLE, Style.TABLE_HEAD)
    widths = _widths(table, grid, looks[styles[1]], sheet.text_width)
    rows = [_row(places, widths, styles, looks) for places in grid]
    return _paginated(rows, widths, len(table.head), looks, sheet.text_height)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell lies in the grid: its first column, and whether it begins here or is continued from above."""

    cell: Cell
    column: int
    head: bool
    continues: bool = False


def _grid(rows: Sequence[Row], count: int, *, head: bool) -> list[list[_Place]]:
    """The places of every row, filled up with empty cells, and merged cells cut at the edges of their part."""
    grid: list[list[_Place]] = [[] for _ in rows]
    covered: list[set[int]] = [set() for _ in rows]
    for number, row in enumerate(rows):
        waiting = list(row.cells)
        column = 0
        while column < count:
            if column in covered[number]:
                column += 1
                continue
            room = next((end for end in range(column, count) if end in covered[number]), count) - column
            cell = waiting.pop(0) if waiting else Cell("", ())
            columns, height = min(cell.columns, room), min(cell.rows, len(rows) - number)
            cell = replace(cell, columns=columns, rows=height)
            for below in range(number, number + height):
                grid[below].append(_Place(cell, column, head, continues=below > number))
                covered[below].update(range(column, column + columns))
            column += columns
        if waiting:
            raise ValueError("a row of a table has more cells than columns")
    return [sorted(places, key=lambda place: place.column) for places in grid]


def _widths(table: Table, grid: list[list[_Place]], look: Look, total: float) -> tuple[float, ...]:
    """The columns in whole twips: as wide as asked, but no narrower than their longest word if there is room.

    The look is that of the head, whose bold letters are the widest.
    """
    least = [2 * (CELL_SIDE_PT + TABLE_BORDER_PT)] * len(table.widths)
    for places in grid:
        for place in places:
            if place.cell.columns == 1 and not place.continues:
                face = look if place.head else replace(look, bold=False)
                word = widest_word_pt(runs(place.cell.inlines), face)
                needed = word + 2 * CELL_SIDE_PT + CELL_TIE.before + CELL_TIE.beyond
                least[place.column] = max(least[place.column], needed)
    shares = _shared(table.widths, least, total)
    ends = [round(end * _TWIPS) for end in accumulate(shares, initial=0.0)]
    return tuple((end - start) / _TWIPS for start, end in pairwise(ends))


def _shared(asked: Sequence[float], least: list[float], total: float) -> list[float]:
    """The total in the proportions asked for, except for the columns that need more."""
    if sum(least) >= total:
        return [total * width / sum(least) for width in least]
    weights = [max(width, 0.0) for width in asked]
    raised: set[int] = set()
    while True:
        room = total - sum(least[column] for column in raised)
        weight = sum(weight for column, weight in enumerate(weights) if column not in raised) or 1.0
        shares = [
            least[column] if column in raised else room * weights[column] / weight for column in range(len(weights))
        ]
        narrow = {column for column, share in enumerate(shares) if share < least[column]}
        if not narrow:
            # Rounding, or columns nobody asked a width for, may leave a rest.
            shares[-1] += total - sum(shares)
            return shares
        raised |= narrow


def _row(
    places: list[_Place], widths: tuple[float, ...], styles: tuple[Style, Style], looks: Mapping[Style, Look]
) -> list[TableCell]:
    cells = []
    for place in places:
        cell = place.cell
        style = styles[1] if place.head else styles[0]
        made = TableCell(cell.columns, cell.rows, place.head, style, continues=place.continues)
        if not place.continues:
            width = sum(widths[place.column : place.column + cell.columns]) - 2 * CELL_SIDE_PT
            alignment = Alignment(CellAlignment.CENTRE if place.head else cell.alignment)
            paragraph = arrange_paragraph(
                cell.inlines, cell.anchor, style, looks[style], width, alignment=alignment, tie=CELL_TIE
            )
            made = replace(made, paragraph=paragraph)
        cells.append(made)
    return cells


def _paginated(
    rows: list[list[TableCell]], widths: tuple[float, ...], head: int, looks: Mapping[Style, Look], page: float
) -> BodyTable:
    heights = _heights(rows, looks)
    head_height = sum(heights[:head])
    repeats = head_height <= _HIGHEST_HEAD_SHARE * page
    room = page - TABLE_BORDER_PT - (head_height if repeats else 0.0)
    kept = _kept(rows, heights, _HIGHEST_GROUP_SHARE * room)
    finished = []
    for number, (cells, height) in enumerate(zip(rows, heights, strict=True)):
        whole = height <= room or number < head
        measured = all(cell.paragraph.measured for cell in cells if cell.paragraph)
        exact = height if whole and measured else None
        finished.append(TableRow(tuple(cells), exact, height, whole, kept[number]))
    return BodyTable(widths, head, repeats, tuple(finished))


def _heights(rows: list[list[TableCell]], looks: Mapping[Style, Look]) -> list[float]:
    """The height of every row; a merged cell that needs more than its rows have lengthens the last of them."""
    heights = []
    for cells in rows:
        single = [_height(cell, looks) for cell in cells if cell.rows == 1]
        heights.append(max(single, default=_height(replace(cells[0], paragraph=None), looks)))
    for number, cells in enumerate(rows):
        for cell in cells:
            if cell.rows > 1 and not cell.continues:
                last = number + cell.rows - 1
                heights[last] += max(0.0, _height(cell, looks) - sum(heights[number : last + 1]))
    return heights


def _height(cell: TableCell, looks: Mapping[Style, Look]) -> float:
    lines = cell.paragraph.lines if cell.paragraph else 1
    return lines * looks[cell.style].pitch_pt + 2 * CELL_TOP_PT


def _kept(rows: list[list[TableCell]], heights: list[float], highest: float) -> list[bool]:
    """Which rows stay with the row below: those under one merged cell, as long as they fit on a page."""
    kept = [False] * len(rows)
    start = 0
    while start < len(rows):
        end = start + 1
        number = start
        while number < end:
            begun = [cell.rows for cell in rows[number] if not cell.continues]
            end = max([end, *(number + span for span in begun)])
            number += 1
        if sum(heights[start:end]) <= highest:
            kept[start : end - 1] = [True] * (end - 1 - start)
        start = end
    return kept
