"""The figures of a run as a table of Markdown, and what is not as it must be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from statistics import median

from tests.redlines.judged import Judged
from tests.redlines.pairs import KINDS

_HEAD = ("change", "pairs", "papers", "proven", "invalid", "revisions", "words marked", "needed", "ratio", "over", "s")


def by_kind(found: Sequence[Judged], broken: Collection[str] | None) -> str:
    """One row for each kind of change and one for all; `broken` are the invalid files, None where nobody looked."""
    rows = [_HEAD, *(_row(kind, [one for one in found if one.kind == kind], broken) for kind in KINDS)]
    rows.append(_row("all", found, broken))
    return table(rows)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table of Markdown, the first one its head; numbers stand right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(_cell(row, widths)) + " |" for row in rows]
    rule = [f"{'-' * (width - 1)}{':' if at else '-'}" for at, width in enumerate(widths)]
    return "\n".join([lines[0], f"| {' | '.join(rule)} |", *lines[1:]])


def _cell(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.rjust(width) if at else cell.ljust(width)


def _row(name: str, found: Sequence[Judged], broken: Collection[str] | None) -> tuple[str, ...]:
    if not found:
        return (name, "0", *[""] * (len(_HEAD) - 2))
    marked, needed = summed(found)
    invalid = "–" if broken is None else str(sum(f"{one.number:05}.redline.docx" in broken for one in found))
    return (
        name,
        str(len(found)),
        str(len({one.key for one in found})),
        f"{sum(one.proven for one in found) / len(found):.1%}",
        invalid,
        f"{sum(one.revisions for one in found) / len(found):.1f}",
        str(marked),
        str(needed),
        f"{marked / max(needed, 1):.3f}",
        str(sum(one.wordy for one in found)),
        f"{median(one.seconds for one in found):.2f}",
    )


def summed(found: Sequence[Judged]) -> tuple[int, int]:
    """The words marked and the words needed, of all redlines that there are."""
    made = [one for one in found if one.proven]
    return sum(one.marked for one in made), sum(one.needed for one in made)


def troubles(found: Sequence[Judged]) -> Iterator[str]:
    """A line for each redline that is not proven, or marks more than it should."""
    for one in found:
        if not one.proven:
            yield f"not proven: {one.number} {one.kind} {one.key}: {one.trouble}"
        elif one.wordy:
            yield f"wordy: {one.number} {one.kind} {one.key}: {one.marked} words, {one.needed} needed"
