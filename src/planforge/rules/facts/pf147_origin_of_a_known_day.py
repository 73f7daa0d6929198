"""PF147: a day that everybody knows has the origin that everybody knows."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import partial_date
from planforge.checks.readable import is_read
from planforge.diagnostics import Severity
from planforge.model.fields import PartialDate
from planforge.model.registry import Anniversary
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.known_days import day_of, known_day
from planforge.words import Words
from planforge.years import Years

ORIGIN = Words("{name} là ngày {known}, không phải {written}", "{name} is {known}, not {written}")
NAME = Words("ngày {written} là {known}, không phải “{name}”", "{written} is {known}, not “{name}”")


def check(years: Years) -> Iterator[Answer]:
    """Each record with the name of a known day and another origin or year to count from, or with another name."""
    for record in filter(is_read, years.registries.anniversaries.values()):
        known, origin, counted = known_day(record.name), record.origin, record.counted_from
        if known is None:
            named = day_of(origin.year, origin.month, origin.day) if origin.year and origin.day else None
            if named is not None:
                yield years.at(record.name.origin, problem=_told(NAME, record, named.official, origin))
        elif not known.agrees(origin.year, origin.month, origin.day):
            yield years.at(origin.origin, problem=_told(ORIGIN, record, known.shown, origin))
        elif counted is not None and counted.year is not None and counted.year not in known.years:
            yield years.at(counted.origin, problem=_told(ORIGIN, record, known.shown, counted))


def _told(words: Words, record: Anniversary, known: str, date: PartialDate) -> Words:
    return Words(*(one.format(name=record.name, known=known, written=_shown(date)) for one in words))


def _shown(date: PartialDate) -> str:
    """A date as exact as it is written; without a year, day and month."""
    shown = partial_date(date, date.year or 0)
    return shown if date.year else shown.removesuffix("/0")


RULE = Rule(
    code="PF147",
    name="origin-of-a-known-day",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("ngày lễ ghi sai ngày gốc hoặc sai tên", "a known day with another origin, or another name"),
    reason=Words(
        "Ngày gốc quyết định số năm in ra ở mọi văn bản; ngày lễ lớn theo Điều 4 Nghị định 145/2013/NĐ-CP. Ngày Pháp "
        "luật được tính từ năm 2012 (Luật Phổ biến, giáo dục pháp luật) hoặc năm 2013 (Ngày Pháp luật đầu tiên).",
        "The origin makes the count in all papers; the national days are those of Article 4, Decree 145/2013/NĐ-CP. "
        "The Law Day is counted from 2012 (the law that made it) or 2013 (the first one).",
    ),
    message=Words("{problem}", "{problem}"),
    hint=Words("Sửa origin, counted_from hoặc name.", "Correct origin, counted_from or name."),
    flagged=(
        Replaced(
            "data/registry/anniversaries.yaml",
            "Ngày thành lập Bộ Ví dụ\n  origin: 1990-02-12",
            "Ngày thành lập Đảng ta\n  origin: 1930-02-03",
        ),
        Replaced(
            "data/registry/anniversaries.yaml",
            "Ngày thành lập Bộ Ví dụ\n  origin: 1990-02-12",
            "Ngày thành lập Đảng Cộng sản Việt Nam\n  origin: 1931-02-03",
        ),
    ),
    fine=(
        None,
        Replaced(
            "data/registry/anniversaries.yaml",
            "Ngày thành lập Bộ Ví dụ\n  origin: 1990-02-12",
            "Ngày thành lập Đảng Cộng sản Việt Nam\n  origin: 1930-02-03",
        ),
    ),
    check=check,
)
