"""What the lint says of both sides, held against each other by what is said and not by where the lines have moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from planforge.diagnostics import Diagnostic


def new_and_gone(
    old: Iterable[Diagnostic], new: Iterable[Diagnostic]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings of the new side that the old one did not have, and those that vanished, in their order."""
    old, new = list(old), list(new)
    return tuple(_beyond(new, old)), tuple(_beyond(old, new))


def _beyond(findings: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    left = Counter(map(_said, others))
    for finding in findings:
        said = _said(finding)
        if left[said]:
            left[said] -= 1
        else:
            yield finding


def _said(finding: Diagnostic) -> tuple[str, str, str]:
    # Numbers count lines and occurrences, which move with every edit above them.
    values = sorted((name, str(value)) for name, value in finding.values.items() if not isinstance(value, int))
    return finding.code, finding.span.path if finding.span else "", str(values)
