"""Who leads a cluster, and which titles say so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planforge.model.registry import Unit
from planforge.resolve import Cluster, ResolvedLeader

HEAD = re.compile(r"(?:trưởng (?:cụm|khối|khu vực|\{\{ *cluster\.noun *\}\})|(?:cụm|khối|khu vực) trưởng)(?: thi đua)?")
DEPUTY = "phó "


def leaders_named(cluster: Cluster, title: str) -> tuple[ResolvedLeader, ...] | None:
    """The head for "Trưởng Cụm", the deputies for "Phó Cụm trưởng"; None for other titles and unknown leaders."""
    words = " ".join(title.casefold().split())
    deputy = words.startswith(DEPUTY)
    if not HEAD.fullmatch(words.removeprefix(DEPUTY)):
        return None
    if deputy:
        return cluster.deputies or None
    return (cluster.head,) if cluster.head else None


def units_led(leaders: Iterable[ResolvedLeader]) -> str:
    """The leaders' names for a message."""
    return ", ".join(str(leader.name) for leader in leaders if leader.name)


def leads(leader: ResolvedLeader, unit: Unit) -> bool:
    """Whether a leader is of a unit; an office tells it by the unit's name in it."""
    if leader.unit is not None:
        return leader.unit == unit
    return leader.office is not None and str(unit.name).casefold() in str(leader.office).casefold()


def is_told(leader: ResolvedLeader) -> bool:
    """Whether anybody could say of which unit a leader is."""
    return leader.unit is not None or leader.office is not None


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same, however they are spaced or capitalised."""
    return one.casefold().split() == other.casefold().split()
