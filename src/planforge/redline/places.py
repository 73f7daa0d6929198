"""Bookmarks between paragraphs: keeps them out of the way of paragraphs that come or go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.redline.comparison import Fate
from planforge.redline.plan import Entry, OtherEntry, ParagraphEntry

_OLD, _NEW = (Fate.REMOVED, Fate.MOVED_FROM), (Fate.ADDED, Fate.MOVED_TO)


def apart(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with bookmarks that stand among paragraphs of one side out with the old and in with the new ones.

    A paragraph whose end goes is joined with the next one, and would take a bookmark between the two into it.
    """
    made: list[Entry] = []
    run: list[ParagraphEntry | OtherEntry] = []
    for entry in entries:
        if isinstance(entry, OtherEntry) or (isinstance(entry, ParagraphEntry) and entry.fate in {*_OLD, *_NEW}):
            run.append(entry)
        else:
            made += [*_ordered(run), entry]
            run = []
    return made + _ordered(run)


def _ordered(run: list[ParagraphEntry | OtherEntry]) -> list[Entry]:
    first = next((at for at, entry in enumerate(run) if isinstance(entry, ParagraphEntry)), len(run))
    # What stands before the first paragraph is in nobody's way.
    leading, rest = run[:first], run[first:]
    if len({type(entry) for entry in rest}) < 2:
        return [*run]
    old, new = [*_side(rest, _OLD, Fate.REMOVED)], [*_side(rest, _NEW, Fate.ADDED)]
    if isinstance(new[0] if new else None, OtherEntry):
        return [*leading, *new, *old]
    return [*leading, *old, *new]


def _side(
    run: list[ParagraphEntry | OtherEntry], fates: tuple[Fate, ...], own: Fate
) -> Iterator[ParagraphEntry | OtherEntry]:
    for entry in run:
        if isinstance(entry, OtherEntry) and entry.fate is Fate.KEPT:
            gone = own is Fate.REMOVED
            old, new = (entry.old, None) if gone else (None, entry.new)
            yield OtherEntry(own, old, new, [] if gone else entry.marks)
        elif entry.fate in fates:
            yield entry
