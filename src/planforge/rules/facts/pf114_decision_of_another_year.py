"""PF114: the decision that appoints the leaders of a year is about that year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.model.registry import Instrument
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import bounds
from planforge.words import Words
from planforge.years import ClusterYear, Years

NAMED_YEAR = re.compile(r"\bnăm (?:học |công tác )?([12]\d{3})\b")
OF_YEARS = Words("là quyết định của năm {years}", "is about {years}")
TOO_LATE = Words("ban hành ngày {day}, khi năm này đã hết", "was issued on {day}, when the year was over")


def check(years: Years) -> Iterator[Answer]:
    """Each cluster with a decision that names other years only, or that came when the year was over."""
    for one in years.years:
        decision = one.content.cluster.decision
        problem = _problem(one, decision) if decision is not None else None
        if decision is not None and problem is not None:
            yield one.finding(
                one.content.cluster, "decision", decision=decision.symbol or decision.type, problem=problem
            )


def _problem(one: ClusterYear, decision: Instrument) -> Words | None:
    first, last = bounds(one)
    named = NAMED_YEAR.findall(decision.title or "")
    if named and not {int(year) for year in named} & {int(one.content.year), *range(first.year, last.year + 1)}:
        return Words(*(words.format(years=", ".join(named)) for words in OF_YEARS))
    if decision.date is not None and decision.date > last:
        return Words(*(words.format(day=short_date(decision.date)) for words in TOO_LATE))
    return None


RULE = Rule(
    code="PF114",
    name="decision-of-another-year",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("quyết định cử Trưởng, Phó Trưởng Cụm của năm khác", "a decision about the leaders of another year"),
    reason=Words(
        "Trưởng, Phó Trưởng Cụm được cử cho từng năm; chép tệp của năm trước mà quên thay quyết định thì văn bản viện "
        "dẫn sai.",
        "Leaders are appointed for a year; a decision left over from the file of the year before is cited wrongly.",
    ),
    message=Words("{decision} {problem}", "{decision} {problem}"),
    hint=Words("Ghi quyết định của năm này, hoặc bỏ trống.", "Name the decision of this year, or leave it out."),
    flagged=(Replaced("data/mau/2031/cluster.yaml", "decision: qd_2150_2030", "decision: qd_900_2029"),),
    fine=(None, Replaced("data/mau/2031/cluster.yaml", "decision: qd_2150_2030", "decision: qd_120_2025")),
    check=check,
)
