"""Dates as Appendix I, section II.4 of Decree 30/2020/NĐ-CP writes them, and anniversaries."""

from __future__ import annotations

import datetime

import pytest

from planforge import calendar


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ((2023, 1, 31), "31/01/2023"),
        ((2023, 2, 3), "03/02/2023"),
        ((2023, 3, 3), "03/3/2023"),
        ((2023, 9, 9), "09/9/2023"),
        ((2023, 10, 10), "10/10/2023"),
        ((2023, 12, 5), "05/12/2023"),
    ],
)
def test_days_and_the_first_two_months_are_padded(day: tuple[int, int, int], written: str) -> None:
    assert calendar.short_date(datetime.date(*day)) == written


@pytest.mark.parametrize(
    ("hour", "minute", "written"),
    [(14, 0, "14 giờ 00"), (8, 30, "08 giờ 30"), (0, 5, "00 giờ 05"), (23, 59, "23 giờ 59")],
)
def test_times_have_two_figures_each(hour: int, minute: int, written: str) -> None:
    assert calendar.clock_time(hour, minute) == written


def test_a_full_hour_needs_no_minutes() -> None:
    assert calendar.clock_time(14) == "14 giờ 00"


@pytest.mark.parametrize(("hour", "minute"), [(24, 0), (-1, 0), (8, 60), (8, -1)])
def test_a_time_that_no_clock_shows_is_refused(hour: int, minute: int) -> None:
    with pytest.raises(ValueError, match="must be in"):
        calendar.clock_time(hour, minute)
