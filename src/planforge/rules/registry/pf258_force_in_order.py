"""PF258: an instrument is issued, comes into force and ends in that order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.registry.instruments import at, record, recorded
from planforge.words import Words
from planforge.years import Years

STEPS = (
    ("date", Words("ngày ban hành", "the date of issue")),
    ("in_force_from", Words("ngày có hiệu lực", "the first day in force")),
    ("in_force_until", Words("ngày hết hiệu lực", "the last day in force")),
)


def check(years: Years) -> Iterator[Answer]:
    """Days that come before an earlier step's."""
    for one in recorded(years):
        last: tuple[date, Words] | None = None
        for field, words in STEPS:
            day: date | None = getattr(one.instrument, field)
            if day is None:
                continue
            if last is not None and day < last[0]:
                values = {"what": words, "day": short_date(day), "before": last[1], "first": short_date(last[0])}
                yield at(years, one, field, called=one.called, **values)
            last = (day, words)


RULE = Rule(
    code="PF258",
    name="force-in-order",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("ngày ban hành, có hiệu lực, hết hiệu lực sai thứ tự", "issue and force out of order"),
    reason=Words(
        "Văn bản có hiệu lực từ ngày ban hành trở đi và hết hiệu lực sau ngày có hiệu lực; sai thứ tự thường do "
        "gõ nhầm năm, và làm cho việc kiểm tra hiệu lực sai theo.",
        "An instrument comes into force on its date or later, and ends after that; another order is mostly a mistyped "
        "year, and misleads the check of what is in force.",
    ),
    message=Words(
        "{called}: {what} {day} trước {before} {first}", "{called}: {what}, {day}, is before {before}, {first}"
    ),
    hint=Words("Sửa một trong hai ngày.", "Mend one of the two days."),
    flagged=(
        record(in_force_from="2028-08-01"),
        record(in_force_until="2029-07-06"),
        record(in_force_from="2029-08-01", in_force_until="2029-07-31"),
    ),
    fine=(None, record(in_force_from="2029-07-07"), record(in_force_from="2029-08-01", in_force_until="2031-12-31")),
    check=check,
)
