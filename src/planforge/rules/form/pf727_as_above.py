"""PF727: a paper with "Kính gửi" names "- Như trên;" first among its recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

AS_ABOVE = re.compile(r"(?:- ?)?Như (?:trên|kính gửi)\b(?:\s?\([^)]*\))?[;.,]?", re.IGNORECASE)


def check(paper: Anatomy) -> Iterator[Answer]:
    """The first item; its dash and mark are left to their own rules."""
    items = paper.all_of(Component.RECIPIENTS)
    if paper.part(Component.ADDRESSEES) is None or not items:
        yield NOT_HERE
    elif not AS_ABOVE.fullmatch(items[0].words):
        yield paper.finding(items[0], found=items[0].words)


RULE = Rule(
    code="PF727",
    name="as-above",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("thiếu “- Như trên;” ở đầu nơi nhận", "“- Như trên;” is not the first recipient"),
    reason=Words(
        "Văn bản có phần “Kính gửi” thì dòng đầu của nơi nhận ghi “Như trên”, rồi đến các nơi nhận khác.",
        "Where a paper has “Kính gửi”, the first recipient is “Như trên” (as above), then come the others.",
    ),
    message=Words(
        "văn bản có “Kính gửi” mà nơi nhận đầu tiên là “{found}”, phải là “- Như trên;”",
        "the paper has “Kính gửi”, but its first recipient is “{found}”; it must be “- Như trên;”",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.9"),
    flagged=(
        Changed("recipients", {"text": "- Cục Ví dụ thứ nhất;"}, paper="letter"),
        Changed("recipients", {"absent": True}, paper="report"),
    ),
    fine=(Changed("recipients", {"text": "- Như trên (để báo cáo);"}, paper="report"), None),
    check=check,
    form="R07",
)
