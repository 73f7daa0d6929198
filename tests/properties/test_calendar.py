"""Dates, figures and letters can be read back."""

from __future__ import annotations

import datetime
import re

from hypothesis import given
from hypothesis import strategies as st

from planforge import calendar, vietnamese
from planforge.convert.numbering import SCHEMES, point_letter, roman
from planforge.model.fields import PartialDate

DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
WRITTEN = re.compile(r"(\d\d)/(\d\d?)/(\d+)")


@given(DAYS)
def test_a_short_date_can_be_read_back(day: datetime.date) -> None:
    match = WRITTEN.fullmatch(calendar.short_date(day))
    assert match
    assert datetime.date(int(match[3]), int(match[2]), int(match[1])) == day
    assert match[2].startswith("0") == (day.month < 3)


@given(DAYS)
def test_a_long_date_has_the_figures_of_the_short_one(day: datetime.date) -> None:
    assert "/".join(re.findall(r"\d+", calendar.long_date(day))) == calendar.short_date(day)


@given(st.times())
def test_a_time_can_be_read_back(time: datetime.time) -> None:
    hour, minute = re.findall(r"\d\d", calendar.clock_time(time.hour, time.minute))
    assert (int(hour), int(minute)) == (time.hour, time.minute)


@given(DAYS)
def test_a_weekday_comes_again_after_seven_days(day: datetime.date) -> None:
    week = [
        calendar.weekday(datetime.date.fromordinal((day.toordinal() + count) % 3_000_000 + 1)) for count in range(8)
    ]
    assert len(set(week)) == 7
    assert week[0] == week[7]


@given(DAYS, st.integers(1, 9999))
def test_a_whole_partial_date_is_written_like_a_date(day: datetime.date, year: int) -> None:
    written = calendar.partial_date(PartialDate(day.year, day.month, day.day), year)
    assert written == calendar.short_date(day.replace(year=2000)).replace("/2000", f"/{year}")


@given(st.integers(1, 9999), st.integers(0, 500))
def test_an_anniversary_is_counted_from_its_year(year: int, count: int) -> None:
    assert calendar.anniversary_count(PartialDate(year, 1, None), None, year + count) == count


def test_roman_figures_are_distinct_and_can_be_read_back() -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    for number in range(1, 300):
        digits = [values[sign] for sign in roman(number)]
        after = [*digits[1:], 0]
        assert sum(-one if one < following else one for one, following in zip(digits, after, strict=True)) == number


def test_labels_of_a_level_are_distinct() -> None:
    letters = [point_letter(number) for number in range(1, 1000)]
    assert len(set(letters)) == len(letters)
    for scheme in SCHEMES.values():
        for level in range(1, 5):
            labels = [scheme.label((*[1] * (level - 1), number)) for number in range(1, 200)]
            assert len(set(labels)) == len(labels) or set(labels) == {"-"}


@given(st.lists(st.sampled_from(["Một", "Hai", "Ba"]), max_size=6))
def test_a_joined_list_has_its_parts_in_order(parts: list[str]) -> None:
    assert re.split(", | và ", vietnamese.joined(parts)) == (parts or [""])
