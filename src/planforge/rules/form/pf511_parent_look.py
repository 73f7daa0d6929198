"""PF511: the parent body is in capitals of 12-13 pt, not bold."""

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
    found = paper.all_of(Component.PARENT)
    if not found:
        yield NOT_HERE
    yield from all_look(paper, Component.PARENT, found)
    for paragraph in found:
        yield from centred_under(paper, paragraph, paper.part(Component.ISSUER), PARTS[Component.PARENT])


RULE = Rule(
    code="PF511",
    name="parent-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Tên cơ quan chủ quản sai cỡ chữ hoặc kiểu chữ", "the parent body has the wrong size or style"),
    reason=Words(
        "Tên cơ quan chủ quản trực tiếp: chữ in hoa, cỡ chữ 12-13, kiểu chữ đứng, không đậm; chỉ tên cơ quan ban hành "
        "mới đậm.",
        "The parent body is in capitals, 12-13 pt, upright and not bold; only the issuing body is bold.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.2"),
    flagged=(
        Changed("parent_org", {"size": 14.0}),
        Changed("parent_org", {"italic": True}),
        Changed("parent_org", {"bold": True}),
    ),
    fine=(Changed("parent_org", {"absent": True}),),
    check=check,
    form="H11",
)
