"""PF116: one year of a cluster begins when the year before is over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import bounds
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each year that begins while the one before still runs: a cluster would have two heads."""
    for before, after in pairwise(years.years):
        (start, end), (following, _) = bounds(before), bounds(after)
        if before.cluster == after.cluster and start < end and following <= end:
            shorter = before.content.cluster.record.ends is not None
            one, field = (before, "ends") if shorter else (after, "starts")
            values = {"year": before.year, "end": short_date(end), "next_year": after.year}
            yield one.finding(one.content.cluster, field, start=short_date(following), **values)


RULE = Rule(
    code="PF116",
    name="periods-overlap",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("hai kỳ thi đua chồng nhau", "two periods overlap"),
    reason=Words(
        "Trưởng, Phó Trưởng Cụm của kỳ này thôi nhiệm vụ khi kỳ sau bắt đầu; hai kỳ chồng nhau thì có ngày hai Trưởng.",
        "Leaders of one period hand over when the next begins; where two overlap there would be two heads.",
    ),
    message=Words(
        "kỳ {year} đến {end} mới hết, nhưng kỳ {next_year} đã bắt đầu ngày {start}",
        "the period of {year} runs until {end}, but that of {next_year} begins on {start}",
    ),
    hint=Words("Sửa starts, ends của một trong hai kỳ.", "Correct starts and ends of one of them."),
    flagged=(Replaced("data/mau/2029/cluster.yaml", "ends: 2029-11-30", "ends: 2030-01-31"),),
    fine=(None, Replaced("data/mau/2029/cluster.yaml", "ends: 2029-11-30", "ends: 2029-12-31")),
    check=check,
)
