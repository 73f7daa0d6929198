"""PF107: what a paper asks for is due after the paper is issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.model.fields import Record
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.announcements import comes_too_late
from planforge.rules.facts.papers import YearPaper, own_field, papers_of_all
from planforge.words import Words
from planforge.years import Years

# The fields of papers that set a time limit.
LIMITS = ("deadline", "report_by", "report_before")


def check(years: Years) -> Iterator[Answer]:
    """Each time limit that is over on the day of its paper; of a paper that comes too late itself, that is told."""
    for paper in papers_of_all(years):
        for record, field, due in _limits(paper) if not comes_too_late(paper) else ():
            if paper.day is not None and due < paper.day:
                values = {"due": short_date(due), "day": short_date(paper.day), "paper": paper.name}
                yield paper.one.finding(record, field, **values)


def _limits(paper: YearPaper) -> Iterator[tuple[Record, str, date]]:
    for field in LIMITS:
        due = own_field(paper, field)
        if isinstance(due, date):
            yield paper.document.data, field, due
    for row in own_field(paper, "invitations") or ():
        due = getattr(row, "reply_by", None)
        if isinstance(due, date) and str(getattr(row, "conference", "")) == paper.key:
            yield row, "reply_by", due


RULE = Rule(
    code="PF107",
    name="deadline-before-the-paper",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("thời hạn trước ngày văn bản", "a deadline before the day of the paper"),
    reason=Words(
        "Nơi nhận không thể làm xong trước khi có văn bản; thời hạn thường còn sót từ năm trước.",
        "Nobody can do in time what was asked for afterwards; the deadline is mostly left over.",
    ),
    message=Words(
        "thời hạn {due} đã qua vào ngày ký {paper} ({day})",
        "the deadline {due} is over on the day of the {paper} ({day})",
    ),
    hint=Words("Sửa thời hạn, hoặc ngày ký.", "Correct the deadline or the date."),
    flagged=(Replaced("letter.yaml", "deadline: 2030-11-22", "deadline: 2029-11-22"),),
    fine=(None, Replaced("letter.yaml", "deadline: 2030-11-22", "deadline: 2030-11-04")),
    check=check,
)
