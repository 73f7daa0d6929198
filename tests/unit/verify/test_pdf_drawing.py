"""What is drawn in a PDF besides letters: lines under paragraphs, underlines, highlights, tables, frames."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.verify.pdf_maker import LONG, read_bytes, set_by_typst
from tests.unit.verify.raw_pdf import page_of, text_at

from planforge.verify.reading import Paragraph, Reading

TITLE = text_at(250, 700, "Doc lap - Tu do", font="F2")
OTHER = text_at(90, 650, "Noi dung cua van ban")


def title_of(folder: Path, drawn: bytes) -> Paragraph:
    return read_bytes(folder, page_of([TITLE, drawn, OTHER])).paragraphs[0]


def cells(reading: Reading) -> list[tuple[str, int, int, int, int]]:
    return [
        (one.words, one.cell.table, one.cell.row, one.cell.column, one.cell.columns)
        for one in reading.paragraphs
        if one.cell
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        b"0.75 w 270 692 m 330 692 l S\n",
        b"270 691.6 60 0.75 re f\n",
        b"q .5 0 0 .5 0 0 cm 1.5 w 540 1384 m 660 1384 l S Q\n",
    ],
    ids=["stroked", "filled", "scaled"],
)
def test_a_line_under_a_paragraph_is_its_stroke(tmp_path: Path, drawn: bytes) -> None:
    stroke = title_of(tmp_path, drawn).stroke
    assert stroke is not None
    assert stroke.length == pytest.approx(60, abs=0.5)
    assert stroke.weight == pytest.approx(0.75, abs=0.05)
    assert (stroke.solid, stroke.colour) == (True, "000000")
    assert stroke.offset == pytest.approx(0, abs=4)


def test_a_line_in_pieces_is_one_line(tmp_path: Path) -> None:
    stroke = title_of(tmp_path, b"0.75 w 270 692 m 300 692 l S 300 692 m 330 692 l S 270 692 m 330 692 l S\n").stroke
    assert stroke is not None
    assert stroke.length == pytest.approx(60)


def test_a_dashed_line_is_not_solid(tmp_path: Path) -> None:
    stroke = title_of(tmp_path, b"[3 2] 0 d 270 692 m 330 692 l S [] 0 d\n").stroke
    assert stroke is not None
    assert stroke.solid is False


def test_a_line_of_the_width_right_under_the_letters_underlines(tmp_path: Path) -> None:
    width = title_of(tmp_path, b"").box
    assert width is not None
    drawn = b"0.7 w %.2f 698.4 m %.2f 698.4 l S\n" % (width.left, width.right)
    title = title_of(tmp_path, drawn)
    assert (title.stroke, title.runs[0].underline) == (None, True)


def test_a_line_far_below_belongs_to_nothing(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, page_of([TITLE, b"0.75 w 100 400 m 200 400 l S\n", OTHER]))
    assert [one.stroke for one in reading.paragraphs] == [None, None]
    assert len(reading.strokes) == 1


def test_a_white_line_is_not_seen(tmp_path: Path) -> None:
    assert title_of(tmp_path, b"1 1 1 RG 270 692 m 330 692 l S 0 0 0 RG\n").stroke is None


def test_a_coloured_area_behind_words_highlights_them(tmp_path: Path) -> None:
    yellow = b"1 1 0 rg 88 646 140 16 re f 0 0 0 rg\n"
    reading = read_bytes(tmp_path, page_of([TITLE, yellow, OTHER]))
    assert [one.runs[0].highlighted for one in reading.paragraphs] == [False, True]


def test_a_table_with_borders_gives_cells(tmp_path: Path) -> None:
    table = f"""#table(columns: (40pt, 200pt, 100pt), [TT], [Nội dung], [Ghi chú],
      [1], [Cụm từ dài đến mức phải xuống dòng trong ô của bảng], [], [2], [Ngắn], [x])
    #par[{LONG}{LONG}]"""
    for text in (table, f"#pdf.artifact[{table}]"):
        reading = set_by_typst(tmp_path, text)
        assert cells(reading) == [
            ("TT", 0, 0, 0, 3),
            ("Nội dung", 0, 0, 1, 3),
            ("Ghi chú", 0, 0, 2, 3),
            ("1", 0, 1, 0, 3),
            ("Cụm từ dài đến mức phải xuống dòng trong ô của bảng", 0, 1, 1, 3),
            ("2", 0, 2, 0, 3),
            ("Ngắn", 0, 2, 1, 3),
            ("x", 0, 2, 2, 3),
        ]
        cell = reading.paragraphs[4].cell
        assert cell is not None
        assert cell.width == pytest.approx(200, abs=0.5)
        assert cell.bordered
        assert reading.paragraphs[-1].cell is None
        assert reading.strokes == ()


def test_cells_over_several_columns_are_counted_in_their_row(tmp_path: Path) -> None:
    table = """#table(columns: (60pt, 60pt, 60pt), table.cell(colspan: 2)[rộng], [a],
      table.cell(rowspan: 2)[cao], [b], [c], [d], [e])"""
    assert cells(set_by_typst(tmp_path, table)) == [
        ("rộng", 0, 0, 0, 2),
        ("a", 0, 0, 1, 2),
        ("cao", 0, 1, 0, 3),
        ("b", 0, 1, 1, 3),
        ("c", 0, 1, 2, 3),
        ("d", 0, 2, 1, 3),
        ("e", 0, 2, 2, 3),
    ]


def test_a_table_goes_on_overleaf_and_its_head_is_told_once(tmp_path: Path) -> None:
    rows = ", ".join(f"[{number}], [dòng {number}]" for number in range(60))
    reading = set_by_typst(tmp_path, f"#table(columns: (60pt, 200pt), table.header([TT], [Tên]), {rows})")
    found = cells(reading)
    assert [one[0] for one in found] == ["TT", "Tên", *(word for n in range(60) for word in (str(n), f"dòng {n}"))]
    assert {one[1] for one in found} == {0}
    assert [one[2] for one in found] == [row for row in range(61) for _ in (0, 1)]
    assert {one.page for one in reading.paragraphs} == {1, 2, 3}


def test_a_frame_around_words_is_no_table(tmp_path: Path) -> None:
    reading = set_by_typst(tmp_path, f"#rect(stroke: 0.5pt)[*MẬT*]\n\n{LONG}{LONG}")
    assert [(one.cell, one.framed) for one in reading.paragraphs] == [(None, True), (None, False)]


def test_a_row_divided_by_the_end_of_a_page_is_one_row(tmp_path: Path) -> None:
    table = f"""#v(600pt)
    #table(columns: (40pt, 200pt, 100pt), [TT], [Nội dung], [Ghi chú], [1], [{LONG}{LONG}], [Xong], [2], [Hết], [x])"""
    for text in (table, f"#pdf.artifact[{table}]"):
        reading = set_by_typst(tmp_path, text)
        assert [(word, row, column) for word, _, row, column, _ in cells(reading)][3:] == [
            ("1", 1, 0),
            ((LONG + LONG).strip(), 1, 1),
            ("Xong", 1, 2),
            ("2", 2, 0),
            ("Hết", 2, 1),
            ("x", 2, 2),
        ]
        assert {line.page for line in reading.paragraphs[4].lines} == {1, 2}
