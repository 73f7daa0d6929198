"""Which block of one text is which of the other: what is the same first, then what is most alike, always in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planforge.redline.alignment import MOST_PAIRS, Pair, gaps_between, heaviest_chain, likest, unique_pairs
from planforge.redline.blocks import Block, Control, Row, Table
from planforge.redline.paragraph import Paragraph
from planforge.redline.tokens import shared

# The share of their words that two paragraphs, or two rows, must have in common to be one that was changed.
_ALIKE, _ROW_ALIKE = 0.4, 0.3
# Paragraphs of one style and no more words than this are one that was replaced: a name, a title, a label.
_SHORT = 12
# A paragraph of so many words that stands elsewhere, word for word, was moved.
MOVED_WORDS = 5
_SAME_SHAPE = 0.02
_NOTHING_ELSE = 0.01


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs in order. `coarse` tells that a stretch was too long to look for what is alike in it."""

    pairs: list[Pair]
    coarse: bool = False


def paired(old: Sequence[Block], new: Sequence[Block]) -> Pairing:
    """The pairs of two sequences of blocks or rows."""
    start, tail = 0, 0
    shortest = min(len(old), len(new))
    while start < shortest and old[start].exact == new[start].exact and old[start].group == new[start].group:
        start += 1
    while tail < shortest - start and _same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    pairs = [(at, at) for at in range(start)]
    inner = _middle(old[start : len(old) - tail], new[start : len(new) - tail])
    pairs += [(start + i, start + j) for i, j in inner.pairs]
    pairs += [(len(old) - at, len(new) - at) for at in range(tail, 0, -1)]
    return Pairing(pairs, inner.coarse)


def _same(first: Block, second: Block) -> bool:
    return first.exact == second.exact and first.group == second.group


def _middle(old: Sequence[Block], new: Sequence[Block]) -> Pairing:
    if not old or not new:
        return Pairing([])
    old_keys, new_keys = ([(one.group, one.plain) for one in side] for side in (old, new))
    candidates = unique_pairs(old_keys, new_keys)
    chain = heaviest_chain(candidates, [old[i].words + 0.5 for i, _ in candidates])
    anchors = [candidates[at] for at in chain]
    elsewhere = set(candidates) - set(anchors)
    moved = {i for i, _ in elsewhere if old[i].words >= MOVED_WORDS}
    moved_to = {j for i, j in elsewhere if i in moved}
    pairs: list[Pair] = []
    coarse = False
    for gap, anchor in zip(gaps_between(anchors, len(old), len(new)), [*anchors, None], strict=True):
        first, last, new_first, new_last = gap
        rows = [i for i in range(first, last) if i not in moved]
        columns = [j for j in range(new_first, new_last) if j not in moved_to]
        if rows and columns:
            if len(rows) * len(columns) <= MOST_PAIRS:
                pairs += _in_gap(old, new, rows, columns)
            else:
                pairs += _of_same_key(rows, columns, old_keys, new_keys)
                coarse = True
        if anchor is not None:
            pairs.append(anchor)
    return Pairing(pairs, coarse)


def _in_gap(old: Sequence[Block], new: Sequence[Block], rows: list[int], columns: list[int]) -> list[Pair]:
    alone = len(rows) == len(columns) == 1
    found = likest(
        range(len(rows)), range(len(columns)), lambda i, j: likeness(old[rows[i]], new[columns[j]], alone=alone)
    )
    return [(rows[i], columns[j]) for i, j in found]


def _of_same_key(
    rows: list[int], columns: list[int], old_keys: Sequence[object], new_keys: Sequence[object]
) -> list[Pair]:
    """The same text in the same order, each taken at its first chance; in one step for each block."""
    places: dict[object, list[int]] = {}
    for j in reversed(columns):
        places.setdefault(new_keys[j], []).append(j)
    pairs: list[Pair] = []
    reached = -1
    for i in rows:
        waiting = places.get(old_keys[i])
        while waiting and waiting[-1] <= reached:
            waiting.pop()
        if waiting and waiting[-1] - reached <= len(columns) // 4 + 1:
            reached = waiting.pop()
            pairs.append((i, reached))
    return pairs


def likeness(old: Block, new: Block, *, alone: bool = False) -> float:
    """What is gained when two blocks are one: the words they share; 0 when they are better two.

    `alone` tells that there is no other they could be paired with.
    """
    if old.group != new.group:
        return 0.0
    common = shared(old.bag, new.bag)
    total = old.words + new.words
    share = 2 * common / total if total else 0.0
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return _likeness_of_paragraphs(old, new, common, share)
    if isinstance(old, Row) and isinstance(new, Row):
        if share >= _ROW_ALIKE or alone or _half_the_same(old, new):
            return common + _NOTHING_ELSE
        return 0.0
    if isinstance(old, Table | Control):
        return common + _NOTHING_ELSE
    return _NOTHING_ELSE


def _likeness_of_paragraphs(old: Paragraph, new: Paragraph, common: int, share: float) -> float:
    same_shape = _SAME_SHAPE if old.shape.key == new.shape.key else 0.0
    if old.plain == new.plain:
        return common + 0.3 + same_shape
    if not old.text or not new.text:
        return 0.0
    if share >= _ALIKE:
        return common + same_shape
    if old.shape.style == new.shape.style and max(old.words, new.words) <= _SHORT:
        return common + same_shape + _NOTHING_ELSE
    return 0.0


def _half_the_same(old: Row, new: Row) -> bool:
    same = sum(first.flow.plain == second.flow.plain for first, second in zip(old.cells, new.cells, strict=False))
    return 2 * same >= len(old.cells)
