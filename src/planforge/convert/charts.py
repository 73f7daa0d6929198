"""A titled pipe table of numbers becomes a chart, with the words that stand for it."""

from __future__ import annotations

import re

from planforge.convert.divs import Div
from planforge.convert.inlines import Finisher
from planforge.convert.tables import GridRow, read_grid
from planforge.paper import Chart, ChartKind, Series

NUMBER = re.compile(r"(?P<sign>[-−]?)(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<rest>[0-9]+))?(?:\s?%)?")
BLANK = re.compile(r"[.…\s]*")
UNKNOWN = "chưa có số liệu"
# A float holds fifteen figures; with their dots and a comma that is this long.
LONGEST = 20


def parse_number(written: str) -> float | None:
    """A number as Vietnamese writes it: 55.000.000, 8,5 or 12%; None for a blank or dots.

    Raises ValueError for anything else.
    """
    if BLANK.fullmatch(written):
        return None
    match = NUMBER.fullmatch(written.strip())
    if match is None or len(written) > LONGEST:
        raise ValueError(f"no number: {written!r}")
    sign = "-" if match["sign"] else ""
    return float(f"{sign}{match['whole'].replace('.', '')}.{match['rest'] or '0'}")


def chart(div: Div, finisher: Finisher) -> Chart | None:
    """The chart of a div; None, with a problem, where the div does not hold one."""
    problems = finisher.problems
    kind = div.values.get("kind", "")
    if kind not in {str(known) for known in ChartKind}:
        problems.report("chart.kind", written=kind, known=", ".join(ChartKind))
        return None
    if [block["t"] for block in div.blocks] != ["Para", "Table"]:
        problems.report("chart.content")
        return None
    title_inlines, node = div.blocks[0]["c"], div.blocks[1]
    title = finisher.words(title_inlines).rstrip(".")
    grid = read_grid(node, problems)
    names, rows = _names(grid.rows[0], finisher), grid.rows[1:]
    if len(names) < 1 or not rows or (len(names) > 1 and not all(names)):
        problems.line = grid.rows[0].line
        problems.report("chart.content")
        return None
    categories, written = [], []
    for row in rows:
        problems.line = row.line
        category, *values = (finisher.words(cell) for cell in row.cells)
        categories.append(category)
        written.append(values)
    numbers = _numbers(written, rows, finisher)
    series = tuple(Series(name, tuple(row[index] for row in numbers)) for index, name in enumerate(names))
    alternative = _alternative(title, names, categories, written, numbers)
    inlines = [*title_inlines, *(inline for row in grid.rows for cell in row.cells for inline in cell)]
    anchor = finisher.anchor(inlines, alternative)
    return Chart(ChartKind(kind), title, tuple(categories), series, alternative, anchor)


def _names(header: GridRow, finisher: Finisher) -> list[str]:
    """The names of the series: the header without its first cell, which names the categories."""
    finisher.problems.line = header.line
    return [finisher.words(cell) for cell in header.cells][1:]


def _numbers(written: list[list[str]], rows: list[GridRow], finisher: Finisher) -> list[list[float | None]]:
    numbers: list[list[float | None]] = []
    for row, words in zip(rows, written, strict=True):
        finisher.problems.line = row.line
        numbers.append([])
        for word in words:
            try:
                numbers[-1].append(parse_number(word))
            except ValueError:
                finisher.problems.report("chart.number", written=word)
                numbers[-1].append(None)
    return numbers


def _alternative(
    title: str, names: list[str], categories: list[str], written: list[list[str]], numbers: list[list[float | None]]
) -> str:
    """What the chart shows, in words: the numbers as they were written."""
    parts = []
    for category, words, values in zip(categories, written, numbers, strict=True):
        said = [UNKNOWN if value is None else word for word, value in zip(words, values, strict=True)]
        if len(names) > 1:
            said = [f"{name} {word}" for name, word in zip(names, said, strict=True)]
        parts.append(f"{category}: {', '.join(said)}")
    return f"Biểu đồ: {title}. {'; '.join(parts)}."
