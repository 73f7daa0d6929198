"""Ends of sections, which hang on the mark of a paragraph: passes them on where the text before them changed."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.redline.plan import Entry, ParagraphEntry


def pass_on_section_ends(entries: Sequence[Entry]) -> list[ParagraphEntry]:
    """Let the mark that ends a section on both sides stand after what came or went before it.

    Given are back the pairs of which only one side ends a section, and no mark could be passed on: they are no pairs.
    """
    torn: list[ParagraphEntry] = []
    for at, entry in enumerate(entries):
        if isinstance(entry, ParagraphEntry) and _is_torn(entry) and not _passed_on(entry, entries[at + 1 :]):
            torn.append(entry)
    return torn


def _is_torn(entry: ParagraphEntry) -> bool:
    old, new = entry.shapes
    return old is not None and new is not None and old.has_section != new.has_section


def _passed_on(pair: ParagraphEntry, following: Sequence[Entry]) -> bool:
    """Whether a paragraph that follows on the side that lacks the end of the section has it."""
    old, new = pair.shapes
    if old is None or new is None:
        return False
    # Which side, old or new, has the end of the section elsewhere.
    side = 0 if new.has_section else 1
    for entry in following:
        if not isinstance(entry, ParagraphEntry) or entry.shapes[1 - side] is not None:
            return False
        shape = entry.shapes[side]
        if shape is not None and shape.has_section:
            pair.shapes = (old, None) if side == 0 else (None, new)
            entry.shapes = (shape, new) if side == 0 else (old, shape)
            return True
    return False
