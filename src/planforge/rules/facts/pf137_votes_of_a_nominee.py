"""PF137: the votes on a nominee are the valid ballots."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.results import Ballot, Nominee
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import Years

MORE = Words("nhiều hơn", "more than")
LESS = Words("ít hơn", "less than")


def check(years: Years) -> Iterator[Answer]:
    """Each nominee with more votes than ballots; where those without an opinion are counted too, also with less."""
    for one in years.years:
        nominations = one.content.nominations
        if nominations is None:
            continue
        for vote in nominations.nominations:
            for nominee in vote.nominees:
                given, whole = _given(nominee.record), _valid(nominations.ballot)
                complete = nominee.against is not None and nominee.record.no_opinion is not None
                relation = None if given is None or whole is None else MORE if given > whole else LESS
                if given == whole or relation is None or (relation is LESS and not complete):
                    continue
                values = {"name": str(nominee.name), "given": given, "valid": whole}
                yield one.finding(nominee, "votes", relation=relation, **values)


def _given(nominee: Nominee) -> int | None:
    if nominee.votes is None:
        return None
    return nominee.votes + (nominee.against or 0) + (nominee.no_opinion or 0)


def _valid(ballot: Ballot) -> int | None:
    """How many ballots can have been counted, by the best number known; None where the count itself is wrong."""
    if ballot.valid is not None:
        whole = ballot.valid + (ballot.invalid or 0)
        return None if ballot.invalid is not None and ballot.returned not in {None, whole} else ballot.valid
    if ballot.returned is not None:
        return ballot.returned - (ballot.invalid or 0)
    return ballot.issued


RULE = Rule(
    code="PF137",
    name="votes-of-a-nominee",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số phiếu của một nơi khác số phiếu hợp lệ", "votes on a nominee that are not the valid ballots"),
    reason=Words(
        "Với mỗi đơn vị, cá nhân: đồng ý cộng không đồng ý cộng không có ý kiến bằng số phiếu hợp lệ.",
        "For each nominee the votes for, against and without an opinion are the valid ballots.",
    ),
    message=Words(
        "{name}: tổng số phiếu đồng ý, không đồng ý, không có ý kiến là {given}, {relation} {valid} phiếu hợp lệ",
        "{name}: votes for, against and without an opinion are {given}, {relation} the {valid} valid ballots",
    ),
    hint=Words("Kiểm tra votes, against, no_opinion.", "Check votes, against and no_opinion."),
    form="C06",
    flagged=(
        Replaced("nominations.yaml", "votes: 5\n        against: 2", "votes: 6\n        against: 2"),
        Replaced("nominations.yaml", "no_opinion: 0", "no_opinion: 1"),
    ),
    fine=(None, Replaced("nominations.yaml", "votes: 5\n        against: 2", "votes: 4\n        against: 3")),
    check=check,
)
