"""PF323: words that are often misspelt are spelt right."""

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
    """Each misspelling of the list, in any case of its letters."""
    yield from told(slip for passage in legible(corpus) for slip in misspellings(passage, "misspellings"))


RULE = Rule(
    code="PF323",
    name="misspelling",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("từ hay viết sai chính tả", "a word that is often misspelt"),
    reason=Words(
        "Danh sách ngắn gồm những lỗi chắc chắn, không có cách hiểu nào khác: lẫn s/x, tr/ch, d/gi, hỏi/ngã, sót dấu.",
        "A short list of slips that are certain and can mean nothing else: s for x, tr for ch, d for gi, one tone mark "
        "for another, or none.",
    ),
    message=Words(
        "“{found}” sai chính tả, viết đúng là “{wanted}”{again}",
        "“{found}” is misspelt, it should be “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=(
        "phương hương, nhiệm vụ năm 2017",
        "Cum trưởng Cụm Thi đua số II",
        "hoàn thành xuất xắc nhiệm vụ",
        "các nghành, các cấp",
    ),
    fine=("phương hướng, nhiệm vụ", "quê hương", "xuất sắc", "cũng cố gắng hết sức", "các ngành, các cấp"),
    check=check,
    fixable=True,
)
