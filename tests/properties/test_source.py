"""Any bytes can be read: what is wrong with them is a finding inside the text, never an exception."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import EXAMPLE

from planforge.diagnostics import Span
from planforge.model.references import problems, reference_names
from planforge.source import Text, decode, parse, point

GOOD = [path.read_text(encoding="utf-8") for path in sorted((EXAMPLE / "data").rglob("*.yaml"))]
PIECES = st.sampled_from(
    [
        *(
            "a: b\n",
            "- x\n",
            "  ",
            "\t",
            "\u00a0",
            '"',
            "'",
            ": ",
            "{{ ",
            " }}",
            "&a ",
            "*a",
            "---\n",
            "[",
            "]",
            "{",
            "}",
        ),
        *("# ", "|\n", ">-\n", "\\", "!!int ", "? ", "<<: ", "\ufeff", "\u2028", "\x85", "\ue000", "1.10", "no", "~"),
        *("%", "@", "\r", "\n", "\\uE000", "\\e"),
    ]
)
GARBLED = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=25).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A good file in which a stretch was replaced by something else."""
    text = draw(st.sampled_from(GOOD))
    start = draw(st.integers(0, len(text)))
    return text[:start] + draw(GARBLED) + text[start + draw(st.integers(0, 20)) :]


def inside(span: Span, text: str) -> bool:
    """True when a span starts at a character of a text, or right behind the end of a line."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not 1 <= span.line <= len(lines) or not 1 <= span.column <= len(lines[span.line - 1]) + 1:
        return False
    if span.end_line == 0:
        return True
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    # What reaches to the end of the file ends where the next line would begin.
    lines.append("")
    return start <= end and span.end_line <= len(lines) and span.end_column <= len(lines[span.end_line - 1]) + 1


def leaves(value: Any) -> list[Text]:
    if isinstance(value, dict):
        return [leaf for child in value.values() for leaf in leaves(child)]
    if isinstance(value, list):
        return [leaf for child in value for leaf in leaves(child)]
    return [value] if isinstance(value, Text) else []


def check(text: str) -> None:
    checked = parse("a.yaml", text.encode("utf-8", "surrogatepass"))
    assert checked.value is not None or checked.diagnostics
    assert all(finding.span is not None and inside(finding.span, text) for finding in checked.diagnostics), checked
    if checked.value is not None:
        places = [*checked.value.values.values(), *checked.value.keys.values()]
        assert all(inside(place, text) for place in places)
        for leaf in leaves(checked.value.data):
            assert leaf.origin is not None
            assert checked.value.span(leaf.origin.route) == leaf.origin.span


@given(st.binary(max_size=80))
@example(b"\xff\xfea\x00")
@example(b"a: \xc3")
def test_any_bytes_can_be_read(raw: bytes) -> None:
    checked = parse("a.yaml", raw)
    assert checked.value is not None or checked.diagnostics


@given(GARBLED)
@example('a: "b\u2028c"\nd: e')
@example("a: b\x85c: d")
def test_places_lie_inside_garbled_files(text: str) -> None:
    check(text)


@given(damaged())
def test_places_lie_inside_damaged_files(text: str) -> None:
    check(text)


@given(GARBLED, st.integers(0, 80), st.integers(0, 5))
def test_a_place_is_where_its_offset_is(text: str, offset: int, length: int) -> None:
    decoded = decode("a.yaml", text.encode()).value
    assert decoded is not None
    offset = min(offset, len(decoded))
    span = point("a.yaml", decoded, offset, length)
    assert sum(len(line) + 1 for line in decoded.split("\n")[: span.line - 1]) + span.column - 1 == offset


@given(
    st.lists(st.sampled_from(["{{", "}}", " ", "year", "x", ".", "|", "{%", "%}", "#}", "{", "\n"]), max_size=12).map(
        "".join
    )
)
def test_what_is_wrong_with_a_reference_stands_in_the_text(text: str) -> None:
    found = list(problems(text, reference_names({})))
    assert all(problem.written in text for problem in found)
    clean = text.replace("{{year}}", "").replace("{{ year }}", "")
    if not any(mark in text for mark in ("{{", "}}", "{%", "%}", "{#", "#}")):
        assert not found
    if any(mark in clean for mark in ("{%", "%}")) and "{{" not in text:
        assert found
