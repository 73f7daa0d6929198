"""PF152: a day that everybody knows is written with its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.facts_in_text.dates import DASH, DATE, written
from planforge.rules.facts_in_text.pf151_anniversary_arithmetic import ANNIVERSARY
from planforge.rules.known_days import KnownDay, known_day
from planforge.rules.quantities import value_of
from planforge.words import Words

IN_BRACKETS = re.compile(rf" \( ?({DATE})(?:{DASH}({DATE}))? ?\)")
NAME = re.compile(r"[^().;]{0,160}$")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each known day with another date in brackets behind its name; wrong arithmetic is told by itself."""
    for passage in corpus.passages:
        wrong = {match.end() for match in ANNIVERSARY.finditer(passage.text) if not _adds_up(match)}
        for match in IN_BRACKETS.finditer(passage.text):
            name = NAME.search(passage.text[max(0, match.start() - 160) : match.start()])
            known = known_day(name[0]) if name else None
            if known is not None and match.end() not in wrong and not _agrees(known, match):
                yield passage.finding(match.start(1), match.end(1), known=known.shown)


def _adds_up(match: re.Match[str]) -> bool:
    first, last = written(match[3]), written(match[4])
    return last.year - first.year == value_of(match[1]) and (first.month, first.day) == (last.month, last.day)


def _agrees(known: KnownDay, match: re.Match[str]) -> bool:
    """Of two dates the first is the origin; one alone may be the day of this year."""
    date = written(match[1])
    if date.month is None:
        return match[2] is None or date.year in known.years
    return known.agrees(date.year if match[2] else None, date.month, date.day)


RULE = Rule(
    code="PF152",
    name="date-of-a-known-day",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("ngày lễ ghi sai ngày gốc", "a known day with another date"),
    reason=Words(
        "Ngày gốc của các ngày lễ lớn theo Điều 4 Nghị định 145/2013/NĐ-CP và của các ngày truyền thống là cố định.",
        "The origins of national days (Article 4, Decree 145/2013/NĐ-CP) and traditional days are fixed.",
    ),
    message=Words("ngày gốc là {known}, không phải {found}", "the origin is {known}, not {found}"),
    hint=Words("Sửa ngày trong ngoặc, hoặc tên ngày lễ.", "Correct the date in brackets, or the name of the day."),
    flagged=(
        "Kỷ niệm 92 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1931 - 03/02/2023)",
        "chào mừng Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/8/1945)",
    ),
    fine=(
        "Kỷ niệm 133 năm Ngày sinh của Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2023)",
        "chào mừng Ngày Quốc khánh (02/9/2023)",
    ),
    check=check,
)
