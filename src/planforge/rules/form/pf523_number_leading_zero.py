"""PF523: a number below 10 has a zero before it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.number_line import read_number_line
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The figures of a number line that is otherwise well written."""
    line = paper.part(Component.NUMBER)
    read = read_number_line(line.words) if line else None
    if line is None or read is None or not read.number:
        yield NOT_HERE
        return
    wanted = f"{int(read.number):02d}"
    if read.number != wanted:
        start = line.text.find(read.number)
        yield paper.finding(line, start, start + len(read.number), found=read.number, wanted=wanted)


RULE = Rule(
    code="PF523",
    name="number-leading-zero",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("số văn bản nhỏ hơn 10 không có số 0 phía trước", "a number below 10 has no zero before it"),
    reason=Words(
        "Số của văn bản ghi bằng chữ số Ả Rập; số nhỏ hơn 10 phải ghi thêm một số 0 phía trước, các số khác thì không.",
        "The number is written in Arabic figures; one below 10 has a zero before it, others have none.",
    ),
    message=Words(
        "Số văn bản ghi là “{found}”, phải là “{wanted}”", "the number reads “{found}”, it must be “{wanted}”"
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.3"),
    flagged=(
        Changed("doc_number", {"text": "Số: 5/KH-CTĐVD"}),
        Changed("doc_number", {"text": "Số: 005/KH-CTĐVD"}),
        Changed("doc_number", {"text": "Số: 012/KH-CTĐVD"}),
    ),
    fine=(Changed("doc_number", {"text": "Số: 09/KH-CTĐVD"}), Changed("doc_number", {"text": "Số: 10/KH-CTĐVD"})),
    check=check,
    form="N03",
)
