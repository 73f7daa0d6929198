"""Dates as Appendix I, section II.4 of Decree 30/2020/NĐ-CP writes them, and anniversaries."""

from __future__ import annotations

import datetime

import pytest

from planforge import calendar
from planforge.model.fields import PartialDate


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


@pytest.mark.parametrize("month", range(1, 13))
def test_long_dates_follow_the_same_rule(month: int) -> None:
    expected = f"0{month}" if month < 3 else str(month)
    assert calendar.long_date(datetime.date(2020, month, 5)) == f"ngày 05 tháng {expected} năm 2020"


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (PartialDate(1930, 2, 3), "03/02/2030"),
        (PartialDate(None, 11, 9), "09/11/2030"),
        (PartialDate(1981, 7, None), "7/2030"),
        (PartialDate(1981, 11, None), "11/2030"),
    ],
)
def test_a_partial_date_is_as_exact_as_its_source(date: PartialDate, written: str) -> None:
    assert calendar.partial_date(date, 2030) == written


@pytest.mark.parametrize("month", [1, 2])
def test_a_month_alone_is_padded_as_in_a_date(month: int) -> None:
    assert calendar.partial_date(PartialDate(1981, month, None), 2030) == f"0{month}/2030"


@pytest.mark.parametrize(
    ("origin", "counted_from", "count"),
    [
        (PartialDate(1930, 2, 3), None, 93),
        (PartialDate(1981, 7, None), None, 42),
        (PartialDate(None, 11, 9), None, None),
        (PartialDate(None, 11, 9), PartialDate(2013, 11, 9), 10),
        (PartialDate(1946, 11, 9), PartialDate(2013, 1, None), 10),
        (PartialDate(2023, 1, 1), None, 0),
    ],
)
def test_years_are_counted_from_the_mark_that_is_set(
    origin: PartialDate, counted_from: PartialDate | None, count: int | None
) -> None:
    assert calendar.anniversary_count(origin, counted_from, 2023) == count


def test_weekdays_are_capitalised_in_their_own_word() -> None:
    monday = datetime.date(2023, 3, 6)
    week = [calendar.weekday(monday + datetime.timedelta(days=count)) for count in range(7)]
    assert week == ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_and_its_year_follow_the_rule_of_dates(month: int) -> None:
    day = datetime.date(2023, month, 28)
    assert calendar.long_date(day) == f"ngày 28 {calendar.month_year(day)}"


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
