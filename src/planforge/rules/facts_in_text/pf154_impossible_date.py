"""PF154: the calendar has every date that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.facts_in_text.dates import FIGURES, is_possible
from planforge.words import Words

FULL = re.compile(FIGURES)
IN_WORDS = re.compile(r"\bngày (\d{1,2}) tháng (\d{1,2})(?!\d)(?: năm (\d{4})\b)?", re.IGNORECASE)
# Without a year a fraction looks the same, but for the word before it.
SHORT = re.compile(r"\bngày (\d{1,2})/(\d{1,2})(?![\w/-]|\.\d)", re.IGNORECASE)
MONTH = re.compile(r"\btháng (\d{1,2})(?:/| năm )(\d{4})(?![\w/-])", re.IGNORECASE)

DAY_BEFORE = re.compile(r"ngày \d{1,2} $", re.IGNORECASE)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each day, or month of a year, that there is not."""
    for passage in corpus.passages:
        for match in FULL.finditer(passage.text):
            if not is_possible(int(match[1]), int(match[3]), int(match[4])):
                yield passage.finding(match.start(), match.end())
        for match in IN_WORDS.finditer(passage.text):
            if not is_possible(int(match[1]), int(match[2]), int(match[3]) if match[3] else None):
                yield passage.finding(match.start(), match.end())
        for match in SHORT.finditer(passage.text):
            if not is_possible(int(match[1]), int(match[2]), None):
                yield passage.finding(match.start(), match.end())
        for match in MONTH.finditer(passage.text):
            day = DAY_BEFORE.search(passage.text, max(0, match.start() - 8), match.start())
            if not day and not is_possible(1, int(match[1]), int(match[2])):
                yield passage.finding(match.start(), match.end())


RULE = Rule(
    code="PF154",
    name="impossible-date",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("ngày không có trên lịch", "a date that does not exist"),
    reason=Words(
        "Tháng 4, 6, 9, 11 có 30 ngày, tháng 02 có 28 ngày (năm nhuận 29 ngày), một năm có 12 tháng.",
        "Months have 30 or 31 days, February 28 or 29, and a year twelve months.",
    ),
    message=Words("không có “{found}” trên lịch", "there is no “{found}”"),
    hint=Words("Kiểm tra lại ngày, tháng.", "Check day and month."),
    flagged=("trước ngày 31/02/2023", "đến hết ngày 31 tháng 4", "ngày 30/02", "trong tháng 13/2023"),
    fine=("ngày 29/02/2024", "đến hết ngày 30 tháng 4", "có 30/02 phiếu", "Quyết định số 84/QĐ-BTP ngày 31/01/2023"),
    check=check,
)
