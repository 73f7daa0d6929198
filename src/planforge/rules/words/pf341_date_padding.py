"""PF341: days under ten, and the months January and February, have a zero before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.legacy import legible
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

SHORT = re.compile(r"(?<![\w/.,-])(?P<day>\d{1,2})(?P<join>/)(?P<month>\d{1,2})(?P<year>/\d{4})(?![\d/])")
LONG = re.compile(
    r"(?i:(?<=ngày ))(?P<day>\d{1,2})(?P<join>\s+tháng\s+)(?P<month>\d{1,2})(?P<year>)(?![\d/,.]\d|\d|\s*-)"
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each date whose day or month lacks its zero."""
    yield from told(
        Slip(passage, match.start(), match.end(), wanted, {"wanted": wanted}, like="date")
        for passage in legible(corpus)
        for pattern, needed in ((SHORT, "/"), (LONG, "tháng"))
        if needed in passage.text
        for match in pattern.finditer(passage.text)
        if (wanted := _padded(match)) != match[0]
    )


def _padded(match: re.Match[str]) -> str:
    """The date with its zeros; unchanged where it is no date."""
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match[0]
    shown_month = f"{month:02d}" if month <= 2 else match["month"]
    return f"{day:02d}{match['join']}{shown_month}{match['year']}"


RULE = Rule(
    code="PF341",
    name="date-padding",
    severity=Severity.NOTE,
    kind=Kind.TEXT,
    title=Words("ngày, tháng thiếu số 0", "a day or month without its zero"),
    reason=Words(
        "Ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 ở trước; quy định này nói về ngày của văn bản, ngày viết "
        "trong lời văn theo cùng lối để khỏi thêm bớt chữ số. Tháng 3 đến tháng 9 không thêm số 0.",
        "Days under ten and the months January and February have a zero before them; the decree says so of the paper's "
        "own date, and dates in running text follow it so that no figure can be added. March to September have none.",
    ),
    message=Words(
        "ngày “{found}” thiếu số 0, viết “{wanted}”{again}", "the date “{found}” lacks a zero, write “{wanted}”{again}"
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=decree30("Phụ lục I, Phần I, Mục II.4"),
    flagged=("từ ngày 1/7/2023 đến hết năm", "ngày 3 tháng 2 năm 1930", "ngày 15/1/2023"),
    fine=(
        "từ ngày 01/7/2023",
        "ngày 03 tháng 02 năm 1930",
        "ngày 05 tháng 3 năm 2020",
        "ngày 05/03/2020",
        "ngày Quốc khánh 2/9",
    ),
    check=check,
    fixable=True,
)
