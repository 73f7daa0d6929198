"""PF140: a pass mark is more than half and at most all of the votes, in per cent."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.pass_marks import is_pass_mark
from planforge.vietnamese import decimal
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each pass mark that no ballot could have: a fraction, a count of votes, or above all votes."""
    for one in years.years:
        ballot = one.content.nominations.ballot if one.content.nominations else None
        mark = ballot.pass_percent if ballot is not None else None
        if mark is not None and not is_pass_mark(mark):
            yield one.finding(ballot, "pass_percent", mark=decimal(mark))


RULE = Rule(
    code="PF140",
    name="pass-mark-in-per-cent",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("tỷ lệ phiếu tối thiểu không phải phần trăm", "a pass mark that is no percentage"),
    reason=Words(
        "pass_percent là phần trăm trên tổng số thành viên (80 chứ không phải 0,8 hay 7 phiếu), và không thể dưới quá "
        "bán.",
        "pass_percent is in per cent of all members (80, not 0.8 or 7 votes), and never below half.",
    ),
    message=Words(
        "tỷ lệ tối thiểu {mark}% không nằm giữa 50% và 100%", "the pass mark {mark}% is not between 50% and 100%"
    ),
    hint=Words("Ghi phần trăm, ví dụ 80.", "Write per cent, 80 say."),
    form="C06",
    flagged=(Replaced("nominations.yaml", "pass_percent: 80", "pass_percent: 0,8"),),
    fine=(None, Replaced("nominations.yaml", "pass_percent: 80", "pass_percent: 66,7")),
    check=check,
)
