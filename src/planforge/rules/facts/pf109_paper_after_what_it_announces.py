"""PF109: who is invited is told beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import CONFERENCE_NAMES, inspection_days, sure_conference_days
from planforge.rules.facts.papers import YearPaper, papers
from planforge.words import Words
from planforge.years import ClusterYear, Years

FIRST_INSPECTION = Words("cuộc kiểm tra đầu tiên", "the first inspection")


def check(years: Years) -> Iterator[Answer]:
    """Each plan and invitation that bears a later day than what it announces."""
    for one in years.years:
        days = sure_conference_days(one)
        for paper in papers(one):
            event, day = _announced(one, paper, days)
            if day is not None and paper.day is not None and paper.day > day:
                values = {"paper": paper.name, "date": short_date(paper.day), "day": short_date(day)}
                yield paper.finding("date", event=event, **values)


def _announced(one: ClusterYear, paper: YearPaper, days: dict[str, date]) -> tuple[Words, date | None]:
    if paper.document.name == "cross-check":
        return FIRST_INSPECTION, min((day for _, day in inspection_days(one)), default=None)
    conference = {"launch": "launch", "invitation": paper.key}.get(paper.document.name, "")
    return CONFERENCE_NAMES.get(conference, FIRST_INSPECTION), days.get(conference)


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
