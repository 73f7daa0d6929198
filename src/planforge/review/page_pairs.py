"""Which page of an old file is which of a new one, and which words of it changed: text that only moved on did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planforge.redline.alignment import common

Pages = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page of each side, counted from 0; None where a page has nothing it could be compared with.

    `removed` and `added` are the places of changed words among those of the page, `kept` the places of a word on both.
    `same_words` tells that both pages hold the same words from the first to the last: what differs then are pictures,
    or how it looks.
    """

    old: int | None
    new: int | None
    removed: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()
    same_words: bool = False

    @property
    def changed(self) -> bool:
        """Whether any word of it changed, or there is nothing to compare it with."""
        return bool(self.removed or self.added) or None in {self.old, self.new}


def pair_pages(old: Pages, new: Pages) -> list[PagePair]:
    """Pair pages by the words they have in common, given the words of every page in reading order.

    Every page stands in at least one pair.
    """
    old_flat, new_flat = _flat(old), _flat(new)
    same = common([word for _, _, word in old_flat], [word for _, _, word in new_flat])
    kept: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in same:
        (q, at, _), (p, new_at, _) = old_flat[i], new_flat[j]
        kept.setdefault((q, p), []).append((at, new_at))
    removed = _changed(old_flat, {i for i, _ in same}, len(old))
    added = _changed(new_flat, {j for _, j in same}, len(new))
    partners = [
        _partner([(len(words), q) for (q, p), words in kept.items() if p == page], page) for page in range(len(new))
    ]
    partners = [_or_wordless(partner, page, old, new) for page, partner in enumerate(partners)]
    pairs: list[tuple[int | None, int | None]] = [(partner, page) for page, partner in enumerate(partners)]
    for page in sorted(set(range(len(old))) - set(partners)):
        candidates = [(len(words), p) for (q, p), words in kept.items() if q == page]
        pairs.append((page, _partner(candidates, page)))
    pairs.sort(key=_place)
    return [
        PagePair(
            q,
            p,
            removed[q] if q is not None else (),
            added[p] if p is not None else (),
            tuple(kept.get((q, p), ())) if q is not None and p is not None else (),
            q is not None and p is not None and list(old[q]) == list(new[p]),
        )
        for q, p in pairs
    ]


def _place(pair: tuple[int | None, int | None]) -> tuple[int, int]:
    """Where a pair comes in the order of pages."""
    old, new = pair
    return (new if new is not None else old or 0), old or 0


def _flat(pages: Pages) -> list[tuple[int, int, str]]:
    return [(number, at, word) for number, page in enumerate(pages) for at, word in enumerate(page)]


def _changed(flat: list[tuple[int, int, str]], kept: set[int], count: int) -> list[tuple[int, ...]]:
    """The places of the words that are not kept, by page."""
    found: list[list[int]] = [[] for _ in range(count)]
    for index, (page, at, _) in enumerate(flat):
        if index not in kept:
            found[page].append(at)
    return [tuple(places) for places in found]


def _partner(candidates: list[tuple[int, int]], page: int) -> int | None:
    """The page with most words in common, the nearest of several."""
    best = max(candidates, key=lambda one: (one[0], -abs(one[1] - page), -one[1]), default=None)
    return best[1] if best else None


def _or_wordless(partner: int | None, page: int, old: Pages, new: Pages) -> int | None:
    """A page with nothing in common goes with that of its number when neither has words, or all words are others."""
    if partner is None and page < len(old) and bool(old[page]) == bool(new[page]):
        return page
    return partner
