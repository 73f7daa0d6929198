"""PF104: a morning session begins in the morning."""

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

SESSIONS = {
    "sáng": (time(5), time(11, 59)),
    "chiều": (time(12), time(18, 30)),
    "tối": (time(17, 30), time(23, 59)),
}


def check(years: Years) -> Iterator[Answer]:
    """Each conference whose hour is not one of its session."""
    for one in years.years:
        for conference in records(one, Conference):
            if conference.session is None or conference.start is None:
                continue
            first, last = SESSIONS[conference.session]
            if not first <= conference.start <= last:
                start = clock_time(conference.start.hour, conference.start.minute)
                yield one.finding(conference, "session", session=str(conference.session), start=start)


RULE = Rule(
    code="PF104",
    name="session-against-the-clock",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("buổi họp không hợp giờ họp", "the session disagrees with the hour"),
    reason=Words(
        "Giấy mời, biên bản in cả buổi và giờ: “14 giờ 00, sáng ngày …” làm người dự không biết đến lúc nào.",
        "Invitations and minutes print both session and hour.",
    ),
    message=Words("buổi {session} nhưng giờ bắt đầu là {start}", "the session is {session}, but it begins at {start}"),
    hint=Words("Sửa session hoặc start.", "Correct session or start."),
    flagged=(Replaced("conferences.yaml", "session: chiều\n  start: 14:00", "session: sáng\n  start: 14:00"),),
    fine=(None, Replaced("conferences.yaml", "session: chiều\n  start: 14:00", "session: sáng\n  start: 08:00")),
    check=check,
)
