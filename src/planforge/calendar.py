"""Days, times and anniversaries: arithmetic and the forms in which official Vietnamese writes them."""

from __future__ import annotations

import datetime
from calendar import monthrange

from planforge.model.fields import PartialDate

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def short_date(day: datetime.date) -> str:
    """A day in figures; the day and the months 1 and 2 are padded (Appendix I, section II.4): 03/02/2023, 30/6/2023."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


def long_date(day: datetime.date) -> str:
    """A day in words and figures, as in the place-date line: ngày 05 tháng 3 năm 2020."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def weekday(day: datetime.date) -> str:
    """The day of the week, capitalised as Appendix II has it: thứ Hai, thứ Tư, Chủ nhật."""
    return WEEKDAYS[day.weekday()]


def clock_time(hour: int, minute: int = 0) -> str:
    """A time of day as in the forms of Appendix III: 08 giờ 30. Raises ValueError when no clock shows it."""
    time = datetime.time(hour, minute)
    return f"{time.hour:02d} giờ {time.minute:02d}"


def partial_date(date: PartialDate, year: int) -> str:
    """A day or a month of a given year, as exact as the source: 03/02/1930, 7/1981."""
    if date.day is None:
        return f"{_month(date.month)}/{year}"
    # The 29th of February is kept on the 28th in other years.
    last = monthrange(year, date.month)[1]
    return f"{min(date.day, last):02d}/{_month(date.month)}/{year}"


def anniversary_year(origin: PartialDate, start: datetime.date, end: datetime.date) -> int:
    """The year in which a commemorated day falls into a stretch of time; where it does not, the stretch's last year."""
    for year in range(start.year, end.year + 1):
        last = monthrange(year, origin.month)[1]
        first = datetime.date(year, origin.month, min(origin.day or 1, last))
        if first <= end and start <= datetime.date(year, origin.month, min(origin.day or last, last)):
            return year
    return end.year


def anniversary_count(origin: PartialDate, counted_from: PartialDate | None, year: int) -> int | None:
    """How many years it is in `year`; None where no year of origin is known."""
    start = counted_from or origin
    return None if start.year is None else year - start.year


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)
