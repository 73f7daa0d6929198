"""What a pass mark can be."""

from __future__ import annotations

from decimal import Decimal

LEAST, MOST = 50, 100


def is_pass_mark(mark: Decimal) -> bool:
    """Whether a number can be the share of votes, in per cent of all members, from which a nominee is proposed."""
    return LEAST <= mark <= MOST
