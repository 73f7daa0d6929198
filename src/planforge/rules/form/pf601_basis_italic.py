"""PF601: the lines of the legal basis are italic, in the size of the text."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component, Form
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Finding, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, looks
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

BASIS = Form("6", 13, 14, italic=True)
PART = Words("Căn cứ ban hành", "the legal basis")


def check(paper: Anatomy) -> Iterator[Answer]:
    """Each property once, at the first line that lacks it."""
    if not paper.bases:
        yield NOT_HERE
    told: set[object] = set()
    for line in paper.bases:
        for answer in looks(paper, Component.BODY, line, form=BASIS, part=PART, bold=False):
            key = answer.values["wanted"] if isinstance(answer, Finding) else answer
            if key not in told:
                told.add(key)
                yield answer


RULE = Rule(
    code="PF601",
    name="basis-italic",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("căn cứ ban hành không in nghiêng, sai cỡ chữ", "the legal basis is not italic or of another size"),
    reason=Words(
        "Căn cứ ban hành trình bày bằng chữ in thường, kiểu chữ nghiêng, cỡ chữ 13-14, dưới phần tên loại và trích "
        "yếu.",
        "The lines of the legal basis are in lower case, italic, of 13-14 pt, under the type and the subject.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục II.6 và Mục V"),
    flagged=(Changed("basis", {"italic": False}), Changed("basis", {"size": 12.0}, index=1)),
    fine=(Changed("basis", {"size": 13.0}), None),
    check=check,
    form="B01",
)
