"""PF205: "số" stands before the number of an instrument."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import numbered
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Numbers right after the word for the kind; in a list only the first needs the word."""
    for mention in numbered(corpus):
        citation = mention.citation
        if citation.word or citation.shared or citation.is_law or not citation.type or not citation.number:
            continue
        word = "SỐ" if citation.type.text.isupper() else "số"
        fix = f"{word} {citation.number.text}"
        yield mention.finding(citation.number, fix=fix, wanted=f"{citation.type.text} {fix}")


RULE = Rule(
    code="PF205",
    name="number-word",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("thiếu chữ “số” trước số văn bản", "the word “số” is missing before a number"),
    reason=Words(
        "Viện dẫn ghi tên loại, rồi “số” và số, ký hiệu của văn bản.",
        "A citation is the kind, then “số” with number and symbol.",
    ),
    message=Words("thiếu chữ “số” trước “{found}”", "the word “số” is missing before “{found}”"),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=CITING,
    form="B05",
    flagged=(
        "Căn cứ Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "theo Chỉ thị 34-CT/TW ngày 07/4/2014 của Bộ Chính trị",
    ),
    fine=(
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "các Quyết định số 1155/QĐ-TTg, 1156/QĐ-TTg và Kế hoạch 05 năm (2021 - 2025)",
        "Chương trình 135 và Kế hoạch năm 2023",
    ),
    check=check,
    fixable=True,
)
