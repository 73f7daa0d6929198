"""What the paragraphs of a DOCX say, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.unit.verify.docx_maker import first_of, paragraph, reading_of, run, style

from planforge.verify.reading import Bookmark, Where
from planforge.write.wordml import Element, text_run, w

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML = "urn:schemas-microsoft-com:vml"


def start(number: int, name: str) -> Element:
    return w("bookmarkStart", id=number, name=name)


def end(number: int) -> Element:
    return w("bookmarkEnd", id=number)


def field(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def instruction(text: str) -> Element:
    element = w("instrText")
    element.text = text
    return w("r", element)


def alternatives(choice: Element, fallback: Element) -> Element:
    element = etree.Element(f"{{{MC}}}AlternateContent", nsmap={"mc": MC})
    etree.SubElement(element, f"{{{MC}}}Choice", Requires="wps").append(choice)
    etree.SubElement(element, f"{{{MC}}}Fallback").append(fallback)
    return element


def boxed(*content: Element) -> Element:
    shape = etree.Element(f"{{{VML}}}shape", style="width:200pt;height:50pt", nsmap={"v": VML})
    etree.SubElement(shape, f"{{{VML}}}textbox").append(w("txbxContent", *content))
    return w("r", w("pict", shape))


def test_a_paragraph_has_a_text_a_style_and_bookmarks(tmp_path: Path) -> None:
    named = w("style", w("name", val="Số và ký hiệu"), styleId="SoKyHieu")
    content = w(
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
    read = first_of(tmp_path, content, styles=w("styles", named))

    assert (read.text, read.style) == ("Số: 05\n/KH", "Số và ký hiệu")
    assert read.bookmarks == (Bookmark("outer", 0, 10), Bookmark("inner", 4, 6))


def test_a_bookmark_over_several_paragraphs_covers_a_part_of_each(tmp_path: Path) -> None:
    first = w("p", text_run("ab"), start(1, "x"), text_run("c"))
    last = w("p", text_run("d"), end(1), text_run("e"))
    reading = reading_of(tmp_path, first, w("p", text_run("mn")), last)

    assert [paragraph.bookmarks for paragraph in reading.paragraphs] == [
        (Bookmark("x", 2, 3),),
        (Bookmark("x", 0, 2),),
        (Bookmark("x", 0, 1),),
    ]


def test_a_bookmark_may_begin_and_end_between_paragraphs(tmp_path: Path) -> None:
    content = (start(1, "x"), paragraph("ab"), end(1), paragraph("cd"))

    assert [one.bookmarks for one in reading_of(tmp_path, *content).paragraphs] == [(Bookmark("x", 0, 2),), ()]


def test_cells_are_read_row_by_row(tmp_path: Path) -> None:
    cells = [w("tc", paragraph(text)) for text in "abc"]
    table = w("tbl", w("tr", cells[0], cells[1]), w("tr", cells[2]))

    assert reading_of(tmp_path, table, paragraph("d")).text == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (w("tab"), "\t"),
        (w("br"), "\n"),
        (w("cr"), "\n"),
        (w("br", type="column"), "\n"),
        (w("noBreakHyphen"), "\N{NON-BREAKING HYPHEN}"),
        (w("softHyphen"), "\N{SOFT HYPHEN}"),
        (w("sym", font="Wingdings", char="F0A8"), "□"),
        (w("sym", font="Symbol", char="F0B7"), "•"),
        (w("sym", char="2013"), "–"),
        (w("sym", char="D800"), ""),
        (w("sym", char="x"), ""),
        (w("footnoteReference", id=2), ""),
        (w("lastRenderedPageBreak"), ""),
    ],
)
def test_marks_are_letters(tmp_path: Path, mark: Element, text: str) -> None:
    assert first_of(tmp_path, w("p", run("a"), w("r", mark), run("b"))).text == f"a{text}b"


def test_blanks_are_kept_only_where_that_is_asked_for(tmp_path: Path) -> None:
    trimmed = w("t")
    trimmed.text = "\n  chữ\n và  "

    assert first_of(tmp_path, w("p", run(" a "), w("r", trimmed), run(" b\t"))).text == " a chữ  và b "


def test_what_was_deleted_or_moved_away_is_gone(tmp_path: Path) -> None:
    deleted, inserted = w("del", text_run("old")), w("ins", text_run("new"))
    content = w("p", deleted, inserted, w("moveFrom", text_run("x")), w("moveTo", text_run("y")))

    assert first_of(tmp_path, content).text == "newy"


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    gone = w("p", w("pPr", w("rPr", w("del", id=1))), run("Kế "))
    reading = reading_of(tmp_path, gone, paragraph("hoạch"), paragraph("b"))

    assert reading.text == "Kế hoạch\nb"


def test_rows_that_were_deleted_are_gone(tmp_path: Path) -> None:
    rows = [w("tr", w("trPr", w("del", id=1)), w("tc", paragraph("a"))), w("tr", w("tc", paragraph("b")))]

    assert reading_of(tmp_path, w("tbl", *rows), paragraph("c")).text == "b\nc"


def test_containers_of_runs_and_paragraphs_are_looked_into(tmp_path: Path) -> None:
    inner = w("hyperlink", w("smartTag", w("sdt", w("sdtPr"), w("sdtContent", run("a")))), run("b"))
    content = w("sdt", w("sdtContent", w("customXml", w("p", inner, w("bdo", run("c"))))))

    assert reading_of(tmp_path, content, paragraph("d")).text == "abc\nd"


def test_only_the_choice_of_alternatives_is_read(tmp_path: Path) -> None:
    inline = alternatives(run("a"), run("b"))
    block = alternatives(paragraph("c"), paragraph("d"))

    assert reading_of(tmp_path, w("p", inline), block, paragraph("e")).text == "a\nc\ne"


def test_a_box_stands_behind_the_paragraph_it_is_anchored_in(tmp_path: Path) -> None:
    drawing = alternatives(boxed(paragraph("b"), paragraph("c"))[0], boxed(paragraph("twice"))[0])
    reading = reading_of(tmp_path, w("p", w("r", drawing), run("a")), paragraph("d"))

    assert [(one.text, one.where) for one in reading.paragraphs] == [
        ("a", Where.BODY),
        ("b", Where.BOX),
        ("c", Where.BOX),
        ("d", Where.BODY),
    ]


def test_notes_stand_at_the_end(tmp_path: Path) -> None:
    notes = w(
        "footnotes",
        w("footnote", paragraph("line"), type="separator", id=-1),
        w("footnote", paragraph("note"), id=2),
    )
    reading = reading_of(tmp_path, paragraph("a"), footnotes=notes)

    assert [(one.text, one.where) for one in reading.paragraphs] == [("a", Where.BODY), ("note", Where.NOTE)]


def fields(folder: Path, *content: Element) -> list[tuple[str, str]]:
    return [(one.text, one.field) for one in first_of(folder, w("p", *content)).runs]


def test_fields_name_what_made_their_text(tmp_path: Path) -> None:
    begin, separate, finish = field("begin"), field("separate"), field("end")
    page = (begin, instruction(" PA"), instruction("GE  \\* MERGEFORMAT "), separate, run("2"), finish)

    assert fields(tmp_path, run("- "), *page, run(" -")) == [("- ", ""), ("2", "PAGE"), (" -", "")]
    assert fields(tmp_path, w("fldSimple", run("3"), instr=" page ")) == [("3", "PAGE")]


def test_a_number_that_is_not_yet_worked_out_is_some_number(tmp_path: Path) -> None:
    assert fields(tmp_path, field("begin"), instruction("PAGE"), field("end")) == [("1", "PAGE")]
    assert fields(tmp_path, w("fldSimple", instr="PAGE")) == [("1", "PAGE")]
    assert fields(tmp_path, w("r", w("pgNum"))) == [("1", "PAGE")]


def test_fields_in_fields_and_torn_fields(tmp_path: Path) -> None:
    inner = (field("begin"), instruction("PAGE"), field("separate"), run("2"), field("end"))
    outer = (field("begin"), instruction("IF "), *inner, instruction(" > 1"), field("separate"), run("x"), field("end"))

    assert fields(tmp_path, *outer, run("y")) == [("x", "IF"), ("y", "")]
    torn = reading_of(tmp_path, w("p", field("begin"), instruction("PAGE")), paragraph("text"))
    assert [one.text for one in torn.paragraphs] == ["", "text"]
    assert fields(tmp_path, field("end"), field("separate"), run("a")) == [("a", "")]


def test_a_field_may_go_over_several_paragraphs(tmp_path: Path) -> None:
    first = w("p", field("begin"), instruction("TOC"), field("separate"), run("a"))
    reading = reading_of(tmp_path, first, w("p", run("b"), field("end"), run("c")))

    assert [[(run.text, run.field) for run in one.runs] for one in reading.paragraphs] == [
        [("a", "TOC")],
        [("b", "TOC"), ("c", "")],
    ]


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    picture = etree.Element("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic")
    content = w(
        "p",
        etree.Element(f"{{{MATH}}}oMath"),
        w("r", w("object")),
        w("r", w("drawing", picture)),
        w("r", w("drawing", etree.Element("{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"))),
    )
    reading = reading_of(tmp_path, content, w("altChunk"), paragraph("a"))

    assert reading.unread == ("formula", "embedded object", "picture", "chart", "embedded document")


def test_the_text_of_a_paragraph_is_that_of_its_runs(tmp_path: Path) -> None:
    look = w("rFonts", ascii="Arial", hAnsi="Times New Roman")
    found = first_of(tmp_path, w("p", run("Kế hoạch", look, w("caps")), run("x", w("vanish")), w("r", w("br"))))

    assert found.text == "".join(one.text for one in found.runs) == "KẾ HOẠCHx\n"


def test_a_style_of_another_kind_is_no_style(tmp_path: Path) -> None:
    styles = w("styles", style("C", w("rPr", w("b")), kind="character"))
    found = first_of(tmp_path, paragraph("a", w("pStyle", val="C")), styles=styles)

    assert (found.style, found.runs[0].bold) == ("", False)
