"""Lines of text in the tables of a PDF: which cell each stands in, also of a table that goes on overleaf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planforge.verify.pdf_lines import TextLine
from planforge.verify.pdf_tables import Grid
from planforge.verify.reading import Box, Cell

_SAME_COLUMN = 2.5
# How much of a cell's width may be padding on the right.
_PADDING = 8.0


@dataclass(frozen=True, slots=True)
class InTable:
    """Where a line stands in a table: its cell and the cell's borders; nothing but a frame makes no cell."""

    cell: Cell | None
    borders: Box


Rows = dict[int, list[tuple[TextLine, InTable]]]


@dataclass(slots=True)
class _Table:
    """A table that may go on: its columns, the text of its rows on its first page, where the next row counts.

    `last` is the last row so far, `page` the page it may go on after.
    """

    number: int
    columns: tuple[float, ...]
    head: list[str]
    next_row: int = 0
    page: int = -1
    last: list[tuple[TextLine, InTable]] = field(default_factory=list)


@dataclass(slots=True)
class TableCells:
    """The cells of lines by their identity, and the lines of every page in the order of cells.

    A table that goes on overleaf keeps its number, its head is told once however often it is drawn, and the rest of a
    row that was divided belongs to the same row.
    """

    pages: list[list[TextLine]] = field(default_factory=list)
    cells: dict[int, InTable] = field(default_factory=dict)
    _table: _Table | None = None
    _count: int = 0

    def add_page(self, lines: Sequence[TextLine], grids: Sequence[Grid]) -> None:
        """Take in the next page."""
        rest = list(lines)
        for grid in grids:
            inside = [line for line in rest if grid.holds(line.centre, _middle(line))]
            if not inside:
                continue
            others = [line for line in rest if line not in inside]
            before = rest[: rest.index(inside[0])]
            kept = self._frame(grid, inside) if grid.is_frame else self._rows(grid, inside, others)
            rest = [line for line in before if line in others]
            rest = rest + kept + [line for line in others if line not in rest]
        self.pages.append(rest)

    def _frame(self, grid: Grid, inside: Sequence[TextLine]) -> list[TextLine]:
        for line in inside:
            self.cells[id(line)] = InTable(None, grid.cell_box(line.centre, _middle(line)))
        return list(inside)

    def _rows(self, grid: Grid, inside: Sequence[TextLine], others: Sequence[TextLine]) -> list[TextLine]:
        """The lines of a table by row and column, without a head that is drawn again."""
        page = len(self.pages)
        rows = _by_row(grid, inside)
        above = any(_middle(line) < grid.rows[0] for line in others)
        table, skipped = self._table, 0
        if table and table.page == page - 1 and not above and _same_columns(table.columns, grid.columns):
            skipped = _repeated_rows(table.head, rows)
            if _goes_on_in_row(table.last, rows.get(skipped, [])):
                table.next_row -= 1
        else:
            table = self._table = _Table(self._count, grid.columns, _texts(rows))
            self._count += 1
        shift = table.next_row - skipped
        kept = []
        for row in sorted(rows):
            if row < skipped:
                continue
            for line, spot in rows[row]:
                if spot.cell:
                    cell = replace(spot.cell, table=table.number, row=row + shift)
                    self.cells[id(line)] = InTable(cell, spot.borders)
                    kept.append(line)
        table.next_row = len(grid.rows) - 1 + shift
        table.page = -1 if any(_middle(line) > grid.rows[-1] for line in others) else page
        table.last = rows[max(rows)]
        return kept


def read_tables(pages: Sequence[Sequence[TextLine]], grids: Sequence[Sequence[Grid]]) -> TableCells:
    """The cells of all pages."""
    cells = TableCells()
    for lines, own in zip(pages, grids, strict=True):
        cells.add_page(lines, own)
    return cells


def _middle(line: TextLine) -> float:
    return line.baseline - 0.3 * line.size


def _by_row(grid: Grid, lines: Sequence[TextLine]) -> Rows:
    """The lines of each row in the order of its columns, with their cells as counted on this page."""
    rows: Rows = {}
    for line in lines:
        borders = grid.cell_box(line.centre, _middle(line))
        cell = grid.cell(borders)
        rows.setdefault(cell.row, []).append((line, InTable(cell, borders)))
    for row in rows.values():
        row.sort(key=lambda one: one[1].cell.column if one[1].cell else 0)
    return rows


def _same_columns(first: Sequence[float], second: Sequence[float]) -> bool:
    return len(first) == len(second) and all(abs(a - b) <= _SAME_COLUMN for a, b in zip(first, second, strict=True))


def _texts(rows: Rows) -> list[str]:
    """The text of each row, from the first one on."""
    return [" ".join(line.text for line, _ in rows.get(row, [])) for row in range(max(rows, default=-1) + 1)]


def _repeated_rows(head: Sequence[str], rows: Rows) -> int:
    """How many rows at the top of a page are those at the top of the table."""
    texts = _texts(rows)
    count = 0
    while count < min(len(head), len(texts)) - 1 and head[count] == texts[count] and head[count]:
        count += 1
    return count


def _goes_on_in_row(last: Sequence[tuple[TextLine, InTable]], first: Sequence[tuple[TextLine, InTable]]) -> bool:
    """Whether the first row of a page is the rest of the row before.

    The first column, which numbers the rows, says nothing new then, and every other cell goes on after a full line.
    """
    ends = {spot.cell.column: (line, spot.borders) for line, spot in last if spot.cell}
    begins: dict[int, TextLine] = {}
    for line, spot in first:
        if spot.cell:
            begins.setdefault(spot.cell.column, line)
    if not begins or not begins.keys() <= ends.keys() - {0} or 0 not in ends:
        return False
    return all(_is_full(*ends[column], line) for column, line in begins.items())


def _is_full(end: TextLine, borders: Box, following: TextLine) -> bool:
    """Whether the first word of what follows would not have found room at the end of a cell."""
    return end.right + 0.2 * end.size + following.first_word_width + _PADDING > borders.right
