"""PF153: a date falls on the weekday that is written beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from planforge.calendar import WEEKDAYS, short_date, weekday
from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.facts_in_text.dates import is_possible
from planforge.words import Words

NAME = r"(thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy|[2-7])|Chủ nhật)"
DAY = r"(\d{1,2})(?:[/.-](\d{1,2})[/.-]| tháng (\d{1,2}) năm )(\d{4})(?![\w/-])"
BEFORE = re.compile(rf"\b{NAME}[ ,(]+(?:ngày )?{DAY}", re.IGNORECASE)
BEHIND = re.compile(rf"(?<![\w/.-]){DAY}(?: ?\( ?|, ){NAME}(?= ?[),.;]|$)", re.IGNORECASE)
# "Hội nghị lần thứ hai ngày 05/3/2023" counts conferences: small letters name a day only where a day can be expected.
EXPECTED = re.compile(r"(?:^|[(,;:]|\b(?:vào|sáng|trưa|chiều|tối|giờ|phút|từ|đến|\d))\s*$", re.IGNORECASE)
FIGURES = {str(number): name for number, name in enumerate(WEEKDAYS[:6], 2)}


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each weekday beside a date of the calendar that falls on another one."""
    for passage in corpus.passages:
        for match in BEFORE.finditer(passage.text):
            small = match[1] == match[1].casefold() and not match[1][-1].isdigit()
            if not small or EXPECTED.search(passage.text, 0, match.start()):
                yield from _judged(passage, match, match[1], match.groups()[1:])
        for match in BEHIND.finditer(passage.text):
            yield from _judged(passage, match, match[5], match.groups()[:4])


def _judged(passage: Passage, match: re.Match[str], name: str, parts: Sequence[str]) -> Iterator[Answer]:
    day, month, year = int(parts[0]), int(parts[1] or parts[2]), int(parts[3])
    if not is_possible(day, month, year):
        return
    moment = date(year, month, day)
    right = weekday(moment)
    if FIGURES.get(name[-1], name).casefold() != right.casefold():
        yield passage.finding(match.start(), match.end(), name=name, day=short_date(moment), right=right)


RULE = Rule(
    code="PF153",
    name="weekday-of-a-date",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("thứ trong tuần không đúng với ngày", "a weekday that the date does not fall on"),
    reason=Words(
        "Người được mời tin vào thứ hoặc tin vào ngày; hai điều khác nhau thì có người đến nhầm buổi.",
        "Guests go by the weekday or by the date; where they differ some come on the wrong day.",
    ),
    message=Words("ngày {day} là {right}, không phải {name}", "{day} is {right}, not {name}"),
    hint=Words("Sửa thứ, hoặc sửa ngày.", "Correct the weekday, or the date."),
    flagged=("vào thứ Ba, ngày 02/01/2023", "Hội nghị họp ngày 14 tháng 12 năm 2020 (thứ Tư)"),
    fine=(
        "vào thứ Hai, ngày 02/01/2023",
        "Hội nghị họp ngày 14 tháng 12 năm 2020 (thứ hai)",
        "Hội nghị lần thứ hai ngày 05/3/2023",
        "Chủ nhật, 01/01/2023",
    ),
    check=check,
)
