"""PF512: the issuing body is there, in bold capitals of 12-13 pt."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look
from planforge.rules.form.letterhead_parts import centred_under
from planforge.rules.form.wording import absent
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

PART = PARTS[Component.ISSUER]


def check(paper: Anatomy) -> Iterator[Answer]:
    """Size, weight, slant, capitals and place."""
    found = paper.all_of(Component.ISSUER)
    if not found:
        yield from absent(paper, Component.ISSUER, Words("có ở góc trên, bên trái", "stand at the top on the left"))
        return
    yield from all_look(paper, Component.ISSUER, found)
    for paragraph in found:
        yield from centred_under(paper, paragraph, found[0], PART)


RULE = Rule(
    code="PF512",
    name="issuer-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words(
        "tên cơ quan ban hành thiếu hoặc sai cỡ chữ, kiểu chữ", "the issuing body is missing or has the wrong look"
    ),
    reason=Words(
        "Tên cơ quan, tổ chức ban hành văn bản: chữ in hoa, cỡ chữ 12-13, kiểu chữ đứng, đậm, canh giữa nửa bên trái, "
        "dưới tên cơ quan chủ quản.",
        "The issuing body is in capitals, 12-13 pt, upright and bold, in the middle of the left half, under its "
        "parent body.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.2"),
    flagged=(
        Changed("issuing_org", {"size": 14.0}),
        Changed("issuing_org", {"bold": False}),
        Changed("issuing_org", {"italic": True}),
    ),
    fine=(Changed("issuing_org", {"colour": "000000"}),),
    check=check,
    form="H12",
)
