"""The number line taken apart: "Số: 05/KH-CTĐ", blanks for a number that is not given yet included."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Blanks and dots stand for what is filled in at signing.
_LINE = re.compile(r"Số:(?: ?(?P<blank>[.…_ ]*)| (?P<number>\d+))/(?P<symbol>\S+)")
_GROUP = re.compile(r"[^\W\d_][^\W_]*|\d[^\W_]*|[.…]+")
# Only legal documents, which are not of the decree, have the year in the number.
_YEAR = re.compile(r"Số: \d+/\d{4}/(?:NĐ|TT|TTLT|NQ|NQLT|QĐ|PL|QH|L)\b\S*")


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The figures as written (empty for a blank), and the groups of the symbol."""

    number: str
    groups: tuple[str, ...]


def read_number_line(words: str) -> NumberLine | None:
    """The parts of a number line; None where it is not written in the form of the decree."""
    match = _LINE.fullmatch(words)
    if match is None:
        return None
    groups = tuple(match["symbol"].split("-"))
    first = groups[0]
    fine = all(_GROUP.fullmatch(group) for group in groups) and first[:1].isupper()
    if not fine or len(groups) < 2 or (match["number"] or "1").strip("0") == "":
        return None
    return NumberLine(match["number"] or "", groups)


def is_of_legal_document(words: str) -> bool:
    """Whether a number line is that of a legal document, with its year."""
    return _YEAR.fullmatch(words) is not None


def example(symbol: str | None) -> str:
    """A number line as it should look, of a type or of a letter."""
    return f"Số: 05/{symbol}-ABC" if symbol else "Số: 05/ABC-XYZ"
