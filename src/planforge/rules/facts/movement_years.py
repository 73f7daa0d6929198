"""The years in which a movement runs: by its period, or else by the stage that its name tells."""

from __future__ import annotations

import re

from planforge.model.registry import LongMovement

STAGE = re.compile(r"giai đoạn (?:từ năm )?([12]\d{3}) ?(?:-|đến|đến năm) ?([12]\d{3})", re.IGNORECASE)


def stage_of(movement: LongMovement) -> tuple[int, int] | None:
    """The first and the last year of the stage in a movement's name."""
    match = STAGE.search(movement.name)
    return (int(match[1]), int(match[2])) if match else None


def years_of(movement: LongMovement) -> tuple[int, int] | None:
    """The first and the last year of a movement; None where they are not both known."""
    period = movement.period
    if period is not None and period.start is not None and period.end is not None:
        return period.start.year, period.end.year
    return stage_of(movement)
