"""PF537: minutes have no place and date in their head."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.wording import FORM_MINUTES
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The head of minutes."""
    if paper.form != FORM_MINUTES:
        yield NOT_HERE
        return
    line = paper.part(Component.PLACE_DATE)
    if line is not None:
        yield paper.finding(line)


RULE = Rule(
    code="PF537",
    name="minutes-without-date",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("biên bản có địa danh và thời gian ở đầu", "minutes have a place and date in their head"),
    reason=Words(
        "Mẫu biên bản không có địa danh và thời gian ban hành: thời gian và địa điểm được ghi trong nội dung.",
        "The form of minutes has no place and date of issue: time and place stand in the text.",
    ),
    message=Words("Biên bản có địa danh và thời gian ở phần đầu", "the minutes have a place and date in their head"),
    hint=Words(
        "Bỏ dòng này; ghi “Thời gian bắt đầu” và “Địa điểm” trong nội dung.",
        "Remove the line; write the time and the place in the text.",
    ),
    law=decree30("Phụ lục III, Mục II, Mẫu 1.9", "Appendix III, section II, form 1.9"),
    flagged=(Changed("doc_number", {"after": "Hà Nội, ngày 05 tháng 3 năm 2030"}, paper="minutes"),),
    fine=(None,),
    check=check,
    form="D07",
)
