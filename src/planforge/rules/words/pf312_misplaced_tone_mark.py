"""PF312: a tone mark stands on a letter that may carry it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.marks import Style, marked_syllables
from planforge.rules.words.telling import Slip, told
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each syllable whose mark stands where neither style puts it."""
    yield from told(
        Slip(passage, found.start, found.end, found.wanted, {"wanted": found.wanted})
        for passage in legible(corpus)
        for found in marked_syllables(passage.text, corpus.names.people)
        if found.style is Style.NONE
    )


RULE = Rule(
    code="PF312",
    name="misplaced-tone-mark",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("dấu thanh đặt sai chữ", "a tone mark on the wrong letter"),
    reason=Words(
        "Vần có âm cuối hoặc có chữ ă, â, ê, ô, ơ, ư thì dấu thanh chỉ có một chỗ đứng, theo cả kiểu cũ lẫn kiểu mới.",
        "Where a syllable ends in a consonant, or has one of ă, â, ê, ô, ơ, ư, its tone mark has one place in either "
        "style.",
    ),
    message=Words(
        "“{found}” đặt dấu thanh sai chữ, phải viết “{wanted}”{again}",
        "“{found}” has its tone mark on the wrong letter, it is spelt “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=("hòan thành nhiệm vụ", "tòan thể công chức", "qủa công tác", "phát huy qúy báu"),
    fine=("hoàn thành, tòa án, toà án, quả, quý, giữa, gìn giữ", "thủy, thuỷ, thuở, khuỷu tay"),
    check=check,
    fixable=True,
)
