"""Pipe tables become tables with merged cells: `[]{.left}` and `[]{.above}` say which cell a cell belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planforge.convert.inlines import Finisher
from planforge.convert.nodes import Node, attributes, described, text_of
from planforge.convert.problems import Problems
from planforge.convert.weave import LINE_CLASS
from planforge.paper import Cell, CellAlignment, Row, Table

LEFT, ABOVE = "left", "above"
ALIGNMENTS = {"AlignRight": CellAlignment.RIGHT, "AlignCenter": CellAlignment.CENTRE}
WIDTH = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row as it is written: the line it stands on, and the inlines of every cell."""

    line: int
    cells: list[list[Node]]

    @property
    def is_empty(self) -> bool:
        """True when no cell has words or belongs to another."""
        return not any(text_of(cell).strip() or _merges_into(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A pipe table as it is written, the row above its rule first."""

    rows: list[GridRow]
    alignments: list[CellAlignment]


def read_grid(node: Node, problems: Problems) -> Grid:
    """The rows and columns of a table."""
    attr, _, columns, head, bodies, _ = node["c"]
    problems.reached(node)
    first = problems.line
    if any(attributes(attr)):
        problems.report("template.unsupported", element=described("Table", attr))
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3]))]
    grid = []
    for index, (_, cells) in enumerate(rows):
        # The rule below the first row has a line of its own; a row has exactly one.
        problems.line = first + index + bool(index) if first else 0
        grid.append(GridRow(problems.line, [list(_cell_inlines(blocks, problems)) for *_, blocks in cells]))
    return Grid(grid, [ALIGNMENTS.get(alignment["t"], CellAlignment.LEFT) for alignment, _ in columns])


def _cell_inlines(blocks: list[Node], problems: Problems) -> Iterator[Node]:
    for block in blocks:
        if block["t"] in {"Plain", "Para"}:
            yield from block["c"]
        else:
            problems.report("template.unsupported", element=block["t"])


def table(node: Node, values: Mapping[str, str], *, compact: bool, finisher: Finisher) -> Table:
    """The table of a node; `values` give the widths and the number of header rows as they were written before it."""
    problems = finisher.problems
    line = problems.line
    grid = read_grid(node, problems)
    rows, columns = grid.rows, len(grid.alignments)
    problems.line = line
    head = _head(values.get("head", "1"), len(rows), problems)
    widths = _widths(values["widths"], columns, problems) if "widths" in values else (1.0,) * columns
    if rows[0].is_empty:
        rows, head = rows[1:], head - 1
    owners = [*_owners(rows[:head], 0, problems), *_owners(rows[head:], head, problems)]
    finished = _rows(rows, owners, grid.alignments, finisher)
    return Table(widths, tuple(finished[:head]), tuple(finished[head:]), compact)


def _head(written: str, rows: int, problems: Problems) -> int:
    for count in range(1, rows + 1):
        if written == str(count):
            return count
    problems.report("table.head", written=written, rows=rows)
    return 1


def _widths(written: str, columns: int, problems: Problems) -> tuple[float, ...]:
    words = written.split()
    widths = tuple(float(word) for word in words if WIDTH.fullmatch(word))
    if len(widths) == len(words) == columns and all(widths):
        return widths
    problems.report("table.widths", written=written, columns=columns)
    return (1.0,) * columns


def _merges_into(cell: list[Node]) -> str:
    """Where the cell belongs that this one says it is part of, or nothing."""
    said = [node for node in cell if not _is_line_mark(node)]
    if len(said) != 1 or said[0]["t"] != "Span":
        return ""
    attr, content = said[0]["c"]
    identifier, classes, values = attributes(attr)
    return classes[0] if classes in ([LEFT], [ABOVE]) and not (content or identifier or values) else ""


def _is_line_mark(node: Node) -> bool:
    return bool(node["t"] == "Span" and node["c"][0][1] == [LINE_CLASS])


def _owners(rows: list[GridRow], first: int, problems: Problems) -> list[list[Place]]:
    """The place of the cell that every cell of the head, or of the body, is part of; rows count from `first`."""
    owners: list[list[Place]] = []
    for index, row in enumerate(rows):
        owners.append([])
        for column, cell in enumerate(row.cells):
            into = _merges_into(cell)
            owner = (first + index, column)
            if into == LEFT and column:
                owner = owners[-1][-1]
            elif into == ABOVE and index:
                owner = owners[-2][column]
            elif into:
                problems.line = row.line
                problems.report("table.merge", cell=f"[]{{.{into}}}")
            owners[-1].append(owner)
    _check_rectangles(owners, rows, problems)
    return owners


def _check_rectangles(owners: list[list[Place]], rows: list[GridRow], problems: Problems) -> None:
    """Report, at its row, a cell that covers other columns there than in its first row."""
    shapes: dict[Place, set[int]] = {}
    for index, row in enumerate(owners):
        for owner in dict.fromkeys(row):
            columns = {column for column, place in enumerate(row) if place == owner}
            if columns != shapes.setdefault(owner, columns):
                problems.line = rows[index].line
                problems.report("table.merge_shape")


def _rows(
    rows: list[GridRow], owners: list[list[Place]], alignments: list[CellAlignment], finisher: Finisher
) -> list[Row]:
    finished = []
    for index, row in enumerate(rows):
        finisher.problems.line = row.line
        line_mark = [node for cell in row.cells for node in cell if _is_line_mark(node)][:1]
        cells = []
        for column, inlines in enumerate(row.cells):
            if owners[index][column] == (index, column) and not _merges_into(inlines):
                # A line of a template is marked once, before its first cell.
                marked = inlines if any(map(_is_line_mark, inlines)) else [*line_mark, *inlines]
                anchor, content = finisher.paragraph(marked)
                width = owners[index].count((index, column))
                height = sum((index, column) in below for below in owners)
                cells.append(Cell(anchor, content, alignments[column], width, height))
        finished.append(Row(tuple(cells)))
    return finished
