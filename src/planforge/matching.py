"""Which record of one list is which of another: what names a record, and how the entries of two lists are paired.

One knowledge for the two that ask. The review tells people what changed; a wrong pair is a sentence that reads oddly.
The merge writes what it paired into one record; a wrong pair mixes the facts of two. So both name and pair in the same
steps, and each takes those it can answer for: see `review.facts.records` and `versioning.pairs`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from planforge.redline.alignment import common, gaps_between, heaviest_chain
from planforge.redline.tokens import shared

Pair = tuple[int, int]
ALIKE = 0.5
# Beyond so many pairs of leftovers only equality and names count: likeness takes time by their product.
MOST_COMPARED = 40_000


class Rank(IntEnum):
    """How much a name binds a record, the strongest first."""

    WHOLE = 0
    """Fields that only together name it, and say all that tells it apart."""
    OWN = 1
    """A name given to this record alone."""
    ABOUT = 2
    """What it is about: a record about something else is another record."""
    CALLED = 3
    """What it is called: a fact that may be corrected."""
    SAID = 4
    """What happens to tell it apart in its list, and may well change."""


# The fields that name a record, in order of weight; of several in one entry all must be there.
NAMING: Mapping[Rank, tuple[str, ...]] = {
    Rank.WHOLE: ("document by",),
    Rank.OWN: ("id", "code"),
    Rank.ABOUT: (
        "unit", "person", "body", "movement", "award", "instrument", "inspected", "speaker", "conference", "school",
        "rule",
    ),
    Rank.CALLED: ("title", "name", "key", "label", "item", "task", "purpose", "giver"),
    Rank.SAID: ("date", "start", "end", "time", "text", "number"),
}  # fmt: skip


class Name(NamedTuple):
    """One name of a record: the field it stands in and its text."""

    rank: Rank
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: all it says, the keys that identify it in order of weight (None where it has none), words.

    Two entries with different `identity` are never taken for one another by likeness; an empty one says nothing.
    """

    content: Hashable
    keys: tuple[Hashable | None, ...] = ()
    words: tuple[str, ...] = ()
    identity: Hashable | None = None


def names_of(value: Any) -> tuple[Name | None, ...]:
    """The names of a record, one place for each that it might have; of a record named as a whole only that one."""
    record = value if isinstance(value, Mapping) else {}
    found = [_name(record, rank, fields) for rank, names in NAMING.items() for fields in names]
    whole = next((name for name in found if name is not None), None)
    if whole is not None and whole.rank is Rank.WHOLE:
        return tuple(name if name == whole else None for name in found)
    return tuple(found)


def first_name(value: Any, *ranks: Rank) -> Name | None:
    """The weightiest name of a record, where asked of these ranks alone; None of anything without one."""
    names = (name for name in names_of(value) if name is not None)
    return next((name for name in names if not ranks or name.rank in ranks), None)


def _name(record: Mapping[str, Any], rank: Rank, fields: str) -> Name | None:
    texts = [_text(record.get(field)) for field in fields.split()]
    return Name(rank, fields, ", ".join(texts)) if all(texts) else None


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, Mapping | list) else " ".join(str(value).split())


def content(value: Any) -> Hashable:
    """All that a value says, for comparing; the order of keys says nothing, blanks in a text neither."""
    if isinstance(value, Mapping):
        return frozenset((str(key), content(entry)) for key, entry in value.items() if entry not in (None, [], {}))
    if isinstance(value, list):
        return tuple(content(entry) for entry in value)
    return " ".join(str(value).split()) if isinstance(value, str) else value


def words_of(value: Any) -> Iterable[str]:
    """The words of everything a value holds; an id is one word, and a sign belongs to the word it stands at."""
    if isinstance(value, Mapping):
        for entry in value.values():
            yield from words_of(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from words_of(entry)
    elif value is not None:
        yield from str(value).casefold().split()


def moved(pairs: Sequence[Pair]) -> set[Pair]:
    """The pairs that changed place: all but a longest run of those that kept their order."""
    return set(pairs) - set(_steady(pairs))


def _steady(pairs: Sequence[Pair]) -> list[Pair]:
    return [pairs[at] for at in heaviest_chain(pairs, [1.0] * len(pairs))]


class Pairing:
    """The entries of two lists as they are paired, step by step: what is paired stays so."""

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self.old, self.new = old, new
        self.found: dict[int, int] = {}
        self.taken: set[int] = set()

    @property
    def pairs(self) -> list[Pair]:
        """The pairs of indices, by the index in the old list."""
        return sorted(self.found.items())

    def take(self, old: int, new: int) -> None:
        """Pair two entries that nothing is paired with."""
        self.found[old] = new
        self.taken.add(new)

    def equal(self) -> None:
        """Pair what says the same: first as many as keep their order, then the first with the first."""
        numbers: dict[Hashable, str] = {}
        old, new = ([numbers.setdefault(one.content, str(len(numbers))) for one in side] for side in self._sides())
        both = set(old) & set(new)
        places, others = ([at for at, one in enumerate(side) if one in both] for side in (old, new))
        for at, other in common([old[at] for at in places], [new[at] for at in others]):
            self.take(places[at], others[other])
        self._by(lambda entry: entry.content, unique=False)

    def named(self) -> None:
        """Pair what has the same key, the weightiest key first; one that stands twice among the rest names nothing."""
        for rank in range(max((len(entry.keys) for side in self._sides() for entry in side), default=0)):
            self._by(_Key(rank), unique=True)

    def alike(self, *, anywhere: bool) -> None:
        """Pair what has most words in common, and at least half; else only what stands between the same neighbours."""
        for old, new in [self._left()] if anywhere else list(self.gaps()):
            self._alike(old, new)

    def replaced(self) -> None:
        """One entry between the same neighbours as one before is that one, put in other words."""
        for old, new in list(self.gaps()):
            if len(old) == len(new) == 1 and not self._differ(old[0], new[0]):
                self.take(old[0], new[0])

    def gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """What is left on each side between neighbours that are paired and kept their order."""
        for start, end, new_start, new_end in gaps_between(_steady(self.pairs), len(self.old), len(self.new)):
            old = [index for index in range(start, end) if index not in self.found]
            yield old, [index for index in range(new_start, new_end) if index not in self.taken]

    def _sides(self) -> tuple[Sequence[Entry], Sequence[Entry]]:
        return self.old, self.new

    def _left(self) -> tuple[list[int], list[int]]:
        old = [index for index in range(len(self.old)) if index not in self.found]
        return old, [index for index in range(len(self.new)) if index not in self.taken]

    def _by(self, key: Callable[[Entry], Hashable | None], *, unique: bool) -> None:
        old, new = self._left()
        places: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index in new:
            places[key(self.new[index])].append(index)
        counts = Counter(key(self.old[index]) for index in old)
        for index in old:
            wanted = key(self.old[index])
            candidates = places.get(wanted, [])
            if wanted is not None and candidates and not (unique and (len(candidates) > 1 or counts[wanted] > 1)):
                self.take(index, candidates.pop(0))

    def _alike(self, old: list[int], new: list[int]) -> None:
        if len(old) * len(new) > MOST_COMPARED:
            return
        bags = {a: Counter(self.old[a].words) for a in old}, {b: Counter(self.new[b].words) for b in new}
        scored = [(_likeness(bags[0][a], bags[1][b]), -abs(a - b), -a, -b) for a in old for b in new]
        for score, _, a, b in sorted(scored, reverse=True):
            if score < ALIKE:
                return
            if -a not in self.found and -b not in self.taken and not self._differ(-a, -b):
                self.take(-a, -b)

    def _differ(self, a: int, b: int) -> bool:
        old, new = self.old[a].identity, self.new[b].identity
        return old is not None and new is not None and old != new


@dataclass(frozen=True, slots=True)
class _Key:
    """The key of an entry that stands at a rank."""

    rank: int

    def __call__(self, entry: Entry) -> Hashable | None:
        return entry.keys[self.rank] if self.rank < len(entry.keys) else None


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """How much two bags of words have in common, from 0 to 1."""
    whole = one.total() + other.total()
    return 2 * shared(one, other) / whole if whole else 0.0
