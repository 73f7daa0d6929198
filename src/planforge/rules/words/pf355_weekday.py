"""PF355: the word that names a day of the week begins with a capital: "thứ Hai"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# "đợt thứ hai", "lần thứ ba" count: only a time of day before it or a date behind it makes it a day of the week.
DAY = re.compile(
    r"(?i:(?:sáng|trưa|chiều|tối|hết|vào|từ|đến|ngày)\s+)thứ\s+(?P<day>hai|ba|tư|năm|sáu|bảy)\b"
    r"(?=\s*[,(]?\s*(?:ngày\s+)?\(?\d{1,2}(?:[/.-]\d|\s+tháng))"
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each day of the week in small letters beside its date."""
    yield from told(
        Slip(passage, *match.span("day"), match["day"].capitalize(), {"wanted": f"thứ {match['day'].capitalize()}"})
        for passage, match in places(corpus, DAY, ("thứ",))
    )


RULE = Rule(
    code="PF355",
    name="weekday",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("ngày trong tuần không viết hoa", "a day of the week in small letters"),
    reason=Words(
        "Tên ngày trong tuần viết bằng chữ thì viết hoa âm tiết chỉ ngày: thứ Hai, thứ Tư.",
        "A day of the week in words has a capital in the syllable that names the day: thứ Hai, thứ Tư.",
    ),
    message=Words("ngày trong tuần viết hoa là “{wanted}”{again}", "the day of the week is written “{wanted}”{again}"),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=decree30("Phụ lục II, Mục V.8.c", "Appendix II, section V.8.c"),
    flagged=("vào sáng thứ hai, ngày 02/01/2023", "chiều thứ sáu (ngày 11/11/2016)"),
    fine=("sáng thứ Hai, ngày 02/01/2023", "hội nghị lần thứ hai, ngày 15/11/2016", "đợt thi đua thứ hai"),
    check=check,
    fixable=True,
)
