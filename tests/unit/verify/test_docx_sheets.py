"""Sections, headers and footers, and what a file says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.unit.verify.docx_maker import packed, paragraph, reading_of, reference, run, style, written

from planforge.errors import UserError
from planforge.verify.docx import read_docx
from planforge.verify.reading import Font, Reading, Where
from planforge.write.wordml import Element, w

A4 = {"w": 11906, "h": 16838}
MARGINS = {"top": 1134, "bottom": 1134, "left": 1701, "right": 850, "header": 567, "footer": 567}


def section(*content: Element, **margins: int) -> Element:
    return w("sectPr", *content, w("pgSz", **A4), w("pgMar", **{**MARGINS, **margins}))


def ended(text: str, properties: Element) -> Element:
    return w("p", w("pPr", properties), run(text))


def head(text: str) -> Element:
    return w("hdr", paragraph(text))


def headers(reading: Reading) -> list[tuple[list[str], list[str]]]:
    return [([one.text for one in sheet.header], [one.text for one in sheet.first_header]) for sheet in reading.sheets]


def test_a_sheet_has_a_size_and_margins(tmp_path: Path) -> None:
    [sheet] = reading_of(tmp_path, paragraph("a"), section()).sheets

    assert (sheet.width, sheet.height, sheet.landscape) == (595.3, 841.9, False)
    assert (sheet.top, sheet.bottom, sheet.left, sheet.right) == (56.7, 56.7, 85.05, 42.5)
    assert (sheet.header_distance, sheet.starts_page, sheet.different_first) == (28.35, True, False)
    assert (sheet.number_format, sheet.first_number, sheet.even_header) == ("decimal", None, None)


def test_the_gutter_takes_from_the_left_or_from_the_top(tmp_path: Path) -> None:
    [left] = reading_of(tmp_path, paragraph("a"), section(gutter=200)).sheets
    settings = w("settings", w("gutterAtTop"))
    [top] = reading_of(tmp_path, paragraph("a"), section(gutter=200, top=-1134), settings=settings).sheets

    assert (left.left, left.top) == (95.05, 56.7)
    assert (top.left, top.top) == (85.05, 66.7)


def test_a_file_without_a_section_has_the_sheet_of_the_program(tmp_path: Path) -> None:
    [sheet] = reading_of(tmp_path, paragraph("a")).sheets

    assert (sheet.width, sheet.height, sheet.left) == (612.0, 792.0, None)


def test_sections_count_and_turn_the_page(tmp_path: Path) -> None:
    landscape = w("sectPr", w("pgSz", w=16838, h=11906, orient="landscape"), w("pgNumType", start=1, fmt="lowerRoman"))
    last = w("sectPr", w("type", val="continuous"))
    reading = reading_of(tmp_path, paragraph("a"), ended("b", section()), ended("c", landscape), paragraph("d"), last)

    assert [one.section for one in reading.paragraphs] == [0, 0, 1, 2]
    assert [(one.landscape, one.first_number, one.number_format, one.starts_page) for one in reading.sheets] == [
        (False, None, "decimal", True),
        (True, 1, "lowerRoman", True),
        (False, None, "decimal", False),
    ]


def test_what_a_section_was_before_a_change_is_no_section(tmp_path: Path) -> None:
    changed = w("sectPr", w("pgSz", **A4), w("sectPrChange", w("sectPr", w("pgSz", w=1000, h=1000)), id=1))

    assert [sheet.height for sheet in reading_of(tmp_path, paragraph("a"), changed).sheets] == [841.9]


def test_headers_are_inherited_kind_by_kind(tmp_path: Path) -> None:
    first = section(reference("header", "default", "header1"), reference("header", "first", "header2"), w("titlePg"))
    second = section(reference("header", "default", "header3"))
    third = section(w("titlePg"))
    content = (ended("a", first), ended("b", second), paragraph("c"), third)
    reading = reading_of(tmp_path, *content, header1=head("1"), header2=head("2"), header3=head("3"))

    assert headers(reading) == [(["1"], ["2"]), (["3"], ["3"]), (["3"], ["2"])]
    assert [sheet.different_first for sheet in reading.sheets] == [True, False, True]


def test_a_first_page_that_differs_and_has_no_header_shows_none(tmp_path: Path) -> None:
    one = section(reference("header", "default", "header1"), w("titlePg"))

    assert headers(reading_of(tmp_path, paragraph("a"), one, header1=head("1"))) == [(["1"], [])]


def test_even_pages_differ_where_the_file_says_so(tmp_path: Path) -> None:
    def made(*settings: Element) -> list[list[str] | None]:
        one = section(reference("header", "default", "header1"), reference("footer", "even", "footer1"))
        parts = {"header1": head("1"), "footer1": w("ftr", paragraph("2")), "settings": w("settings", *settings)}
        [sheet] = reading_of(tmp_path, paragraph("a"), one, **parts).sheets
        return [
            None if shown is None else [paragraph.text for paragraph in shown]
            for shown in (sheet.even_header, sheet.even_footer)
        ]

    assert made() == [None, None]
    assert made(w("evenAndOddHeaders")) == [[], ["2"]]


def test_paragraphs_of_headers_are_counted_behind_the_others(tmp_path: Path) -> None:
    page = w("p", w("pPr", w("jc", val="center")), w("fldSimple", run("2"), instr="PAGE"))
    one = section(reference("header", "default", "header1"), reference("footer", "default", "footer1"))
    reading = reading_of(
        tmp_path,
        paragraph("a"),
        one,
        header1=w("hdr", page),
        footer1=w("ftr", w("sdt", w("sdtContent", paragraph("x")))),
    )
    [sheet] = reading.sheets

    assert [(one.text, one.where, one.ordinal) for one in (*sheet.header, *sheet.footer)] == [
        ("2", Where.HEADER, 2),
        ("x", Where.FOOTER, 3),
    ]
    assert sheet.header[0].runs[0].field == "PAGE"
    assert sheet.header[0].align == "centre"


def test_a_header_that_is_not_in_the_file_is_missed(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"docx\.missing_part"):
        reading_of(tmp_path, paragraph("a"), section(reference("header", "default", "header1")))


def test_columns_are_narrower_than_the_sheet(tmp_path: Path) -> None:
    one = section(w("cols", num=2, space=400))
    line = w("pBdr", w("bottom", val="single", sz=6))
    [found] = reading_of(tmp_path, paragraph("a", line), one).paragraphs

    assert found.stroke is not None
    assert found.stroke.length == pytest.approx((595.3 - 85.05 - 42.5 - 20) / 2)


def test_fonts_are_those_of_what_is_seen(tmp_path: Path) -> None:
    table = w("fonts", w("font", w("embedRegular"), name="Arial"), w("font", name="Calibri"))
    arial = w("rFonts", ascii="Arial")
    reading = reading_of(tmp_path, w("p", run("a", arial), run("b")), fontTable=table)

    assert reading.fonts == (Font("Arial", embedded=True), Font("Times New Roman", embedded=False))


def test_the_language_is_that_of_text_that_says_nothing(tmp_path: Path) -> None:
    defaults = w("docDefaults", w("rPrDefault", w("rPr", w("lang", val="en-US"))))
    normal = style("N", w("rPr", w("lang", val="vi-VN")), default=True)

    assert reading_of(tmp_path, paragraph("a")).language is None
    assert reading_of(tmp_path, paragraph("a"), styles=w("styles", defaults)).language == "en-US"
    assert reading_of(tmp_path, paragraph("a"), styles=w("styles", defaults, normal)).language == "vi-VN"


def test_what_a_file_says_of_itself(tmp_path: Path) -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Kế hoạch </dc:title><dc:creator>Cụm</dc:creator>'
        "<c:revision>2</c:revision><dc:subject/></c:coreProperties>"
    )
    application = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Word</Application></Properties>"
    )
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
        '<property name="Số"><v:x xmlns:v="v">05</v:x></property></Properties>'
    )
    parts = packed(paragraph("a"))
    relations = etree.fromstring(parts["_rels/.rels"])
    for name, kind, content in (
        ("core.xml", "metadata/core-properties", core),
        ("app.xml", "extended-properties", application),
        ("custom.xml", "custom-properties", custom),
    ):
        related = etree.SubElement(relations, relations[0].tag)
        related.attrib.update({"Id": name, "Type": f"http://x/{kind}", "Target": f"docProps/{name}"})
        parts[f"docProps/{name}"] = content.encode()
    parts["_rels/.rels"] = etree.tostring(relations)
    reading = read_docx(written(tmp_path / "a.docx", parts))

    assert (reading.title, reading.author) == ("Kế hoạch", "Cụm")
    assert reading.properties == {"Application": "Word", "Số": "05", "revision": "2"}
