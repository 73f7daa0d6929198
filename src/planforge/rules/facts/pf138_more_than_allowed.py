"""PF138: no more are proposed for an award than may be."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.pass_marks import tells_who_passed
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each vote that proposes more than its `allowed`.

    Before the vote there may be more candidates; where shares are wrong, nobody can tell who passed.
    """
    for one in years.years:
        nominations = one.content.nominations
        if nominations is None or not tells_who_passed(nominations.ballot, one.content.cluster.member_count):
            continue
        for vote, record in zip(nominations.nominations, nominations.record.nominations, strict=True):
            passed = [nominee for nominee in vote.proposed if nominee.passed or vote.unanimous]
            if record.allowed is not None and len(passed) > record.allowed:
                values = {"award": str(vote.award.name), "count": len(passed), "allowed": int(record.allowed)}
                yield one.finding(record, "allowed", **values)


RULE = Rule(
    code="PF138",
    name="more-than-allowed",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("đề nghị quá số lượng cho phép", "more proposed than allowed"),
    reason=Words(
        "Mỗi danh hiệu có số lượng được đề nghị; nhiều đơn vị đủ phiếu hơn thì phải bỏ phiếu chọn lại.",
        "An award may be proposed for so many; where more have passed, the vote must be repeated.",
    ),
    message=Words(
        "có {count} nơi đủ điều kiện đề nghị “{award}”, nhưng chỉ được đề nghị {allowed}",
        "{count} pass for “{award}”, but only {allowed} may be proposed",
    ),
    hint=Words("Sửa allowed, hoặc danh sách nominees.", "Correct allowed, or the nominees."),
    flagged=(Replaced("nominations.yaml", "allowed: 3", "allowed: 2"),),
    fine=(None, Replaced("nominations.yaml", "allowed: 3", "allowed: 4")),
    check=check,
)
