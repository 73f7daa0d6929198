"""Which entry of the old list is which of the new one: by equality, by identity, at last by likeness.

Never by place alone: only where one entry stands between the same neighbours as another did, is it taken for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Pair = tuple[int, int]
ALIKE = 0.5
# Beyond so many pairs of leftovers only equality and identity count: likeness takes time by their product.
MOST_COMPARED = 40_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: all it says, the keys that identify it in order of weight (None where it has none), words.

    Two entries with different `identity` are never taken for one another by likeness; an empty one says nothing.
    """

    content: Hashable
    keys: tuple[Hashable | None, ...] = ()
    words: tuple[str, ...] = ()
    identity: Hashable | None = None


def paired(old: Sequence[Entry], new: Sequence[Entry]) -> list[Pair]:
    """The pairs of indices that are the same entry, by the index in the old list."""
    pairs = _Pairs(old, new)
    pairs.equal(lambda entry: entry.content, unique=False)
    for rank in range(max((len(entry.keys) for entry in (*old, *new)), default=0)):
        pairs.equal(lambda entry, rank=rank: entry.keys[rank] if rank < len(entry.keys) else None, unique=True)  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    pairs.alike()
    pairs.replaced()
    return sorted(pairs.found.items())


def moved(pairs: Sequence[Pair]) -> set[Pair]:
    """The pairs that changed place: all but a longest run of those that kept their order."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        tails[at : at + 1], ends[at : at + 1] = [place], [index]
        before.append(ends[at - 1] if at else -1)
    kept: set[Pair] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(pairs[index])
        index = before[index]
    return set(pairs) - kept


def content(value: Any) -> Hashable:
    """All that a value says, for comparing; the order of keys says nothing, blanks in a text neither."""
    if isinstance(value, Mapping):
        return frozenset((str(key), content(entry)) for key, entry in value.items() if entry not in (None, [], {}))
    if isinstance(value, list):
        return tuple(content(entry) for entry in value)
    return " ".join(str(value).split()) if isinstance(value, str) else value


def words_of(value: Any) -> Iterable[str]:
    """The words of everything a value holds."""
    if isinstance(value, Mapping):
        for entry in value.values():
            yield from words_of(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from words_of(entry)
    elif value is not None:
        yield from str(value).casefold().split()


class _Pairs:
    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self.old, self.new = old, new
        self.found: dict[int, int] = {}
        self.taken: set[int] = set()

    def _left(self) -> tuple[list[int], list[int]]:
        old = [index for index in range(len(self.old)) if index not in self.found]
        return old, [index for index in range(len(self.new)) if index not in self.taken]

    def _take(self, old: int, new: int) -> None:
        self.found[old] = new
        self.taken.add(new)

    def equal(self, key: Callable[[Entry], Hashable | None], *, unique: bool) -> None:
        old, new = self._left()
        places: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index in new:
            places[key(self.new[index])].append(index)
        counts = Counter(key(self.old[index]) for index in old)
        for index in old:
            wanted = key(self.old[index])
            candidates = places.get(wanted, [])
            if wanted is not None and candidates and not (unique and (len(candidates) > 1 or counts[wanted] > 1)):
                self._take(index, candidates.pop(0))

    def alike(self) -> None:
        old, new = self._left()
        if len(old) * len(new) > MOST_COMPARED:
            return
        scored = [(self._likeness(a, b), -abs(a - b), -a, -b) for a in old for b in new]
        for score, _, a, b in sorted(scored, reverse=True):
            if score < ALIKE:
                return
            if -a not in self.found and -b not in self.taken:
                self._take(-a, -b)

    def _likeness(self, a: int, b: int) -> float:
        old, new = self.old[a], self.new[b]
        if self._differ(a, b) or not old.words or not new.words:
            return 0.0
        shared = (Counter(old.words) & Counter(new.words)).total()
        return 2 * shared / (len(old.words) + len(new.words))

    def _differ(self, a: int, b: int) -> bool:
        old, new = self.old[a].identity, self.new[b].identity
        return old is not None and new is not None and old != new

    def replaced(self) -> None:
        """One entry between the same neighbours as one before is that one, put in other words."""
        inverse = {b: a for a, b in self.found.items()}
        kept = sorted(set(self.found.items()) - moved(sorted(self.found.items())))
        bounds = [(-1, -1), *kept, (len(self.old), len(self.new))]
        for (a_from, b_from), (a_to, b_to) in pairwise(bounds):
            old = [index for index in range(a_from + 1, a_to) if index not in self.found]
            new = [index for index in range(b_from + 1, b_to) if index not in inverse]
            if len(old) == len(new) == 1 and not self._differ(old[0], new[0]):
                self._take(old[0], new[0])
