"""Tables for Markdown and the web, as pandoc's syntax tree: the same rows, with merged cells or without."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planforge.paper import Cell, CellAlignment, Chart, Row, Table
from planforge.vietnamese import decimal
from planforge.write.inlines import for_pandoc
from planforge.write.tables import Place, table_grid

Node = dict[str, Any]
_ALIGNMENTS = {
    CellAlignment.LEFT: "AlignLeft",
    CellAlignment.CENTRE: "AlignCenter",
    CellAlignment.RIGHT: "AlignRight",
}
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_NO_CAPTION: list[Any] = [None, []]


def html_table(table: Table) -> Node:
    """A table with its merged cells and all rows of its head."""
    count = len(table.widths)
    head, body = table_grid(table.head, count, head=True), table_grid(table.body, count, head=False)
    return _table(table, [_merged_row(places) for places in head], [_merged_row(places) for places in body])


def pipe_table(table: Table) -> Node:
    """A table with one row of head and without merged cells, which Markdown does not know."""
    count = len(table.widths)
    head, body = table_grid(table.head, count, head=True), table_grid(table.body, count, head=False)
    titles: list[list[Node]] = [[] for _ in table.widths]
    for places in head:
        for place in places:
            for title in titles[place.column : place.column + place.cell.columns]:
                if not place.continues and place.cell.inlines:
                    title.extend([*_DASH, *_one_line(place.cell)] if title else _one_line(place.cell))
    heading = [_cell(title, CellAlignment.LEFT) for title in titles]
    return _table(table, [_row(heading)], [_plain_row(places, count) for places in body])


def data_table(chart: Chart) -> Table:
    """The values of a chart: a row for every category, a column for every series."""
    head = Row((Cell("", ()), *(_text_cell(series.name) for series in chart.series)))
    rows = []
    for number, category in enumerate(chart.categories):
        values = [series.values[number] for series in chart.series]
        texts = ["" if value is None else decimal(Decimal(repr(value))) for value in values]
        rows.append(Row((_text_cell(category), *(_text_cell(text, CellAlignment.RIGHT) for text in texts))))
    return Table((2.0, *(1.0 for _ in chart.series)), (head,), tuple(rows))


def without_anchors(inlines: list[Node]) -> list[Node]:
    """The inlines without the spans that name an origin."""
    bare: list[Node] = []
    for node in inlines:
        if node["t"] == "Span":
            bare += without_anchors(node["c"][1])
        elif isinstance(node.get("c"), list):
            bare.append({**node, "c": without_anchors(node["c"])})
        else:
            bare.append(node)
    return bare


_DASH: list[Node] = [{"t": "Space"}, {"t": "Str", "c": "-"}, {"t": "Space"}]


def _text_cell(text: str, alignment: CellAlignment = CellAlignment.LEFT) -> Cell:
    return Cell("", ({"t": "Str", "c": text},), alignment)


def _table(table: Table, head: list[Any], body: list[Any]) -> Node:
    total = sum(table.widths) or 1.0
    columns = [
        [{"t": _ALIGNMENTS[alignment]}, {"t": "ColWidth", "c": width / total}]
        for alignment, width in zip(_column_alignments(table), table.widths, strict=True)
    ]
    bodies = [[_NO_ATTRIBUTES, 0, [], body]]
    return {
        "t": "Table",
        "c": [_NO_ATTRIBUTES, _NO_CAPTION, columns, [_NO_ATTRIBUTES, head], bodies, [_NO_ATTRIBUTES, []]],
    }


def _column_alignments(table: Table) -> list[CellAlignment]:
    """The alignments of a row without merged cells; Markdown has one alignment for a whole column."""
    count = len(table.widths)
    full = (row for row in table.body if len(row.cells) == count)
    return [cell.alignment for cell in next(full, Row((Cell("", ()),) * count)).cells]


def _merged_row(places: list[Place]) -> list[Any]:
    begun = [place for place in places if not place.continues]
    return _row(
        [
            _cell(
                without_anchors(for_pandoc(place.cell.inlines)),
                CellAlignment.CENTRE if place.head else place.cell.alignment,
                place.cell.rows,
                place.cell.columns,
            )
            for place in begun
        ]
    )


def _plain_row(places: list[Place], count: int) -> list[Any]:
    cells = [_cell([], CellAlignment.LEFT) for _ in range(count)]
    for place in places:
        if not place.continues:
            cells[place.column] = _cell(_one_line(place.cell), place.cell.alignment)
    return _row(cells)


def _row(cells: list[Any]) -> list[Any]:
    return [_NO_ATTRIBUTES, cells]


def _cell(inlines: list[Node], alignment: CellAlignment, rows: int = 1, columns: int = 1) -> list[Any]:
    content = [{"t": "Plain", "c": inlines}] if inlines else []
    return [_NO_ATTRIBUTES, {"t": _ALIGNMENTS[alignment]}, rows, columns, content]


def _one_line(cell: Cell) -> list[Node]:
    inlines = without_anchors(for_pandoc(cell.inlines))
    return [{"t": "Space"} if node["t"] == "LineBreak" else node for node in inlines]
