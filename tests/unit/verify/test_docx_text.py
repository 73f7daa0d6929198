from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from planforge.errors import UserError
from planforge.verify.docx import read_docx
from planforge.verify.reading import Bookmark
from planforge.write.package import packed
from planforge.write.wordml import Element, text_run, w


def written(folder: Path, *content: Element) -> Path:
    style = w("style", w("name", val="Số và ký hiệu"), styleId="SoKyHieu")
    path = folder / "a.docx"
    parts = {"word/document.xml": w("document", w("body", *content)), "word/styles.xml": w("styles", style)}
    path.write_bytes(packed({name: etree.tostring(part) for name, part in parts.items()}))
    return path


def start(number: int, name: str) -> Element:
    return w("bookmarkStart", id=number, name=name)


def end(number: int) -> Element:
    return w("bookmarkEnd", id=number)


def test_a_paragraph_has_a_text_a_style_and_bookmarks(tmp_path: Path) -> None:
    paragraph = w(
        "p",
        w("pPr", w("pStyle", val="SoKyHieu")),
        start(1, "outer"),
        text_run("Số: "),
        start(2, "inner"),
        text_run("05"),
        end(2),
        w("r", w("br")),
        text_run("/KH"),
        end(1),
    )
    marks = (Bookmark("outer", 0, 10), Bookmark("inner", 4, 6))

    [read] = read_docx(written(tmp_path, paragraph)).paragraphs

    assert (read.text, read.style, read.bookmarks) == ("Số: 05\n/KH", "Số và ký hiệu", marks)


def test_cells_are_read_row_by_row(tmp_path: Path) -> None:
    cells = [w("tc", w("p", text_run(text))) for text in "abc"]
    table = w("tbl", w("tr", cells[0], cells[1]), w("tr", cells[2]))

    assert read_docx(written(tmp_path, table, w("p", text_run("d")))).text == "a\nb\nc\nd"


def test_a_bookmark_over_several_paragraphs_covers_a_part_of_each(tmp_path: Path) -> None:
    first = w("p", text_run("ab"), start(1, "x"), text_run("c"))
    last = w("p", text_run("d"), end(1), text_run("e"))
    reading = read_docx(written(tmp_path, first, w("p", text_run("mn")), last))

    assert [paragraph.bookmarks for paragraph in reading.paragraphs] == [
        (Bookmark("x", 2, 3),),
        (Bookmark("x", 0, 2),),
        (Bookmark("x", 0, 1),),
    ]


def test_deleted_text_is_not_read_and_inserted_text_is(tmp_path: Path) -> None:
    deleted, inserted = w("del", text_run("old")), w("ins", text_run("new"))

    assert read_docx(written(tmp_path, w("p", deleted, inserted))).text == "new"


def test_what_is_no_docx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no zip")

    with pytest.raises(UserError, match=r"docx\.not_word"):
        read_docx(path)
