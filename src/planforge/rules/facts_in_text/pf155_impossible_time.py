"""PF155: a clock shows every time that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.words import Words

WITH_MINUTES = re.compile(r"(?<![\w/.,:])(\d{1,2})(?: ?giờ ?|h)(\d{2})(?!\d)(?: ?phút)?")
AT_AN_HOUR = re.compile(r"\b(?:lúc|hồi|từ|đến|trước|sau) (\d{1,2}) giờ(?! ?\d)", re.IGNORECASE)
# A length of time, not a time of day.
DURATION = re.compile(r"\b(?:trong|suốt|kéo dài|quá|hơn|khoảng|tổng số|sau|liên tục|là|đủ)\s*$", re.IGNORECASE)
MIDNIGHT = 24


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each time of day beyond 24 hours or 59 minutes."""
    for passage in corpus.passages:
        for match in WITH_MINUTES.finditer(passage.text):
            hour, minute = int(match[1]), int(match[2])
            lasting = DURATION.search(passage.text, 0, match.start())
            if minute > 59 or (not lasting and (hour > MIDNIGHT or (hour == MIDNIGHT and minute))):
                yield passage.finding(match.start(), match.end())
        for match in AT_AN_HOUR.finditer(passage.text):
            since = match[0].casefold().startswith(("sau", "trước"))
            if int(match[1]) > MIDNIGHT and not since:
                yield passage.finding(match.start(1), match.end())


RULE = Rule(
    code="PF155",
    name="impossible-time",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("giờ không có trên đồng hồ", "a time that no clock shows"),
    reason=Words("Một ngày có 24 giờ, một giờ có 60 phút.", "A day has 24 hours, an hour 60 minutes."),
    message=Words("không có “{found}” trên đồng hồ", "there is no “{found}”"),
    hint=Words("Kiểm tra lại giờ, phút.", "Check hour and minutes."),
    flagged=("bắt đầu lúc 14 giờ 75 phút", "từ 25 giờ 00", "hồi 08h60"),
    fine=("bắt đầu lúc 14 giờ 30 phút", "kết thúc lúc 24 giờ 00", "báo cáo trong 48 giờ", "kéo dài 36 giờ 30 phút"),
    check=check,
)
