"""PF525: the symbol of a letter has no CV in it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.number_line import read_number_line
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

LETTER = "CV"


def check(paper: Anatomy) -> Iterator[Answer]:
    """The symbol of a paper without a type."""
    line = paper.part(Component.NUMBER)
    read = read_number_line(line.words) if line else None
    if line is None or read is None or paper.symbol is not None:
        yield NOT_HERE
    elif LETTER in read.groups:
        start = line.text.find(LETTER)
        yield paper.finding(line, start, start + len(LETTER))


RULE = Rule(
    code="PF525",
    name="letter-symbol",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("ký hiệu công văn có chữ CV", "the symbol of a letter has CV in it"),
    reason=Words(
        "Công văn không có chữ viết tắt tên loại: ký hiệu gồm chữ viết tắt tên cơ quan ban hành và của đơn vị soạn "
        "thảo hoặc lĩnh vực, như “12/UBND-VX”.",
        "A letter has no abbreviation of its type: its symbol is the abbreviation of the issuing body and that of the "
        "drafting unit or field, as in “12/UBND-VX”.",
    ),
    message=Words("Ký hiệu của công văn có chữ “CV”", "the symbol of the letter has “CV” in it"),
    hint=Words(
        "Ghi tên viết tắt của cơ quan rồi đến đơn vị soạn thảo.",
        "Write the body's abbreviation, then the drafting unit's.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.3"),
    flagged=(
        Changed("doc_number", {"text": "Số: 05/CV-CTĐVD"}, paper="letter"),
        Changed("doc_number", {"text": "Số: 05/CTĐVD-CV"}, paper="letter"),
    ),
    fine=(Changed("doc_number", {"text": "Số: 05/CVVD-VP"}, paper="letter"),),
    check=check,
    form="N05",
)
