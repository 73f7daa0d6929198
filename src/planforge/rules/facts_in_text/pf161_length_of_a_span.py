"""PF161: "06 tháng" from one day to another are six months."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.facts_in_text.dates import DASH, DATE, Written, written
from planforge.rules.quantities import COUNT, months_between, value_of
from planforge.words import Words

SPAN = re.compile(
    rf"({COUNT}) (tháng|ngày|năm)(?! làm việc)( đầu| cuối)?\b[^.;()\d]{{0,30}}(?:\d{{4}} ?)?,? ?\(?"
    rf"(?:tính )?từ (?:ngày |tháng |năm )?({DATE}) (?:đến|tới) (?:hết )?(?:ngày |tháng |năm )?({DATE})(?![\w/])",
    re.IGNORECASE,
)
YEARS = re.compile(
    rf"(?<!kỷ niệm )({COUNT}) (năm),? (?:\(|giai đoạn )([12]\d{{3}}){DASH}([12]\d{{3}})\b", re.IGNORECASE
)
DAYS_OF_A_MONTH = 30.44
# Half a month is more than months differ.
SLACK = 0.35


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each length of time that is not that between its two ends, both included or not."""
    for passage in corpus.passages:
        for match in SPAN.finditer(passage.text):
            count, first, last = value_of(match[1]), written(match[4]), written(match[5])
            fits = _fits(count, match[2].casefold(), first, last)
            if fits is False or (fits and match[2].casefold() == "tháng" and not _is_half(match[3], first, last)):
                values = {"length": f"{match[1]} {match[2]}{match[3] or ''}", "first": match[4], "last": match[5]}
                yield passage.finding(match.start(), match.end(), **values)
        for match in YEARS.finditer(passage.text):
            count, years = value_of(match[1]), int(match[4]) - int(match[3])
            if years > 0 and count not in {years, years + 1}:
                values = {"length": f"{match[1]} {match[2]}", "first": match[3], "last": match[4]}
                yield passage.finding(match.start(), match.end(), **values)


def _fits(count: int | None, unit: str, first: Written, last: Written) -> bool | None:
    """Whether a span is so long; None where that cannot be told: ends of two kinds, impossible or in reverse."""
    begin, end = first.calendar_day, last.calendar_day
    if begin is not None and end is not None and begin < end:
        days = (end - begin).days
        if unit == "ngày":
            return count in {days, days + 1}
        months = (days + 1) / DAYS_OF_A_MONTH
        return abs(months - (count or 0) * (12 if unit == "năm" else 1)) <= SLACK * (12 if unit == "năm" else 1)
    if first.day or last.day or not first.month or not last.month or unit != "tháng":
        return None
    length = months_between((first.year, first.month), (last.year, last.month))
    return count in {length, length + 1} if length > 0 else None


def _is_half(half: str | None, first: Written, last: Written) -> bool:
    if half is None or first.year != last.year:
        return True
    if half.strip().casefold() == "đầu":
        return first.month == 1 and first.day in {None, 1}
    return last.month == 12 and last.day in {None, 31}


RULE = Rule(
    code="PF161",
    name="length-of-a-span",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("khoảng thời gian không khớp hai mốc", "a span that is not as long as it says"),
    reason=Words(
        "“06 tháng đầu năm” là từ ngày 01/01 đến ngày 30/6; chép câu của báo cáo khác thường quên sửa một trong hai.",
        "“06 tháng đầu năm” is from 01/01 to 30/6; in a copied sentence one of the two is often forgotten.",
    ),
    message=Words("“{length}” không phải từ {first} đến {last}", "“{length}” is not from {first} to {last}"),
    hint=Words("Sửa số tháng, hoặc hai mốc.", "Correct the length, or the dates."),
    flagged=(
        "trong 06 tháng đầu năm (từ ngày 01/01/2023 đến ngày 31/8/2023)",
        "06 tháng cuối năm 2023 (từ 01/01/2023 đến 30/6/2023)",
        "Kế hoạch 05 năm (2021 - 2030)",
    ),
    fine=(
        "trong 06 tháng đầu năm (từ ngày 01/01/2023 đến ngày 30/6/2023)",
        "Kế hoạch 05 năm (2021 - 2025)",
        "trong 15 ngày làm việc từ ngày 01/3/2023 đến ngày 21/3/2023",
    ),
    check=check,
)
