"""PF327: one space stands between two words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import is_form, is_row, is_word, places
from planforge.rules.words.telling import READ_ONLY, Slip, told
from planforge.words import Words

GAP = re.compile(r"[ \u00a0]{2,}(?=\S)")
# Where text is only read, a longer gap holds words apart on purpose.
LONGEST_SLIP = 3
LABEL = re.compile(r"\s*(?:[-+–•*]|\(?[\w.]{1,6}[.)/])$")
MARKS = frozenset(",.;:?!)”’")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each gap of several blanks within a sentence."""
    yield from told(
        Slip(passage, match.start(), match.end(), " ", {"count": len(match[0])}, like="gap")
        for passage, match in places(corpus, GAP, ("  ", "\u00a0"))
        if _is_slip(passage, match)
    )


def _is_slip(passage: Passage, match: re.Match[str]) -> bool:
    text = match.string
    if match.start() == 0 or is_form(match) or is_row(passage.text) or LABEL.match(text, 0, match.start()):
        return False
    before, behind = text[match.start() - 1], text[match.end()]
    if not (is_word(before) or before in MARKS) or not (is_word(behind) or behind in "“(-"):
        return False
    return passage.voice not in READ_ONLY or len(match[0]) <= LONGEST_SLIP


RULE = Rule(
    code="PF327",
    name="several-spaces",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("nhiều dấu cách liền nhau", "several spaces in a row"),
    reason=Words(
        "Giữa hai từ có đúng một dấu cách; dòng canh đều hai bên làm khoảng trống thừa càng rộng.",
        "One space stands between two words; in justified lines the extra one grows wider still.",
    ),
    message=Words("{count} dấu cách liền nhau giữa hai từ{again}", "{count} spaces between two words{again}"),
    hint=Words("Để lại một dấu cách.", "Leave one."),
    flagged=(
        "đã thống nhất cao  những thành tích",
        "dịch bệnh Covid-19;  cán bộ làm công tác",
        "Trưởng Cụm\u00a0 năm 2016",
    ),
    fine=("đã thống nhất cao những thành tích", "Số:          /KH-BTP", "ngày   tháng   năm 2023", "1.  Mục đích"),
    check=check,
    form="U06",
    fixable=True,
)
