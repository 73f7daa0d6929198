"""Tables of a PDF by their ruling lines: which cell a line of text stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planforge.verify.pdf_lines import TextLine
from planforge.verify.pdf_strokes import Drawing, Drawn
from planforge.verify.reading import Box, Cell

_TOUCH = 2.5
_MOST_LINES = 1500


@dataclass(frozen=True, slots=True)
class Grid:
    """One table on one page: its borders, and where its columns and rows begin."""

    horizontal: tuple[Drawn, ...]
    vertical: tuple[Drawn, ...]
    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def box(self) -> Box:
        """All of it."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    @property
    def is_frame(self) -> bool:
        """Whether it is nothing but a frame around text."""
        return len(self.columns) == 2 and len(self.rows) == 2

    def holds(self, across: float, down: float) -> bool:
        """Whether a place is inside."""
        box = self.box
        return box.left <= across <= box.right and box.top <= down <= box.bottom

    def cell_box(self, across: float, down: float) -> Box:
        """The borders around a place; those of the table where a border is missing."""
        box = self.box
        above = [one.level for one in self.horizontal if one.level <= down and one.covers(across)]
        below = [one.level for one in self.horizontal if one.level > down and one.covers(across)]
        left = [one.level for one in self.vertical if one.level <= across and one.covers(down)]
        right = [one.level for one in self.vertical if one.level > across and one.covers(down)]
        return Box(
            max(left, default=box.left),
            max(above, default=box.top),
            min(right, default=box.right),
            min(below, default=box.bottom),
        )

    def cell(self, borders: Box) -> Cell:
        """The cell of some borders, in a table of its own; columns are counted in its own row."""
        middle = (borders.top + borders.bottom) / 2
        walls = _levels([line for line in self.vertical if line.covers(middle)])
        if len(walls) < 2:
            walls = self.columns
        row, column = _index(self.rows, borders.top), _index(walls, borders.left)
        return Cell(0, row, min(column, len(walls) - 2), len(walls) - 1, borders.width, bordered=True)


@dataclass(frozen=True, slots=True)
class InTable:
    """Where a line stands in a table: its cell and the cell's borders; nothing but a frame makes no cell."""

    cell: Cell | None
    borders: Box


@dataclass(slots=True)
class _Table:
    """A table that may go on: its number, its columns, the texts of its first rows, and where the next row counts."""

    number: int
    columns: tuple[float, ...]
    head: list[str]
    next_row: int
    page: int


def find_grids(drawing: Drawing) -> list[Grid]:
    """The tables of a page, from top to bottom: lines that touch each other, at least two of either kind."""
    lines = [(one, True) for one in drawing.horizontal] + [(one, False) for one in drawing.vertical]
    if not drawing.vertical or len(lines) > _MOST_LINES:
        return []
    parents = list(range(len(lines)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    count = len(drawing.horizontal)
    for across in range(count):
        for down in range(count, len(lines)):
            flat, upright = lines[across][0], lines[down][0]
            if flat.covers(upright.level, _TOUCH) and upright.covers(flat.level, _TOUCH):
                parents[root(across)] = root(down)
    groups: dict[int, list[tuple[Drawn, bool]]] = {}
    for index, line in enumerate(lines):
        groups.setdefault(root(index), []).append(line)
    grids = [grid for group in groups.values() if (grid := _grid(group))]
    return sorted(grids, key=lambda grid: (grid.rows[0], grid.columns[0]))


def read_tables(
    pages: Sequence[Sequence[TextLine]], grids: Sequence[Sequence[Grid]]
) -> tuple[list[list[TextLine]], dict[int, InTable]]:
    """The lines of every page in the order of cells, and the cells by the identity of a line.

    A table that goes on overleaf keeps its number, and its head is told once however often it is drawn.
    """
    cells: dict[int, InTable] = {}
    ordered: list[list[TextLine]] = []
    current: _Table | None = None
    number = 0
    for page, (lines, own) in enumerate(zip(pages, grids, strict=True)):
        rest = list(lines)
        for grid in own:
            inside = [line for line in rest if grid.holds(line.centre, _middle(line))]
            if not inside:
                continue
            found = {id(line): _in_table(grid, line) for line in inside}
            place = rest.index(inside[0])
            inside.sort(key=lambda line: _order(found[id(line)]))
            above = any(_middle(line) < grid.rows[0] for line in rest if id(line) not in found)
            goes_on = (
                current and current.page == page - 1 and not above and _same_columns(current.columns, grid.columns)
            )
            repeated = 0
            if current and goes_on:
                repeated = _repeated_rows(current.head, _row_texts(inside, found))
            elif not grid.is_frame:
                current = _Table(number, grid.columns, _row_texts(inside, found), 0, page)
                number += 1
            kept = []
            for line in inside:
                spot = found[id(line)]
                if spot.cell and current and not grid.is_frame:
                    if goes_on and spot.cell.row < repeated:
                        continue
                    row = spot.cell.row + current.next_row - repeated
                    spot = replace(spot, cell=replace(spot.cell, table=current.number, row=row))
                cells[id(line)] = spot
                kept.append(line)
            if current and not grid.is_frame:
                below = any(_middle(line) > grid.rows[-1] for line in rest if id(line) not in found)
                current.next_row += len(grid.rows) - 1 - repeated
                current.page = -1 if below else page
            rest = (
                [line for line in rest[:place] if id(line) not in found]
                + kept
                + [line for line in rest[place:] if id(line) not in found]
            )
        ordered.append(rest)
    return ordered, cells


def _middle(line: TextLine) -> float:
    return line.baseline - 0.3 * line.size


def _in_table(grid: Grid, line: TextLine) -> InTable:
    borders = grid.cell_box(line.centre, _middle(line))
    return InTable(None if grid.is_frame else grid.cell(borders), borders)


def _order(spot: InTable) -> tuple[int, int]:
    return (spot.cell.row, spot.cell.column) if spot.cell else (0, 0)


def _same_columns(first: Sequence[float], second: Sequence[float]) -> bool:
    return len(first) == len(second) and all(abs(a - b) <= _TOUCH for a, b in zip(first, second, strict=True))


def _row_texts(lines: Iterable[TextLine], cells: dict[int, InTable]) -> list[str]:
    """The text of each row, from the first one on."""
    rows: dict[int, list[str]] = {}
    for line in lines:
        spot = cells[id(line)].cell
        if spot:
            rows.setdefault(spot.row, []).append(line.text)
    return [" ".join(rows.get(row, [])) for row in range(max(rows, default=-1) + 1)]


def _repeated_rows(head: Sequence[str], rows: Sequence[str]) -> int:
    """How many rows at the top of a page are those at the top of the table."""
    count = 0
    while count < min(len(head), len(rows)) - 1 and head[count] == rows[count] and head[count]:
        count += 1
    return count


def _grid(group: Sequence[tuple[Drawn, bool]]) -> Grid | None:
    horizontal = tuple(line for line, flat in group if flat)
    vertical = tuple(line for line, flat in group if not flat)
    rows, columns = _levels(horizontal), _levels(vertical)
    if len(rows) < 2 or len(columns) < 2:
        return None
    return Grid(horizontal, vertical, columns, rows)


def _levels(lines: Sequence[Drawn]) -> tuple[float, ...]:
    """Where lines lie, those next to each other as one."""
    levels: list[float] = []
    for level in sorted(line.level for line in lines):
        if not levels or level - levels[-1] > _TOUCH:
            levels.append(level)
    return tuple(levels)


def _index(levels: Sequence[float], place: float) -> int:
    return min(range(len(levels)), key=lambda index: abs(levels[index] - place))
