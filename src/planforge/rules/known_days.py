"""Days whose origin everybody knows, by the words of their names.

National days: Decree 145/2013/NĐ-CP, Article 4; the others are the founding days that their names tell. The Law Day
(09/11) is counted from the law of 20/6/2012 that made it, or from the first one, in 2013.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planforge.calendar import partial_date
from planforge.model.fields import PartialDate


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day of the calendar that is commemorated: `years` are those it may be counted from, the first being usual.

    `official` is its name where nobody else has the same day of the same year to commemorate.
    """

    name: re.Pattern[str]
    years: tuple[int, ...]
    month: int
    day: int
    official: str = ""

    @property
    def shown(self) -> str:
        """The day with its year of origin, as papers write it: 03/02/1930."""
        return partial_date(PartialDate(self.years[0], self.month, self.day), self.years[0])

    def agrees(self, year: int | None, month: int, day: int | None) -> bool:
        """Whether a date that may lack its day or year is this day."""
        return month == self.month and day in {None, self.day} and (year is None or year in self.years)


def _day(name: str, years: int | tuple[int, ...], month: int, day: int, official: str = "") -> KnownDay:
    pattern = re.compile(rf"\b(?:{name})\b", re.IGNORECASE)
    return KnownDay(pattern, (years,) if isinstance(years, int) else years, month, day, official)


KNOWN_DAYS = (
    _day("thành lập Đảng Cộng sản Việt Nam", 1930, 2, 3, "Ngày thành lập Đảng Cộng sản Việt Nam"),
    _day("ngày sinh (?:của )?Chủ tịch Hồ Chí Minh", 1890, 5, 19, "Ngày sinh Chủ tịch Hồ Chí Minh"),
    _day(
        "giải phóng (?:hoàn toàn )?miền Nam|thống nhất đất nước",
        1975,
        4,
        30,
        "Ngày Giải phóng miền Nam, thống nhất đất nước",
    ),
    _day("chiến thắng (?:lịch sử )?Điện Biên Phủ", 1954, 5, 7, "Ngày Chiến thắng Điện Biên Phủ"),
    _day("Cách mạng tháng Tám", 1945, 8, 19),
    _day(
        "Quốc khánh|thành lập nước (?:Cộng hòa xã hội chủ nghĩa Việt Nam|Việt Nam Dân chủ Cộng hòa)",
        1945,
        9,
        2,
        "Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    ),
    _day(
        "Lời kêu gọi thi đua ái quốc|truyền thống thi đua yêu nước",
        1948,
        6,
        11,
        "Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc",
    ),
    _day("truyền thống Ngành Tư pháp", 1945, 8, 28),
    _day("Ngày Thương binh - Liệt sĩ", 1947, 7, 27),
    _day("thành lập Quân đội nhân dân Việt Nam", 1944, 12, 22),
    _day("Báo chí cách mạng Việt Nam", 1925, 6, 21),
    _day("thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh", 1931, 3, 26),
    _day("thành lập Công đoàn Việt Nam", 1929, 7, 28),
    _day("thành lập Hội Liên hiệp Phụ nữ Việt Nam", 1930, 10, 20),
    _day("Ngày Pháp luật", (2012, 2013), 11, 9),
)
# What Decree 111/2018/NĐ-CP is about: days of ministries, sectors and provinces, not the national ones.
OF_BODIES = re.compile(r"\b(?:thành lập|tái lập|truyền thống|hưởng ứng)\b", re.IGNORECASE)
NATIONAL = re.compile(r"\b(?:Đảng Cộng sản|thành lập Đảng|thành lập nước|Quân đội nhân dân)\b", re.IGNORECASE)


def known_day(name: str) -> KnownDay | None:
    """The known day that a name is of; of a name with several, none."""
    found = [day for day in KNOWN_DAYS if day.name.search(name)]
    return found[0] if len(found) == 1 else None


def day_of(year: int, month: int, day: int) -> KnownDay | None:
    """The known day of a date that is nobody else's."""
    return next(
        (one for one in KNOWN_DAYS if one.official and (year, month, day) == (*one.years, one.month, one.day)), None
    )


def is_of_a_body(name: str) -> bool:
    """Whether an anniversary is one of those that ministries, sectors and provinces hold of themselves."""
    return bool(OF_BODIES.search(name)) and not NATIONAL.search(name)
