"""PF366: the work is called "thi đua, khen thưởng", with a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.names import misnamed
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

WORK = re.compile(r"\b(?P<first>thi đua)(?P<gap>\s+|\s*[-–]\s*)(?P<second>khen thưởng)\b", re.IGNORECASE)
# A body of that name is spelt as it calls itself.
BODY = re.compile(r"\b(?:hội đồng|vụ|ban|phòng|cục|tổ|bộ phận|quỹ|khối|tạp chí|báo|trang|viện)\s+$", re.IGNORECASE)
LONGEST_BODY = 10


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each place without the comma that is no name."""
    yield from told(
        Slip(passage, match.start(), match.end(), wanted, {"wanted": wanted}, like="work")
        for passage, match in places(corpus, WORK, ("hi đua", "HI ĐUA"))
        if _is_work(corpus, passage, match) and (wanted := f"{match['first']}, {match['second']}")
    )


def _is_work(corpus: Corpus, passage: Passage, match: re.Match[str]) -> bool:
    if match["first"][0].isupper():
        names_something = match["second"][0].isupper() and not match[0].isupper()
        if names_something or BODY.search(passage.text, max(0, match.start() - LONGEST_BODY), match.start()):
            return False
    return not any(one.start < match.end() and match.start() < one.end for one in misnamed(passage, corpus.names))


RULE = Rule(
    code="PF366",
    name="emulation-comma",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("“thi đua, khen thưởng” thiếu dấu phẩy", "“thi đua, khen thưởng” without its comma"),
    reason=Words(
        "Luật gọi công tác này là “thi đua, khen thưởng”, có dấu phẩy; chỉ tên hội đồng, cơ quan mới viết “Thi đua - "
        "Khen thưởng” với gạch nối.",
        "The law calls this work “thi đua, khen thưởng”, with a comma; only councils and bodies are called “Thi đua "
        "- Khen thưởng” with a hyphen.",
    ),
    message=Words(
        "“{found}” thiếu dấu phẩy, viết “{wanted}”{again}", "“{found}” lacks its comma, write “{wanted}”{again}"
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=Words("Luật Thi đua, khen thưởng", "the Law on Emulation and Commendation"),
    flagged=(
        "Lãnh đạo các đơn vị quan tâm đến công tác thi đua khen thưởng",
        "phong trào thi đua - khen thưởng",
        "công tác Thi đua khen thưởng",
    ),
    fine=(
        "công tác thi đua, khen thưởng",
        "Hội đồng Thi đua - Khen thưởng",
        "Phòng Thi đua - Khen thưởng",
        "thi đua và khen thưởng",
    ),
    check=check,
    form="U08",
    fixable=True,
)
