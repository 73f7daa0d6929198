"""PF206: a symbol of a Party body is number, hyphen, kind, slash, body."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import PARTY
from planforge.rules.citations.symbol_faults import Fault, faults
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Symbols that end in letters of a Party body and have another form than the Party's."""
    for mention, faulty in faults(corpus, Fault.PARTY_SHAPE):
        yield mention.finding(mention.citation.number, wanted=faulty.wanted)


RULE = Rule(
    code="PF206",
    name="party-symbol",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("ký hiệu văn bản của Đảng viết theo kiểu khác", "a symbol of the Party in another form"),
    reason=Words(
        "Ký hiệu văn bản của Đảng gồm số, dấu gạch nối (-), chữ viết tắt tên loại, dấu gạch chéo (/), chữ viết tắt tên "
        "cơ quan: 27-NQ/TW; văn bản của Nhà nước thì ngược lại: 84/QĐ-BTP.",
        "A symbol of the Party is number, hyphen, abbreviated kind, slash, abbreviated body: 27-NQ/TW; the State's is "
        "the other way round: 84/QĐ-BTP.",
    ),
    message=Words(
        "“{found}” là văn bản của Đảng nhưng ký hiệu không theo kiểu của Đảng, phải là “{wanted}”",
        "“{found}” is an instrument of the Party, but its symbol is not in the Party's form: it must be “{wanted}”",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=PARTY,
    form="B06",
    flagged=(
        "Kế hoạch số 11/KH-TW ngày 28/11/2022 của Bộ Chính trị thực hiện Nghị quyết số 27-NQ/TW",
        "Nghị quyết số 27/NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương",
        "Chỉ thị số 05-CT-TW ngày 15/5/2016 của Bộ Chính trị",
        "Chỉ thị số 34-CT/TƯ ngày 07/4/2014 của Bộ Chính trị",
        "Nghị quyết số 05/NQ-TU ngày 07/4/2024 của Tỉnh ủy",
    ),
    fine=(
        "Kế hoạch số 11-KH/TW, Chỉ thị số 34-CT/TW, Hướng dẫn số 12-HD/BTCTW",
        "Quyết định số 84/QĐ-BTP, Kế hoạch số 12/KH-BCĐTW",
    ),
    check=check,
)
