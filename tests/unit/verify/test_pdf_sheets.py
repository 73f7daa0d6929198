"""Pages of a PDF: their size, the room around the text, page numbers, headers, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.unit.verify.pdf_maker import LONG, read_bytes, set_by_typst, texts
from tests.unit.verify.raw_pdf import Objects, one_page, stream, text_at, written

from planforge.rule import Medium
from planforge.verify.reading import Align, Where

NUMBERED = """#set page(header-ascent: 20pt, header: context {
  let page = counter(page).get().first()
  if page > 1 { align(center)[#page] }
})
"""


def pages_of(contents: Sequence[bytes]) -> bytes:
    """A file of several pages."""
    objects: Objects = one_page(b"")
    kids = []
    for number, content in enumerate(contents):
        page, text = 20 + 2 * number, 21 + 2 * number
        objects[page] = objects[3].replace(b"/Contents 5 0 R", b"/Contents %d 0 R" % text)
        objects[text] = stream(content)
        kids.append(b"%d 0 R" % page)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return written(objects)


def test_size_and_margins_are_those_of_the_text(tmp_path: Path) -> None:
    (sheet, _) = set_by_typst(tmp_path, f"{NUMBERED}{LONG * 16}").sheets
    assert sheet.width == pytest.approx(595.28, abs=0.1)
    assert sheet.height == pytest.approx(841.89, abs=0.1)
    assert sheet.left == pytest.approx(85.05, abs=0.5)
    assert sheet.right == pytest.approx(42.5, abs=0.7)
    # The first line is as high as single spacing makes it, not as its exact spacing.
    assert sheet.top == pytest.approx(56.7 + 14.4 - 0.891 * 14, abs=0.2)
    assert sheet.bottom is not None
    assert 56 <= sheet.bottom < 56.7 + 18
    assert (sheet.full, sheet.landscape) == (True, False)


def test_a_last_page_is_not_full(tmp_path: Path) -> None:
    assert [sheet.full for sheet in set_by_typst(tmp_path, LONG * 16).sheets] == [True, False]


def test_page_numbers_are_no_text(tmp_path: Path) -> None:
    reading = set_by_typst(tmp_path, f"{NUMBERED}{LONG * 30}")
    assert [sheet.shown_number for sheet in reading.sheets] == [None, "2", "3"]
    assert texts(reading) == [(LONG * 30).strip()]
    (number,) = reading.sheets[1].header
    assert (number.text, number.where, number.align, number.page) == ("2", Where.HEADER, Align.CENTRE, 2)
    assert number.centre == pytest.approx(0, abs=1)
    assert number.runs[0].size == 14
    assert reading.sheets[0].header == ()


@pytest.mark.parametrize("shown", ["2", "- 2 -", "2/9", "Trang 2", "ii"])
def test_a_number_at_the_foot_is_told_as_such(tmp_path: Path, shown: str) -> None:
    body = text_at(90, 700, "Noi dung cua van ban")
    (sheet,) = read_bytes(tmp_path, pages_of([body + text_at(300, 30, shown)])).sheets
    assert [one.text for one in sheet.footer] == [shown]
    assert sheet.shown_number in {"2", "ii"}


def test_a_number_in_the_text_stays_there(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, pages_of([text_at(90, 700, "Noi dung") + text_at(90, 600, "2")]))
    assert texts(reading) == ["Noi dung", "2"]


def test_what_every_page_repeats_in_its_margin_is_a_header(tmp_path: Path) -> None:
    pages = [text_at(400, 810, "Du thao lan 2") + text_at(90, 700, f"Trang thu {number}") for number in range(4)]
    reading = read_bytes(tmp_path, pages_of(pages))
    assert len(reading.paragraphs) == 4
    assert all(sheet.header[0].text == "Du thao lan 2" for sheet in reading.sheets)


def test_the_file_says_who_made_it(tmp_path: Path) -> None:
    reading = set_by_typst(tmp_path, LONG)
    assert (reading.language, reading.title, reading.author) == ("vi", "Kế hoạch mẫu", "Cụm Thi đua số 0")
    assert (reading.medium, reading.page_count, reading.unread) == (Medium.PDF, 1, ())
    assert reading.properties["Creator"].startswith("Typst")


def test_a_file_without_words_about_itself(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, pages_of([text_at(90, 700, "Noi dung")]))
    assert (reading.language, reading.title, reading.author, reading.properties) == (None, None, None, {})
