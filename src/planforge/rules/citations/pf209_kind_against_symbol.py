"""PF209: the word for the kind agrees with the abbreviation in the symbol."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.citations.kinds import kind_called
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import KINDS
from planforge.rules.citations.mentions import numbered
from planforge.rules.citations.symbol_faults import wrong_kind
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Symbols whose abbreviation is of another kind than the word before them."""
    for mention in numbered(corpus):
        citation = mention.citation
        if citation.symbol and citation.type and not citation.shared and wrong_kind(citation.kind, citation.symbol):
            letters = citation.symbol.letters[0]
            yield mention.finding(
                citation,
                type=citation.type.text,
                symbol=citation.symbol.text,
                letters=letters,
                wanted=kind_called(letters),
            )


RULE = Rule(
    code="PF209",
    name="kind-against-symbol",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("tên loại văn bản trái với ký hiệu", "the kind disagrees with the symbol"),
    reason=Words(
        "Chữ viết tắt đầu ký hiệu cho biết tên loại: QĐ là quyết định, NĐ là nghị định, KH là kế hoạch; một trong hai "
        "đã bị gõ sai.",
        "The first letters of a symbol say the kind: QĐ is a decision, NĐ a decree, KH a plan; one of the two is "
        "mistyped.",
    ),
    message=Words(
        "“{type}” không đi với ký hiệu “{symbol}”: {letters} là chữ viết tắt của “{wanted}”",
        "“{type}” does not go with the symbol “{symbol}”: {letters} stands for “{wanted}”",
    ),
    hint=Words(
        "Đối chiếu bản gốc: sửa tên loại thành “{wanted}” hoặc sửa ký hiệu.",
        "Check the original: write “{wanted}”, or mend the symbol.",
    ),
    law=KINDS,
    flagged=(
        "Nghị định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "Quyết định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
        "Chỉ thị số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương",
        "Công văn số 84/QĐ-BTP ngày 31/01/2023 của Bộ Tư pháp",
    ),
    fine=(
        "Quy định số 37-QĐ/TW, Quyết định số 84/QĐ-BTP, Kế hoạch liên tịch số 15/KHLT-BVD-CĐVD",
        "Nghị quyết số 76/2019/QH14, Công văn số 5034/BTP-TCCB, Thông tư số 11/2023/TT-BTP",
        "Công văn số 123/CT-TTHT, Kết luận thanh tra số 12/KL-TTr",
    ),
    check=check,
)
