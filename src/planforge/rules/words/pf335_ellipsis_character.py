"""PF335: three dots are written in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import is_form, is_unprinted, places
from planforge.rules.words.telling import READ_ONLY, Slip, told
from planforge.words import Words

# Two of them in a row, or one beside dots, are blanks to be filled in or another rule's.
ONE = re.compile(r"(?<=[\w”’)\],;])[ \u00a0]?…(?![….\w])")
DOTS = re.compile(r"(?<=[\w”’)\],;])[ \u00a0]?\.\.\.(?!\.)")


def check(corpus: Corpus) -> Iterator[Answer]:
    """The character, in data always; where text is only read, only when the three dots occur there too."""
    dotted = {passage.path for passage, match in places(corpus, DOTS, ("...",)) if not is_form(match)}
    yield from told(
        Slip(passage, match.end() - 1, match.end(), "...", like="ellipsis")
        for passage, match in places(corpus, ONE, ("…",))
        if not is_form(match)
        and not is_unprinted(passage)
        and (passage.voice not in READ_ONLY or passage.path in dotted)
    )


RULE = Rule(
    code="PF335",
    name="ellipsis-character",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("dấu chấm lửng viết hai kiểu", "an ellipsis written in two ways"),
    reason=Words(
        "Dấu chấm lửng gõ bằng ba dấu chấm (...) hoặc một ký tự (…); dùng lẫn thì trông không đều và tìm kiếm sót. Ở "
        "đây dùng ba dấu chấm.",
        "An ellipsis is three full stops (...) or one character (…); mixed they look uneven and searches miss half. "
        "Here it is three full stops.",
    ),
    message=Words(
        "dấu chấm lửng là một ký tự “…”, không phải “...”{again}", "the ellipsis is one character “…”, not “...”{again}"
    ),
    hint=Words("Viết “...”.", "Write “...”."),
    flagged=(("các phong trào thi đua…", "cấp Bộ, ngành..."),),
    fine=("các phong trào thi đua...", "các phong trào thi đua…", "Ngày…… tháng……", ("ngày ... tháng", "Bộ, ngành…")),
    check=check,
    form="U04",
    fixable=True,
)
