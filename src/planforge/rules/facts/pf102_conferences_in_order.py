"""PF102: a year is launched, then reviewed at half time, then as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import CONFERENCE_NAMES, conference_days
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each conference that is held before the one that must come before it."""
    for one in years.years:
        for (earlier, first), (later, second) in pairwise(conference_days(one).items()):
            if second <= first:
                values = {"later": CONFERENCE_NAMES[later], "earlier": CONFERENCE_NAMES[earlier]}
                days = {"day": short_date(second), "other_day": short_date(first)}
                yield one.finding(one.content.conferences, later, "date", **values, **days)


RULE = Rule(
    code="PF102",
    name="conferences-in-order",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("các hội nghị sai thứ tự", "conferences out of order"),
    reason=Words(
        "Trong một năm, phát động rồi mới sơ kết, sơ kết rồi mới tổng kết.",
        "Within a year the launch comes first, then the review of the half year, then that of the year.",
    ),
    message=Words(
        "{later} ngày {day} không sau {earlier} ngày {other_day}",
        "{later} on {day} is not after {earlier} on {other_day}",
    ),
    hint=Words("Kiểm tra lại ngày của hai hội nghị.", "Check the days of both."),
    flagged=(Replaced("conferences.yaml", "when: trung tuần tháng 7", "date: 2030-01-15"),),
    fine=(None, Replaced("conferences.yaml", "when: trung tuần tháng 7", "date: 2030-07-15")),
    check=check,
)
