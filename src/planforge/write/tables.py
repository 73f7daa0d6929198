"""Tables, arranged once for both formats: the widths of columns, the heights of rows, and what stays on one page.

Lengths are in points. Programs count borders into the height of a row in different ways, so every row whose lines are
known gets a height that leaves room for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from planforge.decree30 import TABLE_BORDER_PT
from planforge.paper import Cell, CellAlignment, Row, Table
from planforge.write.clearance import CELL_TIE, OUTER_CELL_TIE, widest_pt
from planforge.write.inlines import runs
from planforge.write.paragraphs import BodyParagraph, arrange_paragraph
from planforge.write.sheet import Sheet
from planforge.write.styles import Alignment, Look, Style

CELL_SIDE_PT = 4.5
CELL_GAP_PT = 2.0
# From the upper edge of a row to its text: half of what a row is higher than its lines.
CELL_TOP_PT = CELL_GAP_PT + TABLE_BORDER_PT
# What LibreOffice needs for the lower border of the last row on a page; exact sums would be ties.
TABLE_END_PT = 0.8 * TABLE_BORDER_PT
# Of rows that are merged, and of a row with the closing: what is kept together must fit on a page.
_HIGHEST_GROUP_SHARE = 0.9
_HIGHEST_HEAD_SHARE = 0.5
_TWIPS = 20
_USUAL = (Style.TABLE, Style.TABLE_HEAD)
_SMALL = (Style.SMALL_TABLE, Style.SMALL_TABLE_HEAD)


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
    `kept` stays with the row below it, and so does one that `heads` the rows below it.
    """

    cells: tuple[TableCell, ...]
    height: float | None
    estimate: float
    whole: bool
    kept: bool
    heads: bool


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
    """A table on a sheet; None when it has no row or no column.

    It gets smaller letters, asked for or not, where its words would not fit into its columns otherwise.
    """
    if not table.widths or not (table.head or table.body):
        return None
    count = len(table.widths)
    grid = [*table_grid(table.head, count, head=True), *table_grid(table.body, count, head=False)]
    styles = _SMALL if table.compact else _USUAL
    needs = _needs(grid, count, looks[styles[1]])
    if sum(needs.least) > sheet.text_width and not table.compact:
        styles = _SMALL
        needs = _needs(grid, count, looks[styles[1]])
    widths = _widths(table.widths, needs, sheet.text_width)
    rows = [_row(places, widths, styles, looks) for places in grid]
    return _paginated(rows, widths, len(table.head), looks, sheet.text_height)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell lies in the grid: its first column, and whether it begins here or is continued from above."""

    cell: Cell
    column: int
    head: bool
    continues: bool = False


def table_grid(rows: Sequence[Row], count: int, *, head: bool) -> list[list[Place]]:
    """The places of every row, filled up with empty cells, and merged cells cut at the edges of their part."""
    grid: list[list[Place]] = [[] for _ in rows]
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
                grid[below].append(Place(cell, column, head, continues=below > number))
                covered[below].update(range(column, column + columns))
            column += columns
        if waiting:
            raise ValueError("a row of a table has more cells than columns")
    return [sorted(places, key=lambda place: place.column) for places in grid]


class _Needs(NamedTuple):
    """How wide every column has to be, so that no word is torn at a place of the program's choice, and so that words
    are not even broken after their hyphens.
    """

    least: list[float]
    wished: list[float]


def _needs(grid: list[list[Place]], count: int, look: Look) -> _Needs:
    """What the words need in a look, which is that of the head."""
    margins = 2 * CELL_SIDE_PT + OUTER_CELL_TIE.before + OUTER_CELL_TIE.beyond
    least, wished = [margins] * count, [margins] * count
    for places in grid:
        for place in places:
            if place.cell.columns == 1 and not place.continues:
                face = look if place.head else replace(look, bold=False)
                part, word = widest_pt(runs(place.cell.inlines), face)
                least[place.column] = max(least[place.column], margins + part)
                wished[place.column] = max(wished[place.column], margins + word)
    return _Needs(least, wished)


def _widths(asked: Sequence[float], needs: _Needs, total: float) -> tuple[float, ...]:
    """The columns in whole twips: as wide as asked, but no narrower than their words need, if there is room."""
    least, wished = sum(needs.least), sum(needs.wished)
    if least >= total:
        shares = _cut(needs.least, total)
    elif wished >= total:
        part = (total - least) / (wished - least)
        shares = [low + part * (high - low) for low, high in zip(*needs, strict=True)]
    else:
        shares = _shared(asked, needs.wished, total)
    ends = [round(end * _TWIPS) for end in accumulate(shares, initial=0.0)]
    return tuple((end - start) / _TWIPS for start, end in pairwise(ends))


def _cut(widths: list[float], total: float) -> list[float]:
    """The widths, the widest of them made narrower, all to the same width, so that they fill the total."""
    room = total
    for left, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        if width * left > room:
            return [min(each, room / left) for each in widths]
        room -= width
    return widths


def _shared(asked: Sequence[float], least: list[float], total: float) -> list[float]:
    """The total in the proportions asked for, except for the columns that need more."""
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
    places: list[Place], widths: tuple[float, ...], styles: tuple[Style, Style], looks: Mapping[Style, Look]
) -> list[TableCell]:
    cells = []
    for place in places:
        cell = place.cell
        style = styles[1] if place.head else styles[0]
        made = TableCell(cell.columns, cell.rows, place.head, style, continues=place.continues)
        if not place.continues:
            width = sum(widths[place.column : place.column + cell.columns]) - 2 * CELL_SIDE_PT
            outer = place.column == 0 or place.column + cell.columns == len(widths)
            tie = OUTER_CELL_TIE if outer else CELL_TIE
            alignment = Alignment(CellAlignment.CENTRE if place.head else cell.alignment)
            paragraph = arrange_paragraph(
                cell.inlines, cell.anchor, style, looks[style], width, alignment=alignment, tie=tie
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
    room = page - TABLE_END_PT - (head_height if repeats else 0.0)
    kept = _kept(rows, heights, len(widths), _HIGHEST_GROUP_SHARE * room)
    finished = []
    for number, (cells, height) in enumerate(zip(rows, heights, strict=True)):
        whole = height <= room or number < head
        measured = all(cell.paragraph.measured for cell in cells if cell.paragraph)
        exact = height if whole and measured else None
        heads = head <= number < len(rows) - 1 and _heads(cells, len(widths))
        finished.append(TableRow(tuple(cells), exact, height, whole, kept[number] or heads, heads))
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


def _heads(cells: list[TableCell], count: int) -> bool:
    """Whether a row names the group of rows below it: one of its cells lies over more than half of the columns."""
    return any(cell.columns > max(count / 2, 1) and cell.rows == 1 for cell in cells)


def _kept(rows: list[list[TableCell]], heights: list[float], count: int, highest: float) -> list[bool]:
    """Which rows stay with the row below: those under one merged cell or name of a group, if they fit on a page."""
    kept = [False] * len(rows)
    start = 0
    while start < len(rows):
        end = start + 1
        number = start
        while number < end:
            begun = [cell.rows for cell in rows[number] if not cell.continues]
            end = max([end, *(number + span for span in begun)])
            if number == end - 1 and _heads(rows[number], count):
                end = min(end + 1, len(rows))
            number += 1
        if sum(heights[start:end]) <= highest:
            kept[start : end - 1] = [True] * (end - 1 - start)
        start = end
    return kept
