"""Charts: numbers as Vietnamese writes them, and the words that stand for the picture."""

from __future__ import annotations

import pytest
from tests.unit.convert.conftest import chart_of, checked, complaints, converted

from planforge.convert.charts import parse_number
from planforge.paper import ChartKind


def chart(*rows: str, kind: str = "bars", title: str = "Đóng góp Quỹ") -> str:
    columns = rows[0].count("|") - 1
    table = "\n".join((rows[0], "|---" * columns + "|", *rows[1:]))
    return f"x\n\n::: {{.chart kind={kind}}}\n{title}\n\n{table}\n:::\n"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("55.000.000", 55_000_000),
        ("8,5", 8.5),
        ("1.093,75", 1093.75),
        ("12%", 12),
        ("90,91 %", 90.91),
        ("0", 0),
        ("1000", 1000),
        ("-2,5", -2.5),
        ("−2", -2),
        ("", None),
        ("…………", None),
        ("...", None),
    ],
)
def test_numbers_are_read_as_vietnamese_writes_them(written: str, number: float | None) -> None:
    assert parse_number(written) == number


@pytest.mark.parametrize(
    "written", ["5.5", "5,000,000", "1.00.000", "5 000", "mười", "8,", ",5", "1.000.00", "5 tr", "9" * 400]
)
def test_anything_else_is_no_number(written: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        parse_number(written)


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_of_one_series(kind: ChartKind) -> None:
    rows = "| Đơn vị | Số tiền |", "| Trường A | 5.000.000 |", "| Trường B | 7.500.000 |"
    made = chart_of(converted(chart(*rows, kind=kind)))
    assert (made.kind, made.title, made.categories) == (kind, "Đóng góp Quỹ", ("Trường A", "Trường B"))
    assert [(one.name, one.values) for one in made.series] == [("Số tiền", (5_000_000, 7_500_000))]
    assert made.alternative == "Biểu đồ: Đóng góp Quỹ. Trường A: 5.000.000; Trường B: 7.500.000."


def test_a_chart_of_several_series_names_them_in_its_words() -> None:
    rows = "| | Tự chấm | Kiểm tra chéo |", "| A | 95 | 93 |", "| B | 90,5 | …… |"
    made = chart_of(converted(chart(*rows, title="Điểm *thi đua*.")))
    assert [(one.name, one.values) for one in made.series] == [
        ("Tự chấm", (95, 90.5)),
        ("Kiểm tra chéo", (93, None)),
    ]
    assert made.alternative == (
        "Biểu đồ: Điểm thi đua. A: Tự chấm 95, Kiểm tra chéo 93; B: Tự chấm 90,5, Kiểm tra chéo chưa có số liệu."
    )


def test_a_chart_knows_the_lines_it_was_made_of() -> None:
    made, provenance = checked(chart("| a | b |", "| c | 1 |"))
    drawn = chart_of(made.product())
    [trace] = [trace for trace in provenance.traces if trace.anchor == drawn.anchor]
    assert (trace.whole, trace.text) == (True, drawn.alternative)
    assert [line.span.line for line in trace.lines] == [4, 6, 8]


def test_every_number_that_is_none_is_found_at_its_row() -> None:
    rows = "| a | b | c |", "| d | 1 | 5.5 |", "| e | x | 2 |"
    assert complaints(chart(*rows)) == [("chart.number", 8), ("chart.number", 9)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (chart("| a | b |", "| c | 1 |", kind="pie"), ("chart.kind", 3)),
        (chart("| a | b |"), ("chart.content", 6)),
        (chart("| a |", "| b |"), ("chart.content", 6)),
        (chart("| a | b | |", "| c | 1 | 2 |"), ("chart.content", 6)),
        ("x\n\n::: {.chart kind=bars}\nĐiểm\n:::\n", ("chart.content", 3)),
        ("x\n\n::: {.chart kind=bars}\n- Điểm\n:::\n", ("chart.content", 3)),
        ("x\n\n::: chart\nĐiểm\n:::\n", ("chart.kind", 3)),
        (chart("| a | b |", "| c | 1 |", kind="bars colour=red"), ("template.unsupported", 3)),
        (chart("| a | b |", "| []{.above} | 1 |"), ("template.unsupported", 8)),
        (chart("| a | b |", "| c | 1 |", title="`x`"), ("template.unsupported", 4)),
    ],
)
def test_what_is_no_chart_is_found(text: str, found: tuple[str, int]) -> None:
    assert complaints(text) == [found]
