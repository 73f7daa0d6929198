"""PF109: who is invited is told beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.announcements import announced, comes_too_late
from planforge.rules.facts.papers import papers_of_all
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each plan and invitation that bears a later day than what it announces."""
    for paper in papers_of_all(years):
        event = announced(paper)
        if event is not None and paper.day is not None and comes_too_late(paper):
            values = {"paper": paper.name, "date": short_date(paper.day), "day": short_date(event[1])}
            yield paper.finding("date", event=event[0], **values)


RULE = Rule(
    code="PF109",
    name="paper-after-what-it-announces",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("văn bản ghi ngày sau sự việc", "a paper dated after what it announces"),
    reason=Words(
        "Kế hoạch tổ chức, giấy mời được gửi trước khi việc diễn ra.",
        "Plans and invitations are sent before what they are about.",
    ),
    message=Words(
        "{paper} ghi ngày {date}, sau {event} ngày {day}", "the {paper} is dated {date}, after {event} on {day}"
    ),
    hint=Words("Sửa ngày của văn bản, hoặc ngày của sự việc.", "Correct the date of the paper or of the event."),
    flagged=(
        Replaced("launch.yaml", "date: 2030-02-06", "date: 2030-02-26"),
        Replaced("cross-check.yaml", "date: 2030-09-16", "date: 2030-10-16"),
    ),
    fine=(None,),
    check=check,
)
