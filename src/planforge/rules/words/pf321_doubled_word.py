"""PF321: no word is written twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.words import Words

PAIR = re.compile(r"\b(\w+)[ \u00a0]+(\1)\b", re.IGNORECASE)
# Reduplications of the language, and names: doubled on purpose.
FINE = frozenset("dần luôn mãi từng đời ngày năm nơi người nhà xa lâu đều hằng thường song".split())


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each second word of a pair."""
    for passage in corpus.passages:
        for match in PAIR.finditer(passage.text):
            if (
                match[1].casefold() not in FINE
                and not match[1].isdigit()
                and match[1].casefold() == match[2].casefold()
            ):
                yield passage.finding(match.start(), match.end(), fix=match[1], word=match[2])


RULE = Rule(
    code="PF321",
    name="doubled-word",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("từ lặp hai lần liền nhau", "a word written twice in a row"),
    reason=Words(
        "Từ lặp do gõ hay ghép câu; từ láy (dần dần, luôn luôn …) thì không báo.",
        "A slip of typing or of joining sentences; reduplications (dần dần, luôn luôn …) are left alone.",
    ),
    message=Words("từ “{word}” được viết hai lần", "the word “{word}” is written twice"),
    hint=Words("Bỏ một từ.", "Remove one."),
    flagged=("trao 69 suất học bổng của của Quỹ", "góp phần hoàn thành thành xuất sắc nhiệm vụ"),
    fine=("chất lượng dần dần được nâng lên", "luôn luôn gương mẫu", "hoàn thành, thành công"),
    check=check,
    fixable=True,
)
