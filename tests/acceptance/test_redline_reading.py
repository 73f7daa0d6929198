"""The redline engine reads every real paper as the reader of files does, and finds no change where there is none."""

from __future__ import annotations

import pytest
from tests.acceptance.conftest import Papers

from planforge.redline.comparison import ComparedParagraph
from planforge.redline.redline import compare
from planforge.verify.docx import read_docx
from planforge.verify.reading import Paragraph, Reading, Where

pytestmark = pytest.mark.acceptance


def everything(reading: Reading) -> dict[int, Paragraph]:
    """All paragraphs by their number, those of headers and footers too."""
    heads = [
        paragraph
        for sheet in reading.sheets
        for story in (sheet.header, sheet.footer, sheet.first_header, sheet.first_footer)
        for paragraph in story
    ]
    return {paragraph.ordinal: paragraph for paragraph in (*reading.paragraphs, *heads)}


def words(paragraph: ComparedParagraph) -> str:
    return " ".join("".join(piece.text for piece in paragraph.pieces if not piece.opaque).split())


def looks(paragraph: ComparedParagraph) -> set[tuple[bool | None, ...]]:
    return {
        (piece.bold, piece.italic, piece.underline)
        for piece in paragraph.pieces
        if piece.text.strip() and not piece.opaque
    }


def test_a_comparison_counts_and_reads_the_paragraphs_of_every_paper_as_a_reading_does(all_papers: Papers) -> None:
    assert len(all_papers) > 40
    for name, made in all_papers.items():
        read = everything(read_docx(made.docx))
        content = made.docx.read_bytes()
        comparison = compare(content, content)
        assert comparison.equal, name
        found = {one.new: one for one in comparison.paragraphs if one.new is not None}
        assert found.keys() <= read.keys(), name
        for number, paragraph in read.items():
            one = found.get(number)
            if one is None:
                # A reading counts a header once for every section that shows it.
                assert paragraph.where in {Where.HEADER, Where.FOOTER}, (name, number)
                assert paragraph.section > 0, (name, number)
                continue
            assert words(one) == paragraph.words, (name, number)
            assert looks(one) == {(run.bold, run.italic, run.underline) for run in paragraph.shown_runs}, (name, number)
            assert one.align == paragraph.align, (name, number)
            anchors = {mark.name[1:] for mark in paragraph.bookmarks if mark.name.startswith("_pf")}
            assert anchors == {anchor for piece in one.pieces for anchor in piece.anchors} | {*one.new_anchors}
