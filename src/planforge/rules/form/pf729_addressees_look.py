"""PF729: "Kính gửi" and the addressees are upright, not bold, of 13-14 pt."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, all_look
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The label and all addressees."""
    lines = paper.all_of(Component.ADDRESSEES)
    if not lines:
        yield NOT_HERE
    yield from all_look(paper, Component.ADDRESSEES, lines)


RULE = Rule(
    code="PF729",
    name="addressees-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("phần “Kính gửi” sai cỡ chữ, kiểu chữ", "the looks of “Kính gửi” and the addressees"),
    reason=Words(
        "Từ “Kính gửi” và tên nơi nhận văn bản viết bằng chữ in thường, cỡ chữ 13-14, kiểu chữ đứng, không đậm.",
        "“Kính gửi” and the names of the addressees are in upright lower case of 13-14 pt, not bold.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục II.9 và Mục V"),
    flagged=(
        Changed("addressees", {"bold": True}, paper="report"),
        Changed("addressees", {"italic": True}, index=1, paper="letter"),
        Changed("addressees", {"size": 15.0}, paper="letter"),
    ),
    fine=(Changed("addressees", {"text": "Kính gửi: Bộ Ví dụ"}, paper="report"), None),
    check=check,
    form="R09",
)
