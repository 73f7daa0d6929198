"""PF322: a space stands between two words."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.remembering import remembered
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.syllables import MARKED, is_syllable, is_vietnamese, nuclei
from planforge.rules.words.telling import Slip, told
from planforge.rules.words.tokens import tokens
from planforge.rules.words.wordlists import words
from planforge.words import Words

SHORTEST_PART = 2
# Two of the longest syllables, their marks written apart.
LONGEST = 32


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each word that is no syllable, but two."""
    yield from told(
        Slip(passage, token.start, token.end, values={"wanted": wanted})
        for passage in legible(corpus)
        for token in tokens(passage.text)
        if (wanted := parted_words(token.text))
    )


@remembered(16384)
def parted_words(word: str) -> str:
    """The two words that were joined; empty where that is not certain."""
    if len(word) > LONGEST:
        return ""
    small = word.casefold()
    if nuclei(small) < 2 or not is_vietnamese(small) or is_syllable(small) or small in words("loan_words"):
        return ""
    splits = [
        index
        for index in range(SHORTEST_PART, len(small) - SHORTEST_PART + 1)
        if is_syllable(small[:index]) and is_syllable(small[index:]) and _both_are_words(word, index)
    ]
    return f"{word[: splits[0]]} {word[splits[0] :]}" if len(splits) == 1 else ""


def _both_are_words(word: str, index: int) -> bool:
    """Whether the capitals allow two words here: none inside either of them, and each long enough to be one."""
    first, second = word[:index], word[index:]
    if not (word.isupper() or (first[1:].islower() and second[1:].islower())):
        return False
    if second[:1].isupper() and not word.isupper():
        return not MARKED.isdisjoint(first.casefold()) and not MARKED.isdisjoint(second.casefold())
    return len(word) > 2 * SHORTEST_PART and not (word.isupper() or word.istitle())


RULE = Rule(
    code="PF322",
    name="joined-words",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("hai từ viết dính nhau", "two words without a space"),
    reason=Words(
        "Tiếng Việt viết rời từng âm tiết; chữ không phải một âm tiết mà tách ra đúng hai âm tiết là thiếu dấu cách. "
        "Từ mượn (xăngtimét, lôgic …) không báo.",
        "Vietnamese writes each syllable apart; what is no syllable, but is two in exactly one way, lacks a space. "
        "Loan words (xăngtimét, lôgic …) are left alone.",
    ),
    message=Words(
        "“{found}” thiếu dấu cách, viết “{wanted}”{again}", "“{found}” lacks a space, write “{wanted}”{again}"
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=("trên cơ sở chứcnăng được giao", "công tác thi đua, khenthưởng", "Học việnTư pháp"),
    fine=("chức năng được giao", "phương pháp lôgic", "Y Blô Niê, Krông Pắc, Ê đê", "LibreOffice, VNeID, YouTube"),
    check=check,
)
