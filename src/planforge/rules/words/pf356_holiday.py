"""PF356: a holiday has the capitals of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.rules.words.wordlists import lines
from planforge.words import Words

BEFORE = r"(?i:\b(?:ngày|dịp|lễ|tết|mừng|nghỉ|kỷ niệm)\s+(?:lễ\s+)?)"


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each holiday whose capitals are others than those of its name."""
    yield from told(
        Slip(passage, *match.span("day"), wanted, {"wanted": wanted})
        for passage, match in places(corpus, _pattern())
        if (wanted := _official(match["day"])) != " ".join(match["day"].split()) and not match["day"].isupper()
    )


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(lines("holidays"), key=len, reverse=True)
    written = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"{BEFORE}(?P<day>(?i:{written}))\b")


def _official(found: str) -> str:
    names = {name.casefold(): name for name in lines("holidays")}
    return names.get(" ".join(found.split()).casefold(), found)


RULE = Rule(
    code="PF356",
    name="holiday",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("tên ngày lễ, sự kiện viết hoa không đúng", "the name of a holiday in other capitals"),
    reason=Words(
        "Tên ngày lễ, ngày kỷ niệm viết hoa chữ đầu của âm tiết tạo thành tên gọi: ngày Quốc khánh, ngày Quốc tế Lao "
        "động, tết Nguyên đán, Cách mạng tháng Tám.",
        "Names of holidays and events have their own capitals: ngày Quốc khánh, ngày Quốc tế Lao động, tết Nguyên "
        "đán, Cách mạng tháng Tám.",
    ),
    message=Words(
        "“{found}” viết hoa không đúng, phải là “{wanted}”{again}",
        "“{found}” has other capitals than “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=decree30("Phụ lục II, Mục V.5, V.8, V.9", "Appendix II, sections V.5, V.8, V.9"),
    flagged=("chào mừng Quốc Khánh 2/9", "dịp tết nguyên đán", "ngày Quốc tế lao động 1/5"),
    fine=("chào mừng Quốc khánh 2/9", "tết Nguyên đán", "đồng chí Nguyễn Quốc Khánh", "KỶ NIỆM QUỐC KHÁNH"),
    check=check,
    fixable=True,
)
