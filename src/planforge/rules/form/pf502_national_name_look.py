"""PF502: the national name is in bold capitals of 12-13 pt."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look
from planforge.rules.form.letterhead_parts import centred_under
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Size, weight, slant, capitals and place."""
    found = paper.all_of(Component.NATIONAL_NAME)
    if not found:
        yield NOT_HERE
    yield from all_look(paper, Component.NATIONAL_NAME, found)
    for paragraph in found:
        yield from centred_under(paper, paragraph, paper.part(Component.NATIONAL_MOTTO), PARTS[Component.NATIONAL_NAME])


RULE = Rule(
    code="PF502",
    name="national-name-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Quốc hiệu sai cỡ chữ hoặc kiểu chữ", "the national name has the wrong size or style"),
    reason=Words(
        "Quốc hiệu: chữ in hoa, cỡ chữ 12-13, kiểu chữ đứng, đậm, canh giữa nửa bên phải của trang.",
        "The national name is in capitals, 12-13 pt, upright and bold, in the middle of the right half of the page.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.1"),
    flagged=(
        Changed("national_name", {"size": 14.0}),
        Changed("national_name", {"bold": False}),
        Changed("national_name", {"italic": True}),
        Changed("national_name", {"text": "Cộng hòa xã hội chủ nghĩa Việt Nam"}),
        Changed("national_name", {"align": Align.LEFT}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("national_name", {"colour": "000000"}),),
    check=check,
    form="H02",
)
