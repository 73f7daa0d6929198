"""PF201: number and symbol are written in one, with hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.citations.symbol_faults import Fault, faults
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Blanks within a symbol, and dashes where hyphens belong."""
    for mention, faulty in faults(corpus, Fault.SPACING):
        yield mention.finding(mention.citation.number, fix=faulty.wanted, wanted=faulty.wanted)


RULE = Rule(
    code="PF201",
    name="symbol-spacing",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("ký hiệu văn bản có dấu cách hoặc gạch dài", "a symbol with blanks or dashes in it"),
    reason=Words(
        "Giữa số, dấu gạch chéo, dấu gạch nối và các nhóm chữ viết tắt không cách chữ; dấu nối là gạch nối ngắn (-). "
        "Ký hiệu viết khác đi thì tìm kiếm không ra.",
        "Number, slash, hyphen and letters stand without blanks, and the mark is a hyphen (-). Written otherwise the "
        "instrument is not found by a search.",
    ),
    message=Words("ký hiệu “{found}” phải viết liền là “{wanted}”", "the symbol “{found}” must be written “{wanted}”"),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=SYMBOLS,
    flagged=(
        "Căn cứ Quyết định số 84 / QĐ - BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch phát động;",
        "Căn cứ Quyết định số 84/QĐ–BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch phát động;",
        "thực hiện Nghị quyết số 27- NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương",
    ),
    fine=(
        "Căn cứ Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch phát động;",
        "thực hiện Nghị quyết số 27-NQ/TW - văn kiện quan trọng của nhiệm kỳ",
        "giai đoạn 2021 - 2025, tỷ lệ 10/12 đơn vị, đường dây nóng 24/7",
    ),
    check=check,
    fixable=True,
)
