"""PF505: the motto is bold, upright, 13-14 pt."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look
from planforge.rules.form.letterhead_parts import centred_under
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Size, weight, slant, capitals and place."""
    found = paper.all_of(Component.NATIONAL_MOTTO)
    if not found:
        yield NOT_HERE
    yield from all_look(paper, Component.NATIONAL_MOTTO, found)
    for paragraph in found:
        yield from centred_under(paper, paragraph, paper.part(Component.NATIONAL_NAME), PARTS[Component.NATIONAL_MOTTO])


RULE = Rule(
    code="PF505",
    name="motto-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Tiêu ngữ sai cỡ chữ hoặc kiểu chữ", "the motto has the wrong size or style"),
    reason=Words(
        "Tiêu ngữ: chữ in thường, cỡ chữ 13-14, kiểu chữ đứng, đậm, canh giữa dưới Quốc hiệu.",
        "The motto is in lower case, 13-14 pt, upright and bold, in the middle under the national name.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.1"),
    flagged=(
        Changed("national_motto", {"size": 12.0}),
        Changed("national_motto", {"size": 15.0}),
        Changed("national_motto", {"bold": False}),
        Changed("national_motto", {"italic": True}),
    ),
    fine=(Changed("national_motto", {"colour": "000000"}),),
    check=check,
    form="H05",
)
