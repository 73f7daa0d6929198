"""PF210: who issued an instrument agrees with the letters of its symbol."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.citations.mentions import numbered, settled_letters
from planforge.rules.citations.symbol_faults import names_of, wrong_issuer
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Issuing bodies known by name beside letters that are known to be another body's."""
    settled = settled_letters(corpus)
    for mention in numbered(corpus):
        citation = mention.citation
        if citation.symbol and citation.issuer and wrong_issuer(citation.symbol, citation.issuer.text, settled):
            yield mention.finding(
                citation.issuer,
                symbol=citation.symbol.text,
                letters=citation.symbol.bodies[0],
                wanted=names_of(citation.symbol, settled),
            )


EXAMPLE = {"id": "qd_900_2029", "type": "Quyết định", "symbol": "900/QĐ-BVD", "issuer": "Bộ trưởng Bộ Ví dụ"}
RULE = Rule(
    code="PF210",
    name="issuer-against-symbol",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("cơ quan ban hành trái với ký hiệu", "the issuing body disagrees with the symbol"),
    reason=Words(
        "Chữ viết tắt cuối ký hiệu là của cơ quan hoặc người ban hành: BTP là Bộ Tư pháp (kể cả Bộ trưởng), TTg là Thủ "
        "tướng Chính phủ, CP là Chính phủ, TW là các cơ quan Trung ương của Đảng.",
        "The last letters of a symbol are those of who issued it: BTP is the Ministry of Justice (and its Minister), "
        "TTg the Prime Minister, CP the Government, TW the central bodies of the Party.",
    ),
    message=Words(
        "“{symbol}” là văn bản của {wanted} ({letters}), ở đây lại ghi của “{found}”",
        "“{symbol}” is issued by {wanted} ({letters}), but here by “{found}”",
    ),
    hint=Words(
        "Đối chiếu bản gốc, sửa cơ quan ban hành hoặc ký hiệu.",
        "Check the original and mend the issuing body or the symbol.",
    ),
    law=SYMBOLS,
    flagged=(
        "Quyết định số 1156/QĐ-TTg ngày 30/9/2022 của Chính phủ",
        "Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Nội vụ",
        "Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Quốc hội",
        Spoken(("Quyết định số 02/QĐ-BVD ngày 04/01/2030 của Bộ trưởng Bộ Tư pháp",), registry=(EXAMPLE,)),
    ),
    fine=(
        "Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ Tư pháp",
        "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị, Kết luận số 01-KL/TW ngày 18/5/2021 của Ban Bí thư",
        "Nghị quyết số 326/2016/UBTVQH14 ngày 30/12/2016 của Uỷ ban Thường vụ Quốc hội",
        "Thông tư liên tịch số 01/2014/TTLT-BTP-BNV ngày 01/01/2014 của Bộ Nội vụ và Bộ Tư pháp",
        "Quyết định số 12/QĐ-ĐHL ngày 01/02/2023 của Hiệu trưởng Trường Đại học Luật Hà Nội",
    ),
    check=check,
)
