"""In which order two lists go on as one, that were changed apart."""

from __future__ import annotations

from collections.abc import Sequence


def joined_order(base: Sequence[int], ours: Sequence[int], theirs: Sequence[int]) -> list[int] | None:
    """The order of all records, given as numbers in the order of each side; None where both moved them differently.

    What only they have follows the record that it follows on their side, after what only we have there.
    """
    here, there = set(ours), set(theirs)
    common = [one for one in ours if one in there]
    their_common = [one for one in theirs if one in here]
    leading, other = ours, theirs
    if common != their_common:
        known = set(base)
        order = [one for one in base if one in here and one in there]
        if [one for one in common if one in known] == order:
            leading, other = theirs, ours
        elif [one for one in their_common if one in known] != order:
            return None
    result, placed = list(leading), set(leading)
    elsewhere = set(other)
    for number, one in enumerate(other):
        if one in placed:
            continue
        position = result.index(other[number - 1]) + 1 if number else 0
        while position < len(result) and result[position] not in elsewhere and leading is ours:
            position += 1
        result.insert(position, one)
        placed.add(one)
    return result
