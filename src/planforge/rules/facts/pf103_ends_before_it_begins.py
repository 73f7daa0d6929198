"""PF103: nothing ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from planforge.calendar import clock_time, short_date
from planforge.diagnostics import Severity
from planforge.model.conferences import Conference, Inspection
from planforge.model.fields import Record
from planforge.model.year import ClusterFile
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.records import files, records
from planforge.words import Words
from planforge.years import ClusterYear, Years

# The fields of papers that say when something begins and ends.
OF_PAPERS = ("starts_at", "ends_at")
HOURS = ("start", "end")


def check(years: Years) -> Iterator[Answer]:
    """Each end that is not after its beginning; waves that run backwards stop the build already."""
    for one in years.years:
        for record in files(one):
            yield from _held(one, record, OF_PAPERS)
        for kind in (Conference, Inspection):
            for held in records(one, kind):
                if getattr(held, "end_date", None) is None:
                    yield from _held(one, held, HOURS)
        for conference in records(one, Conference):
            yield from _held(one, conference, ("date", "end_date"), one_day=True)
        for cluster in records(one, ClusterFile):
            yield from _held(one, cluster, ("starts", "ends"))
    for movement in years.registries.movements.values():
        period = movement.period
        if period and period.start and period.end and period.end <= period.start:
            yield years.at(period.end.origin, end=_shown(period.end), start=_shown(period.start))


def _held(one: ClusterYear, record: Record, fields: tuple[str, str], *, one_day: bool = False) -> Iterator[Answer]:
    start, end = (getattr(record, name, None) for name in fields)
    if start is None or end is None or type(start) is not type(end):
        return
    if end < start or (end == start and not one_day):
        yield one.finding(record, fields[1], end=_shown(end), start=_shown(start))


def _shown(moment: date | time) -> str:
    return clock_time(moment.hour, moment.minute) if isinstance(moment, time) else short_date(moment)


RULE = Rule(
    code="PF103",
    name="ends-before-it-begins",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("kết thúc trước khi bắt đầu", "an end before its beginning"),
    reason=Words(
        "Giờ, ngày kết thúc của hội nghị, cuộc kiểm tra, việc kiểm phiếu, bàn giao, kỳ thi đua, phong trào phải sau "
        "lúc bắt đầu.",
        "Conferences, inspections, counts, hand-overs, periods and movements end after they begin.",
    ),
    message=Words(
        "kết thúc {end} không sau lúc bắt đầu {start}", "the end ({end}) is not after the beginning ({start})"
    ),
    hint=Words("Kiểm tra lại; hai giá trị có thể bị đổi chỗ.", "Check both; they may have changed places."),
    flagged=(
        Replaced("ballot.yaml", "ends_at: 16:20", "ends_at: 15:20"),
        Replaced("conferences.yaml", "end_date: 2030-12-20", "end_date: 2030-12-02"),
    ),
    fine=(None, Replaced("ballot.yaml", "ends_at: 16:20", "ends_at: 15:55")),
    check=check,
)
