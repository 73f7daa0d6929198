"""PF337: one punctuation mark stands at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import LAST_WORD, is_row, places
from planforge.rules.words.syllables import is_syllable
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

LONGEST_SYLLABLE = 8
SAME = re.compile(r"([,;:])(?<=[\w”)].)[ \u00a0]?\1(?![,;:])")
MIXED = re.compile(
    r"(?:,[ \u00a0]?[;:]|;[ \u00a0]?[,:]|[,;][ \u00a0]?\.(?![.\w])|[?!][,;])(?<!^..)|(?<![.…])\.[,;](?!\w)"
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each pair of marks of which one is too many."""
    same = (Slip(passage, match.start(), match.end(), match[1]) for passage, match in _places(corpus, SAME))
    mixed = (
        Slip(passage, match.start(), match.end())
        for passage, match in _places(corpus, MIXED)
        if not (match[0][0] == "." and _is_abbreviation(match))
    )
    yield from told((*same, *mixed))


def _is_abbreviation(match: re.Match[str]) -> bool:
    """Whether a full stop belongs to the letters before it ("TP.", "v.v.") and ends no sentence."""
    before = LAST_WORD.search(match.string, max(0, match.start() - LONGEST_SYLLABLE), match.start())
    return before is None or len(before[1]) < 2 or before[1].isupper() or not is_syllable(before[1])


def _places(corpus: Corpus, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    return ((passage, match) for passage, match in places(corpus, pattern) if not is_row(passage.text))


RULE = Rule(
    code="PF337",
    name="doubled-marks",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("hai dấu câu liền nhau", "two punctuation marks in a row"),
    reason=Words(
        "Hai dấu câu đứng liền thường do sửa câu mà quên xóa dấu cũ.",
        "Two marks in a row mostly come from changing a sentence and forgetting the old mark.",
    ),
    message=Words("hai dấu câu liền nhau “{found}”{again}", "two marks in a row: “{found}”{again}"),
    hint=Words("Giữ một dấu.", "Keep one."),
    flagged=("công tác thi đua,, khen thưởng", "theo, dõi;, đôn đốc", "của các đơn vị;."),
    fine=("công tác thi đua, khen thưởng...;", "v.v., TP., PGS., TS.", "thực hiện./."),
    check=check,
    fixable=True,
)
