"""Days and years as running text writes them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

# 03/02/2023, 3.2.2023, 3-2-2023; never a part of a longer number or symbol.
FIGURES = r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\w/-]|\.\d)"
# The same without names for the groups, and as short as a month: 7/1981; a year: 1981.
DATE = r"(?:(?:\d{1,2}[/.-])?\d{1,2}[/.-])?\d{4}"
DASH = r" ?[-\u2013\u2014] ?"


@dataclass(frozen=True, slots=True)
class Written:
    """A date as exact as it is written; nothing says that the calendar has it."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has it."""
        return is_possible(self.day or 1, self.month or 1, self.year)

    @property
    def calendar_day(self) -> date | None:
        """The day; None for a month or a year, and where the calendar has no such day."""
        if self.day is None or self.month is None or not self.is_possible:
            return None
        return date(self.year, self.month, self.day)


def written(text: str) -> Written:
    """A text that `DATE` matches."""
    parts = [int(part) for part in re.split(r"[/.-]", text)]
    return Written(*reversed(parts))


def is_possible(day: int, month: int, year: int | None) -> bool:
    """Whether the calendar has a day; without a year, whether it has it in any."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return False
    return 1 <= day <= monthrange(year if year is not None else 2000, month)[1]
