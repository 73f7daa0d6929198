"""A comparison as the page shows it: sections, stretches folded or open, paragraphs and tables of two sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from planforge.redline.comparison import Change, ComparedParagraph, Comparison, Fate, Piece
from planforge.review.page_sources import SourceTable
from planforge.verify.reading import Align

# Unchanged paragraphs shown around a change, and rows around a changed row.
AROUND, ROWS_AROUND = 2, 1
_LEAST_FOLDED = 3
_TITLE_LETTERS = 90
_OLD_ONLY = frozenset({Fate.REMOVED, Fate.MOVED_FROM})
_NEW_ONLY = frozenset({Fate.ADDED, Fate.MOVED_TO})
_NUMBER = re.compile(r"[IVXLC]+\.|\d+(\.\d+)*\.")
_ALIGN = {Align.CENTRE: "centre", Align.RIGHT: "right"}


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A stretch of one look; `change` is a name of CSS: "", "added", "removed", "restyled"."""

    text: str
    change: str
    look: str
    opaque: bool = False


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph of both sides. `old` and `new` are the pieces of its columns, None where it does not stand.

    `new` holds what was taken away too: it is the merged text, and in two columns CSS hides what is only old.
    `number` counts the changes of the page from 1, 0 for what did not change, or what is told by its row.
    """

    fate: str
    old: tuple[ShownPiece, ...] | None
    new: tuple[ShownPiece, ...] | None
    number: int = 0
    level: int = 0
    align: str = ""
    reshaped: bool = False
    move: int | None = None
    sources: tuple[int, ...] = ()

    @property
    def is_table(self) -> bool:
        """For the template, which draws both kinds of block."""
        return False

    @property
    def changed(self) -> bool:
        """Whether it is told as a change."""
        return self.fate != Fate.KEPT or self.reshaped


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table; `gap` counts the rows left out before it while only changes are shown, `far` is one of them.

    `spans` are the columns that each cell takes.
    """

    cells: tuple[tuple[ShownParagraph, ...], ...]
    fate: str
    number: int = 0
    far: bool = False
    gap: int = 0
    heading: bool = False
    spans: tuple[int, ...] = ()

    @property
    def on_old(self) -> bool:
        """Whether the old table has it."""
        return self.fate not in _NEW_ONLY

    @property
    def on_new(self) -> bool:
        """Whether the new table has it."""
        return self.fate not in _OLD_ONLY

    @property
    def changed(self) -> bool:
        """Whether the row or anything in it is told as a change."""
        return self.fate != Fate.KEPT or any(one.changed for cell in self.cells for one in cell)


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table, or the columns of letterhead and signature, which are a table without borders."""

    rows: tuple[ShownRow, ...]
    bordered: bool
    columns: int
    number: int = 0

    @property
    def is_table(self) -> bool:
        """For the template, which draws both kinds of block."""
        return True

    @property
    def on_old(self) -> bool:
        """Whether the old side has any of it."""
        return any(row.on_old for row in self.rows)

    @property
    def on_new(self) -> bool:
        """Whether the new side has any of it."""
        return any(row.on_new for row in self.rows)

    @property
    def changed(self) -> bool:
        """Whether anything in it changed."""
        return any(row.changed for row in self.rows)


Block = ShownParagraph | ShownTable


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks that follow one another; `folded` counts them when they are shown on demand, else 0."""

    blocks: tuple[Block, ...]
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the file: its name as the package has it, and its stretches."""

    part: str
    stretches: tuple[Stretch, ...]


@dataclass(slots=True)
class Heading:
    """A heading with changes below it, how many, and the first of them.

    `title` is empty for what stands before the first heading, and for recipients and signatures (`is_ending`).
    """

    title: str
    first: int
    is_ending: bool = False
    count: int = 1


@dataclass(slots=True)
class View:
    """All that the page shows of a comparison."""

    sections: list[Section] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    changes: int = 0


def view_of(comparison: Comparison, sources: SourceTable) -> View:
    """Arrange a comparison for the page."""
    view = View()
    maker = _Maker(view, sources)
    for part, paragraphs in groupby(comparison.paragraphs, lambda one: one.part):
        blocks = list(maker.blocks(list(paragraphs), part))
        # Headers and footers are worth a place of their own only when they changed.
        if part == "word/document.xml" or any(block.changed for block in blocks):
            view.sections.append(Section(part, tuple(_stretches(blocks))))
    return view


class _Maker:
    """Makes blocks, and counts changes on the way."""

    def __init__(self, view: View, sources: SourceTable) -> None:
        self._view, self._sources = view, sources
        self._title = ""
        self._above: list[ComparedParagraph] = []
        self._is_ending = False

    def blocks(self, paragraphs: Sequence[ComparedParagraph], part: str) -> Iterator[Block]:
        """The paragraphs and tables of one part."""
        self._title = "" if part == "word/document.xml" else part
        self._above = []
        for table, members in groupby(paragraphs, lambda one: one.spot.table if one.spot else None):
            if table is None:
                for one in members:
                    if one.level:
                        self._above = [*(other for other in self._above if other.level < one.level), one]
                        self._title = _title(self._above)
                    yield self._paragraph(one, self._count() if _told(one) else 0)
            else:
                yield self._table(list(members))

    def _table(self, members: Sequence[ComparedParagraph]) -> ShownTable:
        first = members[0].spot
        bordered = first is None or first.bordered
        # Below a heading only recipients and signatures stand in columns without borders.
        self._is_ending = not bordered and bool(self._above)
        rows = [self._row(list(row)) for _, row in groupby(members, _row_key)]
        shown = _near([row.changed for row in rows], ROWS_AROUND)
        marked, gap = [], 0
        for index, row in enumerate(rows):
            heading = bordered and index == 0 and len(rows) > 1 and _all_bold(row)
            far = bordered and not shown[index] and not heading
            marked.append(ShownRow(row.cells, row.fate, row.number, far, gap if not far else 0, heading, row.spans))
            gap = gap + 1 if far else 0
        if gap:
            # Left out to the very end: told by a row without cells.
            marked.append(ShownRow((), Fate.KEPT, gap=gap))
        self._is_ending = False
        return ShownTable(tuple(marked), bordered, max(sum(row.spans) for row in rows))

    def _row(self, members: Sequence[ComparedParagraph]) -> ShownRow:
        fate = members[0].spot.row_fate if members[0].spot else Fate.KEPT
        whole = fate not in {Fate.KEPT, Fate.CHANGED}
        number = self._count() if whole else 0
        cells, spans = [], []
        for _, group in groupby(members, lambda one: one.spot.column if one.spot else 0):
            cell = list(group)
            spans.append(cell[0].spot.span if cell[0].spot else 1)
            cells.append(tuple(self._paragraph(one, self._count() if _told(one) and not whole else 0) for one in cell))
        return ShownRow(tuple(cells), fate if whole else Fate.KEPT, number, spans=tuple(spans))

    def _paragraph(self, one: ComparedParagraph, number: int) -> ShownParagraph:
        row_fate = one.spot.row_fate if one.spot else Fate.KEPT
        fate = row_fate if row_fate in _OLD_ONLY | _NEW_ONLY else one.fate
        old = new = None
        if fate not in _NEW_ONLY:
            old = tuple(_pieces(one, fate, lambda change: change is not Change.ADDED))
        if fate not in _OLD_ONLY:
            new = tuple(_pieces(one, fate, lambda change: fate not in _NEW_ONLY or change is not Change.REMOVED))
        return ShownParagraph(
            fate,
            old,
            new,
            number,
            min(one.level, 5),
            _ALIGN.get(one.align, ""),
            one.reshaped and fate in {Fate.KEPT, Fate.CHANGED},
            one.move,
            self._sources.of(one),
        )

    def _count(self) -> int:
        """The number of the next change, which belongs to the heading above it."""
        view = self._view
        view.changes += 1
        title = "" if self._is_ending else self._title
        if view.headings and (view.headings[-1].title, view.headings[-1].is_ending) == (title, self._is_ending):
            view.headings[-1].count += 1
        else:
            view.headings.append(Heading(title, view.changes, self._is_ending))
        return view.changes


def _told(one: ComparedParagraph) -> bool:
    return one.fate is not Fate.KEPT or one.reshaped


def _title(above: Sequence[ComparedParagraph]) -> str:
    """A heading after the numbers of those above it that its own number does not repeat: "IV. 1. Các đợt thi đua"."""
    words = " ".join(_side(above[-1]).split())
    for one in reversed(above[:-1]):
        number = _side(one).split(" ", 1)[0]
        if _NUMBER.fullmatch(number) and not words.startswith(number):
            words = f"{number} {words}"
    return shown_text(words if len(words) <= _TITLE_LETTERS else f"{words[: _TITLE_LETTERS - 1]}…")


def _side(one: ComparedParagraph) -> str:
    """The text of a heading on the side where it stands, on the new one where it stands on both."""
    return (one.old_text if one.fate in _OLD_ONLY else one.new_text).strip() or one.old_text.strip()


def _row_key(one: ComparedParagraph) -> tuple[int, str]:
    return (one.spot.row, one.spot.row_fate) if one.spot else (0, "")


def _all_bold(row: ShownRow) -> bool:
    """Whether a row is that of the names of columns: all its words are bold."""
    pieces = [piece for cell in row.cells for one in cell for piece in one.new or one.old or () if piece.text.strip()]
    return bool(pieces) and all("bold" in piece.look for piece in pieces)


def _pieces(one: ComparedParagraph, fate: Fate, wanted: Callable[[Change], bool]) -> Iterator[ShownPiece]:
    """The pieces of one column; those of a paragraph that stands on one side only all share its fate."""
    whole = "removed" if fate in _OLD_ONLY else "added" if fate in _NEW_ONLY else None
    for piece in one.pieces:
        if not wanted(piece.change):
            continue
        change = whole or ("" if piece.change is Change.KEPT else str(piece.change))
        text = shown_text(piece.text)
        if change in {"added", "removed"}:
            # A break or a tab that came or went must be seen.
            text = text.replace("\n", "↵\n").replace("\t", "→\t")
        yield ShownPiece(text, change, _look(piece), piece.opaque)


def _look(piece: Piece) -> str:
    looks = {"bold": piece.bold, "italic": piece.italic, "underlined": piece.underline}
    return " ".join(name for name, is_on in looks.items() if is_on)


def shown_text(text: str) -> str:
    """A text of a file as a page may show it: breaks, tabs and blanks stay, what steers or hides is named."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or character in "\t\n\N{NO-BREAK SPACE}":
        return character
    if character in "\r\v\f\x85\u2028\u2029":
        return "\n"
    return " " if character.isspace() else f"[U+{ord(character):04X}]"


def _near(changed: Sequence[bool], around: int) -> list[bool]:
    """Which places are at most `around` away from a changed one, or alone between such."""
    near = [False] * len(changed)
    for index, is_changed in enumerate(changed):
        if is_changed:
            for place in range(max(0, index - around), min(len(changed), index + around + 1)):
                near[place] = True
    for index in range(len(near)):
        alone = near[max(0, index - 1) : index] + near[index + 1 : index + 2]
        near[index] = near[index] or (bool(alone) and all(alone))
    return near


def _stretches(blocks: Sequence[Block]) -> Iterator[Stretch]:
    """Open stretches around changes with the headings above them, folded ones between."""
    shown = _near([block.changed for block in blocks], AROUND)
    above: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        if isinstance(block, ShownParagraph) and block.level:
            above = [(place, level) for place, level in above if level < block.level] + [(index, block.level)]
        if block.changed:
            for place, _ in above:
                shown[place] = True
    for is_shown, members in groupby(range(len(blocks)), lambda index: shown[index]):
        stretch = tuple(blocks[index] for index in members)
        yield Stretch(stretch, 0 if is_shown or len(stretch) < _LEAST_FOLDED else len(stretch))
