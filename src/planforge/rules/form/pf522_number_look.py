"""PF522: the number line is 13 pt, upright, not bold, in the middle of the left column."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, looks
from planforge.rules.form.letterhead_parts import centred_under
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align
from planforge.words import Words

PART = PARTS[Component.NUMBER]


def check(paper: Anatomy) -> Iterator[Answer]:
    """Size, weight, slant and place."""
    line = paper.part(Component.NUMBER)
    if line is None:
        yield NOT_HERE
        return
    yield from looks(paper, Component.NUMBER, line)
    yield from centred_under(paper, line, paper.part(Component.ISSUER), PART)


RULE = Rule(
    code="PF522",
    name="number-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("số, ký hiệu sai cỡ chữ, kiểu chữ hoặc vị trí", "the number line has the wrong size, style or place"),
    reason=Words(
        "Số, ký hiệu: cỡ chữ 13, kiểu chữ đứng, không đậm, canh giữa dưới tên cơ quan ban hành.",
        "The number and symbol are 13 pt, upright and not bold, in the middle under the issuing body.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.3"),
    flagged=(
        Changed("doc_number", {"size": 14.0}),
        Changed("doc_number", {"size": 12.0}),
        Changed("doc_number", {"bold": True}),
        Changed("doc_number", {"italic": True}),
        Changed("doc_number", {"align": Align.LEFT}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("doc_number", {"colour": "000000"}),),
    check=check,
    form="N02",
)
