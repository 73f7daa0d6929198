"""PF328: brackets and quotation marks stand close to what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import is_row, is_word, places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# Longer gaps are left for something to be filled in.
GAP = re.compile(r"(?<=[(“‘])[ \u00a0]{1,2}(?=\S)|(?<=\S)[ \u00a0]{1,2}(?=[)”])")
OPEN_GAPS = ("( ", "“ ", "‘ ", " )", " ”", "\u00a0")
MARKS = frozenset(",.;:?!)”’%“‘(")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each blank right behind an opening mark or right before a closing one."""
    yield from told(
        Slip(passage, match.start() - 1, match.end() + 1, _fix(match), {"mark": _mark(match)}, like=_mark(match))
        for passage, match in places(corpus, GAP, OPEN_GAPS)
        if _is_slip(passage, match)
    )


def _mark(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1]
    return before if before in "(“‘" else match.string[match.end()]


def _fix(match: re.Match[str]) -> str:
    return match.string[match.start() - 1] + match.string[match.end()]


def _is_slip(passage: Passage, match: re.Match[str]) -> bool:
    before, behind = match.string[match.start() - 1], match.string[match.end()]
    inside = behind if before in "(“‘" else before
    return (is_word(inside) or inside in MARKS) and {before, behind} != set("()") and not is_row(passage.text)


RULE = Rule(
    code="PF328",
    name="space-inside-brackets",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("dấu cách bên trong ngoặc", "a space inside brackets or quotation marks"),
    reason=Words(
        "Dấu ngoặc đơn, ngoặc kép viết liền với chữ ở bên trong; có dấu cách thì ngoặc có thể đứng một mình ở cuối "
        "dòng.",
        "Brackets and quotation marks stand close to the words they hold; with a space between, one may be left "
        "alone at the end of a line.",
    ),
    message=Words("thừa dấu cách bên trong dấu “{mark}”{again}", "a space stands inside “{mark}”{again}"),
    hint=Words("Xóa dấu cách.", "Delete the space."),
    flagged=("phong trào thi đua “ Đoàn kết, kỷ cương”", "các đơn vị ( 10 đơn vị)", "chủ đề “Đoàn kết, sáng tạo ”"),
    fine=("phong trào thi đua “Đoàn kết, kỷ cương” (năm 2023)", "Ông (bà) (              )"),
    check=check,
    form="U06",
    fixable=True,
)
