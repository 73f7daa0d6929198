"""PF110: no paper has been signed on a day that has not come yet."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule, decree30
from planforge.rules.facts.days import bounds
from planforge.rules.facts.papers import papers_of_all
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each paper with a future day, in a year that has begun: a year to come is wholly planned ahead."""
    for paper in papers_of_all(years):
        first, _ = bounds(paper.one)
        if paper.day is not None and paper.day > years.today >= first:
            yield paper.finding("date", date=short_date(paper.day), today=short_date(years.today))


RULE = Rule(
    code="PF110",
    name="paper-of-the-future",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("văn bản ghi ngày chưa tới", "a paper with a future date"),
    reason=Words(
        "Ngày ký là ngày văn bản được ban hành; khi chưa ký thì bỏ trống, văn bản chừa chỗ ghi tay.",
        "The date is the day of signing; a draft leaves it out, and the paper has room to write it in.",
    ),
    message=Words("văn bản ghi ngày {date}, nhưng hôm nay mới là {today}", "the date is {date}, but today is {today}"),
    hint=Words("Bỏ date khi còn là dự thảo.", "Leave date out while it is a draft."),
    law=decree30("Phụ lục I, Phần I, Mục II.4"),
    form="D06",
    flagged=(Replaced("data/mau/2031/letter.yaml", "", "date: 2031-11-03\n"),),
    fine=(None, Replaced("data/mau/2031/letter.yaml", "", "date: 2031-05-30\n")),
    check=check,
)
