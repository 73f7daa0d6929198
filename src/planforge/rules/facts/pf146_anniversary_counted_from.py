"""PF146: the years of an anniversary can be counted."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.checks.readable import is_read
from planforge.diagnostics import Severity
from planforge.model.registry import Anniversary
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import Years

NO_YEAR = Words("không có năm gốc và không có mốc tính số năm", "there is no year to count from")
FUTURE = Words("năm gốc {year} chưa tới", "the year of origin, {year}, is yet to come")
BEFORE_ORIGIN = Words("mốc tính số năm ({year}) trước ngày gốc", "it is counted from {year}, before its origin")
OTHER_DAY = Words("in ngày gốc nhưng tính từ mốc khác ({year})", "it shows its origin but is counted from {year}")


def check(years: Years) -> Iterator[Answer]:
    """Each anniversary whose count would be blank, or is not of the years that it shows."""
    for record in filter(is_read, years.registries.anniversaries.values()):
        problem = _problem(record, years.today.year)
        if problem is not None:
            yield years.at((record.counted_from or record.origin).origin, name=str(record.name), problem=problem)


def _problem(record: Anniversary, this_year: int) -> Words | None:
    origin, counted = record.origin.year, record.counted_from.year if record.counted_from else None
    start = counted or origin
    if start is None:
        return NO_YEAR
    if start > this_year:
        return _filled(FUTURE, start)
    if origin is not None and counted is not None and counted < origin:
        return _filled(BEFORE_ORIGIN, counted)
    if origin is not None and counted is not None and counted != origin and record.show_dates:
        return _filled(OTHER_DAY, counted)
    return None


def _filled(words: Words, year: int) -> Words:
    return Words(*(one.format(year=year) for one in words))


RULE = Rule(
    code="PF146",
    name="anniversary-counted-from",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("không tính được số năm kỷ niệm", "an anniversary that cannot be counted"),
    reason=Words(
        "“Kỷ niệm … năm” được tính từ năm gốc hoặc từ counted_from; khi in khoảng thời gian trong ngoặc thì hai năm ấy "
        "phải là một.",
        "The count goes from the year of origin, or from counted_from; where both years are shown they must agree.",
    ),
    message=Words("{name}: {problem}", "{name}: {problem}"),
    hint=Words(
        "Ghi counted_from là ngày hoặc năm bắt đầu tính; đặt show_dates: false khi khác ngày gốc.",
        "Name in counted_from the day to count from; set show_dates: false where it is not the origin.",
    ),
    flagged=(Replaced("data/registry/anniversaries.yaml", "  counted_from: 2020-10-15\n", ""),),
    fine=(
        None,
        Replaced("data/registry/anniversaries.yaml", "counted_from: 2020-10-15", "counted_from: 2019-10-15"),
    ),
    check=check,
)
