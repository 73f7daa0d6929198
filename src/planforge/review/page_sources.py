"""The places in YAML and templates that the paragraphs of a page came from, each told once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planforge.printable import printable
from planforge.redline.comparison import Change, ComparedParagraph
from planforge.review.sources import Source

# Of one paragraph; more is a whole list of values, and nobody reads them in a small window.
MOST = 12

SourceOf = Callable[[str], Source | None]


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source in words: its place, who wrote it and when, the commit; empty where nobody knows."""

    place: str
    author: str
    date: str
    commit: str


class SourceTable:
    """Sources by number, in the order they are met; paragraphs name them by their numbers.

    `uncommitted` is said in place of the commit of what somebody wrote and did not commit.
    """

    def __init__(self, source_of: SourceOf, uncommitted: str = "") -> None:
        self._source_of, self._uncommitted = source_of, uncommitted
        self._numbers: dict[ShownSource, int] = {}

    def of(self, paragraph: ComparedParagraph) -> tuple[int, ...]:
        """The numbers of a paragraph's sources: first of what changed in it, then of the whole."""
        found: dict[int, None] = {}
        for anchor in dict.fromkeys(_anchors(paragraph)):
            source = self._source_of(anchor)
            if source is not None:
                shown = _shown(source, self._uncommitted)
                found[self._numbers.setdefault(shown, len(self._numbers))] = None
        return tuple(found)[:MOST]

    def rows(self) -> list[ShownSource]:
        """All sources in the order of their numbers."""
        return list(self._numbers)

    def to_json(self) -> str:
        """All sources as rows of words, for the script of the page."""
        rows = [[one.place, one.author, one.date, one.commit] for one in self._numbers]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _anchors(paragraph: ComparedParagraph) -> Iterator[str]:
    for piece in paragraph.pieces:
        if piece.change is not Change.KEPT:
            yield from piece.anchors
    yield from paragraph.new_anchors or paragraph.old_anchors
    for piece in paragraph.pieces:
        yield from piece.anchors


def _shown(source: Source, uncommitted: str) -> ShownSource:
    place, author, commit = printable(source.place), printable(source.author), printable(source.commit)
    return ShownSource(place, author, _day(printable(source.date)), commit or (uncommitted if author else ""))


def _day(date: str) -> str:
    """A date in ISO 8601 as people write it: 31/3/2023; anything else stays as it is."""
    year, month, day = (*date[:10].split("-"), "", "")[:3]
    if all(part.isascii() and part.isdigit() for part in (year, month, day)):
        return f"{int(day)}/{int(month)}/{year}"
    return date
