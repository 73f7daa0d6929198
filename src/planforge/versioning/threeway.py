"""Two changes of one sequence of words or lines joined, where they do not touch each other."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Two changes of one person with so few words between them are one change: syllables repeat a lot.
FEWEST_KEPT_WORDS = 2


class Edit(NamedTuple):
    """The words `start` to `end` of the base (exclusive) became `words`; `at` is where those stand on their side."""

    start: int
    end: int
    words: tuple[str, ...]
    at: int


def edits(base: Sequence[str], side: Sequence[str], *, fewest_kept: int = 0) -> list[Edit]:
    """What a side changed, in order."""
    matcher = difflib.SequenceMatcher(None, base, side, autojunk=False)
    joined: list[tuple[int, int, int, int]] = []
    for tag, start, end, left, right in matcher.get_opcodes():
        if tag == "equal":
            continue
        if joined and start - joined[-1][1] < fewest_kept:
            before = joined.pop()
            joined.append((before[0], end, before[2], right))
        else:
            joined.append((start, end, left, right))
    return [Edit(start, end, tuple(side[left:right]), left) for start, end, left, right in joined]


def touch(one: Edit, other: Edit) -> bool:
    """Whether nothing stands between two changes."""
    return one.start <= other.end and other.start <= one.end


def foreign_edits(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Edit] | None:
    """What they changed, as changes of our words; None where both changed the same stretch differently."""
    own = edits(base, ours, fewest_kept=FEWEST_KEPT_WORDS)
    found = []
    for edit in edits(base, theirs, fewest_kept=FEWEST_KEPT_WORDS):
        touching = [one for one in own if touch(one, edit)]
        if any((one.start, one.end, one.words) == (edit.start, edit.end, edit.words) for one in touching):
            continue
        if touching:
            return None
        moved = sum(len(one.words) - (one.end - one.start) for one in own if one.end <= edit.start)
        found.append(Edit(edit.start + moved, edit.end + moved, edit.words, edit.at))
    return found


def merge_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Comments and blank lines joined: where both changed the same ones, theirs follow ours, and nothing is lost."""
    if list(ours) == list(theirs) or list(theirs) == list(base):
        return tuple(ours)
    if list(ours) == list(base):
        return tuple(theirs)
    return tuple(_joined(base, edits(base, ours), edits(base, theirs)))


def _joined(base: Sequence[str], own: list[Edit], foreign: list[Edit]) -> Iterator[str]:
    position = 0
    while own or foreign:
        first = min((*own[:1], *foreign[:1]), key=lambda edit: (edit.start, edit.end))
        mine: list[Edit] = []
        others: list[Edit] = []
        end = first.end
        while (own and own[0].start <= end) or (foreign and foreign[0].start <= end):
            side, group = (own, mine) if own and own[0].start <= end else (foreign, others)
            group.append(side.pop(0))
            end = max(end, group[-1].end)
        yield from base[position : first.start]
        added = [word for edit in mine for word in edit.words]
        yield from added
        yield from (word for edit in others for word in edit.words if word not in added)
        position = end
    yield from base[position:]
