"""Paragraphs that stand elsewhere: what went out here and came in there is one that was moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planforge.redline.alignment import MOST_PAIRS, Pair
from planforge.redline.comparison import Fate
from planforge.redline.pairing import MOVED_WORDS
from planforge.redline.paragraph import Paragraph
from planforge.redline.plan import RowEntry
from planforge.redline.tokens import shared

# A paragraph of so many words that kept this share of them was moved and edited on the way.
_EDITED_WORDS, _EDITED_ALIKE = 8, 0.8
_ROW_WORDS = 3


def moved(removed: Mapping[int, Paragraph], added: Mapping[int, Paragraph]) -> dict[int, int]:
    """Which of the removed paragraphs is which of the added ones; both by their place among their blocks."""
    gone, come = dict(removed), dict(added)
    found: dict[int, int] = {}
    waiting: dict[str, list[int]] = {}
    for j, paragraph in come.items():
        waiting.setdefault(paragraph.plain, []).append(j)
    for i, paragraph in gone.items():
        places = waiting.get(paragraph.plain)
        if places and paragraph.words >= MOVED_WORDS:
            found[i] = places.pop(0)
    _add_edited(found, gone, come)
    _add_neighbours(found, gone, come)
    return found


def tell_moved_rows(rows: Sequence[RowEntry]) -> None:
    """Say of a row that went out here and came in there, but for its number, that it was moved.

    Word knows no move of rows: it stays a row out and a row in.
    """
    waiting: dict[str, list[RowEntry]] = {}
    for row in rows:
        if row.fate is Fate.REMOVED and row.old is not None and row.old.words >= _ROW_WORDS:
            waiting.setdefault(row.old.plain, []).append(row)
    for row in rows:
        if row.fate is Fate.ADDED and row.new is not None and (gone := waiting.get(row.new.plain)):
            gone.pop(0).fate, row.fate = Fate.MOVED_FROM, Fate.MOVED_TO


def _add_edited(found: dict[int, int], gone: dict[int, Paragraph], come: dict[int, Paragraph]) -> None:
    taken = set(found.values())
    rows = [i for i, one in gone.items() if i not in found and one.words >= _EDITED_WORDS]
    columns = [j for j, one in come.items() if j not in taken and one.words >= _EDITED_WORDS]
    if len(rows) * len(columns) > MOST_PAIRS:
        return
    alike: list[tuple[float, Pair]] = []
    for i in rows:
        for j in columns:
            share = 2 * shared(gone[i].bag, come[j].bag) / (gone[i].words + come[j].words)
            if share >= _EDITED_ALIKE:
                alike.append((-share, (i, j)))
    for _, (i, j) in sorted(alike):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)


def _add_neighbours(found: dict[int, int], gone: dict[int, Paragraph], come: dict[int, Paragraph]) -> None:
    """A short heading goes with the paragraphs below it, an empty line with those around it."""
    taken = set(found.values())
    for step in (-1, 1):
        for i, j in sorted(found.items(), reverse=step < 0):
            next_i, next_j = i + step, j + step
            while (
                next_i in gone
                and next_j in come
                and next_i not in found
                and next_j not in taken
                and gone[next_i].plain == come[next_j].plain
            ):
                found[next_i] = next_j
                taken.add(next_j)
                next_i, next_j = next_i + step, next_j + step
