"""PF191: a text that dates a conference or its minutes gives the day that the data gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Finding, Kind, Replaced, Rule
from planforge.rules.facts.days import bounds, conferences, sure_conference_days
from planforge.rules.facts.mentions import place_in
from planforge.rules.facts.papers import papers
from planforge.rules.facts.records import texts
from planforge.rules.facts_in_text.dates import is_possible
from planforge.words import Words
from planforge.years import ClusterYear, Years

DAY = r"(?<!trước )(?<!sau )(?<!đến )(?<!hết )(?<!từ )(?<!nhất )ngày (\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\w/-])"
# No number stands between: that would be a paper with a date of its own.
BETWEEN = r"(?:\{\{[^{}]*\}\}|[^.;:\d{}])"
KINDS = {
    "ballot": re.compile(rf"Biên bản kiểm phiếu{BETWEEN}{{0,120}}?{DAY}", re.IGNORECASE),
    "minutes": re.compile(rf"Biên bản (?:hội nghị|họp){BETWEEN}{{0,160}}?{DAY}", re.IGNORECASE),
    "annual": re.compile(rf"(?<!Biên bản )Hội nghị tổng kết{BETWEEN}{{0,160}}?{DAY}", re.IGNORECASE),
    "launch": re.compile(rf"(?<!Biên bản )Hội nghị phát động{BETWEEN}{{0,160}}?{DAY}", re.IGNORECASE),
}


def check(years: Years) -> Iterator[Answer]:
    """Each typed day of this year that is none of those of the conference, ballot or minutes it is said to be of."""
    for one in years.years:
        known = {kind: _days(one, kind) for kind in KINDS}
        first, last = bounds(one)
        for text in texts(one):
            for kind, pattern in KINDS.items():
                for match in pattern.finditer(text):
                    day = _day(match)
                    if day is not None and first <= day <= last and known[kind] and day not in known[kind]:
                        written = f"{match[1]}/{match[2]}/{match[3]}"
                        days = ", ".join(map(short_date, sorted(known[kind])))
                        yield Finding(place_in(one, text, written), {"written": written, "known": days})


def _day(match: re.Match[str]) -> date | None:
    day, month, year = (int(part) for part in match.groups())
    return date(year, month, day) if is_possible(day, month, year) else None


def _days(one: ClusterYear, kind: str) -> set[date]:
    """The days that may be meant: of the conference, each of its days; of a paper, its own day too."""
    held = sure_conference_days(one)
    days: set[date] = set()
    for name, conference in conferences(one):
        if name in held and (name == kind or (kind == "ballot" and name == "annual") or kind == "minutes"):
            length = ((conference.end_date or held[name]) - held[name]).days
            days |= {held[name] + timedelta(number) for number in range(length + 1)}
    return days | {paper.day for paper in papers(one) if paper.document.name == kind and paper.day is not None}


RULE = Rule(
    code="PF191",
    name="date-of-what-the-data-knows",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("ngày trong lời văn khác dữ liệu", "a day in a text that is not the data's"),
    reason=Words(
        "Ngày hội nghị, ngày biên bản gõ tay trong lời văn không đổi theo conferences.yaml và tệp của biên bản.",
        "The day of a conference or of its minutes, typed into a text, does not follow the data.",
    ),
    message=Words("lời văn ghi ngày {written}, nhưng dữ liệu ghi {known}", "the text says {written}, the data {known}"),
    hint=Words("Sửa ngày trong lời văn, hoặc trong dữ liệu.", "Correct the day in the text, or in the data."),
    form="C01",
    flagged=(
        Replaced("submission.yaml", "ngày 19/12/2030", "ngày 18/12/2030"),
        Replaced("submission.yaml", "ngày 20/12/2030", "ngày 12/12/2030"),
    ),
    fine=(
        None,
        Replaced("submission.yaml", "ngày 20/12/2030", "ngày 19/12/2030"),
        Replaced(
            "submission.yaml", "đã tổ chức Hội nghị tổng kết", "đã tổ chức Hội nghị tổng kết trước ngày 25/12/2030"
        ),
    ),
    check=check,
)
