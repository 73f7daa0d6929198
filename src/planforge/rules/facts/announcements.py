"""What plans and invitations announce, and when it is."""

from __future__ import annotations

from datetime import date

from planforge.rules.facts.days import CONFERENCE_NAMES, inspection_days, sure_conference_days
from planforge.rules.facts.papers import YearPaper
from planforge.words import Words

FIRST_INSPECTION = Words("cuộc kiểm tra đầu tiên", "the first inspection")


def announced(paper: YearPaper) -> tuple[Words, date] | None:
    """The event that a paper announces, with its day; None for other papers and unknown days."""
    if paper.document.name == "cross-check":
        day = min((day for _, day in inspection_days(paper.one)), default=None)
        return (FIRST_INSPECTION, day) if day is not None else None
    conference = {"launch": "launch", "invitation": paper.key}.get(paper.document.name, "")
    held = sure_conference_days(paper.one).get(conference)
    return (CONFERENCE_NAMES[conference], held) if held is not None else None


def comes_too_late(paper: YearPaper) -> bool:
    """Whether a paper bears a later day than what it announces."""
    event = announced(paper)
    return event is not None and paper.day is not None and paper.day > event[1]
