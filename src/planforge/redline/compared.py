"""The plan of a comparison in the plain types that the page, the summary and the redline share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from planforge.redline.blocks import Table
from planforge.redline.comparison import Change, ComparedParagraph, Fate, Spot
from planforge.redline.cuts import Cut, cuts_of
from planforge.redline.looks import Looks
from planforge.redline.paragraph import bookmark_of
from planforge.redline.plan import (
    CellEntry,
    ControlEntry,
    Entry,
    ParagraphEntry,
    RowEntry,
    TableEntry,
    one_of,
)
from planforge.verify.docx.names import VAL, w
from planforge.verify.docx.styles import read_borders
from planforge.verify.docx.tables import span_of

_NO_BORDERS = frozenset({"", "TableNormal"})


@dataclass(slots=True)
class Shown:
    """A paragraph as it is compared, and the cuts that its pieces are made of."""

    paragraph: ComparedParagraph
    cuts: list[Cut]


@dataclass(slots=True)
class Showing:
    """Turns entries into compared paragraphs, and remembers which is which; tables are counted in the merged text.

    `torn` are the bookmarks of which an end came or went.
    """

    old_looks: Looks
    new_looks: Looks
    paragraphs: list[ComparedParagraph] = field(default_factory=list)
    of_entry: dict[ParagraphEntry, Shown] = field(default_factory=dict)
    last: ComparedParagraph | None = None
    torn: set[str] = field(default_factory=set)
    _tables: int = 0

    def show(self, entries: Sequence[Entry], part: str, spot: Spot | None = None) -> None:
        """Take in the entries of a flow, in reading order."""
        for entry in entries:
            if isinstance(entry, ParagraphEntry):
                self._paragraph(entry, part, spot)
            elif isinstance(entry, TableEntry):
                self._table(entry, part)
            elif isinstance(entry, ControlEntry):
                self.show(entry.entries, part, spot)
            elif entry.fate is not Fate.KEPT:
                self.torn.add(bookmark_of(one_of(entry.new, entry.old).exact))

    def reshape_last_of(self, entries: Sequence[Entry]) -> None:
        """Let the last paragraph bear that the pages around it changed."""
        last = next((entry for entry in reversed(entries) if isinstance(entry, ParagraphEntry)), None)
        if last is not None:
            shown = self.of_entry[last]
            at = self.paragraphs.index(shown.paragraph)
            shown.paragraph = self.paragraphs[at] = replace(shown.paragraph, reshaped=True)
            self.last = shown.paragraph

    def first(self, entries: Sequence[Entry]) -> ComparedParagraph | None:
        """The first paragraph below some entries."""
        for entry in entries:
            if isinstance(entry, ParagraphEntry):
                return self.of_entry[entry].paragraph
            if isinstance(entry, TableEntry):
                found = next((one for row in entry.rows if (one := self.first_of_row(row))), None)
            else:
                found = self.first(entry.entries) if isinstance(entry, ControlEntry) else None
            if found is not None:
                return found
        return None

    def first_of_row(self, row: RowEntry) -> ComparedParagraph | None:
        """The first paragraph of a row."""
        return next((found for cell in row.cells if (found := self.first(cell.entries))), None)

    def _paragraph(self, entry: ParagraphEntry, part: str, spot: Spot | None) -> None:
        source = one_of(entry.new, entry.old)
        cuts, pieces = cuts_of(entry)
        old, new = entry.old, entry.new
        reshaped = (
            old is not None
            and new is not None
            and (old.shape.key, old.shape.mark_key, old.shape.section_key)
            != (new.shape.key, new.shape.mark_key, new.shape.section_key)
        )
        fate = entry.fate
        if fate is Fate.CHANGED and not reshaped and all(piece.change is Change.KEPT for piece in pieces):
            fate = entry.fate = Fate.KEPT
        looks = self.new_looks if new is not None else self.old_looks
        paragraph = ComparedParagraph(
            fate,
            pieces,
            old.ordinal if old is not None else None,
            new.ordinal if new is not None else None,
            old.anchors if old is not None else (),
            new.anchors if new is not None else (),
            looks.level(source.shape.style, source.shape.element),
            looks.align(source.shape.style, source.shape.element),
            spot,
            reshaped,
            entry.move,
            part,
        )
        self.torn.update(
            bookmark_of(cut.span.key) for cut in cuts if cut.change is not Change.KEPT or old is None or new is None
        )
        self.paragraphs.append(paragraph)
        self.of_entry[entry] = Shown(paragraph, cuts)

    def _table(self, entry: TableEntry, part: str) -> None:
        number, self._tables = self._tables, self._tables + 1
        bordered = _is_bordered(one_of(entry.new, entry.old))
        reshaped = entry.old is not None and entry.new is not None and entry.old.keys != entry.new.keys
        for index, row in enumerate(entry.rows):
            fate = _fate_of_row(row, table_reshaped=reshaped)
            for column, cell in enumerate(row.cells):
                span = span_of(one_of(cell.new, cell.old).element)
                self._cell(cell, part, Spot(number, index, column, fate, bordered, span))

    def _cell(self, cell: CellEntry, part: str, spot: Spot) -> None:
        self.show(cell.entries, part, spot)


def _fate_of_row(row: RowEntry, *, table_reshaped: bool) -> Fate:
    """What became of a row as a whole: it is changed when its own properties are, not when words in it are."""
    if row.old is None or row.new is None:
        return row.fate
    cells = [(cell.old.key, cell.new.key) for cell in row.cells if cell.old is not None and cell.new is not None]
    same = row.old.keys == row.new.keys and all(old == new for old, new in cells)
    return Fate.KEPT if same and not table_reshaped else Fate.CHANGED


def _is_bordered(table: Table) -> bool:
    """Whether any line of a table is likely to be seen."""
    properties = table.element.find(w("tblPr"))
    style = properties.find(w("tblStyle")) if properties is not None else None
    own = read_borders(properties.find(w("tblBorders"))) if properties is not None else {}
    if any(border is not None for border in own.values()):
        return True
    if not own and style is not None and style.get(VAL, "") not in _NO_BORDERS:
        return True
    path = f"{w('tcPr')}/{w('tcBorders')}"
    return any(
        border is not None
        for row in table.rows
        for cell in row.cells
        for border in read_borders(cell.element.find(path)).values()
    )
