"""PF139: a vote that was unanimous has nobody against it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each nominee of a unanimous vote with votes against, or without all votes."""
    for one in years.years:
        nominations = one.content.nominations
        if nominations is None:
            continue
        valid = nominations.ballot.valid
        for nominee in (each for vote in nominations.nominations if vote.unanimous for each in vote.nominees):
            refused = (nominee.against or 0) + (nominee.record.no_opinion or 0)
            if refused or (nominee.votes is not None and valid is not None and nominee.votes < valid):
                yield one.finding(nominee, "against" if refused else "votes", name=str(nominee.name))


RULE = Rule(
    code="PF139",
    name="unanimous-against-votes",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("“nhất trí” nhưng có phiếu không đồng ý", "unanimous, yet with votes against"),
    reason=Words(
        "Văn bản in “nhất trí đề nghị”; có phiếu không đồng ý, không có ý kiến thì không còn là nhất trí.",
        "The papers print “nhất trí”, which is not so where somebody voted otherwise.",
    ),
    message=Words(
        "ghi hội nghị nhất trí, nhưng {name} không được tất cả các phiếu đồng ý",
        "the vote is said to be unanimous, but not all votes are for {name}",
    ),
    hint=Words("Bỏ unanimous, hoặc sửa số phiếu.", "Leave unanimous out, or correct the votes."),
    form="C06",
    flagged=(
        Replaced("nominations.yaml", "      - unit: vu_vi_du", "      - unit: vu_vi_du\n        votes: 6"),
        Replaced("nominations.yaml", "allowed: 3", "unanimous: true"),
    ),
    fine=(None, Replaced("nominations.yaml", "      - unit: vu_vi_du", "      - unit: vu_vi_du\n        votes: 7")),
    check=check,
)
