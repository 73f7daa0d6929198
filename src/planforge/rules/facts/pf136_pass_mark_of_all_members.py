"""PF136: shares of votes are shares of all members, absent ones too."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.pass_marks import is_of_all
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each electorate typed below the number of members."""
    for one in years.years:
        ballot = one.content.nominations.ballot if one.content.nominations else None
        members = one.content.cluster.member_count
        if ballot is not None and not is_of_all(ballot, members):
            values = {"electorate": int(ballot.electorate or 0), "members": int(members or 0)}
            yield one.finding(ballot, "electorate", **values)


RULE = Rule(
    code="PF136",
    name="pass-mark-of-all-members",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("tỷ lệ phiếu không tính trên tổng số thành viên", "shares not of all members"),
    reason=Words(
        "Tỷ lệ phiếu đồng ý tính trên tổng số thành viên, kể cả thành viên vắng mặt đã lấy ý kiến bằng văn bản; tính "
        "trên số có mặt thì đơn vị chưa đủ phiếu cũng thành đủ.",
        "The share of votes is of all members, absent ones heard in writing too; counted of those present, a unit may "
        "pass that did not.",
    ),
    message=Words(
        "tổng số có quyền bỏ phiếu là {electorate}, ít hơn {members} đơn vị thành viên",
        "the electorate is {electorate}, below the {members} members",
    ),
    hint=Words("Bỏ electorate, hoặc ghi đủ tổng số thành viên.", "Leave electorate out, or count all members."),
    form="C06",
    flagged=(Replaced("nominations.yaml", "electorate: 8", "electorate: 7"),),
    fine=(None, Replaced("nominations.yaml", "electorate: 8", "electorate: 16")),
    check=check,
)
