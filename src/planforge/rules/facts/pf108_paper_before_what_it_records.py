"""PF108: minutes are written when what they record has happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import CONFERENCE_NAMES, inspection_days, sure_conference_days
from planforge.rules.facts.papers import YearPaper, own_field, papers
from planforge.words import Words
from planforge.years import ClusterYear, Years

# The papers that record, or follow from, the conference at the end of the year.
OF_THE_ANNUAL_CONFERENCE = frozenset({"minutes", "ballot", "conclusion", "submission"})
INSPECTION = Words("cuộc kiểm tra", "the inspection")
HANDOVER = Words("việc bàn giao", "the hand-over")


def check(years: Years) -> Iterator[Answer]:
    """Each paper that bears an earlier day than what it records."""
    for one in years.years:
        annual = sure_conference_days(one).get("annual")
        for paper in papers(one):
            event, day = _recorded(one, paper, annual)
            if day is not None and paper.day is not None and paper.day < day:
                values = {"paper": paper.name, "date": short_date(paper.day), "day": short_date(day)}
                yield paper.finding("date", event=event, **values)


def _recorded(one: ClusterYear, paper: YearPaper, annual: date | None) -> tuple[Words, date | None]:
    if paper.document.name in OF_THE_ANNUAL_CONFERENCE:
        return CONFERENCE_NAMES["annual"], annual
    if paper.document.name == "cross-check-minutes":
        inspected = {str(name): unit for name, unit in one.content.registries.units.items()}.get(paper.key)
        return INSPECTION, next((day for each, day in inspection_days(one) if each.inspected is inspected), None)
    held_on = own_field(paper, "held_on")
    return HANDOVER, held_on if isinstance(held_on, date) else None


RULE = Rule(
    code="PF108",
    name="paper-before-what-it-records",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("văn bản ghi ngày trước sự việc", "a paper dated before what it records"),
    reason=Words(
        "Biên bản, thông báo kết luận, tờ trình đề nghị khen thưởng chỉ có thể lập khi việc đã diễn ra.",
        "Minutes, notices of conclusions and submissions follow what they report.",
    ),
    message=Words(
        "{paper} ghi ngày {date}, trước {event} ngày {day}", "the {paper} is dated {date}, before {event} on {day}"
    ),
    hint=Words("Sửa ngày của văn bản, hoặc ngày của sự việc.", "Correct the date of the paper or of the event."),
    flagged=(
        Replaced("ballot.yaml", "date: 2030-12-19", "date: 2030-12-09"),
        Replaced("handover.yaml", "\ndate: 2030-12-31", "\ndate: 2030-12-30"),
    ),
    fine=(None,),
    check=check,
)
