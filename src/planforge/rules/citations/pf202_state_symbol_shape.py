"""PF202: a symbol of a State body is number, slash, year if any, slash, kind, hyphen, body."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.citations.symbol_faults import Fault, faults
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Symbols whose marks or letters are not those of the State's form; those before 2005 are as they were."""
    for mention, faulty in faults(corpus, Fault.STATE_SHAPE):
        yield mention.finding(mention.citation.number, wanted=faulty.wanted)


RULE = Rule(
    code="PF202",
    name="state-symbol-shape",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("ký hiệu văn bản của Nhà nước sai thể thức", "a symbol of a State body in the wrong form"),
    reason=Words(
        "Ký hiệu gồm số, dấu gạch chéo (/), chữ viết tắt tên loại, dấu gạch nối (-), chữ viết tắt tên cơ quan: "
        "84/QĐ-BTP, 30/2020/NĐ-CP. Hay gặp: hai dấu gạch chéo, hai dấu gạch nối, “QD” thay “QĐ”, “TTG” thay “TTg”.",
        "A symbol is number, slash, abbreviated kind, hyphen, abbreviated body: 84/QĐ-BTP, 30/2020/NĐ-CP. Often there "
        "are two slashes or two hyphens, “QD” for “QĐ” or “TTG” for “TTg”.",
    ),
    message=Words(
        "ký hiệu “{found}” sai thể thức văn bản của Nhà nước, phải là “{wanted}”",
        "the symbol “{found}” is not in the State's form, it must be “{wanted}”",
    ),
    hint=Words("Đối chiếu bản gốc rồi viết “{wanted}”.", "Check the original, then write “{wanted}”."),
    law=SYMBOLS,
    flagged=(
        "theo Quyết định số 84/QĐ/BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "theo Quyết định số 84-QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "theo Quyết định số 84/QD-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "theo Quyết định số 1156/QĐ-TTG ngày 30/9/2022 của Thủ tướng Chính phủ",
        "theo Nghị định số 30/2020-NĐ-CP ngày 05/3/2020 của Chính phủ",
    ),
    fine=(
        "theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
        "theo Nghị quyết số 36a/NQ-CP ngày 14/10/2015 của Chính phủ",
        "theo Quyết định số 346a/QĐ-BVD và Quyết định số 2013/QĐ-UBND",
        "theo Kế hoạch liên tịch số 15/KHLT-BVD-CĐVD và Công văn số 5034/BTP-TCCB",
        "Nghị định số 51-CP ngày 29/8/1994 của Chính phủ",
        "Luật số 06/2022/QH15, Nghị quyết số 27-NQ/TW",
    ),
    check=check,
)
