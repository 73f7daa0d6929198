"""How runs look after all levels of the inheritance (ECMA-376 part 1, 17.7.2 and 17.7.3)."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.unit.verify.docx_maker import first_of, paragraph, reading_of, run, style

from planforge.verify.reading import BLACK, Run
from planforge.write.wordml import Element, w

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = f"""<a:theme xmlns:a="{A}"><a:themeElements><a:clrScheme name="x">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:accent1><a:srgbClr val="4472c4"/></a:accent1></a:clrScheme>
<a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/></a:minorFont></a:fontScheme>
</a:themeElements></a:theme>"""


def defaults(*run_properties: Element) -> Element:
    return w("docDefaults", w("rPrDefault", w("rPr", *run_properties)))


def fonts(**slots: str) -> Element:
    return w("rFonts", **slots)


def all_fonts(name: str) -> Element:
    return fonts(ascii=name, hAnsi=name, cs=name, eastAsia=name)


def runs_of(folder: Path, *content: Element, styles: tuple[Element, ...] = (), **parts: Element) -> tuple[Run, ...]:
    return first_of(folder, w("p", *content), styles=w("styles", *styles), **parts).runs


def only_run(folder: Path, *content: Element, styles: tuple[Element, ...] = (), **parts: Element) -> Run:
    [found] = runs_of(folder, *content, styles=styles, **parts)
    return found


def named(name: str) -> Element:
    return w("pPr", w("pStyle", val=name))


def test_what_no_level_states_is_what_programs_show(tmp_path: Path) -> None:
    assert only_run(tmp_path, run("chữ")) == Run(
        "chữ", "Times New Roman", 10.0, False, False, False, BLACK, False, None, False, False, ""
    )


def test_a_nearer_level_beats_a_farther_one(tmp_path: Path) -> None:
    styles = (
        defaults(w("sz", val=20), all_fonts("Arial"), w("lang", val="en-US")),
        style("Base", w("rPr", w("sz", val=24), w("lang", val="vi-VN")), default=True),
        style("Body", w("rPr", w("sz", val=26)), based_on="Base"),
        style("Strong", w("rPr", w("sz", val=28)), kind="character"),
    )
    sizes = [
        only_run(tmp_path, *content, styles=styles).size
        for content in (
            (run("chữ"),),
            (named("Body"), run("chữ")),
            (named("Body"), run("chữ", w("rStyle", val="Strong"))),
            (named("Body"), run("chữ", w("rStyle", val="Strong"), w("sz", val=30))),
        )
    ]
    plain = only_run(tmp_path, named("Body"), run("chữ"), styles=styles)

    assert sizes == [12.0, 13.0, 14.0, 15.0]
    assert (plain.font, plain.language) == ("Arial", "vi-VN")


@pytest.mark.parametrize(
    ("paragraph_style", "character_style", "direct", "bold"),
    [
        (True, None, None, True),
        (True, True, None, False),
        (False, True, None, True),
        (None, True, None, True),
        (True, True, True, True),
        (True, None, False, False),
    ],
)
def test_styles_switch_bold_over_and_what_is_direct_holds(
    tmp_path: Path, paragraph_style: bool | None, character_style: bool | None, direct: bool | None, bold: bool
) -> None:
    def toggle(value: bool | None) -> list[Element]:
        return [] if value is None else [w("b", val=int(value))]

    styles = (
        style("P", w("rPr", *toggle(paragraph_style))),
        style("C", w("rPr", *toggle(character_style)), kind="character"),
    )
    shown = run("chữ", w("rStyle", val="C"), *toggle(direct))

    assert only_run(tmp_path, named("P"), shown, styles=styles).bold is bold


def test_within_one_chain_a_style_beats_what_it_is_based_on(tmp_path: Path) -> None:
    styles = (style("Base", w("rPr", w("b"))), style("Same", w("rPr", w("b")), based_on="Base"))

    assert only_run(tmp_path, named("Same"), run("chữ"), styles=styles).bold is True


def test_what_the_defaults_switch_on_no_style_switches_over(tmp_path: Path) -> None:
    styles = (defaults(w("i")), style("P", w("rPr", w("i"))))

    assert only_run(tmp_path, named("P"), run("chữ"), styles=styles).italic is True


def test_a_font_of_the_theme_beats_one_beside_it(tmp_path: Path) -> None:
    themed = fonts(asciiTheme="minorHAnsi", ascii="Times New Roman", hAnsiTheme="minorHAnsi", hAnsi="Times New Roman")
    found = only_run(tmp_path, run("chữ", themed), theme=etree.fromstring(THEME))

    assert (found.font, found.theme_font) == ("Calibri", True)


def test_a_font_that_the_theme_leaves_open_is_not_known(tmp_path: Path) -> None:
    found = only_run(tmp_path, run("chữ", fonts(hAnsiTheme="minorHAnsi", asciiTheme="minorHAnsi")))

    assert (found.font, found.theme_font) == (None, True)


def test_a_named_font_replaces_the_theme_of_a_farther_level(tmp_path: Path) -> None:
    styles = (defaults(fonts(asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi")),)
    found = only_run(tmp_path, run("chữ", all_fonts("Times New Roman")), styles=styles, theme=etree.fromstring(THEME))

    assert (found.font, found.theme_font) == ("Times New Roman", False)


def test_letters_with_marks_take_the_font_for_other_letters(tmp_path: Path) -> None:
    found = runs_of(tmp_path, run("Kế hoạch 05", fonts(ascii="Arial", hAnsi="Times New Roman")))

    assert [(one.text, one.font) for one in found] == [
        ("K", "Arial"),
        ("ế", "Times New Roman"),
        (" ho", "Arial"),
        ("ạ", "Times New Roman"),
        ("ch 05", "Arial"),
    ]


def test_complex_scripts_have_a_font_and_a_size_of_their_own(tmp_path: Path) -> None:
    look = (all_fonts("Times New Roman"), fonts(cs="David"), w("sz", val=28), w("szCs", val=24), w("bCs"))
    first, second = runs_of(tmp_path, run("Kế שלום", *look))

    assert (first.font, first.size, first.bold) == ("Times New Roman", 14.0, False)
    assert (second.text, second.font, second.size, second.bold) == ("שלום", "David", 12.0, True)


def test_neighbours_of_one_look_are_one_run(tmp_path: Path) -> None:
    found = runs_of(tmp_path, run("Kế "), run("hoạch", w("b", val=0)), run(" năm", w("b")))

    assert [(one.text, one.bold) for one in found] == [("Kế hoạch", False), (" năm", True)]


@pytest.mark.parametrize(
    ("properties", "colour"),
    [
        ([], BLACK),
        ([w("color", val="auto")], BLACK),
        ([w("color", val="ff0000")], "FF0000"),
        ([w("color", val="red")], None),
        ([w("color", val="auto", themeColor="accent1")], "4472C4"),
        ([w("color", val="auto", themeColor="text1")], BLACK),
        ([w("color", val="2F5496", themeColor="accent1", themeShade="BF")], "2F5496"),
        ([w("color", val="auto", themeColor="accent6")], None),
    ],
)
def test_colours(tmp_path: Path, properties: list[Element], colour: str | None) -> None:
    assert only_run(tmp_path, run("chữ", *properties), theme=etree.fromstring(THEME)).colour == colour


@pytest.mark.parametrize(
    ("properties", "highlighted"),
    [
        ([w("highlight", val="yellow")], True),
        ([w("highlight", val="none")], False),
        ([w("shd", val="clear", color="auto", fill="FFFF00")], True),
        ([w("shd", val="clear", color="auto", fill="auto")], False),
        ([w("shd", val="clear", color="auto", fill="FFFFFF")], False),
        ([w("shd", val="pct20", fill="auto")], True),
    ],
)
def test_highlights_and_shading(tmp_path: Path, properties: list[Element], highlighted: bool) -> None:
    assert only_run(tmp_path, run("chữ", *properties)).highlighted is highlighted


def test_capitals_are_read_as_they_are_seen(tmp_path: Path) -> None:
    found = first_of(tmp_path, w("p", run("Kế hoạch", w("caps")), run(" năm")))

    assert found.text == "KẾ HOẠCH năm"
    assert [one.text for one in found.runs] == ["KẾ HOẠCH", " năm"]


def test_hidden_text_is_marked(tmp_path: Path) -> None:
    found = first_of(tmp_path, w("p", run("a"), run("b", w("vanish"))))

    assert found.text == "ab"
    assert [(one.text, one.hidden) for one in found.runs] == [("a", False), ("b", True)]
    assert [one.text for one in found.shown_runs] == ["a"]


@pytest.mark.parametrize(("value", "underlined"), [("single", True), ("dash", True), ("none", False)])
def test_underlines(tmp_path: Path, value: str, underlined: bool) -> None:
    assert only_run(tmp_path, run("chữ", w("u", val=value))).underline is underlined


@pytest.mark.parametrize("value", ["abc", "", "1e999", "nan", "-"])
def test_a_size_that_is_none_is_as_if_it_were_not_there(tmp_path: Path, value: str) -> None:
    assert only_run(tmp_path, run("chữ", w("sz", val=value))).size == 10.0


def test_a_size_may_have_a_unit(tmp_path: Path) -> None:
    assert only_run(tmp_path, run("chữ", w("sz", val="14pt"))).size == 14.0


def test_styles_that_are_based_on_each_other_end_somewhere(tmp_path: Path) -> None:
    styles = (style("A", w("rPr", w("b")), based_on="B"), style("B", w("rPr", w("sz", val=28)), based_on="A"))
    found = only_run(tmp_path, named("A"), run("chữ"), styles=styles)

    assert (found.bold, found.size) == (True, 14.0)


def test_a_table_style_is_weaker_than_a_paragraph_style(tmp_path: Path) -> None:
    styles = (
        style("T", w("pPr", w("jc", val="center")), w("rPr", w("sz", val=22), w("i")), kind="table", default=True),
        style("P", w("rPr", w("sz", val=26))),
    )
    cell = w("tc", w("p", named("P"), run("chữ")))
    found = first_of(tmp_path, w("tbl", w("tr", cell)), paragraph(""), styles=w("styles", *styles))

    assert (found.runs[0].size, found.runs[0].italic, found.align) == (13.0, True, "centre")


def test_parts_of_a_table_style_hold_where_the_table_asks_for_them(tmp_path: Path) -> None:
    head = w("tblStylePr", w("rPr", w("b")), type="firstRow")
    band = w("tblStylePr", w("rPr", w("i")), type="band1Horz")
    styles = w("styles", style("T", head, band, kind="table"))
    rows = [w("tr", w("tc", w("p", run(text)))) for text in "abc"]

    def looks(**flags: int | str) -> list[tuple[bool | None, bool | None]]:
        table = w("tbl", w("tblPr", w("tblStyle", val="T"), w("tblLook", **flags)), *rows)
        found = reading_of(tmp_path, table, paragraph(""), styles=styles).paragraphs[:3]
        return [(one.runs[0].bold, one.runs[0].italic) for one in found]

    assert looks(firstRow=1, noHBand=0) == [(True, False), (False, True), (False, False)]
    assert looks(firstRow=0, noHBand=1) == [(False, False)] * 3
    assert looks(val="0020") == [(True, False), (False, True), (False, False)]
