"""PF119: who is signed later gets the higher number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule, decree30
from planforge.rules.facts.number_books import books
from planforge.rules.facts.papers import YearPaper
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each paper that bears an earlier day than one of its book with a lower number."""
    for book in books(years):
        dated = sorted((paper for paper in book if paper.day), key=lambda paper: paper.number or 0)
        for earlier, later in pairwise(dated):
            if earlier.day and later.day and later.day < earlier.day and later.number != earlier.number:
                values = {"number": _shown(later), "day": short_date(later.day)}
                other = {"other": _shown(earlier), "other_day": short_date(earlier.day)}
                yield later.finding("number", **values, **other)


def _shown(paper: YearPaper) -> str:
    return f"{paper.number:02d}/{paper.symbol}"


RULE = Rule(
    code="PF119",
    name="numbers-rise-with-days",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số văn bản không tăng theo ngày", "numbers that do not rise with the days"),
    reason=Words(
        "Số được lấy theo thứ tự và trình tự thời gian ban hành, từ số 01 ngày đầu năm đến ngày cuối năm.",
        "Numbers are given in the order of issue, from 01 at the beginning of the year.",
    ),
    message=Words(
        "số {number} ghi ngày {day}, nhưng số nhỏ hơn {other} lại ghi ngày {other_day}",
        "{number} is dated {day}, but the lower number {other} is dated {other_day}",
    ),
    hint=Words("Kiểm tra số và ngày của hai văn bản.", "Check number and date of both."),
    law=decree30("Điều 15; Phụ lục I, Phần I, Mục II.3"),
    form="N07",
    flagged=(Replaced("plan.yaml", "number: 1\n", "number: 4\n"),),
    fine=(None, Replaced("summary.yaml", "number: 23", "number: 24")),
    check=check,
)
