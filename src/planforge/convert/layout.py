"""What the text of a body tells before it is parsed: fences and tables that Markdown would print or cut silently.

A fence that nothing closes, a closing one without its opening, a table without a blank line above it: CommonMark prints
all of these as they stand. A cell too many in a row it leaves out. Values cannot bring about any of this, for every
bar and colon in them is escaped.
"""

from __future__ import annotations

import re

from planforge.compose.marks import strip
from planforge.convert.problems import FENCE, Problems

OPENING_FENCE = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)*(:{3,})\s*(?:\{[^{}]*\}|[^\s{}:]+)\s*:*\s*")
CLOSING_FENCE = re.compile(r"\s*(:{3,})\s*")
DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
ITEM = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)+")
# What may stand directly above or below a table, for it ends or begins a block of its own.
APART = re.compile(r"\s*$|\s*#{1,6}\s|\s*(?:[-*+]|\d+[.)])\s|\s*\{.*\}\s*$")
BAR = re.compile(r"(?<!\\)\|")


def check_layout(text: str, problems: Problems) -> None:
    """Report what is wrong with the fences and tables of a body without marks."""
    lines = text.split("\n")
    _check_fences(lines, problems)
    for index, line in enumerate(lines):
        if "|" in line and DELIMITER.fullmatch(line):
            _check_table(lines, index, problems)


def without_marks_in_fences(markdown: str) -> str:
    """The same text with the marks taken out of the lines that open and close divs: they would break attributes."""
    if ":::" not in markdown:
        return markdown
    lines = ((line, strip(line)) for line in markdown.split("\n"))
    return "\n".join(bare if FENCE.match(bare) else line for line, bare in lines)


def _check_fences(lines: list[str], problems: Problems) -> None:
    opened: list[tuple[int, int]] = []
    for number, line in enumerate(lines, 1):
        if not FENCE.match(line):
            continue
        problems.line = number
        opening, closing = OPENING_FENCE.fullmatch(line), CLOSING_FENCE.fullmatch(line)
        if opening:
            opened.append((number, len(opening[1])))
        elif closing and opened and len(closing[1]) >= opened[-1][1]:
            opened.pop()
        else:
            problems.report("template.fence")
    for number, _ in opened:
        problems.line = number
        problems.report("template.fence_open")


def _check_table(lines: list[str], delimiter: int, problems: Problems) -> None:
    """Check the rows around the line of a table that tells its columns."""
    columns, header = _cells(lines[delimiter]), delimiter - 1
    above = lines[header - 1] if header > 0 else ""
    problems.line = delimiter
    if header < 0 or not BAR.search(lines[header]):
        problems.line = delimiter + 1
        problems.report("table.apart")
        return
    if not (ITEM.match(lines[header]) or APART.match(above) or FENCE.match(above)):
        problems.report("table.apart")
        return
    below = delimiter + 1
    while below < len(lines) and BAR.search(lines[below]):
        below += 1
    for row in (header, *range(delimiter + 1, below)):
        item = ITEM.match(lines[row]) if row == header else None
        count = _cells(lines[row][item.end() :] if item else lines[row])
        if count != columns:
            problems.line = row + 1
            problems.report("table.cells", found=count, columns=columns)
    if below < len(lines) and not (APART.match(lines[below]) or FENCE.match(lines[below])):
        problems.line = below + 1
        problems.report("table.apart")


def _cells(line: str) -> int:
    """How many cells a row has."""
    inner = line.strip().removeprefix("|")
    count = len(BAR.findall(inner))
    return count if re.search(r"(?<!\\)\|$", inner) else count + 1
