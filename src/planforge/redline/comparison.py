"""What a comparison of two DOCX files found, in plain types: redline, web page and summary show the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from planforge.verify.reading import Align
from planforge.words import Words


class Change(StrEnum):
    """What became of a stretch of text; `RESTYLED` is the same text in another look."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    RESTYLED = "restyled"


class Fate(StrEnum):
    """What became of a paragraph or of a row. A moved one stands twice: where it was, and where it is."""

    KEPT = "kept"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a change, and when: the git author and date of its commit; without a date where there is no commit."""

    name: str
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look and one fate; a line end stands for a break, a tab for a tab.

    `anchors` are the names of the provenance bookmarks around it (without the underscore), of the old file where it is
    `REMOVED`, of the new one otherwise. A picture or formula has its description as text and is `opaque`.
    """

    text: str
    change: Change = Change.KEPT
    bold: bool = False
    italic: bool = False
    underline: bool = False
    anchors: tuple[str, ...] = ()
    opaque: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """The cell of a table, all counted from 0 in the merged text; `row_fate` tells of the whole row.

    A row of which only words changed is `KEPT`; `CHANGED` is one whose own properties, or those of its table, did.
    `span` counts the columns that the cell takes, where cells are merged.
    """

    table: int
    row: int
    column: int
    row_fate: Fate = Fate.KEPT
    bordered: bool = True
    span: int = 1


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """A paragraph of the merged text, in reading order.

    `old` and `new` are its numbers in the two files, from 1, as `Paragraph.ordinal` of a reading counts them (None on
    the side where it does not stand). `level` is the outline level of a heading, 0 otherwise. `reshaped` tells that
    style, alignment or another property of the paragraph changed. `move` is the number that joins the two ends of a
    move. `part` is the part of the package: "word/document.xml", a header, a footer, notes.
    """

    fate: Fate
    pieces: tuple[Piece, ...]
    old: int | None = None
    new: int | None = None
    old_anchors: tuple[str, ...] = ()
    new_anchors: tuple[str, ...] = ()
    level: int = 0
    align: Align = Align.LEFT
    spot: Spot | None = None
    reshaped: bool = False
    move: int | None = None
    part: str = "word/document.xml"

    @property
    def old_text(self) -> str:
        """The text before the change."""
        return "".join(piece.text for piece in self.pieces if piece.change is not Change.ADDED)

    @property
    def new_text(self) -> str:
        """The text after the change."""
        return "".join(piece.text for piece in self.pieces if piece.change is not Change.REMOVED)

    @property
    def changed(self) -> bool:
        """Whether anything about it is other than before."""
        return (
            self.fate is not Fate.KEPT
            or self.reshaped
            or (self.spot is not None and self.spot.row_fate is not Fate.KEPT)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both files as one text. `untracked` says what differs and cannot be shown as a tracked change, in words."""

    paragraphs: tuple[ComparedParagraph, ...]
    untracked: tuple[Words, ...] = ()

    @property
    def equal(self) -> bool:
        """Whether the two files say the same in the same look."""
        return not self.untracked and not any(paragraph.changed for paragraph in self.paragraphs)


# Who made the change of a piece of a paragraph; of the paragraph itself (its mark, shape, row) where there is no piece.
AuthorOf = Callable[[ComparedParagraph, Piece | None], Author]


@dataclass(frozen=True, slots=True)
class Redline:
    """The new document with tracked changes, and what they say.

    `docx` is None where the two files could not be joined in one that proves; `unproven` then says why, in words.
    `revisions` counts the tracked changes, `words` the words that they mark.
    """

    docx: bytes | None
    comparison: Comparison
    revisions: int = 0
    words: int = 0
    unproven: tuple[Words, ...] = field(default=())
