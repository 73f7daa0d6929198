"""Which items of two versions of a list are the same record for a merge: rather none than a wrong one.

Names and steps are those of `planforge.matching`. A merge writes what it pairs into one record, so it is more careful
than the review, which only tells: it goes by the weightiest name alone, looks for likeness only between the same
neighbours, and takes another id for another record, where the review tells of a new id.
"""

from __future__ import annotations

from collections.abc import Sequence

from planforge.matching import Entry, Name, Pairing, Rank, content, first_name, words_of
from planforge.versioning.tree import Data, Fact

# With another name of these it is another record.
LASTING = (Rank.WHOLE, Rank.OWN, Rank.ABOUT)
# Two new ones of the same date need not be the same; called alike they are.
NAMING_NEW = (*LASTING, Rank.CALLED)
FEWEST_SAME_FIELDS = 2


def name_of(item: Data) -> Name | None:
    """What tells a record of a list apart; None where nothing does."""
    return first_name(_plain(item))


def pair_items(base: Sequence[Data], side: Sequence[Data]) -> dict[int, int]:
    """The items of the base that a side still has, by their places: equal, moved, or changed."""
    pairing = Pairing([_entry(one) for one in base], [_entry(one) for one in side])
    pairing.equal()
    pairing.named()
    pairing.alike(anywhere=False)
    for left, others in list(pairing.gaps()):
        mere_names = all(map(_is_mere_name, (*(base[place] for place in left), *(side[place] for place in others))))
        # Out and in at the same place: replaced.
        for place, other in zip(left, others, strict=False) if mere_names or len(left) == len(others) == 1 else ():
            if _is_mere_name(base[place]) or not another_record(base[place], side[other]):
                pairing.take(place, other)
    return pairing.found


def pair_additions(ours: Sequence[Data], theirs: Sequence[Data]) -> dict[int, int]:
    """The additions of both sides that are one and the same: equal, or named alike."""
    pairing = Pairing(*([_entry(one, NAMING_NEW) for one in side] for side in (ours, theirs)))
    pairing.equal()
    pairing.named()
    return pairing.found


def another_record(before: Data, after: Data) -> bool:
    """Whether an item names something else than it did: its other fields are then those of another record."""
    if isinstance(before, Fact) and isinstance(after, Fact):
        return before != after and _is_mere_name(before) and _is_mere_name(after)
    names = (name_of(before), name_of(after))
    if names[0] == names[1] or not any(name is not None and name.rank in LASTING for name in names):
        return False
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    if any(name is not None and name.rank is Rank.WHOLE for name in names):
        return True
    # With so much the same it is a correction of its name.
    return len([field for field in after if field in before and before[field] == after[field]]) < FEWEST_SAME_FIELDS


def _entry(item: Data, naming: Sequence[Rank] = tuple(Rank)) -> Entry:
    plain = _plain(item)
    return Entry(
        content(plain), (first_name(plain, *naming),), tuple(words_of(plain)), identity=first_name(plain, *LASTING)
    )


def _plain(data: Data) -> object:
    """What it says without the types that YAML gives its scalars."""
    if isinstance(data, Fact):
        return None if data.kind == "null" else data.value
    if isinstance(data, list):
        return [_plain(one) for one in data]
    return {key: _plain(value) for key, value in data.items()} if isinstance(data, dict) else data


def _is_mere_name(item: Data) -> bool:
    """Whether an item is a name and nothing else: another one in its place is a change of the same fact."""
    if isinstance(item, dict):
        name = name_of(item)
        return len(item) == 1 and name is not None and name.rank in LASTING
    return isinstance(item, Fact) and " " not in item.value.strip()
