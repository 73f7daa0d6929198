"""PF164: a stretch of time ends after it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.facts_in_text.dates import DASH, is_possible
from planforge.words import Words

# Without a year the first day may be of the year before.
DAY = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
DAYS = re.compile(
    rf"\btừ (?:ngày )?{DAY} (?:đến|tới) (?:hết )?(?:ngày )?{DAY}(?![\w/])",
    re.IGNORECASE,
)
YEARS = re.compile(
    rf"\b(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học|từ năm) ([12]\d{{3}})(?:{DASH}| đến (?:năm )?)([12]\d{{3}})\b",
    re.IGNORECASE,
)
HOURS = re.compile(
    r"\btừ (\d{1,2})(?: ?giờ ?|h)(\d{2})?(?: phút)? (?:đến|tới) (\d{1,2})(?: ?giờ ?|h)(\d{2})?"
    r"(?! ?\d|,? (?:phút,? )?(?:ngày|sáng|chiều|tối|hôm|thứ))",
    re.IGNORECASE,
)
# Who begins in the evening may well end after midnight.
EVENING = 18


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each range of days, years or hours whose end lies before its beginning."""
    for passage in corpus.passages:
        for match in DAYS.finditer(passage.text):
            day, month, year, last_day, last_month, last_year = map(int, match.groups())
            possible = is_possible(day, month, year) and is_possible(last_day, last_month, last_year)
            if possible and (last_year, last_month, last_day) < (year, month, day):
                yield passage.finding(match.start(), match.end())
        for match in YEARS.finditer(passage.text):
            if int(match[2]) < int(match[1]):
                yield passage.finding(match.start(), match.end())
        for match in HOURS.finditer(passage.text):
            first, last = (int(match[1]), int(match[2] or 0)), (int(match[3]), int(match[4] or 0))
            if last < first < (EVENING, 0):
                yield passage.finding(match.start(), match.end())


RULE = Rule(
    code="PF164",
    name="range-backwards",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("khoảng thời gian bị ngược", "a range that runs backwards"),
    reason=Words(
        "Mốc đầu phải trước mốc cuối; hai mốc thường bị đổi chỗ, hoặc một mốc còn sót năm cũ.",
        "The beginning comes before the end; they have changed places, or one of them is left over.",
    ),
    message=Words("“{found}” kết thúc trước khi bắt đầu", "“{found}” ends before it begins"),
    hint=Words("Kiểm tra hai mốc.", "Check both ends."),
    flagged=(
        "từ ngày 01/7/2023 đến ngày 31/12/2022",
        "trong giai đoạn 2025 - 2021",
        "từ 14 giờ 00 đến 11 giờ 30",
    ),
    fine=(
        "từ ngày 01/7/2023 đến ngày 31/12/2023",
        "từ 01/7 đến 31/12/2023",
        "trong giai đoạn 2021 - 2025",
        "từ 22 giờ 00 đến 06 giờ 00",
    ),
    check=check,
)
