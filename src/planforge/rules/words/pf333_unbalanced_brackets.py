"""PF333: every bracket that opens is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.quotes import Alone, alone
from planforge.words import Words

# The bracket behind a number or a letter that counts: "a)", "điểm b.1)", "1)".
LABEL = re.compile(r"(?:^|[\s;,“(/-])(?:([A-Za-zĐđ])\1?(?:\.\d{1,2})*|[ivxIVX]{1,4}|\d{1,3}(?:\.\d{1,2})*|\*{1,3})$")
LONGEST_LABEL = 24
MISSING = {"(": Words("ngoặc đóng “)”", "its closing “)”"), ")": Words("ngoặc mở “(”", "its opening “(”")}


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each round bracket without its partner."""
    for one in alone(corpus, "(", ")"):
        if not _is_label(one):
            mark = one.passage.text[one.start]
            yield one.passage.finding(one.start, one.start + 1, missing=MISSING[mark])


def _is_label(one: Alone) -> bool:
    text, start = one.passage.text, one.start
    if text[start] != ")":
        return False
    label = LABEL.search(text, max(0, start - LONGEST_LABEL), start)
    return label is not None or text[max(0, start - 1) : start] in {":", ";"}


RULE = Rule(
    code="PF333",
    name="unbalanced-brackets",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("ngoặc đơn không đủ đôi", "a bracket without its partner"),
    reason=Words(
        "Phần chú thích trong ngoặc phải có mở, có đóng; thiếu một dấu thì người đọc không biết phần nào là chú thích.",
        "What stands in brackets opens and closes; with one missing, nobody knows what is a remark.",
    ),
    message=Words("dấu ngoặc “{found}” thiếu {missing}", "the bracket “{found}” lacks {missing}"),
    hint=Words("Thêm dấu còn thiếu.", "Add what is missing."),
    flagged=("Tạp chí Dân chủ và Pháp luật (Trưởng Cụm Thi đua số II xin gửi", "đã được phê duyệt tại Quyết định này)"),
    fine=(
        "a) Nội dung; b) Hình thức",
        "theo điểm c) khoản 2",
        "Tạp chí (Trưởng Cụm)",
        ("Kỷ niệm 93 năm (03/02/1930 -", "03/02/2023)"),
    ),
    check=check,
)
