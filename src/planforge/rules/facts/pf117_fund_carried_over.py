"""PF117: a fund opens with what it closed with the year before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.vietnamese import grouped
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each opening balance that is not the closing one of the year before, where both are known."""
    for before, after in pairwise(years.years):
        old, new = before.content.scholarships, after.content.scholarships
        adjacent = before.cluster == after.cluster and int(before.year) + 1 == int(after.year)
        if adjacent and old and new and old.closing is not None and new.opening not in {None, old.closing}:
            field = "opening" if new.record.opening is not None else "raised_to"
            values = {"opening": grouped(new.opening or 0), "closing": grouped(old.closing), "year": before.year}
            yield after.finding(new.record, field, **values)


OLD_FUND = "name: Quỹ học bổng Ví dụ hiếu học\nopening: 20_000_000\ncontributed: {contributed}\n"

RULE = Rule(
    code="PF117",
    name="fund-carried-over",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số dư đầu kỳ khác số dư cuối năm trước", "the opening balance is not the old closing one"),
    reason=Words(
        "Quỹ được bàn giao nguyên vẹn từ Trưởng Cụm năm trước sang năm sau.",
        "The fund is handed over as it is from one year's head to the next.",
    ),
    message=Words(
        "số dư đầu kỳ là {opening} đồng, nhưng năm {year} còn lại {closing} đồng",
        "the fund opens with {opening} đồng, but {year} closed with {closing}",
    ),
    hint=Words(
        "Kiểm tra thu, chi của năm trước và số dư đầu kỳ.", "Check the sums of the year before and the opening balance."
    ),
    flagged=(Replaced("data/mau/2029/scholarships.yaml", "", OLD_FUND.format(contributed="1_500_000")),),
    fine=(None, Replaced("data/mau/2029/scholarships.yaml", "", OLD_FUND.format(contributed="500_000"))),
    check=check,
)
