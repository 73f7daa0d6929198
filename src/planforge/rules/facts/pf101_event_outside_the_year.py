"""PF101: what happens in a year happens on days of that year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.model.conferences import Inspection
from planforge.model.fields import Record
from planforge.model.results import Contribution, Scholarship
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import CONFERENCE_NAMES, bounds, conference_bounds, conferences
from planforge.rules.facts.records import records
from planforge.words import Words
from planforge.years import ClusterYear, Years

Event = tuple[Record, Words, tuple[date, date]]
OTHER_EVENTS: tuple[tuple[type[Record], Words], ...] = (
    (Inspection, Words("cuộc kiểm tra", "the inspection")),
    (Contribution, Words("khoản đóng góp", "the contribution")),
    (Scholarship, Words("việc trao học bổng", "the award of scholarships")),
)


def check(years: Years) -> Iterator[Answer]:
    """Each event whose day cannot be one of its year's."""
    for one in years.years:
        for record, event, (first, last) in _events(one):
            day = getattr(record, "date", None)
            if day is not None and not first <= day <= last:
                values = {"day": short_date(day), "first": short_date(first), "last": short_date(last)}
                yield one.finding(record, "date", event=event, **values)


def _events(one: ClusterYear) -> Iterator[Event]:
    for name, conference in conferences(one):
        yield conference, CONFERENCE_NAMES[name], conference_bounds(one, name)
    for kind, words in OTHER_EVENTS:
        for record in records(one, kind):
            yield record, words, bounds(one)


RULE = Rule(
    code="PF101",
    name="event-outside-the-year",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("việc diễn ra ngoài năm thi đua", "an event outside the year"),
    reason=Words(
        "Ngày lạc sang năm khác thường là chép tệp của năm trước mà chưa sửa. Hội nghị phát động, ký kết giao ước được "
        "phép sớm hơn đầu năm, hội nghị tổng kết được phép muộn hơn cuối năm, trong vòng ba tháng.",
        "A day of another year is mostly left over from a copied file. A launch may be up to three months early, a "
        "yearly review up to three months late.",
    ),
    message=Words(
        "{event} ngày {day} không thuộc năm này (từ {first} đến {last})",
        "{event} on {day} is not within this year ({first} to {last})",
    ),
    hint=Words("Kiểm tra lại năm.", "Check the year."),
    flagged=(
        Replaced("conferences.yaml", "date: 2030-12-19", "date: 2029-12-19"),
        Replaced("inspections.yaml", "date: 2030-10-15", "date: 2029-10-15"),
    ),
    fine=(None, Replaced("conferences.yaml", "date: 2030-12-19", "date: 2030-12-18")),
    check=check,
)
