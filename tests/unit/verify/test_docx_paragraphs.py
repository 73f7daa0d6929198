"""How paragraphs stand after all levels of the inheritance."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.verify.docx_maker import first_of, paragraph, reading_of, run, style

from planforge.verify.reading import Align, Paragraph
from planforge.write.wordml import Element, w

SIZE = w("sz", val=28)


def of_size(text: str, half_points: int, *properties: Element) -> Element:
    return w("p", w("pPr", *properties), run(text, w("sz", val=half_points)))


@pytest.mark.parametrize(
    ("value", "align"),
    [
        ("left", Align.LEFT),
        ("start", Align.LEFT),
        ("center", Align.CENTRE),
        ("right", Align.RIGHT),
        ("end", Align.RIGHT),
        ("both", Align.BOTH),
        ("distribute", Align.BOTH),
        ("nonsense", Align.LEFT),
    ],
)
def test_alignments(tmp_path: Path, value: str, align: Align) -> None:
    assert first_of(tmp_path, paragraph("a", w("jc", val=value))).align is align


def test_what_nobody_states(tmp_path: Path) -> None:
    found = first_of(tmp_path, paragraph("a"))

    assert (found.align, found.left, found.right, found.first_line, found.gap) == (Align.LEFT, 0.0, 0.0, 0.0, 0.0)
    assert (found.spacing, found.widow_control) == (1.0, True)
    assert (found.keep_next, found.keep_lines, found.page_break_before, found.contextual_spacing) == (False,) * 4
    assert (found.framed, found.stroke, found.auto_number, found.cell, found.page) == (False, None, None, None, None)


@pytest.mark.parametrize(
    ("attributes", "indents"),
    [
        ({"left": 720, "right": 360, "firstLine": 567}, (36.0, 18.0, 28.35)),
        ({"start": 720, "end": 360}, (36.0, 18.0, 0.0)),
        ({"left": 720, "hanging": 360}, (36.0, 0.0, -18.0)),
        ({"firstLine": 567, "hanging": 360}, (0.0, 0.0, -18.0)),
        ({"firstLine": 100, "firstLineChars": 200}, (0.0, 0.0, 28.0)),
        ({"firstLine": 560, "firstLineChars": 0}, (0.0, 0.0, 28.0)),
        ({"firstLine": "1cm"}, (0.0, 0.0, pytest.approx(28.35, abs=0.01))),
        ({"left": "x"}, (0.0, 0.0, 0.0)),
    ],
)
def test_indents(tmp_path: Path, attributes: dict[str, str | int], indents: tuple[float, ...]) -> None:
    found = first_of(tmp_path, of_size("a", 28, w("ind", **attributes)))

    assert (found.left, found.right, found.first_line) == indents


def test_each_indent_is_inherited_by_itself(tmp_path: Path) -> None:
    styles = w(
        "styles",
        style("Base", w("pPr", w("ind", left=720, firstLine=567))),
        style("Hanging", w("pPr", w("ind", hanging=360)), based_on="Base"),
    )
    found = first_of(tmp_path, paragraph("a", w("pStyle", val="Hanging"), w("ind", right=200)), styles=styles)

    assert (found.left, found.right, found.first_line) == (36.0, 10.0, -18.0)


@pytest.mark.parametrize(
    ("attributes", "spacing", "pitch"),
    [
        ({"line": 240, "lineRule": "auto"}, 1.0, 16.1),
        ({"line": 360}, 1.5, 24.15),
        ({"line": 360, "lineRule": "exact"}, 18 / (1.15 * 14), 18.0),
        ({"line": 360, "lineRule": "atLeast"}, 18 / (1.15 * 14), 18.0),
        ({"line": 200, "lineRule": "atLeast"}, 1.0, 16.1),
        ({"line": "18pt", "lineRule": "exact"}, 18 / (1.15 * 14), 18.0),
        ({"line": 0}, 1.0, 16.1),
    ],
)
def test_spacing_of_lines(tmp_path: Path, attributes: dict[str, str | int], spacing: float, pitch: float) -> None:
    found = first_of(tmp_path, of_size("a", 28, w("spacing", **attributes)))

    assert found.spacing == pytest.approx(spacing)
    assert found.pitch == pytest.approx(pitch)


def test_exact_lines_are_measured_by_the_largest_letters(tmp_path: Path) -> None:
    content = w(
        "p",
        w("pPr", w("spacing", line=360, lineRule="exact")),
        run("a", w("sz", val=20)),
        run("b", w("sz", val=28)),
        run("c", w("sz", val=60), w("vanish")),
    )

    assert first_of(tmp_path, content).spacing == pytest.approx(18 / (1.15 * 14))


def test_an_empty_paragraph_is_as_high_as_its_mark(tmp_path: Path) -> None:
    styles = w("styles", style("P", w("rPr", w("sz", val=28)), default=True))
    plain, marked = reading_of(
        tmp_path, paragraph(""), paragraph("", w("rPr", w("sz", val=40))), styles=styles
    ).paragraphs

    assert plain.pitch == pytest.approx(14 * 1.15)
    assert marked.pitch == pytest.approx(20 * 1.15)


def gaps(folder: Path, *content: Element, **parts: Element) -> list[float | None]:
    return [one.gap for one in reading_of(folder, *content, **parts).paragraphs]


def spaced(text: str, before: int, after: int, *more: Element) -> Element:
    return paragraph(text, *more, w("spacing", before=before, after=after))


def test_the_larger_of_two_rooms_is_the_gap(tmp_path: Path) -> None:
    assert gaps(tmp_path, spaced("a", 60, 120), spaced("b", 240, 0), spaced("c", 0, 0)) == [3.0, 12.0, 0.0]
    assert gaps(tmp_path, spaced("a", 0, 240), spaced("b", 120, 0)) == [0.0, 12.0]


def close() -> Element:
    return w("contextualSpacing")


def test_no_room_between_two_of_one_style_that_ask_for_none(tmp_path: Path) -> None:
    def found(*content: Element) -> list[float | None]:
        return gaps(tmp_path, *content, styles=w("styles", style("P", default=True), style("Q")))

    other = w("pStyle", val="Q")

    assert found(spaced("a", 120, 120, close()), spaced("b", 120, 120, close())) == [6.0, 0.0]
    assert found(spaced("a", 0, 120, close()), spaced("b", 200, 0)) == [0.0, 10.0]
    assert found(spaced("a", 0, 120), spaced("b", 200, 0, close())) == [0.0, 6.0]
    assert found(spaced("a", 0, 120, close()), spaced("b", 200, 0, other, close())) == [0.0, 10.0]


def test_a_cell_and_what_follows_a_table_begin_anew(tmp_path: Path) -> None:
    cells = [w("tc", spaced(text, 120, 240), spaced(text, 60, 0)) for text in "ab"]

    assert gaps(tmp_path, spaced("x", 0, 400), w("tbl", w("tr", *cells)), spaced("y", 20, 0)) == [
        *(0.0, 6.0, 12.0),
        *(6.0, 12.0, 1.0),
    ]


def test_rooms_in_lines_and_automatic_ones(tmp_path: Path) -> None:
    lines = paragraph("a", w("spacing", before=0, beforeLines=50))
    automatic = paragraph("b", w("spacing", before=0, beforeAutospacing=1))

    assert gaps(tmp_path, lines, automatic) == [6.0, 14.0]


def test_switches_are_inherited_and_switched_off(tmp_path: Path) -> None:
    names = ("keepNext", "keepLines", "pageBreakBefore", "contextualSpacing")
    styles = w("styles", style("P", w("pPr", *map(w, names), w("widowControl", val="off")), default=True))
    on, off = reading_of(
        tmp_path,
        paragraph("a"),
        paragraph("b", *(w(name, val="false") for name in names), w("widowControl", val="true")),
        styles=styles,
    ).paragraphs

    def switches(one: Paragraph) -> tuple[bool | None, ...]:
        return one.keep_next, one.keep_lines, one.page_break_before, one.contextual_spacing, one.widow_control

    assert switches(on) == (True, True, True, True, False)
    assert switches(off) == (False, False, False, False, True)


def test_the_middle_of_a_centred_paragraph_is_moved_by_its_indents(tmp_path: Path) -> None:
    centred = w("jc", val="center")

    assert first_of(tmp_path, paragraph("a", centred)).centre == 0.0
    assert first_of(tmp_path, paragraph("a", w("ind", firstLine=720), centred)).centre == 18.0
    assert first_of(tmp_path, paragraph("a", w("ind", right=720), centred)).centre == -18.0
    assert first_of(tmp_path, paragraph("a")).centre is None


def test_a_frame_aligns_what_it_holds(tmp_path: Path) -> None:
    found = first_of(tmp_path, paragraph("2", w("framePr", wrap="around", hAnchor="margin", xAlign="center")))

    assert (found.framed, found.align) == (True, Align.CENTRE)


def test_a_forced_page_belongs_to_the_paragraph_that_begins_it(tmp_path: Path) -> None:
    def turn() -> Element:
        return w("r", w("br", type="page"))

    content = (w("p", run("a"), turn()), paragraph("b"), w("p", turn(), run("c")), w("p", run("d"), turn(), run("e")))
    found = reading_of(tmp_path, *content).paragraphs

    assert [(one.text, one.page_break_before) for one in found] == [
        ("a", False),
        ("b", True),
        ("c", True),
        ("d\ne", False),
    ]


def test_pages_are_told_where_a_program_left_them(tmp_path: Path) -> None:
    turned = w("r", w("lastRenderedPageBreak"), *run("c"))
    reading = reading_of(tmp_path, paragraph("a"), w("p", run("b"), turned), paragraph("d"))

    assert [one.page for one in reading.paragraphs] == [1, 1, 2]
    assert reading.page_count == 2


def test_paragraphs_are_counted_through_the_file(tmp_path: Path) -> None:
    cell = w("tbl", w("tr", w("tc", paragraph("b"))))

    assert [one.ordinal for one in reading_of(tmp_path, paragraph("a"), cell, paragraph("c")).paragraphs] == [1, 2, 3]


def test_the_name_of_a_style_is_what_word_shows(tmp_path: Path) -> None:
    renamed = w("style", w("name", val="Quốc hiệu"), type="paragraph", styleId="Qu")
    default = w("style", w("name", val="Normal"), type="paragraph", styleId="N", default=1)
    content = (paragraph("a", w("pStyle", val="Qu")), paragraph("b"), paragraph("c", w("pStyle", val="unknown")))
    reading = reading_of(tmp_path, *content, styles=w("styles", renamed, default))

    assert [one.style for one in reading.paragraphs] == ["Quốc hiệu", "Normal", "Normal"]
