"""Writes the merged text as blocks: paragraphs, tables with their rows, content controls, and the ends of moves."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from planforge.redline.blocks import Table
from planforge.redline.carrying import Carrier
from planforge.redline.compared import Showing
from planforge.redline.comparison import Author, ComparedParagraph, Fate
from planforge.redline.paragraph import Paragraph, bookmark_of
from planforge.redline.plan import (
    CellEntry,
    ControlEntry,
    Entry,
    OtherEntry,
    ParagraphEntry,
    RowEntry,
    TableEntry,
    one_of,
)
from planforge.redline.reading_paragraphs import shell_of
from planforge.redline.revisions import Revisions
from planforge.redline.writing_paragraphs import ParagraphWriter, Places, element_of
from planforge.verify.docx.names import Element, w

_TR, _TC, _TR_PR, _TC_PR, _EX_PR, _TBL_PR, _GRID = (
    w(name) for name in ("tr", "tc", "trPr", "tcPr", "tblPrEx", "tblPr", "tblGrid")
)
# Stands for the paragraph of a row that has none, in a file that breaks the rules of the format.
_NOBODYS = ComparedParagraph(Fate.CHANGED, ())
_MARKS = {Fate.ADDED: "ins", Fate.REMOVED: "del", Fate.MOVED_TO: "ins", Fate.MOVED_FROM: "del"}
_ENDS = {Fate.MOVED_FROM: "moveFrom", Fate.MOVED_TO: "moveTo"}


@dataclass(slots=True)
class Writer:
    """Writes the flows of one redline."""

    carrier: Carrier
    revisions: Revisions
    showing: Showing
    paragraphs: ParagraphWriter

    def flow(self, entries: Sequence[Entry], places: Places) -> list[Element]:
        """The blocks of a flow."""
        groups = _groups(entries)
        made: list[Element] = []
        waiting: Element | None = None
        for at, entry in enumerate(entries):
            made += [deepcopy(mark) for mark in entry.marks]
            if not isinstance(entry, ParagraphEntry):
                made += self._block(entry, places)
                continue
            paragraph = self._paragraph(entry, places)
            made.append(paragraph)
            group = groups.get(at)
            if group is not None and group.first == at:
                author = self.revisions.author(self.showing.of_entry[entry].paragraph)
                start, waiting = self.revisions.range_of(_ENDS[entry.fate], f"move{group.number}", author)
                first = paragraph[0] if len(paragraph) else None
                paragraph.insert(1 if first is not None and first.tag == w("pPr") else 0, start)
            if group is not None and group.last == at and waiting is not None:
                # A mark that stays is not part of what was moved.
                own_mark = None in entry.shapes
                (made if own_mark else paragraph).append(waiting)
                waiting = None
        return made

    def _paragraph(self, entry: ParagraphEntry, places: Places) -> Element:
        if entry.untouched and entry.new is not None and not self._holds_torn(entry.new):
            made = deepcopy(entry.new.element)
            made.tail = None
            return made
        return self.paragraphs.written(entry, self.showing.of_entry[entry], places)

    def _block(self, entry: TableEntry | ControlEntry | OtherEntry, places: Places) -> list[Element]:
        if isinstance(entry, TableEntry):
            return [self._table(entry, places)]
        if isinstance(entry, ControlEntry):
            return [self._control(entry, places)]
        return self._other(entry, places)

    def _other(self, entry: OtherEntry, places: Places) -> list[Element]:
        old, new = entry.old, entry.new
        gone = self.carrier.carried(old.element, places.old, places.new) if old is not None else None
        come = _whole(new.element) if new is not None else None
        name = bookmark_of(one_of(new, old).exact)
        if not name or (entry.fate is Fate.KEPT and name not in self.carrier.torn):
            return [] if come is None else [come]
        # A change may stand around the end of a bookmark: with the change, it goes.
        author = self.revisions.author(_NOBODYS)
        sides = (("del", gone), ("ins", come))
        return [self.revisions.mark(change, author, [one]) for change, one in sides if one is not None]

    def _holds_torn(self, paragraph: Paragraph) -> bool:
        torn = self.carrier.torn
        return bool(torn) and any(bookmark_of(span.key) in torn for span in paragraph.spans)

    def _control(self, entry: ControlEntry, places: Places) -> Element:
        shell = shell_of(one_of(entry.new, entry.old).element)
        if entry.new is None:
            shell = self.carrier.carried(shell, places.old, places.new)
        content = next(shell.iterchildren(w("sdtContent")))
        content.extend([*self.flow(entry.entries, places), *map(_whole, entry.tail)])
        return shell

    # -- tables --------------------------------------------------------------------------------------------------

    def _table(self, entry: TableEntry, places: Places) -> Element:
        old, new = entry.old, entry.new
        if new is not None and ((entry.fate is Fate.KEPT and not self.carrier.torn) or not new.rows):
            return _whole(new.element)
        source = one_of(new, old)
        table = element_of("tbl")
        for child in source.element:
            if child.tag != _TR:
                table.append(_whole(child) if new is not None else self.carrier.carried(child, places.old, places.new))
        if old is not None and new is not None and old.keys != new.keys:
            self._change_table(table, old, new, self._author([entry]), places)
        for row in entry.rows:
            table.append(self._row(row, places))
        return table

    def _change_table(self, table: Element, old: Table, new: Table, author: Author, places: Places) -> None:
        if old.keys[0] != new.keys[0]:
            self._change(table, _TBL_PR, old.element, "tblPrChange", author, places)
        if old.keys[1] != new.keys[1]:
            self._change(table, _GRID, old.element, "tblGridChange", author, places)

    def _row(self, entry: RowEntry, places: Places) -> Element:
        old, new = entry.old, entry.new
        if entry.fate is Fate.KEPT and new is not None and not self.carrier.torn:
            return _whole(new.element)
        source = one_of(new, old)
        row = element_of("tr")
        for name, value in source.element.attrib.items() if new is not None else ():
            row.set(name, value)
        for child in source.element:
            if child.tag != _TC:
                row.append(_whole(child) if new is not None else self.carrier.carried(child, places.old, places.new))
        author = self._author_of_row(entry)
        if entry.fate in _MARKS:
            _properties(row, _TR_PR).append(self.revisions.mark(_MARKS[entry.fate], author))
        elif old is not None and new is not None:
            if old.keys[0] != new.keys[0]:
                self._change(row, _TR_PR, old.element, "trPrChange", author, places)
            if old.keys[1] != new.keys[1]:
                self._change(row, _EX_PR, old.element, "tblPrExChange", author, places)
        for cell in entry.cells:
            row.append(self._cell(cell, author, places))
        return row

    def _cell(self, entry: CellEntry, author: Author, places: Places) -> Element:
        old, new = entry.old, entry.new
        cell = element_of("tc")
        source = one_of(new, old)
        properties = source.element.find(_TC_PR)
        if properties is not None:
            cell.append(
                _whole(properties) if new is not None else self.carrier.carried(properties, places.old, places.new)
            )
        if old is not None and new is not None and old.key != new.key:
            self._change(cell, _TC_PR, old.element, "tcPrChange", author, places)
        cell.extend([*self.flow(entry.entries, places), *map(_whole, entry.tail)])
        return cell

    def _change(self, parent: Element, tag: str, old: Element, name: str, author: Author, places: Places) -> None:
        """Note in properties what they were; made first where only the old ones said anything."""
        was = old.find(tag)
        before = (
            self.carrier.carried(was, places.old, places.new) if was is not None else element_of(tag.rpartition("}")[2])
        )
        for child in [one for one in before if one.tag.endswith(("Change", "}ins", "}del"))]:
            before.remove(child)
        _properties(parent, tag).append(self.revisions.mark(name, author, [before]))

    def _author_of_row(self, entry: RowEntry) -> Author:
        return self.revisions.author(self.showing.first_of_row(entry) or _NOBODYS)

    def _author(self, entries: Sequence[Entry]) -> Author:
        return self.revisions.author(self.showing.first(entries) or _NOBODYS)


@dataclass(frozen=True, slots=True)
class _Group:
    """Paragraphs that were moved together: their places among the entries, and the number of the first move."""

    first: int
    last: int
    number: int


def _groups(entries: Sequence[Entry]) -> dict[int, _Group]:
    """The group of every paragraph that was moved: those that stand together here and there."""
    places: dict[tuple[int, Fate], int] = {
        (entry.move, entry.fate): at
        for at, entry in enumerate(entries)
        if isinstance(entry, ParagraphEntry) and entry.move is not None
    }
    starts: dict[int, int] = {}
    for number in sorted({move for move, _ in places}):
        together = all(places.get((number - 1, fate), -9) == places[number, fate] - 1 for fate in _ENDS)
        starts[number] = starts[number - 1] if together else number
    groups: dict[int, _Group] = {}
    for (number, fate), at in places.items():
        inside = [places[one, fate] for one, start in starts.items() if start == starts[number]]
        groups[at] = _Group(min(inside), max(inside), starts[number])
    return groups


def _whole(element: Element) -> Element:
    made = deepcopy(element)
    made.tail = None
    return made


def _properties(parent: Element, tag: str) -> Element:
    """The properties of a row, cell or table, made at their place in the schema's order where there are none."""
    found = parent.find(tag)
    if found is None:
        found = element_of(tag.rpartition("}")[2])
        at = 1 if tag == _TR_PR and len(parent) and parent[0].tag == _EX_PR else 0
        if tag == _GRID and len(parent) and parent[0].tag == _TBL_PR:
            at = 1
        parent.insert(at, found)
    return found
