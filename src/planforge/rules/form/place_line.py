"""The place and date of a paper taken apart, blanks for what is filled in at signing included."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANK = r"[.…_ ]*"
_LINE = re.compile(
    rf"(?P<place>[^\W\d_][^,]*(?:, [^,\d]+)*), ngày(?: (?P<day>\d{{1,2}})| ?{_BLANK}) "
    rf"tháng(?: (?P<month>\d{{1,2}})| ?{_BLANK}) năm(?: (?P<year>\d{{4}})| ?(?:20\d?)?{_BLANK})"
)


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """The place, and the figures as written; None for a blank."""

    place: str
    day: str | None
    month: str | None
    year: str | None


def read_place_line(words: str) -> PlaceLine | None:
    """The parts of a place and date line; None where it is not written in the form of the decree."""
    match = _LINE.fullmatch(words)
    if match is None or not match["place"][:1].isupper():
        return None
    return PlaceLine(match["place"], match["day"], match["month"], match["year"])
