"""PF373: words that a scanner misreads are put right."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.misspellings import misspellings
from planforge.rules.words.telling import told
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each misreading of the list."""
    yield from told(slip for passage in legible(corpus) for slip in misspellings(passage, "misreadings"))


RULE = Rule(
    code="PF373",
    name="misread-word",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("từ bị quét sai", "a word the scanner misread"),
    reason=Words(
        "Máy quét hay làm mất dấu hoặc móc của chữ: thư thành thu, trưởng thành trường, nghị thành nghi. Danh sách "
        "chỉ gồm những cụm từ không có nghĩa khác.",
        "Scanners lose marks and horns: thư becomes thu, trưởng trường, nghị nghi. The list has only what can mean "
        "nothing else.",
    ),
    message=Words(
        "“{found}” có lẽ là “{wanted}” bị quét sai{again}", "“{found}” is probably a misread “{wanted}”{again}"
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=("đồng chí Bí thu Chi bộ", "Thủ trường các đơn vị", "phong trào thì đua của Cụm"),
    fine=("đồng chí Bí thư Chi bộ", "trường học, trường hợp", "xã hội nghi ngờ", "đơn vi phạm"),
    check=check,
    form="C08",
    fixable=True,
)
