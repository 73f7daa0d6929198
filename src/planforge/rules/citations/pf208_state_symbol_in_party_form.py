"""PF208: a symbol of a State body is not written in the Party's form."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.citations.symbol_faults import Fault, faults
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Symbols in the Party's form that end in letters of a body known to be of the State."""
    for mention, faulty in faults(corpus, Fault.STATE_IN_PARTY_FORM):
        yield mention.finding(mention.citation.number, wanted=faulty.wanted)


RULE = Rule(
    code="PF208",
    name="state-symbol-in-party-form",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("ký hiệu văn bản của Nhà nước viết theo kiểu của Đảng", "a symbol of a State body in the Party's form"),
    reason=Words(
        "Số đi với dấu gạch nối (27-NQ/TW) là kiểu của Đảng; cơ quan nhà nước viết số, dấu gạch chéo, tên loại, dấu "
        "gạch nối, cơ quan (84/QĐ-BTP).",
        "A number with a hyphen (27-NQ/TW) is the Party's form; a State body writes number, slash, kind, hyphen, body "
        "(84/QĐ-BTP).",
    ),
    message=Words(
        "“{found}” là văn bản của cơ quan nhà nước nhưng ký hiệu theo kiểu của Đảng, phải là “{wanted}”",
        "“{found}” is an instrument of a State body with its symbol in the Party's form: it must be “{wanted}”",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=SYMBOLS,
    flagged=(
        "theo Quyết định số 84-QĐ/BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "theo Quyết định số 1156-QĐ/TTg ngày 30/9/2022 của Thủ tướng Chính phủ",
    ),
    fine=(
        "theo Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "theo Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Chấp hành Trung ương",
        "Kế hoạch số 12-KH/ĐUK ngày 02/02/2023 của Đảng ủy Khối",
        "Quyết định số 12-QĐ/BTP ngày 15/5/1995 của Bộ trưởng Bộ Tư pháp",
    ),
    check=check,
)
