"""Tables: the cells that paragraphs stand in, how wide they are, and what the table's style lends them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.verify.docx.names import VAL, Element, count, is_on, points, w
from planforge.verify.docx.paragraph_properties import Border
from planforge.verify.docx.run_properties import Properties
from planforge.verify.docx.styles import Inherited, Styles, TableStyle, read_borders, read_margins
from planforge.verify.reading import Cell

_TC, _TR = w("tc"), w("tr")
_CONTAINERS = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "bookmarkStart", "bookmarkEnd")
)
# What Word leaves at the sides of a cell where nothing is stated.
_DEFAULT_MARGIN_PT = 5.75
_MOST_COLUMNS = 1000
_WHITE = "FFFFFF"
# What of a table a style may treat apart, from the weakest to the strongest.
_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with what it holds, the room for text in it (None if not stated), and what the table's style lends."""

    element: Element
    cell: Cell
    width: float | None
    style: Inherited


@dataclass(slots=True)
class _Table:
    element: Element
    number: int
    depth: int
    style: TableStyle
    flags: dict[str, bool]
    grid: list[float | None]
    margins: dict[str, float]
    borders: dict[str, Border | None]
    styles: dict[tuple[str, ...], Inherited]


def read_cells(element: Element, styles: Styles, number: int, depth: int) -> Iterator[TableCell]:
    """The cells of a table row by row; rows and cells that were deleted are gone."""
    table = _read_table(element, styles, number, depth)
    rows = [row for row in _children(element, _TR) if not _deleted(row, "trPr", "del")]
    cells_of = [[cell for cell in _children(row, _TC) if not _deleted(cell, "tcPr", "cellDel")] for row in rows]
    bordered = _has_borders(table, [cell for cells in cells_of for cell in cells])
    for index, (row, cells) in enumerate(zip(rows, cells_of, strict=True)):
        kept = row.find(f"{w('trPr')}/{w('cantSplit')}")
        at = _before(row)
        for column, cell in enumerate(cells):
            span = span_of(cell)
            width = _width(cell, table.grid[at : at + span])
            room = None if width is None else width - sum(_margins(table, cell))
            where = Cell(
                number,
                index,
                column,
                len(cells),
                width,
                bordered,
                depth,
                kept is not None and is_on(kept),
                room,
                span,
            )
            parts = _parts(table, (index, len(rows)), (at, span, len(table.grid)))
            yield TableCell(cell, where, room, _lent(table, parts))
            at += span


def _read_table(element: Element, styles: Styles, number: int, depth: int) -> _Table:
    properties = element.find(w("tblPr"))
    named = properties.find(w("tblStyle")) if properties is not None else None
    style = styles.table(styles.known("table", named.get(VAL) if named is not None else None))
    grid = [points(column.get(w("w"))) for column in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    own_margins = read_margins(properties.find(w("tblCellMar"))) if properties is not None else {}
    own_borders = read_borders(properties.find(w("tblBorders"))) if properties is not None else {}
    return _Table(
        element,
        number,
        depth,
        style,
        _flags(properties.find(w("tblLook")) if properties is not None else None),
        grid[:_MOST_COLUMNS],
        {**style.margins, **own_margins},
        {**style.borders, **own_borders},
        {},
    )


def _children(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those inside content controls too."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _children(child, wanted)


def _deleted(element: Element, properties: str, mark: str) -> bool:
    return element.find(f"{w(properties)}/{w(mark)}") is not None


def _before(row: Element) -> int:
    """How many columns of the grid a row leaves out at its beginning."""
    found = row.find(f"{w('trPr')}/{w('gridBefore')}")
    return min(max(count(found.get(VAL)) or 0, 0), _MOST_COLUMNS) if found is not None else 0


def span_of(cell: Element) -> int:
    """How many columns of the grid a cell takes."""
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return min(max(count(found.get(VAL)) or 1, 1), _MOST_COLUMNS) if found is not None else 1


def _width(cell: Element, columns: list[float | None]) -> float | None:
    """The width a cell asks for, else that of its columns."""
    found = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if found is not None and found.get(w("type"), "dxa") == "dxa":
        width = points(found.get(w("w")))
        if width:
            return width
    known = [width for width in columns if width is not None]
    return sum(known) if known and len(known) == len(columns) else None


def _margins(table: _Table, cell: Element) -> tuple[float, float]:
    own = read_margins(cell.find(f"{w('tcPr')}/{w('tcMar')}"))
    left, right = (own.get(side, table.margins.get(side, _DEFAULT_MARGIN_PT)) for side in ("left", "right"))
    return left, right


def _has_borders(table: _Table, cells: list[Element]) -> bool:
    """Whether any line of the table is seen: its own, one of its style, or one of a cell."""
    edges = dict(table.borders)
    for part, borders in table.style.part_borders.items():
        if table.flags.get(part, part == "wholeTable"):
            edges.update({f"{part} {edge}": border for edge, border in borders.items()})
    if any(_is_seen(border) for border in edges.values()):
        return True
    own = (read_borders(cell.find(f"{w('tcPr')}/{w('tcBorders')}")) for cell in cells)
    return any(_is_seen(border) for borders in own for border in borders.values())


def _is_seen(border: Border | None) -> bool:
    return border is not None and border.colour != _WHITE and border.weight != 0


def _flags(look: Element | None) -> dict[str, bool]:
    """Which parts of the table its style treats apart, by the names of the style's parts."""
    if look is None:
        return {}
    try:
        bits = int(look.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    on = {
        name: look.get(w(name)) not in {"0", "false", "off"} if look.get(w(name)) is not None else bool(bits & bit)
        for name, bit in _LOOK_BITS.items()
    }
    return {
        "firstRow": on["firstRow"],
        "lastRow": on["lastRow"],
        "firstCol": on["firstColumn"],
        "lastCol": on["lastColumn"],
        "band1Horz": not on["noHBand"],
        "band2Horz": not on["noHBand"],
        "band1Vert": not on["noVBand"],
        "band2Vert": not on["noVBand"],
    }


def _parts(table: _Table, rows: tuple[int, int], columns: tuple[int, int, int]) -> tuple[str, ...]:
    """The parts of the style that hold for a cell, from the weakest to the strongest."""
    if not table.style.parts:
        return ()
    (row, last_row), (column, span, last_column) = rows, columns
    first_row, first_column = (
        row == 0 and table.flags.get("firstRow", False),
        column == 0 and table.flags.get("firstCol", False),
    )
    end_row = row == last_row - 1 and table.flags.get("lastRow", False)
    end_column = column + span >= last_column and table.flags.get("lastCol", False)
    band_row, band_column = row - table.flags.get("firstRow", False), column - table.flags.get("firstCol", False)
    holding = {
        "wholeTable": True,
        f"band{band_column % 2 + 1}Vert": table.flags.get("band1Vert", False) and not first_column,
        f"band{band_row % 2 + 1}Horz": table.flags.get("band1Horz", False) and not first_row,
        "lastCol": end_column,
        "firstCol": first_column,
        "lastRow": end_row,
        "firstRow": first_row,
        "seCell": end_row and end_column,
        "swCell": end_row and first_column,
        "neCell": first_row and end_column,
        "nwCell": first_row and first_column,
    }
    return tuple(part for part, holds in holding.items() if holds and part in table.style.parts)


def _lent(table: _Table, parts: tuple[str, ...]) -> Inherited:
    if not parts:
        return table.style.whole
    if parts not in table.styles:
        paragraph: Properties = dict(table.style.whole.paragraph)
        run: Properties = dict(table.style.whole.run)
        for part in parts:
            paragraph.update(table.style.parts[part].paragraph)
            run.update(table.style.parts[part].run)
        table.styles[parts] = Inherited(paragraph, run)
    return table.styles[parts]
