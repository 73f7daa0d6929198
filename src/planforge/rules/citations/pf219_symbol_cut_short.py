"""PF219: an instrument is cited with its whole symbol."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import mentions
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Numbers of decrees, decisions and the like without the letters that follow them."""
    for mention in mentions(corpus):
        citation = mention.citation
        if citation.symbol is not None and not citation.symbol.groups and citation.type:
            yield mention.finding(citation, type=citation.type.text, number=citation.symbol.text)


RULE = Rule(
    code="PF219",
    name="symbol-cut-short",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("số văn bản thiếu ký hiệu", "a number without its symbol"),
    reason=Words(
        "Viện dẫn ghi cả số và ký hiệu, kể cả khi viện dẫn lại; chỉ có số thì không biết văn bản của cơ quan nào.",
        "A citation has number and symbol, later mentions too; a number alone does not tell whose instrument it is.",
    ),
    message=Words(
        "“{found}” chỉ có số, thiếu ký hiệu (chữ viết tắt tên loại và cơ quan)",
        "“{found}” has a number alone, without the letters of kind and issuing body",
    ),
    hint=Words(
        "Ghi đủ số và ký hiệu, ví dụ “Nghị định số 30/2020/NĐ-CP”.",
        "Write number and symbol, as in “Nghị định số 30/2020/NĐ-CP”.",
    ),
    law=CITING,
    flagged=(
        "Căn cứ Nghị định số 98/2023 của Chính phủ;",
        "theo Quyết định số 84 ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "thực hiện Nghị quyết số 27 của Trung ương",
    ),
    fine=(
        "Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ;",
        "Kế hoạch 05 năm (2021 - 2025), Nghị quyết Đại hội XIII, Quyết định cử Trưởng Cụm",
        "Biên bản số 01, Chương trình 135, các Quyết định số 1155/QĐ-TTg và 1156/QĐ-TTg",
    ),
    check=check,
)
