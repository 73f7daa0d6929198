"""Tables, annexes and pictures: arranged once, and put into both formats as they are arranged."""

from __future__ import annotations

import json
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import etree

from planforge.decree30 import PROFILES
from planforge.paper import (
    Annex,
    Block,
    Cell,
    CellAlignment,
    Chart,
    ChartKind,
    Element,
    Inline,
    Letterhead,
    Line,
    Paper,
    Role,
    Row,
    Series,
    Signer,
    Table,
)
from planforge.write.body import BodyChart
from planforge.write.docx import write_docx
from planforge.write.metrics import Face, width_pt
from planforge.write.package import CONTENT_TYPES, DOCUMENT, unpacked
from planforge.write.pdf import layout_data
from planforge.write.sections import arrange_sections
from planforge.write.sheet import LANDSCAPE, PORTRAIT
from planforge.write.styles import Alignment, looks
from planforge.write.tables import CELL_SIDE_PT, BodyTable, arrange_table
from planforge.write.text import write_html, write_markdown
from planforge.write.wordml import tag

ANCHOR = "pf0123456789ab"
LOOKS = looks(PROFILES["p14"])


def cell(text: str, *, columns: int = 1, rows: int = 1, alignment: CellAlignment = CellAlignment.LEFT) -> Cell:
    inlines: list[Inline] = []
    for word in text.split():
        inlines += [{"t": "Space"}] * bool(inlines) + [{"t": "Str", "c": word}]
    return Cell(ANCHOR if text else "", tuple(inlines), alignment, columns, rows)


def row(*texts: str) -> Row:
    return Row(tuple(cell(text) for text in texts))


def block(text: str, role: Role = Role.BODY, level: int = 0) -> Block:
    return Block(role, level, ANCHOR, ({"t": "Str", "c": text},))


HEAD = (
    Row((cell("STT", rows=2), cell("Kết quả", columns=2))),
    row("Đăng ký", "Vượt mức"),
)
TABLE = Table((1, 3, 2), HEAD, (row("1", "Thi đua", "200"), Row((cell("Tổng", columns=2), cell("")))))
CHART = Chart(
    ChartKind.COLUMNS, "Tập thể", ("2021", "2022"), (Series("Số", (1.5, None)),), 'Năm 2021: <1,5> "tập thể".', ANCHOR
)
PAPER = Paper(
    profile=PROFILES["p14"],
    title="Kế hoạch",
    author="Cụm thi đua số II",
    moment=datetime(2023, 2, 28, 2, tzinfo=UTC),
    letterhead=Letterhead(Line("BỘ TƯ PHÁP"), (Line("CỤM THI ĐUA SỐ II"),), None, None),
    type_name=Line("QUYẾT ĐỊNH"),
    subject=Line("Về việc khen thưởng"),
    letter_subject=None,
    addressees=(),
    body=(),
    recipients=(Line("Lưu: VT."),),
    signers=(Signer((Line("CỤM TRƯỞNG"),), (), Line("Nguyễn Văn An")),),
)
ANNEX = Annex(Line("Phụ lục I"), Line("DANH SÁCH"), Line("(Kèm theo Quyết định)"), (TABLE,), landscape=True)


def paper(*body: Element, **changes: Any) -> Paper:
    values = {name: getattr(PAPER, name) for name in Paper.__dataclass_fields__} | {"body": body} | changes
    return Paper(**values)


def arranged(table: Table) -> BodyTable:
    made = arrange_table(table, LOOKS, PORTRAIT)
    assert made is not None
    return made


@dataclass(frozen=True)
class Drawn:
    svg: bytes
    png: bytes
    width_pt: float
    height_pt: float


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A picture of one grey dot for every chart."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
    module = ModuleType("planforge.write.charts")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    vars(module)["draw_chart"] = lambda _chart, width: Drawn(svg, png, width, 200.0)
    from planforge.write import pictures

    pictures.draw.cache_clear()
    monkeypatch.setitem(sys.modules, "planforge.write.charts", module)
    yield
    pictures.draw.cache_clear()


def document(made: Paper, cache: Path) -> tuple[etree._Element, dict[str, bytes]]:
    parts = unpacked(write_docx(made, reference_cache=cache))
    body = etree.fromstring(parts[DOCUMENT]).find(tag("body"))
    assert body is not None
    return body, parts


@pytest.mark.parametrize("widths", [(1, 1, 1), (1, 3, 2), (0.1, 9, 0.1), (0, 0, 0), (7, 11, 13)])
def test_columns_are_whole_twips_and_fill_the_width(widths: tuple[float, ...]) -> None:
    for sheet in (PORTRAIT, LANDSCAPE):
        made = arrange_table(Table(widths, (), (row("a", "b", "c"),)), LOOKS, sheet)
        assert made is not None
        assert sum(made.widths) == pytest.approx(sheet.text_width)
        assert all((width * 20) == pytest.approx(round(width * 20)) for width in made.widths)


def test_columns_have_the_proportions_asked_for() -> None:
    made = arranged(Table((1, 3, 2), (), (row("a", "b", "c"),)))

    assert made.widths[1] == pytest.approx(3 * made.widths[0], abs=0.2)


def test_a_column_is_no_narrower_than_its_longest_word() -> None:
    made = arranged(
        Table((0.1, 9, 0.1), (row("STT", "Tên", "Nghiêng"),), (row("1", "thi đua " * 40, "1.234.567.000"),))
    )

    assert made.widths[0] > width_pt("STT", Face.BOLD, 13) + 2 * CELL_SIDE_PT
    assert made.widths[2] > width_pt("1.234.567.000", Face.REGULAR, 13) + 2 * CELL_SIDE_PT
    assert all(each.height is not None for each in made.rows)


def test_words_that_cannot_fit_are_left_to_the_programs() -> None:
    made = arranged(Table((1, 1), (), (row("x" * 90, "x" * 90),)))

    assert made.rows[0].height is None
    assert sum(made.widths) == pytest.approx(PORTRAIT.text_width)


def test_the_grid_is_filled_and_merged_cells_are_continued() -> None:
    made = arranged(Table((1, 1, 1), HEAD, (row("a"), Row((cell("b", columns=9, rows=9),)))))
    shapes = [[(each.columns, each.rows, each.continues) for each in line.cells] for line in made.rows]

    assert shapes == [
        [(1, 2, False), (2, 1, False)],
        [(1, 2, True), (1, 1, False), (1, 1, False)],
        [(1, 1, False)] * 3,
        [(3, 1, False)],
    ]
    assert made.head == 2


def test_too_many_cells_are_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="more cells"):
        arrange_table(Table((1,), (), (row("a", "b"),)), LOOKS, PORTRAIT)


def test_a_table_without_rows_or_columns_is_nothing() -> None:
    assert arrange_table(Table((1,), (), ()), LOOKS, PORTRAIT) is None
    assert arrange_table(Table((), (), (Row(()),)), LOOKS, PORTRAIT) is None


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    made = arranged(Table((1, 1), (), (row("a", "b"), row("a", "thi đua " * 30))))
    lines = [each.paragraph.lines for each in made.rows[1].cells if each.paragraph]
    heights = [each.estimate for each in made.rows]

    assert lines[0] == 1
    assert heights[1] - heights[0] == pytest.approx((lines[1] - 1) * 15)


def test_a_merged_cell_lengthens_the_last_of_its_rows() -> None:
    high = Row((cell("thi đua " * 40, rows=2), cell("a")))
    made = arranged(Table((1, 1), (), (high, row("b"), row("c", "d"))))
    first = made.rows[0].cells[0].paragraph
    assert first is not None

    assert made.rows[0].estimate == made.rows[2].estimate
    assert made.rows[0].estimate + made.rows[1].estimate == pytest.approx(first.lines * 15 + 5)


def test_merged_rows_and_names_of_groups_stay_together_unless_they_are_higher_than_a_page() -> None:
    name = Row((cell("I"), cell("Các đơn vị", columns=3)))
    merged = Row((cell("a"), cell("b", rows=2), cell("c"), cell("d")))
    plain = row("a", "b", "c", "d")
    made = arranged(Table((1, 1, 1, 1), (plain,), (plain, name, merged, row("a", "c", "d"), plain)))
    large = Row((cell("a", rows=90), cell("b")))
    endless = arranged(Table((1, 1), (), (large, *[row("b")] * 89)))

    assert [each.kept for each in made.rows] == [False, False, True, True, False, False]
    assert [each.heads for each in made.rows] == [False, False, True, False, False, False]
    assert not any(each.kept for each in endless.rows)


def test_a_row_higher_than_a_page_may_be_broken() -> None:
    made = arranged(Table((1, 1), (), (row("a", "thi đua " * 900), row("b", "c"))))

    assert [(each.whole, each.height is None) for each in made.rows] == [(False, True), (True, False)]


def test_heads_are_centred_and_numbers_stand_right_with_their_indent_on_the_left() -> None:
    text = "1.234 567"
    narrow = width_pt(text, Face.REGULAR, 13) + 2 * CELL_SIDE_PT
    share = narrow / PORTRAIT.text_width
    number = cell(text, alignment=CellAlignment.RIGHT)
    made = arranged(Table((share, 1 - share), (row("a", "b"),), (Row((number, cell("c"))),)))
    head, body = (each.cells[0].paragraph for each in made.rows)
    assert head is not None
    assert body is not None

    assert head.alignment is Alignment.CENTRE
    assert body.alignment is Alignment.RIGHT
    assert body.left > 0
    assert body.right == 0


@pytest.mark.usefixtures("drawing")
def test_the_body_may_be_empty_or_end_with_a_table() -> None:
    kept = [arrange_sections(paper(*body), LOOKS)[0].frame.kept_elements for body in ((), (TABLE,), (CHART,))]
    before = arrange_sections(paper(TABLE, block("x")), LOOKS)[0].frame.kept_elements

    assert kept == [0, 1, 1]
    assert before == 1


def test_sections_are_the_paper_and_its_annexes() -> None:
    both = arrange_sections(paper(block("x"), annexes=(ANNEX, ANNEX)), LOOKS)
    alone = arrange_sections(paper(letterhead=None, type_name=None, subject=None, annexes=(ANNEX,)), LOOKS)

    assert [section.sheet for section in both] == [PORTRAIT, LANDSCAPE, LANDSCAPE]
    assert [section.frame.letterhead for section in alone] == [None]
    assert not both[1].frame.closing.rows


def test_the_rule_of_an_annex_is_a_third_to_a_half_of_the_line_above() -> None:
    section = arrange_sections(paper(annexes=(ANNEX,)), LOOKS)[1]
    *_, reference, rule = section.frame.opening
    length = section.sheet.text_width - rule.left - rule.right

    assert 1 / 3 <= length / width_pt(reference.lines[0], Face.ITALIC, 14) <= 1 / 2


def test_a_table_in_the_docx(tmp_path: Path) -> None:
    body, _ = document(paper(block("x"), TABLE), tmp_path)
    table = body.findall(tag("tbl"))[1]
    rows = table.findall(tag("tr"))
    grid = [int(each.get(tag("w"), "0")) for each in table.iter(tag("gridCol"))]
    spans = [[len(each.findall(f"{tag('tcPr')}/{tag('vMerge')}")) for each in line.iter(tag("tc"))] for line in rows]

    assert sum(grid) == 9355
    assert [line.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None for line in rows] == [True, True, False, False]
    assert all(line.find(f"{tag('trPr')}/{tag('cantSplit')}") is not None for line in rows)
    assert spans == [[1, 0], [1, 0, 0], [0, 0, 0], [0, 0]]
    assert {each.get(tag("name")) for each in table.iter(tag("bookmarkStart"))} == {f"_{ANCHOR}"}
    assert all(each.find(f"{tag('pPr')}/{tag('keepNext')}") is not None for each in rows[-1].iter(tag("p")))
    assert body[-2].tag == tag("p")


def test_tables_never_touch(tmp_path: Path) -> None:
    body, _ = document(paper(TABLE, TABLE, type_name=None, subject=None), tmp_path)
    kinds = [child.tag for child in body]

    assert [*pairwise(kinds)].count((tag("tbl"), tag("tbl"))) == 0


def test_annexes_are_sections_of_their_own_with_pages_from_one(tmp_path: Path) -> None:
    body, _ = document(paper(block("x"), annexes=(ANNEX, ANNEX)), tmp_path)
    sections = [*body.iter(tag("sectPr"))]
    sizes = [section.find(tag("pgSz")) for section in sections]
    numbers = [section.find(tag("pgNumType")) for section in sections]

    assert sections[-1].getparent() is body
    assert [size is not None and size.get(tag("orient")) for size in sizes] == [None, "landscape", "landscape"]
    assert [number is not None and number.get(tag("start")) for number in numbers] == [False, "1", "1"]
    assert all(section.find(tag("titlePg")) is not None for section in sections)
    assert all(len(section.findall(tag("headerReference"))) == 2 for section in sections)


def test_centred_lines_have_a_level_and_no_heading_style(tmp_path: Path) -> None:
    body, _ = document(paper(block("Chương I", Role.CENTRED, 1), block("QUYẾT ĐỊNH:", Role.CENTRED)), tmp_path)
    found = [
        (each.findall(f"{tag('pPr')}/{tag('outlineLvl')}"), "".join(map(str, each.itertext())))
        for each in body.findall(tag("p"))
        if (style := each.find(f"{tag('pPr')}/{tag('pStyle')}")) is not None and style.get(tag("val")) == "GiuaDong"
    ]

    assert [(len(levels), text) for levels, text in found] == [(1, "Chương I"), (0, "QUYẾT ĐỊNH:")]


@pytest.mark.usefixtures("drawing")
def test_a_chart_is_two_pictures_and_words(tmp_path: Path) -> None:
    body, parts = document(paper(block("x"), CHART), tmp_path)
    (properties,) = body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")

    assert properties.get("descr") == CHART.alternative
    assert {"word/media/chart1.png", "word/media/chart1.svg"} <= parts.keys()
    assert b"image/svg+xml" in parts[CONTENT_TYPES]
    assert b"media/chart1.svg" in parts["word/_rels/document.xml.rels"]


@pytest.mark.usefixtures("drawing")
def test_a_chart_for_typst_is_its_vectors_and_words() -> None:
    data: Any = json.loads(json.dumps(layout_data(paper(CHART), "Tinos")))
    (entry,) = data["sections"][0]["body"]

    assert entry["svg"].startswith("<svg")
    assert entry["alternative"] == CHART.alternative
    assert entry["width"] == pytest.approx(PORTRAIT.text_width)


def test_typst_gets_no_cell_twice() -> None:
    data: Any = layout_data(paper(TABLE), "Tinos")
    (entry,) = data["sections"][0]["body"]

    assert [[each["runs"] for each in line["cells"]] for line in entry["rows"]] == [
        [["STT"], ["Kết quả"]],
        [["Đăng ký"], ["Vượt mức"]],
        [["1"], ["Thi đua"], ["200"]],
        [["Tổng"], [""]],
    ]


def test_markdown_has_one_head_and_the_values_of_a_chart() -> None:
    text = write_markdown(paper(TABLE, CHART, annexes=(ANNEX,))).decode()
    lines = [line.replace(" ", "") for line in text.splitlines() if line.startswith("|")]

    assert lines.count("|STT|Kếtquả-Đăngký|Kếtquả-Vượtmức|") == 2
    assert "|2021|1,5|" in lines
    assert "|2022||" in lines
    assert "# Phụ lục I" in text


@pytest.mark.usefixtures("drawing")
def test_the_web_page_has_merged_cells_and_the_picture_inside() -> None:
    page = write_html(paper(TABLE, CHART, block("Ghi chú", Role.NOTE), annexes=(ANNEX,))).decode()

    assert page.count('<th rowspan="2"') == 2
    assert 'src="data:image/svg+xml;base64,' in page
    assert "Năm 2021: &lt;1,5&gt; &quot;tập thể&quot;." in page
    assert '<div class="note">' in page


def test_a_table_of_thousands_of_cells_is_arranged_at_once() -> None:
    rows = tuple(row(*(f"{number} thi đua khen thưởng" for _ in range(8))) for number in range(200))
    made = arrange_sections(paper(Table((1.0,) * 8, (row(*"abcdefgh"),), rows, compact=True)), LOOKS)

    (table,) = made[0].body
    assert not isinstance(table, BodyChart)
    assert isinstance(table, BodyTable)
    assert len(table.paragraphs) == 8 * 201
