"""A reading becomes a DOCX of its words, which reads back as the same words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from planforge.redline.redline import compare
from planforge.review.plain_docx import plain_docx
from planforge.review.table_of_origins import origins_beside
from planforge.verify.docx import read_docx
from planforge.verify.reading import Cell, Paragraph, Reading, Run


def reading(*texts: str | Paragraph) -> Reading:
    made = [text if isinstance(text, Paragraph) else Paragraph(text, runs=(Run(text),)) for text in texts]
    return Reading(tuple(replace(one, ordinal=number) for number, one in enumerate(made, start=1)))


def read_back(folder: Path, made: Reading) -> Reading:
    (folder / "plain.docx").write_bytes(plain_docx(made))
    return read_docx(folder / "plain.docx")


def test_the_words_come_back_with_blanks_folded_and_nothing_empty(tmp_path: Path) -> None:
    made = reading("KẾ HOẠCH", "", "một\thai\nba   bốn", "<b>&amp;</b> \x07", "  ")
    assert [one.text for one in read_back(tmp_path, made).paragraphs] == [
        "KẾ HOẠCH",
        "một hai ba bốn",
        "<b>&amp;</b> \N{REPLACEMENT CHARACTER}",
    ]


def test_a_table_with_borders_is_a_table_and_columns_without_are_text(tmp_path: Path) -> None:
    def cell(text: str, row: int, column: int, *, bordered: bool) -> Paragraph:
        return Paragraph(text, cell=Cell(0 if bordered else 1, row, column, 2, bordered=bordered))

    made = reading(
        cell("CỤM", 0, 0, bordered=False),
        cell("Số: 1", 0, 1, bordered=False),
        *[cell(f"{row}{column}", row, column, bordered=True) for row in (0, 1) for column in (0, 1)],
    )
    found = [
        (one.text, (one.cell.row, one.cell.column) if one.cell else None)
        for one in read_back(tmp_path, made).paragraphs
    ]
    assert found[:6] == [
        ("CỤM", None),
        ("Số: 1", None),
        ("00", (0, 0)),
        ("01", (0, 1)),
        ("10", (1, 0)),
        ("11", (1, 1)),
    ]


def test_numbers_that_word_adds_are_written_out(tmp_path: Path) -> None:
    made = reading(Paragraph("Mục đích", auto_number="1."))
    assert read_back(tmp_path, made).paragraphs[0].text == "1. Mục đích"


def test_headings_keep_their_rank() -> None:
    old = plain_docx(reading("I. MỤC ĐÍCH", "1. Yêu cầu", "Một câu."))
    new = plain_docx(reading("I. MỤC ĐÍCH", "1. Yêu cầu", "Hai câu."))
    assert [one.level for one in compare(old, new).paragraphs] == [1, 2, 0]


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert plain_docx(reading("một", "hai")) == plain_docx(reading("một", "hai"))


def test_origins_are_read_from_the_table_beside_a_file(tmp_path: Path) -> None:
    rows = """{"traces": [
        {"anchor": "pf1", "data": [{"path": "data/a.yaml", "line": 3}], "template": []},
        {"anchor": "pf2", "data": [], "template": [{"path": "templates/a.md.j2", "line": 9}]},
        {"anchor": "pf3", "data": [], "template": []}]}"""
    (tmp_path / "a.provenance.json").write_text(rows, encoding="utf-8")
    found = origins_beside(tmp_path / "b.docx", tmp_path / "a.docx")
    assert {anchor: source.place for anchor, source in found.items()} == {
        "pf1": "data/a.yaml:3",
        "pf2": "templates/a.md.j2:9",
    }
