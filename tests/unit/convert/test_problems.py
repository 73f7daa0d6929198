"""What cannot be printed is found, named and placed: nothing is left out without a word."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.convert.conftest import BODY, PLACE, checked, complaints, converted, texts

from planforge.compose.marks import Marks
from planforge.convert.body import BodyWalk
from planforge.convert.inlines import Finisher
from planforge.convert.layout import without_marks_in_fences
from planforge.convert.numbering import SCHEMES
from planforge.convert.problems import Problem, Problems, located
from planforge.diagnostics import Severity
from planforge.paper import INLINES, Block, Role
from planforge.provenance import Provenance

Node = dict[str, Any]
NOTHING: list[Any] = ["", [], []]
WORDS: list[Node] = [{"t": "Str", "c": "x"}]
# Every element of pandoc's syntax tree that no branch prints.
BLOCKS: list[Node] = [
    {"t": "LineBlock", "c": [WORDS]},
    {"t": "CodeBlock", "c": [NOTHING, "x"]},
    {"t": "RawBlock", "c": ["html", "x"]},
    {"t": "BlockQuote", "c": [{"t": "Para", "c": WORDS}]},
    {"t": "DefinitionList", "c": []},
    {"t": "HorizontalRule"},
    {"t": "Figure", "c": [NOTHING, [None, []], []]},
]
OTHERS: list[Node] = [
    {"t": "Strikeout", "c": WORDS},
    {"t": "SmallCaps", "c": WORDS},
    {"t": "Quoted", "c": [{"t": "DoubleQuote"}, WORDS]},
    {"t": "Cite", "c": [[], WORDS]},
    {"t": "Code", "c": [NOTHING, "x"]},
    {"t": "Math", "c": [{"t": "InlineMath"}, "x"]},
    {"t": "RawInline", "c": ["html", "x"]},
    {"t": "Link", "c": [NOTHING, WORDS, ["x", ""]]},
    {"t": "Image", "c": [NOTHING, WORDS, ["x", ""]]},
    {"t": "Note", "c": [{"t": "Para", "c": WORDS}]},
]


def walked(*nodes: Node) -> tuple[list[Problem], list[Block]]:
    problems = Problems()
    walk = BodyWalk(SCHEMES["decimal"], Finisher(Marks((BODY,)), Provenance(), problems))
    return problems.found, [element for element in walk.elements(nodes) if isinstance(element, Block)]


@pytest.mark.parametrize("node", BLOCKS, ids=lambda node: str(node["t"]))
def test_every_other_block_is_a_problem(node: Node) -> None:
    assert [dict(one.values) for one in walked(node)[0]] == [{"element": node["t"]}]


@pytest.mark.parametrize("node", OTHERS, ids=lambda node: str(node["t"]))
def test_every_other_inline_is_a_problem_at_any_depth(node: Node) -> None:
    deep = {"t": "Emph", "c": [{"t": "Span", "c": [["", ["strong"], []], [node]]}]}
    assert [dict(one.values) for one in walked({"t": "Para", "c": [deep]})[0]] == [{"element": node["t"]}]


def test_what_a_writer_takes_is_printed() -> None:
    leaves = {"Str": "x", "Space": None, "SoftBreak": None, "LineBreak": None}
    nodes = [
        {"t": kind, "c": leaves[kind]}
        if leaves.get(kind)
        else {"t": kind}
        if kind in leaves
        else {"t": kind, "c": WORDS}
        for kind in sorted(INLINES - {"Span"})
    ]
    problems, [block] = walked({"t": "Para", "c": nodes})
    assert (problems, list(block.inlines)) == ([], nodes)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("x\n\n::: {.foo}\ny\n:::\n", 3),
        ("x\n\n::: {.centred #a}\ny\n:::\n", 3),
        ("x\n\n::: {.notes .centred}\ny\n:::\n", 3),
        ("x\n\n::: {.notes size=9}\ny\n:::\n", 3),
        ("x\n\n[y]{.big}\n", 3),
        ("x\n\n[y]{#a}\n", 3),
        ("x\n\n[y]{.strong size=9}\n", 3),
        ("x\n\n# y {.z}\n", 3),
        ("x\n\n{.z}\ny\n", 4),
        ("x\n\n::: centred\n\n# y\n:::\n", 5),
        ("- x\n\n  1. y\n\n     > z\n", 5),
        ("x\n\n| a |\n|---|\n| b |\n| `c` |\n", 6),
    ],
)
def test_attributes_that_mean_nothing_are_found(text: str, line: int) -> None:
    assert complaints(text) == [("template.unsupported", line)]


def test_an_element_is_named_with_its_attributes() -> None:
    made, _ = checked("::: {.foo #a size=9}\nx\n:::\n")
    assert [finding.values["element"] for finding in made.diagnostics] == ["Div #a .foo size=9"]


def test_a_line_printed_again_and_again_is_one_finding() -> None:
    marks = Marks((BODY,))
    line = marks.at_line(BODY, 4)
    made, _ = checked(f"- {line}`a`\n- {line}`b`\n- {line}c\n", marks=marks)
    assert [(one.values["element"], str(one.span)) for one in made.diagnostics] == [("Code", f"{PLACE}:4:1")]


def test_what_the_second_walk_does_not_find_is_told_all_the_same() -> None:
    first = [Problem(code, 0, (), Severity.ERROR) for code in "aab"]
    second = [Problem(code, 7, (), Severity.ERROR) for code in "ac"]
    assert [(one.code, one.line) for one in located(first, second)] == [("a", 7), ("c", 7), ("a", 0), ("b", 0)]
    assert located(first, []) == first


def test_a_body_without_marks_has_its_findings_at_the_template() -> None:
    made, _ = checked("x\n\n`y`\n", marks=Marks((BODY,)))
    assert [str(finding.span) for finding in made.diagnostics] == [f"{PLACE}:1:1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x\n\n::: notes\ny\n", [("template.fence_open", 3)]),
        ("x\n\n:::\n\ny\n", [("template.fence", 3)]),
        ("x\n\n::: notes\ny\n:::\n\n:::\n", [("template.fence", 7)]),
        ("x\n\n::: notes and more\ny\n", [("template.fence", 3)]),
        (":::: notes\n\n::: centred\ny\n::::\n\nz\n", [("template.fence_open", 1)]),
        ("x\n| a | b |\n|---|---|\n| c | d |\n", [("table.apart", 2)]),
        ("x\n\n| a | b |\n|---|---|\n| c | d |\ny\n", [("table.apart", 6)]),
        ("x\n\na\n|---|\nb\n", [("table.apart", 4)]),
        ("| a | b | c |\n|---|---|\n| d | e |\n", [("table.cells", 1)]),
        ("| a | b |\n|---|---|\n| c | d | e |\n| f |\n", [("table.cells", 3), ("table.cells", 4)]),
    ],
)
def test_what_markdown_would_print_or_cut_silently_is_found(text: str, found: list[tuple[str, int]]) -> None:
    assert complaints(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "# a\n| b | c |\n|---|---|\n| d | e |\n# f\n",
        "- | a | b |\n  |---|---|\n  | c | d |\n- e\n",
        "::: table\n| a \\| b | c |\n|:-:|-|\n c | \\*\n:::\n",
        "::::: notes ::::\n::: centred\na\n:::\n:::::\n",
        "a | b, c - d, e :::\n",
    ],
)
def test_what_is_written_well_is_no_finding(text: str) -> None:
    assert complaints(text) == []


def test_centred_lines_and_notes_keep_their_roles_and_count_apart() -> None:
    text = "1. a\n\n::: centred\n**B**\n\nc\n:::\n\n::: notes\nd\n\n- e\n  - f\n\n1. g\n:::\n\n2. h\n"
    paper = converted(text)
    roles = [element.role for element in paper.body if isinstance(element, Block)]
    assert texts(paper.body) == ["1. a", "B", "c", "d", "- e", "+ f", "1. g", "2. h"]
    assert roles == [Role.BODY, *[Role.CENTRED] * 2, *[Role.NOTE] * 4, Role.BODY]


def test_marks_in_a_fence_do_not_break_it() -> None:
    marks = Marks((BODY,))
    first, second = marks.at_line(BODY, 3), marks.at_line(BODY, 5)
    text = f"{second}x [](#a)\n\n{first}::: {{.annex #a {first}.landscape{first}}}\n# {second}y\n:::\n"
    made, provenance = checked(text, marks=marks)
    [annex] = made.product().annexes
    assert annex.landscape
    assert annex.title is not None
    assert annex.title.anchor in {trace.anchor for trace in provenance.traces}
    assert without_marks_in_fences(f"a{first}b") == f"a{first}b"


def test_a_marked_fence_tells_its_own_line() -> None:
    marks = Marks((BODY,))
    made, _ = checked(f"x\n\n{marks.at_line(BODY, 8)}::: {{.foo}}\ny\n:::\n", marks=marks)
    assert [str(finding.span) for finding in made.diagnostics] == [f"{PLACE}:8:1"]
