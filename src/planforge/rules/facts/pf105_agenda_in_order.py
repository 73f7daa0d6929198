"""PF105: an agenda goes on in time, and not beyond the end of its conference."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from planforge.calendar import clock_time
from planforge.diagnostics import Severity
from planforge.model.conferences import Conference
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.records import records
from planforge.words import Words
from planforge.years import Years

AFTER_END = Words("sau giờ kết thúc {hour}", "is after the end at {hour}")
BEFORE_LAST = Words("xếp bên dưới mục lúc {hour}", "stands below the item at {hour}")


def check(years: Years) -> Iterator[Answer]:
    """Each line of an agenda of one day that is out of order; guests may be received before the beginning."""
    for one in years.years:
        for conference in records(one, Conference):
            if conference.end_date is not None and conference.end_date != conference.date:
                continue
            end = conference.end if _follows(conference.start, conference.end) else None
            last: time | None = None
            for line in conference.agenda:
                if line.time is None:
                    continue
                problem, other = (BEFORE_LAST, last) if last and line.time < last else (AFTER_END, end)
                if other is not None and (problem is BEFORE_LAST or line.time > other):
                    where = Words(*(words.format(hour=_shown(other)) for words in problem))
                    yield one.finding(line, "time", hour=_shown(line.time), where=where)
                last = max(last or line.time, line.time)


def _follows(start: time | None, end: time | None) -> bool:
    return start is None or end is None or end > start


def _shown(hour: time) -> str:
    return clock_time(hour.hour, hour.minute)


RULE = Rule(
    code="PF105",
    name="agenda-in-order",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("chương trình hội nghị sai thứ tự giờ", "an agenda out of order"),
    reason=Words(
        "Các mục của chương trình nối tiếp nhau và xong trước khi hội nghị kết thúc.",
        "The items of an agenda follow each other and are over when the conference ends.",
    ),
    message=Words("mục lúc {hour} {where}", "the item at {hour} {where}"),
    hint=Words("Sửa giờ, hoặc xếp lại các mục.", "Correct the hour, or the order of the items."),
    flagged=(
        Replaced("conferences.yaml", "time: 14:45", "time: 15:45"),
        Replaced("conferences.yaml", "time: 16:00", "time: 17:00"),
    ),
    fine=(None, Replaced("conferences.yaml", "- time: 14:00", "- time: 13:30")),
    check=check,
)
