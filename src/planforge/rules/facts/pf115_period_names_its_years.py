"""PF115: a period is named after its own years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import bounds
from planforge.words import Words
from planforge.years import Years

YEAR = re.compile(r"\b[12]\d{3}\b")


def check(years: Years) -> Iterator[Answer]:
    """Each period whose name has a year that none of its days is in."""
    for one in years.years:
        record = one.content.cluster.record
        first, last = bounds(one)
        wrong = [year for year in YEAR.findall(record.period or "") if not first.year <= int(year) <= last.year]
        if wrong and first < last:
            values = {"first": short_date(first), "last": short_date(last)}
            yield one.finding(record, "period", period=str(record.period), year=wrong[0], **values)


RULE = Rule(
    code="PF115",
    name="period-names-its-years",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("tên kỳ thi đua ghi năm khác", "a period named after other years"),
    reason=Words(
        "Tên của kỳ (“năm học 2030 - 2031”) được in trong mọi văn bản; năm trong tên phải là năm của kỳ ấy.",
        "The name of the period is printed in every paper; the years in it are those of the period.",
    ),
    message=Words(
        "“{period}” có năm {year}, nhưng kỳ này từ {first} đến {last}",
        "“{period}” names {year}, but the period is from {first} to {last}",
    ),
    hint=Words("Sửa period, hoặc starts, ends.", "Correct period, or starts and ends."),
    flagged=(Replaced("data/mau/2029/cluster.yaml", "period: năm công tác 2029", "period: năm công tác 2030"),),
    fine=(None, Replaced("data/mau/2029/cluster.yaml", "period: năm công tác 2029", "period: năm học 2028 - 2029")),
    check=check,
)
