"""Pipe tables: widths, headers, merged cells, and where their words come from."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.convert.conftest import BODY, ORIGIN, cells, checked, complaints, converted, table_of, texts

from planforge.compose import markdown
from planforge.compose.marks import Marks
from planforge.convert.nodes import text_of
from planforge.paper import Cell, CellAlignment, Paper

PLAIN = "| A | B | C |\n|---|:-:|--:|\n| a | b | c |\n"


def with_options(options: str, table: str = PLAIN) -> str:
    return f"::: {{.table {options}}}\n{table}:::\n"


def merged(*rows: str, head: int = 1) -> str:
    return with_options(f"head={head}", "\n".join((rows[0], "|---|---|---|", *rows[1:], "")))


def all_cells(paper: Paper) -> list[Cell]:
    table = table_of(paper)
    return [cell for row in (*table.head, *table.body) for cell in row.cells]


def test_a_plain_table_has_equal_columns_and_one_header_row() -> None:
    table = table_of(converted(PLAIN))
    assert (table.widths, table.compact) == ((1.0, 1.0, 1.0), False)
    assert (cells(table.head), cells(table.body)) == ([["A", "B", "C"]], [["a", "b", "c"]])
    assert [cell.alignment for cell in table.body[0].cells] == list(CellAlignment)


def test_a_div_tells_widths_header_rows_and_small_letters() -> None:
    table = table_of(converted(with_options('.compact widths="6 40.5 20" head=2')))
    assert (table.widths, table.compact) == ((6.0, 40.5, 20.0), True)
    assert (cells(table.head), table.body) == ([["A", "B", "C"], ["a", "b", "c"]], ())


def test_an_empty_first_row_is_no_header() -> None:
    table = table_of(converted("| | |\n|---|---|\n| a | |\n"))
    assert (table.head, cells(table.body)) == ((), [["a", ""]])


def test_cells_are_merged_to_the_left_and_above() -> None:
    rows = "| A | B | []{.left} |", "| []{.above} | C | D |", "| a | []{.left} | b |", "| []{.above} | []{.left} | c |"
    table = table_of(converted(merged(*rows, head=2)))
    assert cells(table.head) == [["A 1x2", "B 2x1"], ["C", "D"]]
    assert cells(table.body) == [["a 2x2", "b"], ["c"]]


@pytest.mark.parametrize(
    ("rows", "head", "found"),
    [
        (("| []{.left} | B | C |", "| a | b | c |"), 1, [("table.merge", 2)]),
        (("| A | []{.above} | C |", "| a | b | c |"), 1, [("table.merge", 2)]),
        (("| A | B | C |", "| a | []{.above} | c |"), 1, [("table.merge", 4)]),
        (("| A | B | C |", "| a | b | c |", "| a | []{.above} | c |"), 2, [("table.merge", 5)]),
        (("| A | B | C |", "| a | []{.left} | c |", "| []{.above} | b | c |"), 1, [("table.merge_shape", 5)]),
        (("| A | B | C |", "| a | b | c |", "| []{.above} | []{.left} | c |"), 1, [("table.merge_shape", 5)]),
        (("| A | B | C |", "| a | x []{.left} | c |"), 1, [("template.unsupported", 4)]),
        (("| A | B | C |", "| a | []{.left .above} | c |"), 1, [("template.unsupported", 4)]),
        (("| A | B | C |", "| a | b | `c` |"), 1, [("template.unsupported", 4)]),
    ],
)
def test_an_impossible_merge_is_found_at_its_row(
    rows: tuple[str, ...], head: int, found: list[tuple[str, int]]
) -> None:
    assert complaints(merged(*rows, head=head)) == found


def test_a_first_row_without_header_has_nothing_above() -> None:
    assert complaints("| | |\n|---|---|\n| a | []{.above} |\n") == [("table.merge", 3)]


@pytest.mark.parametrize(
    "options", ['widths="1 2"', 'widths="1 x 2"', 'widths="1 0 2"', 'widths="1 -1 2"', f'widths="{"9" * 400} 1 2"']
)
def test_widths_that_do_not_fit_are_found(options: str) -> None:
    assert complaints(with_options(options)) == [("table.widths", 1)]


@pytest.mark.parametrize("options", ["head=0", "head=3", "head=x", f"head={'9' * 5000}"])
def test_impossible_header_rows_are_found(options: str) -> None:
    assert complaints(with_options(options)) == [("table.head", 1)]


@pytest.mark.parametrize("content", ["a\n", f"{PLAIN}\na\n", f"{PLAIN}\n{PLAIN}"])
def test_a_table_div_holds_a_table_and_nothing_else(content: str) -> None:
    assert complaints(with_options("head=1", f"\n{content}\n")) == [("table.alone", 1)]


@pytest.mark.parametrize(("options", "line"), [("big=1", 1), (".wide", 1), ("#a", 1)])
def test_other_options_are_found(options: str, line: int) -> None:
    assert complaints(with_options(options)) == [("template.unsupported", line)]


def test_attributes_of_the_table_itself_are_found() -> None:
    assert complaints(f"x\n\n{{.compact}}\n{PLAIN}") == [("template.unsupported", 4)]


def test_a_break_inside_a_cell() -> None:
    table = table_of(converted("| A |\n|---|\n| a[]{.break}*b* |\n"))
    assert cells(table.body) == [["a\nb"]]


def test_a_table_stands_below_a_point_and_the_points_count_on() -> None:
    paper = converted("1. a\n\n   | x | y |\n   |---|---|\n   | 1 | 2 |\n\n2. b\n")
    assert texts(paper.body) == ["1. a", "2. b"]
    assert cells(table_of(paper).body) == [["1", "2"]]


def test_every_cell_of_a_marked_row_knows_its_template_line() -> None:
    made, provenance = checked(f"x\n\n{PLAIN}")
    traces = {trace.anchor: trace for trace in provenance.traces}
    lines = [[line.span.line for line in traces[cell.anchor].lines] for cell in all_cells(made.product())]
    assert lines == [[3], [3], [3], [5], [5], [5]]
    assert [traces[cell.anchor].text for cell in all_cells(made.product())] == list("ABCabc")


def test_one_cell_that_marks_have_changed_leaves_the_others_theirs() -> None:
    marks = Marks((BODY,))
    line, value = marks.at_line(BODY, 3), marks.around(ORIGIN, "x")
    # A mark is a letter to CommonMark, and stars between a letter and a quotation mark are no emphasis.
    text = f"| A | B |\n|---|---|\n| {line}**“a”** | {line}{value} |\n"
    made, provenance = checked(text, marks=marks)
    strong, other = table_of(made.product()).body[0].cells
    assert strong.inlines[0]["t"] == "Strong"
    assert strong.anchor
    assert other.anchor
    assert [trace.text for trace in provenance.traces if ORIGIN in trace.origins] == ["x", "x"]


HOSTILE = st.lists(
    st.sampled_from(
        [*"|\\*_`#-+>[](){}<>!&~^$=:;.'\"%@ aĐ", "||", "\\|", "|---|", "[]{.left}", ":::", "*a|b*", "**|**"]
    ),
    min_size=1,
    max_size=8,
).map(lambda signs: "".join(signs).strip() or "a")


@settings(max_examples=25)
@given(st.lists(HOSTILE, min_size=6, max_size=6))
@example(["|", "\\", "\\|", "*a|b*", "|---|---|", "[]{.left}"])
@example(["***a | b***", "a\\", "**\\|**", "`|`", ":::", "* | *"])
def test_any_value_in_a_cell_is_printed_as_it_is(values: list[str]) -> None:
    marks = Marks((BODY,))
    line = [marks.at_line(BODY, number) for number in range(1, 9)]
    printed = [marks.around(ORIGIN, markdown.emphasize(value)) for value in values]
    first, second, third, fourth, fifth, sixth = printed
    text = (
        f"| {line[0]}A {first} | {line[0]}{second} |\n|---|---|\n| {line[2]}{third} | b {fourth} |\n"
        f"{line[3]}{fifth} | {line[3]}[{sixth}]{{.strong}} |\n"
    )
    made, _ = checked(text, marks=marks)
    table = table_of(made.product())
    found = [[text_of(cell.inlines) for cell in row.cells] for row in (*table.head, *table.body)]
    words = [markdown.plain(value) for value in values]
    assert [[" ".join(cell.split()) for cell in row] for row in found] == [
        [f"A {words[0]}".strip(), words[1]],
        [words[2], f"b {words[3]}".strip()],
        [words[4], words[5]],
    ]
    assert all(cell.anchor for row in (*table.head, *table.body) for cell in row.cells)
