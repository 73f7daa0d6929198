"""PF321: no word is written twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.syllables import is_syllable
from planforge.rules.words.telling import Slip, told
from planforge.rules.words.tokens import Token, begins_sentence, folded, tokens
from planforge.rules.words.wordlists import groups, words
from planforge.words import Words

JOINING = frozenset("-_")
BLANKS = " \u00a0"
WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]+$")
WORD_AFTER = re.compile(r"[ \u00a0]+([^\W\d_]+)")
LONGEST_WORD_BEFORE = 24


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each pair that no reduplication and no two words meeting there explain."""
    yield from told(
        Slip(passage, first.start, second.end, _fix(first.text), {"word": second.text})
        for passage in legible(corpus)
        for first, second in _pairs(passage.text)
        if _is_slip(passage.text, first, second)
    )


def _pairs(text: str) -> Iterator[tuple[Token, Token]]:
    """The words that stand twice in a row, with only blanks between them."""
    keys, found = folded(text), tokens(text)
    for index in [index for index, pair in enumerate(pairwise(keys)) if pair[0] == pair[1]]:
        first, second = found[index], found[index + 1]
        around = text[max(0, first.start - 1) : first.start] + text[second.end : second.end + 1]
        if not text[first.end : second.start].strip(BLANKS) and JOINING.isdisjoint(around):
            yield first, second


def _fix(word: str) -> str | None:
    """Of words of grammar, one; other words may be two on purpose."""
    return word if word.casefold() in groups("function_words") else None


def _is_slip(text: str, first: Token, second: Token) -> bool:
    word = first.text.casefold()
    if first.text != second.text and not (second.text.islower() and begins_sentence(text, first.start)):
        return False
    if len(word) < 2 or word in words("reduplications") or not is_syllable(word):
        return False
    before = WORD_BEFORE.search(text, max(0, first.start - LONGEST_WORD_BEFORE), first.start)
    if word in groups("function_words"):
        return before is None or before[1].casefold() not in groups("function_words")[word]
    if before is None or before[1].casefold() not in groups("field_words").get(word, frozenset()):
        return False
    after = WORD_AFTER.match(text, second.end)
    return after is None or after[1].casefold() not in groups("compounds").get(word, frozenset())


RULE = Rule(
    code="PF321",
    name="doubled-word",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("từ lặp hai lần liền nhau", "a word written twice in a row"),
    reason=Words(
        "Từ lặp do gõ hay ghép câu. Từ láy (dần dần, luôn luôn …) và hai từ ghép đứng cạnh nhau (hành vi vi phạm, trở "
        "thành thành viên) thì không báo.",
        "A slip of typing or of joining sentences; reduplications (dần dần, luôn luôn …) and two words that meet (hành "
        "vi vi phạm, trở thành thành viên) are left alone.",
    ),
    message=Words("từ “{word}” được viết hai lần{again}", "the word “{word}” is written twice{again}"),
    hint=Words("Bỏ một từ.", "Remove one."),
    flagged=("trao 69 suất học bổng của của Quỹ", "góp phần hoàn thành thành xuất sắc nhiệm vụ", "Các các đơn vị"),
    fine=(
        "chất lượng dần dần được nâng lên",
        "luôn luôn gương mẫu",
        "hoàn thành, thành công",
        "xử lý hành vi vi phạm; trở thành thành viên; công tác quản lý lý lịch tư pháp",
        "các thiết bị bị hỏng",
        "văn bản quy phạm pháp luật Luật Thi đua, khen thưởng",
    ),
    check=check,
    fixable=True,
)
