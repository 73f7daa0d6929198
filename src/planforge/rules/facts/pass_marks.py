"""What a pass mark and the votes it is held against can be."""

from __future__ import annotations

from decimal import Decimal

from planforge.model.results import Ballot

LEAST, MOST = 50, 100


def is_pass_mark(mark: Decimal) -> bool:
    """Whether a number can be the share of votes, in per cent of all members, from which a nominee is proposed."""
    return LEAST <= mark <= MOST


def is_of_all(ballot: Ballot, members: int | None) -> bool:
    """Whether shares are of all members, as far as anybody can tell."""
    return ballot.electorate is None or members is None or ballot.electorate >= members


def tells_who_passed(ballot: Ballot, members: int | None) -> bool:
    """Whether nothing is wrong with the pass mark, or with what it is a share of."""
    return (ballot.pass_percent is None or is_pass_mark(ballot.pass_percent)) and is_of_all(ballot, members)
