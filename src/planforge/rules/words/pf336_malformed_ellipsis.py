"""PF336: an ellipsis has three dots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import is_form, places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

LETTER = r"[^\W\d_]"
# Four dots or more within a line are blanks; two within figures or before a slash are none of these.
WRONG = re.compile(
    rf"(?<={LETTER})(?:…\.+|\.+…|(?<!\.)\.\.(?![.\w/…])|\.{{4,5}}(?=\s*$)|\. \. \.)(?![….])", re.MULTILINE
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each run of dots that is neither a full stop nor an ellipsis; two may have been meant as either."""
    yield from told(
        Slip(passage, match.start(), match.end(), None if match[0] == ".." else "...")
        for passage, match in places(corpus, WRONG, ("..", ".…", "….", ". ."))
        if not is_form(match)
    )


RULE = Rule(
    code="PF336",
    name="malformed-ellipsis",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("dấu chấm lửng thừa hoặc thiếu dấu chấm", "an ellipsis with too many or too few dots"),
    reason=Words(
        "Dấu chấm lửng có ba dấu chấm, kể cả ở cuối câu: không thêm dấu chấm câu.",
        "An ellipsis has three dots, at the end of a sentence too: no full stop is added.",
    ),
    message=Words(
        "“{found}” không phải dấu chấm, cũng không phải dấu chấm lửng{again}",
        "“{found}” is no full stop and no ellipsis{again}",
    ),
    hint=Words("Viết “...” (hoặc một dấu chấm).", "Write “...” (or one full stop)."),
    flagged=("tại các đơn vị….", "tại các đơn vị..", "tại các đơn vị....", "hình thức, nội dung. . ."),
    fine=("tại các đơn vị...", "tại các đơn vị.", "Họ và tên: ........", "ngày.... tháng....", "thư mục ../data"),
    check=check,
    fixable=True,
)
