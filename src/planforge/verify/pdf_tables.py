"""Tables of a PDF by their ruling lines: borders, rows and columns of each on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
