"""Cells, their widths and borders."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.verify.docx_maker import first_of, paragraph, reading_of, style

from planforge.verify.reading import Cell
from planforge.write.wordml import Element, w


def cell(text: str, *properties: Element) -> Element:
    return w("tc", w("tcPr", *properties), paragraph(text))


def grid(*widths: int) -> Element:
    return w("tblGrid", *(w("gridCol", w=width) for width in widths))


def cells(folder: Path, *content: Element, **parts: Element) -> list[Cell | None]:
    return [one.cell for one in reading_of(folder, *content, **parts).paragraphs]


def only_cell(folder: Path, table: Element, **parts: Element) -> Cell:
    found = first_of(folder, table, paragraph(""), **parts).cell
    assert found is not None
    return found


def borders(name: str, **edges: str) -> Element:
    return w(name, *(w(edge, val=kind, sz=4) for edge, kind in edges.items()))


def test_places_are_counted_in_rows_and_cells(tmp_path: Path) -> None:
    table = w("tbl", grid(2000, 3000), w("tr", cell("a"), cell("b")), w("tr", cell("c", w("gridSpan", val=2))))
    found = cells(tmp_path, table, paragraph("x"), w("tbl", w("tr", cell("d"))), paragraph(""))

    assert [one and (one.table, one.row, one.column, one.columns, one.width, one.depth) for one in found] == [
        (0, 0, 0, 2, 100.0, 1),
        (0, 0, 1, 2, 150.0, 1),
        (0, 1, 0, 1, 250.0, 1),
        None,
        (1, 0, 0, 1, None, 1),
        None,
    ]


def test_a_table_in_a_cell_is_deeper(tmp_path: Path) -> None:
    inner = w("tbl", w("tr", cell("b")))
    outer = w("tbl", w("tr", w("tc", paragraph("a"), inner, paragraph("c"))))
    found = cells(tmp_path, outer, paragraph(""))

    assert [one and (one.table, one.depth) for one in found] == [(0, 1), (1, 2), (0, 1), None]


def test_a_cell_is_as_wide_as_it_says_else_as_its_columns(tmp_path: Path) -> None:
    stated = cell("a", w("tcW", w=1000, type="dxa"))
    shares = cell("a", w("tcW", w=5000, type="pct"))

    assert only_cell(tmp_path, w("tbl", grid(2000), w("tr", stated))).width == 50.0
    assert only_cell(tmp_path, w("tbl", grid(2000), w("tr", shares))).width == 100.0
    before = w("tr", w("trPr", w("gridBefore", val=1)), cell("a"))
    assert only_cell(tmp_path, w("tbl", grid(2000, 400), before)).width == 20.0


@pytest.mark.parametrize(
    ("own", "of_style", "of_cell", "bordered"),
    [
        ({}, {}, {}, False),
        ({"top": "single"}, {}, {}, True),
        ({"top": "nil", "bottom": "none"}, {}, {}, False),
        ({}, {"insideH": "single"}, {}, True),
        ({"insideH": "nil"}, {"insideH": "single"}, {}, False),
        ({"top": "nil"}, {}, {"bottom": "dotted"}, True),
        ({}, {}, {"bottom": "nil"}, False),
    ],
)
def test_borders_are_the_tables_the_styles_or_the_cells(
    tmp_path: Path, own: dict[str, str], of_style: dict[str, str], of_cell: dict[str, str], bordered: bool
) -> None:
    styles = w("styles", style("T", w("tblPr", borders("tblBorders", **of_style)), kind="table"))
    table = w(
        "tbl",
        w("tblPr", w("tblStyle", val="T"), borders("tblBorders", **own)),
        w("tr", cell("a"), cell("b", borders("tcBorders", **of_cell))),
    )

    assert only_cell(tmp_path, table, styles=styles).bordered is bordered


def test_a_white_border_is_not_seen(tmp_path: Path) -> None:
    white = w("tblBorders", w("top", val="single", sz=4, color="FFFFFF"))

    assert only_cell(tmp_path, w("tbl", w("tblPr", white), w("tr", cell("a")))).bordered is False


@pytest.mark.parametrize(
    ("properties", "kept"), [([], False), ([w("cantSplit")], True), ([w("cantSplit", val=0)], False)]
)
def test_rows_that_are_kept_whole(tmp_path: Path, properties: list[Element], kept: bool) -> None:
    table = w("tbl", w("tr", w("trPr", *properties), cell("a")))

    assert only_cell(tmp_path, table).row_kept_whole is kept


def test_rows_and_cells_in_content_controls(tmp_path: Path) -> None:
    controlled = w("sdt", w("sdtContent", cell("b")))
    row = w("sdt", w("sdtContent", w("tr", cell("a"), controlled)))
    found = reading_of(tmp_path, w("tbl", row), paragraph("c"))

    assert [(one.text, one.cell and one.cell.column) for one in found.paragraphs] == [("a", 0), ("b", 1), ("c", None)]
