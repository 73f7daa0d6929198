"""PF106: a conference is prepared before it is held, and what it concludes is done afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.model.conferences import Conference
from planforge.model.fields import Record
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import CONFERENCE_NAMES, sure_conference_days
from planforge.rules.facts.papers import own_field, papers
from planforge.words import Words
from planforge.years import ClusterYear, Years

AFTER = Words("sau", "after")
BEFORE = Words("trước", "before")
PREPARATION = Words("việc chuẩn bị", "the preparation")
CONCLUSION = Words("nhiệm vụ được giao", "the task given")
REPLY = Words("xác nhận tham dự", "the reply to the invitation")


def check(years: Years) -> Iterator[Answer]:
    """Preparations and replies due after their conference, conclusions due before it."""
    for one in years.years:
        for name, day in sure_conference_days(one).items():
            for record, field, task, due in _due(one, name):
                late = due > day if task is not CONCLUSION else due < day
                if late:
                    values = {"task": task, "due": short_date(due), "day": short_date(day)}
                    relation = BEFORE if task is CONCLUSION else AFTER
                    yield one.finding(record, field, relation=relation, event=CONFERENCE_NAMES[name], **values)


def _due(one: ClusterYear, name: str) -> Iterator[tuple[Record, str, Words, date]]:
    conference: Conference = getattr(one.content.conferences, name)
    for task in conference.assignments:
        if task.deadline is not None:
            yield task, "deadline", PREPARATION, task.deadline
    for task in conference.conclusions:
        if task.deadline is not None:
            yield task, "deadline", CONCLUSION, task.deadline
    invitations = {id(paper.document): own_field(paper, "invitations") for paper in papers(one)}
    for invitation in (row for rows in invitations.values() for row in rows or ()):
        due = getattr(invitation, "reply_by", None)
        if getattr(invitation, "conference", None) == name and isinstance(due, date):
            yield invitation, "reply_by", REPLY, due


RULE = Rule(
    code="PF106",
    name="task-deadline",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("thời hạn trái với ngày hội nghị", "a deadline that disagrees with the conference"),
    reason=Words(
        "Việc chuẩn bị, xác nhận tham dự phải xong trước hội nghị; nhiệm vụ hội nghị giao có hạn sau hội nghị.",
        "Preparations and replies are due before a conference, what it concludes is due afterwards.",
    ),
    message=Words(
        "thời hạn của {task} là {due}, {relation} {event} ngày {day}",
        "{task} is due on {due}, {relation} {event} on {day}",
    ),
    hint=Words("Sửa thời hạn, hoặc ngày hội nghị.", "Correct the deadline or the day of the conference."),
    flagged=(
        Replaced("conferences.yaml", "deadline: 2030-12-18", "deadline: 2030-12-28"),
        Replaced("conferences.yaml", "deadline: 2030-12-25", "deadline: 2030-12-15"),
        Replaced("invitation.yaml", "reply_by: 2030-02-18", "reply_by: 2030-02-28"),
    ),
    fine=(None, Replaced("conferences.yaml", "deadline: 2030-12-18", "deadline: 2030-12-19")),
    check=check,
)
