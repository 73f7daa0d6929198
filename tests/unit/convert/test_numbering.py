"""Labels of headings and lists under each scheme."""

from __future__ import annotations

from typing import Any

import pytest

from planforge.compose.marks import Marks
from planforge.convert.body import BodyWalk
from planforge.convert.inlines import Finisher
from planforge.convert.nodes import text_of
from planforge.convert.numbering import SCHEMES, point_letter, roman
from planforge.convert.problems import Problems
from planforge.paper import Block, Role
from planforge.provenance import Provenance

Node = dict[str, Any]


def para(text: str) -> Node:
    return {"t": "Para", "c": [{"t": "Str", "c": text}]}


def heading(level: int, text: str = "x") -> Node:
    return {"t": "Header", "c": [level, ["", [], []], [{"t": "Str", "c": text}]]}


def numbers(*items: list[Node], start: int = 1) -> Node:
    return {"t": "OrderedList", "c": [[start, {"t": "Decimal"}, {"t": "Period"}], list(items)]}


def bullets(*items: list[Node]) -> Node:
    return {"t": "BulletList", "c": list(items)}


def blocks(scheme: str, *nodes: Node) -> list[Block]:
    problems = Problems()
    walk = BodyWalk(SCHEMES[scheme], Finisher(Marks(), Provenance(), problems))
    found = [element for element in walk.elements(nodes) if isinstance(element, Block)]
    assert not problems.found
    return found


def texts(scheme: str, *nodes: Node) -> list[str]:
    return [text_of(block.inlines) for block in blocks(scheme, *nodes)]


def labels(scheme: str, *nodes: Node) -> list[str]:
    return [text.split(" ")[0] for text in texts(scheme, *nodes)]


def test_the_points_are_the_letters_of_the_vietnamese_alphabet() -> None:
    letters = [point_letter(number) for number in range(1, 24)]
    assert "".join(letters) == "abcdđeghiklmnopqrstuvxy"
    assert [point_letter(24), point_letter(25), point_letter(46), point_letter(47)] == ["aa", "ab", "ay", "ba"]


@pytest.mark.parametrize(("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX")])
def test_roman_figures(number: int, written: str) -> None:
    assert roman(number) == written


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("decimal", ["I.", "1.", "1.1.", "1.1.1."]),
        ("points", ["I.", "1.", "a)", "-"]),
        ("letters", ["A.", "I.", "1.", "1.1."]),
        ("articles", ["Chương", "Điều", "1.", "a)"]),
    ],
)
def test_each_scheme_labels_its_levels(scheme: str, expected: list[str]) -> None:
    assert labels(scheme, *(heading(level) for level in range(1, 5))) == expected


def test_the_tenth_of_a_level_keeps_its_nought() -> None:
    found = labels("decimal", heading(1), heading(2), *(heading(3) for _ in range(10)))
    assert found[-1] == "1.10."


def test_counters_start_anew_under_a_new_heading() -> None:
    found = labels("decimal", heading(1), heading(2), heading(3), heading(2), heading(3), heading(1), heading(2))
    assert found == ["I.", "1.", "1.1.", "2.", "2.1.", "II.", "1."]


def test_a_list_continues_the_heading_above() -> None:
    nodes = heading(1), heading(2), numbers([para("a")], [para("b")]), heading(2), numbers([para("c")])
    assert labels("decimal", *nodes) == ["I.", "1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_list_directly_under_a_section_counts_in_arabic() -> None:
    assert labels("decimal", heading(1), numbers([para("a")], [para("b")])) == ["I.", "1.", "2."]


def test_a_list_inside_a_list_is_one_level_deeper() -> None:
    nested = numbers([para("a"), numbers([para("b")], [para("c")])], [para("d"), numbers([para("e")])])
    assert labels("points", heading(1), nested) == ["I.", "1.", "a)", "b)", "2.", "a)"]


def test_a_paragraph_between_two_lists_does_not_make_the_second_deeper() -> None:
    found = labels("decimal", heading(1), numbers([para("a")], [para("b")]), para("giữa"), numbers([para("c")]))
    assert found[:4] == ["I.", "1.", "2.", "giữa"]
    assert found[4] in {"1.", "3."}


def test_a_list_below_a_dash_and_after_it_stay_at_their_levels() -> None:
    found = labels("decimal", heading(1), heading(2), bullets([para("a")]), numbers([para("b")]))
    assert found == ["I.", "1.", "-", "1.1."]


def test_dashes_change_with_their_depth() -> None:
    nested = bullets([para("a"), bullets([para("b"), bullets([para("c")])])], [para("d")])
    assert texts("decimal", nested) == ["- a", "+ b", "+ c", "- d"]


def test_a_list_always_starts_with_one() -> None:
    assert labels("decimal", heading(1), numbers([para("a")], start=7)) == ["I.", "1."]


def test_a_second_paragraph_of_an_item_has_no_label() -> None:
    assert texts("decimal", heading(1), numbers([para("a"), para("b")]))[1:] == ["1. a", "b"]


def test_a_level_that_is_left_out_gives_no_number_nought() -> None:
    assert not any("0" in label for label in labels("decimal", heading(1), heading(3)))


def test_headings_of_the_first_level_are_in_capitals_and_others_are_not() -> None:
    assert texts("decimal", heading(1, "đợt"), heading(2, "đợt")) == ["I. ĐỢT", "1. đợt"]


def test_blocks_inside_a_div_count_on() -> None:
    div = {"t": "Div", "c": [["", [], []], [heading(2)]]}
    assert labels("decimal", heading(1), div, heading(2)) == ["I.", "1.", "2."]


def test_a_list_outside_any_heading_counts_in_arabic_under_every_scheme() -> None:
    nested = numbers([para("a"), numbers([para("b")])])
    found = {scheme: labels(scheme, nested) for scheme in SCHEMES}
    assert found == {
        "decimal": ["1.", "1.1."],
        "points": ["1.", "a)"],
        "letters": ["1.", "1.1."],
        "articles": ["1.", "a)"],
    }


def test_the_fifth_point_below_an_article_is_d_with_a_stroke() -> None:
    points = numbers(*([para(str(number))] for number in range(5)))
    assert labels("articles", heading(2), numbers([para("x"), points]))[2:] == ["a)", "b)", "c)", "d)", "đ)"]


def test_articles_count_on_through_the_chapters_and_their_clauses_start_anew() -> None:
    clauses = numbers([para("a"), numbers([para("b")])], [para("c")])
    nodes = heading(1), heading(2), clauses, heading(2), clauses, heading(1), heading(2), clauses
    found = texts("articles", *nodes)
    clause_texts = ["1. a", "a) b", "2. c"]
    assert found == [
        "Chương I\nX",
        "Điều 1. x",
        *clause_texts,
        "Điều 2. x",
        *clause_texts,
        "Chương II\nX",
        "Điều 3. x",
        *clause_texts,
    ]


def test_a_chapter_stands_in_the_middle_and_an_article_is_a_heading() -> None:
    chapter, article = blocks("articles", heading(1, "đợt"), heading(2, "đợt"))
    assert (chapter.role, chapter.level, article.role, article.level) == (Role.CENTRED, 1, Role.HEADING, 2)
    assert [node["t"] for node in chapter.inlines] == ["Strong", "LineBreak", "Strong"]
    assert (text_of(chapter.inlines), text_of(article.inlines)) == ("Chương I\nĐỢT", "Điều 1. đợt")


def test_an_article_without_a_title_leads_its_first_paragraph() -> None:
    untitled: Node = {"t": "Header", "c": [2, ["", [], []], []]}
    first, second, third, *_ = blocks("articles", untitled, para("a"), para("b"), untitled, bullets([para("c")]))
    assert (text_of(first.inlines), first.role, first.level) == ("Điều 1. a", Role.BODY, 0)
    assert first.inlines[0]["t"] == "Strong"
    assert (text_of(second.inlines), text_of(third.inlines)) == ("b", "Điều 2.")
    assert texts("articles", untitled) == ["Điều 1."]
