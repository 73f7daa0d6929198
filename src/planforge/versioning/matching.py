"""Which items of two versions of a list are the same record, and in which order two changed lists go on as one."""

from __future__ import annotations

import difflib
import itertools
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from planforge.versioning.tree import Data, Fact

# What names a record for good: with another one here it is another record.
NAMING = (
    "id", "code", "unit", "person", "body", "movement", "award", "instrument", "speaker", "school", "rule", "number",
)  # fmt: skip
# Fields that only together name a record: who approved which document.
NAMING_TOGETHER = ("document", "by")
# What tells a record apart in its list, but is a fact that may be corrected.
TELLING = ("title", "name", "key", "label", "date", "start", "text")
FEWEST_SAME_FIELDS = 2
LIKE_ENOUGH = 0.5
MOST_COMPARISONS = 10_000


class Identity(NamedTuple):
    """A field that tells a record apart; `naming` where another value means another record."""

    field: str
    value: str
    naming: bool


def identity(record: Data) -> Identity | None:
    """What tells a record of a list apart; None where nothing does."""
    if not isinstance(record, dict):
        return None
    together = [value.value for field in NAMING_TOGETHER if isinstance(value := record.get(field), Fact)]
    if len(together) == len(NAMING_TOGETHER):
        return Identity(" ".join(NAMING_TOGETHER), "\n".join(together), naming=True)
    for fields, naming in ((NAMING, True), (TELLING, False)):
        for field in fields:
            value = record.get(field)
            if isinstance(value, Fact) and value.value:
                return Identity(field, value.value, naming)
    return None


def pair_items(base: Sequence[Data], side: Sequence[Data]) -> dict[int, int]:
    """The items of the base that a side still has, by their places: equal, moved, or changed."""
    pairs: dict[int, int] = {}
    base_keys, side_keys = [repr(one) for one in base], [repr(one) for one in side]
    for block in difflib.SequenceMatcher(None, base_keys, side_keys, autojunk=False).get_matching_blocks():
        pairs |= {block.a + step: block.b + step for step in range(block.size)}
    _pair_by(base_keys, side_keys, pairs)
    names = [[str(identity(one) or "") for one in items] for items in (base, side)]
    _pair_by(names[0], names[1], pairs)
    _pair_in_gaps(base, side, pairs)
    return pairs


def pair_additions(ours: Sequence[Data], theirs: Sequence[Data]) -> dict[int, int]:
    """The additions of both sides that are one and the same: equal, or named alike."""
    pairs: dict[int, int] = {}
    _pair_by([repr(one) for one in ours], [repr(one) for one in theirs], pairs)
    _pair_by(list(map(_lasting_name, ours)), list(map(_lasting_name, theirs)), pairs)
    return pairs


def _lasting_name(record: Data) -> str:
    """What names a record; two new ones of the same date need not be the same."""
    name = identity(record)
    return str(name) if name and (name.naming or name.field in {"title", "name", "key", "label"}) else ""


def _pair_by(base: Sequence[str], side: Sequence[str], pairs: dict[int, int]) -> None:
    """Pair what is left and has the same key, the first with the first; an empty key is none."""
    taken = set(pairs.values())
    left: dict[str, list[int]] = {}
    for place, key in enumerate(side):
        if key and place not in taken:
            left.setdefault(key, []).append(place)
    for place, key in enumerate(base):
        if place not in pairs and left.get(key):
            pairs[place] = left[key].pop(0)


def _pair_in_gaps(base: Sequence[Data], side: Sequence[Data], pairs: dict[int, int]) -> None:
    """Pair what was changed in its place: what is left between the same neighbours."""
    steady = [(-1, -1)]
    for place, other in sorted(pairs.items()):
        if other > steady[-1][1]:
            steady.append((place, other))
    steady.append((len(base), len(side)))
    taken = set(pairs.values())
    for (start, side_start), (end, side_end) in itertools.pairwise(steady):
        left = [place for place in range(start + 1, end) if place not in pairs]
        side_left = [place for place in range(side_start + 1, side_end) if place not in taken]
        _pair_gap(base, side, left, side_left, pairs)


def _pair_gap(
    base: Sequence[Data], side: Sequence[Data], left: list[int], side_left: list[int], pairs: dict[int, int]
) -> None:
    waiting = [(left, side_left)]
    while waiting:
        ours, others = waiting.pop()
        if not ours or not others:
            continue
        best, found = 0.0, (0, 0)
        if len(ours) * len(others) <= MOST_COMPARISONS:
            for first, place in enumerate(ours):
                for second, other in enumerate(others):
                    alike = likeness(base[place], side[other])
                    if alike > best:
                        best, found = alike, (first, second)
        if best >= LIKE_ENOUGH:
            first, second = found
            pairs[ours[first]] = others[second]
            waiting += [(ours[:first], others[:second]), (ours[first + 1 :], others[second + 1 :])]
        elif len(ours) == len(others) == 1 or all(
            map(_is_mere_name, (*(base[place] for place in ours), *(side[place] for place in others)))
        ):
            # Out and in at the same place: replaced.
            pairs |= {
                place: other
                for place, other in zip(ours, others, strict=False)
                if not another_record(base[place], side[other]) or _is_mere_name(base[place])
            }


def _is_mere_name(record: Data) -> bool:
    """Whether an item is a name and nothing else: another one in its place is a change of the same fact."""
    if isinstance(record, dict):
        name = identity(record)
        return len(record) == 1 and name is not None and name.naming
    return isinstance(record, Fact) and " " not in record.value.strip()


def another_record(before: Data, after: Data) -> bool:
    """Whether an item names something else than it did: its other fields are then those of another record."""
    if isinstance(before, Fact) and isinstance(after, Fact):
        return before != after and _is_mere_name(before) and _is_mere_name(after)
    names = (identity(before), identity(after))
    if names[0] == names[1] or not any(name is not None and name.naming for name in names):
        return False
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    # With so much the same it is a correction of its name.
    return len([field for field in after if field in before and before[field] == after[field]]) < FEWEST_SAME_FIELDS


def likeness(one: Data, other: Data) -> float:
    """How much two items say the same, from 0 to 1: their equal fields, or their equal words."""
    if isinstance(one, dict) and isinstance(other, dict):
        names = (identity(one), identity(other))
        if names[0] != names[1] and all(name and name.naming for name in names):
            return 0.0
        keys = one.keys() | other.keys()
        shared = [likeness(one[key], other[key]) for key in one.keys() & other.keys()]
        return sum(shared) / len(keys) if keys else 1.0
    if isinstance(one, list) and isinstance(other, list):
        counted = [Counter(map(repr, items)) for items in (one, other)]
    elif isinstance(one, Fact) and isinstance(other, Fact):
        counted = [Counter(fact.value.split()) for fact in (one, other)]
    else:
        return 0.0
    whole = sum(map(Counter.total, counted))
    return 2 * (counted[0] & counted[1]).total() / whole if whole else 1.0


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
