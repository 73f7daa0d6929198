"""PF524: the abbreviation in the symbol is that of the type."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.number_line import read_number_line
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The first group of a symbol that is well written."""
    line = paper.part(Component.NUMBER)
    read = read_number_line(line.words) if line else None
    if line is None or read is None or paper.symbol is None or paper.custom:
        yield NOT_HERE
    elif read.groups[0] != paper.symbol:
        found = read.groups[0]
        start = line.text.find("/") + 1
        yield paper.finding(
            line, start, start + len(found), found=found, wanted=paper.symbol, type=paper.type_name or ""
        )


RULE = Rule(
    code="PF524",
    name="symbol-of-type",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("ký hiệu không khớp với tên loại", "the symbol does not agree with the type"),
    reason=Words(
        "Ký hiệu gồm chữ viết tắt tên loại văn bản rồi đến chữ viết tắt tên cơ quan; chữ viết tắt tên loại theo bảng "
        "ở Phụ lục III.",
        "The symbol is the abbreviation of the type and then that of the body; the table in Appendix III has the "
        "abbreviations of types.",
    ),
    message=Words(
        "Văn bản là {type} mà ký hiệu ghi “{found}”, phải là “{wanted}”",
        "the document is a {type} and its symbol reads “{found}”, it must be “{wanted}”",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.3; Phụ lục III, Mục I"),
    flagged=(
        Changed("doc_number", {"text": "Số: 05/BC-CTĐVD"}),
        Changed("doc_number", {"text": "Số: 05/CTĐVD-KH"}),
        Changed("doc_number", {"text": "Số: 05/CV-CTĐVD"}),
    ),
    fine=(Changed("doc_number", {"text": "Số: 05/KH-CTĐVD"}),),
    check=check,
    form="N04",
)
