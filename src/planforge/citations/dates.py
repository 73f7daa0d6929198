"""Dates of instruments as papers write them: 31/01/2023, 31 tháng 01 năm 2023, 31.01.2023."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

BLANK = r"[ \u00a0]?"
FIGURES = (
    rf"(?P<day>[0-9]{{1,2}}){BLANK}(?P<mark>[/.\-–]){BLANK}(?P<month>[0-9]{{1,2}}){BLANK}(?P=mark){BLANK}"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![\w/])"
)
WORDS = r"(?P<day_word>[0-9]{1,2})\s+tháng\s+(?P<month_word>[0-9]{1,2})\s+năm\s+(?P<year_word>[0-9]{4})(?![0-9])"
DATE = re.compile(rf"(?:{FIGURES}|{WORDS})")


@dataclass(frozen=True, slots=True)
class CitedDate:
    """The date of an instrument where it is written; `day` is None where it is no day of the calendar or only a year.

    `mark` is what stands between the figures, and empty where the date is in words; `start` and `end` hold the date
    without "ngày".
    """

    start: int
    end: int
    text: str
    day: date | None = None
    mark: str = ""
    year: int | None = None
    short_year: bool = False


def date_at(text: str, position: int) -> CitedDate | None:
    """The date that begins at a place of a text."""
    match = DATE.match(text, position)
    if match is None:
        return None
    year = match["year"] or match["year_word"]
    short = len(year) == 2
    whole = int(year) + 2000 if short else int(year)
    try:
        day = date(whole, int(match["month"] or match["month_word"]), int(match["day"] or match["day_word"]))
    except ValueError:
        day = None
    return CitedDate(match.start(), match.end(), match[0], day, match["mark"] or "", whole, short)
