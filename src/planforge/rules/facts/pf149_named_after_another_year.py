"""PF149: a conference and a theme are named after their own year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.fields import Record
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import bounds, conferences
from planforge.words import Words
from planforge.years import ClusterYear, Years

YEAR = re.compile(r"\bnăm ([12]\d{3})\b|\b([12]\d{3}) - ([12]\d{3})\b")
OWN = re.compile(r"\{\{ *(?:year|period)\b")


def check(years: Years) -> Iterator[Answer]:
    """Each name that tells of years, but not of the cluster's own."""
    for one in years.years:
        first, last = bounds(one)
        own = {int(one.content.year), *range(first.year, last.year + 1)}
        for record, field, name in _names(one):
            named = [int(year) for match in YEAR.finditer(name) for year in match.groups() if year]
            if named and not own & set(named) and not OWN.search(name):
                yield one.finding(record, field, written=", ".join(map(str, named)), year=one.year)


def _names(one: ClusterYear) -> Iterator[tuple[Record, str, str]]:
    for _, conference in conferences(one):
        if conference.name is not None:
            yield conference, "name", conference.name
    theme = one.content.cluster.theme
    if theme is not None:
        yield one.content.cluster.record, "theme", theme


RULE = Rule(
    code="PF149",
    name="named-after-another-year",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("tên hội nghị, chủ đề ghi năm khác", "a name of another year"),
    reason=Words(
        "Tên được chép từ năm trước thường còn năm cũ; hội nghị tổng kết nhắc cả năm sau nhưng vẫn có năm của nó.",
        "A name that was copied often keeps the old year; a review names the next year too, but always its own.",
    ),
    message=Words("tên này ghi năm {written}, không có năm {year}", "the name tells of {written}, not of {year}"),
    hint=Words("Viết {{{{ period }}}} thay cho năm.", "Write {{{{ period }}}} for the year."),
    form="C01",
    flagged=(Replaced("conferences.yaml", "ký kết giao ước thi đua {{ period }} của {{ cluster }}", "… năm 2029"),),
    fine=(None,),
    check=check,
)
