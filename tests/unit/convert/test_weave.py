"""Marks become spans where they prove harmless, and nothing where they do not."""

from __future__ import annotations

from typing import Any

import pytest

from planforge.compose.marks import CLOSE, OPEN, Marks, decode, encode, strip
from planforge.convert.nodes import text_of
from planforge.convert.weave import entries, weave
from planforge.diagnostics import Span
from planforge.provenance import TemplateLine
from planforge.source import Origin

Node = dict[str, Any]
ONE = Origin("a.yaml", ("a",), Span("a.yaml", 1, 4))
TWO = Origin("a.yaml", ("b",), Span("a.yaml", 2, 4))


@pytest.fixture
def marks() -> Marks:
    return Marks(("plan/body.md.j2",))


def string(text: str) -> Node:
    return {"t": "Str", "c": text}


def para(*inlines: Node | str) -> list[Node]:
    return [{"t": "Para", "c": [string(one) if isinstance(one, str) else one for one in inlines]}]


def emphasis(*inlines: Node | str) -> Node:
    return {"t": "Emph", "c": para(*inlines)[0]["c"]}


def found(woven: list[Node], marks: Marks) -> list[Origin | TemplateLine]:
    return list(entries(woven[0]["c"], marks))


def words(woven: list[Node]) -> str:
    return text_of(woven[0]["c"])


def test_a_value_becomes_a_span(marks: Marks) -> None:
    woven = weave(para("abcd"), para("a" + marks.around(ONE, "bc") + "d"))
    assert found(woven, marks) == [ONE]
    assert words(woven) == "abcd"
    assert [text_of(node["c"][1]) for node in woven[0]["c"] if node["t"] == "Span"] == ["bc"]


def test_a_value_may_hold_others_and_reach_over_other_inlines(marks: Marks) -> None:
    inner = marks.around(TWO, "b")
    opening, closing = marks.around(ONE, "|").split("|")
    woven = weave(para("a", emphasis("b"), "c"), para(f"a{opening}", emphasis(inner), f"{closing}c"))
    assert found(woven, marks) == [ONE, TWO]
    assert words(woven) == "abc"


def test_template_lines_are_found_and_print_nothing(marks: Marks) -> None:
    woven = weave(para("ab"), para(marks.at_line("plan/body.md.j2", 7) + "ab"))
    assert found(woven, marks) == [TemplateLine(Span("templates/plan/body.md.j2", 7))]
    assert words(woven) == "ab"


def test_a_block_that_marks_have_changed_stays_plain(marks: Marks) -> None:
    changed = para(marks.around(ONE, "*bc*"))
    plain = para(emphasis("bc"))
    assert weave(plain, changed) == plain


def test_only_the_changed_block_stays_plain(marks: Marks) -> None:
    plain = para("a") + para("b")
    woven = weave(plain, para(marks.around(ONE, "a")) + para(marks.around(TWO, "x")))
    assert (found(woven[:1], marks), woven[1]) == ([ONE], plain[1])


def test_another_number_of_blocks_leaves_all_plain(marks: Marks) -> None:
    plain = para("a")
    assert weave(plain, para(marks.around(ONE, "a")) + para("b")) == plain


@pytest.mark.parametrize("kind", ["open", "close", "crossed"])
def test_marks_that_do_not_pair_are_dropped(kind: str, marks: Marks) -> None:
    opening, closing = marks.around(ONE, "|").split("|")
    broken = {
        "open": para(f"a{opening}b"),
        "close": para(f"a{closing}b"),
        "crossed": para(f"{opening}a", emphasis(f"b{closing}")),
    }[kind]
    plain = para("a", emphasis("b")) if kind == "crossed" else para("ab")
    woven = weave(plain, broken)
    assert found(woven, marks) == []
    assert OPEN not in str(woven)
    assert CLOSE not in str(woven)
    assert words(woven) == "ab"


def test_marks_outside_words_are_dropped(marks: Marks) -> None:
    link: Node = {"t": "Link", "c": [["", [], []], [string("a")], ["x" + marks.around(ONE, "y"), ""]]}
    plain: Node = {"t": "Link", "c": [["", [], []], [string("a")], ["xy", ""]]}
    assert weave(para(plain), para(link)) == para(plain)


@pytest.mark.parametrize("number", [0, 1, 1023, 1024, 1024 * 1024 - 1])
def test_numbers_survive_as_digits(number: int) -> None:
    assert decode(encode(number)) == number
    assert strip(f"a{OPEN}{encode(number)}b{CLOSE}") == "ab"


def test_the_same_origin_has_one_number(marks: Marks) -> None:
    assert marks.around(ONE, "a") == marks.around(ONE, "a")
    assert marks.around(ONE, "a") != marks.around(TWO, "a")
    assert marks.around(None, "a") == "a"
