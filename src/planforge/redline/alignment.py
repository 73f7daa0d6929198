"""Pairs what is the same in two sequences, in order: of blocks and rows by likeness, of tokens one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise

Pair = tuple[int, int]
# How much two items have in common if they are paired; 0 or less where they must not be.
Gain = Callable[[int, int], float]

# Pairs that are looked at one by one in one gap; beyond, only what is the same is paired.
MOST_PAIRS = 20_000
# Differences that are followed one by one between two texts.
_MOST_DIFFERENCES = 1_500


def heaviest_chain(pairs: Sequence[Pair], weights: Sequence[float]) -> list[int]:
    """The places of those pairs, sorted by their first number, that ascend in both and weigh most together.

    No number stands twice on either side. Takes n log n steps: a tree of the best weight below each second number.
    """
    order = sorted(range(len(pairs)), key=lambda at: pairs[at][1])
    rank = {at: number for number, at in enumerate(order, start=1)}
    size = len(pairs)
    best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    for at in range(size):
        found, place = (0.0, -1), rank[at] - 1
        while place > 0:
            found = max(found, best[place])
            place &= place - 1
        before.append(found[1])
        made, place = (found[0] + weights[at], at), rank[at]
        while place <= size:
            best[place] = max(best[place], made)
            place += place & -place
    top, place = (0.0, -1), size
    while place > 0:
        top = max(top, best[place])
        place &= place - 1
    chain: list[int] = []
    at = top[1]
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def unique_pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The places of what stands exactly once on both sides, by the place in the old one."""
    old_counts, new_counts = Counter(old), Counter(new)
    place = {key: at for at, key in enumerate(new) if new_counts[key] == 1}
    return [(at, place[key]) for at, key in enumerate(old) if key in place and old_counts[key] == 1]


def gaps_between(pairs: Sequence[Pair], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    """The stretches between pairs that ascend, as old start and end, new start and end; empty ones too."""
    bounds = [(-1, -1), *pairs, (old, new)]
    for (first, second), (next_first, next_second) in pairwise(bounds):
        yield first + 1, next_first, second + 1, next_second


def likest(old: range, new: range, gain: Gain) -> list[Pair]:
    """The pairs of two ranges that ascend and gain most together, looking at every one of them."""
    width = len(new) + 1
    table = [0.0] * width
    gains: list[list[float]] = []
    rows = [table]
    for i in old:
        row = [gain(i, j) for j in new]
        gains.append(row)
        last, table = table, [0.0]
        best = 0.0
        for at, value in enumerate(row):
            best = max(best, last[at + 1])
            if value > 0:
                best = max(best, last[at] + value)
            table.append(best)
        rows.append(table)
    pairs: list[Pair] = []
    i, j = len(old), len(new)
    while i and j:
        here = rows[i][j]
        if here == rows[i - 1][j]:
            i -= 1
        elif here == rows[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((old[i], new[j]))
    return pairs[::-1]


def common(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The places of a longest common subsequence of two sequences of tokens; one nearly as long of very long ones."""
    start, end = 0, min(len(old), len(new))
    while start < end and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < end - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    pairs = [(at, at) for at in range(start)]
    middle_old, middle_new = old[start : len(old) - tail], new[start : len(new) - tail]
    pairs += [(start + i, start + j) for i, j in _middle(middle_old, middle_new)]
    pairs += [(len(old) - at, len(new) - at) for at in range(tail, 0, -1)]
    return pairs


def _middle(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    if not old or not new:
        return []
    found = _fewest_differences(old, new, _MOST_DIFFERENCES)
    if found is not None:
        return found
    anchors = _ascending(unique_pairs(old, new))
    if not anchors:
        return []
    pairs: list[Pair] = []
    for gap, anchor in zip(gaps_between(anchors, len(old), len(new)), [*anchors, None], strict=True):
        first, last, new_first, new_last = gap
        inner = _fewest_differences(old[first:last], new[new_first:new_last], _MOST_DIFFERENCES // 4) or []
        pairs += [(first + i, new_first + j) for i, j in inner]
        if anchor is not None:
            pairs.append(anchor)
    return pairs


def _ascending(pairs: Sequence[Pair]) -> list[Pair]:
    """The most of the pairs that ascend in both numbers."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, second) in enumerate(pairs):
        place = bisect_left(tops, second)
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [second]
        ends[place : place + 1] = [at]
    chain: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _fewest_differences(old: Sequence[str], new: Sequence[str], most: int) -> list[Pair] | None:
    """Myers' greedy search for the fewest deletions and insertions; None where there are more than `most`."""
    rows, columns = len(old), len(new)
    reached = {1: 0}
    trail: list[dict[int, int]] = []
    for count in range(min(rows + columns, most) + 1):
        trail.append(dict(reached) if count else {1: 0})
        for diagonal in range(-count, count + 1, 2):
            if diagonal < -columns or diagonal > rows:
                continue
            down = diagonal == -count or (
                diagonal != count and reached.get(diagonal - 1, -1) < reached.get(diagonal + 1, -1)
            )
            i = reached.get(diagonal + 1, 0) if down else reached.get(diagonal - 1, -1) + 1
            j = i - diagonal
            while i < rows and j < columns and old[i] == new[j]:
                i, j = i + 1, j + 1
            reached[diagonal] = i
            if i >= rows and j >= columns:
                return _way_back(trail, old, new)
    return None


def _way_back(trail: list[dict[int, int]], old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    pairs: list[Pair] = []
    i, j = len(old), len(new)
    for count in range(len(trail) - 1, -1, -1):
        reached = trail[count]
        diagonal = i - j
        down = diagonal == -count or (
            diagonal != count and reached.get(diagonal - 1, -1) < reached.get(diagonal + 1, -1)
        )
        last = diagonal + 1 if down else diagonal - 1
        from_i = reached.get(last, 0)
        from_j = from_i - last
        while i > from_i and j > from_j:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        i, j = from_i, from_j
    return pairs[::-1]
