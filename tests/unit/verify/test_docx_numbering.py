"""The numbers that Word adds by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.verify.docx_maker import paragraph, reading_of, style

from planforge.write.wordml import Element, w


def level(number: int, text: str, kind: str = "decimal", *more: Element, start: int = 1) -> Element:
    return w("lvl", w("start", val=start), w("numFmt", val=kind), *more, w("lvlText", val=text), ilvl=number)


def numbering(*levels: Element, lists: tuple[Element, ...] = ()) -> Element:
    return w(
        "numbering",
        w("abstractNum", *levels, abstractNumId=7),
        *(lists or (w("num", w("abstractNumId", val=7), numId=1),)),
    )


def item(number: int = 0, name: int | str = 1) -> Element:
    return paragraph("a", w("numPr", w("ilvl", val=number), w("numId", val=name)))


def numbers(folder: Path, *content: Element, **parts: Element) -> list[str | None]:
    return [one.auto_number for one in reading_of(folder, *content, **parts).paragraphs]


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("lowerRoman", "%1", ["i", "ii", "iii"]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("upperLetter", "(%1)", ["(A)", "(B)", "(C)"]),
        ("decimalZero", "Điều %1.", ["Điều 01.", "Điều 02.", "Điều 03."]),
        ("bullet", "-", ["-", "-", "-"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("none", "%1", [None, None, None]),
        ("decimal", "", [None, None, None]),
    ],
)
def test_kinds_of_numbers(tmp_path: Path, kind: str, text: str, shown: list[str | None]) -> None:
    assert numbers(tmp_path, item(), item(), item(), numbering=numbering(level(0, text, kind))) == shown


def test_lower_levels_begin_anew_after_a_higher_one(tmp_path: Path) -> None:
    made = numbering(level(0, "%1.", "upperRoman"), level(1, "%1.%2."), level(2, "%3)", "lowerLetter"))
    content = [item(0), item(1), item(1), item(2), item(0), item(1), item(2)]

    assert numbers(tmp_path, *content, numbering=made) == ["I.", "I.1.", "I.2.", "a)", "II.", "II.1.", "a)"]


def test_a_level_may_go_on_and_may_show_plain_figures(tmp_path: Path) -> None:
    made = numbering(level(0, "%1.", "upperRoman"), level(1, "%1.%2", "decimal", w("lvlRestart", val=0), w("isLgl")))

    assert numbers(tmp_path, item(0), item(1), item(0), item(1), numbering=made) == ["I.", "1.1", "II.", "2.2"]


def test_lists_share_a_count_unless_one_begins_its_own(tmp_path: Path) -> None:
    lists = (
        w("num", w("abstractNumId", val=7), numId=1),
        w("num", w("abstractNumId", val=7), numId=2),
        w("num", w("abstractNumId", val=7), w("lvlOverride", w("startOverride", val=1), ilvl=0), numId=3),
    )
    content = [item(name=1), item(name=2), item(name=3), item(name=3), item(name=1)]

    assert numbers(tmp_path, *content, numbering=numbering(level(0, "%1."), lists=lists)) == [
        *("1.", "2.", "1.", "2.", "3."),
    ]


def test_a_style_counts_and_a_paragraph_may_opt_out(tmp_path: Path) -> None:
    styles = w("styles", style("P", w("pPr", w("numPr", w("numId", val=1)))), style("Q", based_on="P"))
    made = numbering(level(0, "%1.", "decimal"), level(1, "%2)", "lowerLetter", w("pStyle", val="P")))
    content = [
        paragraph("a", w("pStyle", val="P")),
        paragraph("b", w("pStyle", val="Q")),
        paragraph("c", w("pStyle", val="P"), w("numPr", w("numId", val=0))),
    ]

    assert numbers(tmp_path, *content, styles=styles, numbering=made) == ["a)", "b)", None]


def test_a_list_indents_more_strongly_than_a_style_that_does_not_count(tmp_path: Path) -> None:
    indented = level(0, "%1.")
    indented.append(w("pPr", w("ind", left=720, hanging=360)))
    styles = w(
        "styles",
        style("P", w("pPr", w("ind", left=100, firstLine=567)), default=True),
        style("L", w("pPr", w("numPr", w("numId", val=1)), w("ind", left=200)), based_on="P"),
    )
    content = [item(), paragraph("b", w("pStyle", val="L"))]
    listed, styled = reading_of(tmp_path, *content, styles=styles, numbering=numbering(indented)).paragraphs

    assert (listed.left, listed.first_line) == (36.0, -18.0)
    assert (styled.left, styled.first_line) == (10.0, -18.0)


def test_a_list_by_the_name_of_its_style(tmp_path: Path) -> None:
    made = w(
        "numbering",
        w("abstractNum", w("styleLink", val="S"), level(0, "%1/"), abstractNumId=1),
        w("abstractNum", w("numStyleLink", val="S"), abstractNumId=2),
        w("num", w("abstractNumId", val=2), numId=1),
    )

    assert numbers(tmp_path, item(), item(), numbering=made) == ["1/", "2/"]


@pytest.mark.parametrize("start", [0, -5, 10**9, 4000, 200])
@pytest.mark.parametrize("kind", ["upperRoman", "lowerLetter", "decimal"])
def test_figures_that_no_letters_stand_for_are_figures(tmp_path: Path, start: int, kind: str) -> None:
    [shown] = numbers(tmp_path, item(), numbering=numbering(level(0, "%1", kind, start=start)))

    assert shown is None or len(shown) < 20


def test_a_list_that_is_not_there_shows_nothing(tmp_path: Path) -> None:
    assert numbers(tmp_path, item(name=99), item(8), item(name="x"), numbering=numbering(level(0, "%1."))) == [
        *(None, None, None),
    ]
