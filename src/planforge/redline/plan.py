"""The plan of a comparison: both files as one sequence, each thing with what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from planforge.redline.blocks import Cell, Control, Other, Row, Table
from planforge.redline.comparison import Change, Fate
from planforge.redline.paragraph import Paragraph, Shape
from planforge.verify.docx.names import Element

_T = TypeVar("_T")


def one_of(new: _T | None, old: _T | None) -> _T:
    """The new one, or the old one where there is no new."""
    found = old if new is None else new
    if found is None:
        raise ValueError("what stands on neither side")
    return found


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of both paragraphs: the characters from `old` to `old_end` and from `new` to `new_end`.

    `KEPT` has as many on both sides; `ADDED` none in the old, `REMOVED` none in the new one.
    """

    change: Change
    old: int
    old_end: int
    new: int
    new_end: int


@dataclass(slots=True, eq=False)
class ParagraphEntry:
    """A paragraph of the merged text.

    `shapes` say whose properties its mark carries, the old and the new one's: with one of them missing, the mark was
    added or removed. They are the paragraph's own, except where the last mark of a flow, which cannot be tracked, is
    passed on. `move` joins both ends of a move; `other` is the paragraph at its other end.
    """

    fate: Fate
    old: Paragraph | None
    new: Paragraph | None
    segments: list[Segment]
    shapes: tuple[Shape | None, Shape | None]
    move: int | None = None
    marks: list[Element] = field(default_factory=list)

    @property
    def untouched(self) -> bool:
        """Whether the new paragraph can be taken as it is."""
        return (
            self.fate is Fate.KEPT
            and self.old is not None
            and self.new is not None
            and self.shapes == (self.old.shape, self.new.shape)
            and self.old.exact == self.new.exact
        )


@dataclass(slots=True, eq=False)
class RowEntry:
    """A row of the merged table; of a pair, `cells` are the merged texts of the cells of the new one."""

    fate: Fate
    old: Row | None
    new: Row | None
    cells: list[CellEntry]


@dataclass(slots=True, eq=False)
class CellEntry:
    """A cell: of both, or of the one row there is."""

    old: Cell | None
    new: Cell | None
    entries: list[Entry]
    tail: list[Element] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class TableEntry:
    """A table of the merged text."""

    fate: Fate
    old: Table | None
    new: Table | None
    rows: list[RowEntry]
    marks: list[Element] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class ControlEntry:
    """A content control of the merged text."""

    fate: Fate
    old: Control | None
    new: Control | None
    entries: list[Entry]
    tail: list[Element] = field(default_factory=list)
    marks: list[Element] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class OtherEntry:
    """A block that cannot be marked; one that is added or removed is named among what is untracked."""

    fate: Fate
    old: Other | None
    new: Other | None
    marks: list[Element] = field(default_factory=list)


Entry = ParagraphEntry | TableEntry | ControlEntry | OtherEntry
