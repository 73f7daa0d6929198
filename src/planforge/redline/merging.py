"""Makes one text of two: pairs their blocks, follows what was moved, and compares what is inside each pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from planforge.redline.alignment import Pair, gaps_between
from planforge.redline.blocks import Block, Cell, Control, Flow, Other, Row, Table
from planforge.redline.comparison import Change, Fate
from planforge.redline.moves import moved, tell_moved_rows
from planforge.redline.pairing import paired
from planforge.redline.paragraph import Paragraph
from planforge.redline.places import apart
from planforge.redline.plan import (
    CellEntry,
    ControlEntry,
    Entry,
    OtherEntry,
    ParagraphEntry,
    RowEntry,
    TableEntry,
)
from planforge.redline.section_ends import pass_on_section_ends
from planforge.redline.wording import compared, kept, replaced
from planforge.verify.docx.names import Element

Blocks = Sequence[Paragraph | Table | Control | Other]


@dataclass(frozen=True, slots=True)
class _Move:
    """A paragraph that stands elsewhere: as it was, as it is, and the number of the move."""

    old: Paragraph
    new: Paragraph
    number: int

    def departure(self) -> ParagraphEntry:
        """Where it was: with the words that it lost on the way."""
        segments = [one for one in compared(self.old, self.new) if one.change is not Change.ADDED]
        return ParagraphEntry(Fate.MOVED_FROM, self.old, None, segments, (self.old.shape, None), self.number)

    def arrival(self) -> ParagraphEntry:
        """Where it is: with the words that it gained on the way."""
        segments = [one for one in compared(self.old, self.new) if one.change is not Change.REMOVED]
        return ParagraphEntry(Fate.MOVED_TO, None, self.new, segments, (None, self.new.shape), self.number)


class Merger:
    """Merges the flows of two files. `coarse` takes whole paragraphs and tables out and in, and follows no moves.

    `was_coarse` tells afterwards that a text was too long to be looked at in full.
    """

    def __init__(self, *, coarse: bool = False) -> None:
        self._coarse = coarse
        self._moves = count(1)
        self.was_coarse = False

    def merged(self, old: Flow, new: Flow) -> list[Entry]:
        """The entries of two flows in the order of the merged text."""
        pairs = self._pairs(old.blocks, new.blocks)
        pairs = _with_last(pairs, old.blocks, new.blocks)
        moves = self._moves_of(pairs, old.blocks, new.blocks)
        arrivals = {move.new: move for move in moves.values()}
        entries: list[Entry] = []
        for gap, pair in zip(gaps_between(pairs, len(old.blocks), len(new.blocks)), [*pairs, None], strict=True):
            first, last, new_first, new_last = gap
            for block in old.blocks[first:last]:
                left = moves.get(block) if isinstance(block, Paragraph) else None
                entries.append(left.departure() if left else one_sided(block, Fate.REMOVED))
            for at, block in enumerate(new.blocks[new_first:new_last], new_first):
                come = arrivals.get(block) if isinstance(block, Paragraph) else None
                entries.append(come.arrival() if come else one_sided(block, Fate.ADDED))
                entries[-1].marks = new.marks.get(at, [])
            if pair is not None:
                entries.append(self._pair(old.blocks[pair[0]], new.blocks[pair[1]]))
                entries[-1].marks = new.marks.get(pair[1], [])
        torn = pass_on_section_ends(entries)
        if torn:
            entries = [one for entry in entries for one in (_unpaired(entry) if entry in torn else [entry])]
        _pass_on_last_mark(entries)
        return apart(entries)

    def _moves_of(self, pairs: list[Pair], old: Blocks, new: Blocks) -> dict[Paragraph, _Move]:
        """The moves among what has no pair, by the paragraph that was moved."""
        if self._coarse:
            return {}
        by_old, by_new = {i for i, _ in pairs}, {j for _, j in pairs}
        gone = {i: one for i, one in enumerate(old) if i not in by_old and isinstance(one, Paragraph)}
        come = {j: one for j, one in enumerate(new) if j not in by_new and isinstance(one, Paragraph)}
        if not gone or not come:
            return {}
        found = moved(gone, come)
        return {gone[i]: _Move(gone[i], come[found[i]], next(self._moves)) for i in sorted(found)}

    def _pairs(self, old: Blocks, new: Blocks) -> list[Pair]:
        found = paired(old, new)
        self.was_coarse = self.was_coarse or found.coarse
        if not self._coarse:
            return found.pairs
        return [(i, j) for i, j in found.pairs if not isinstance(old[i], Table) or old[i].exact == new[j].exact]

    def _pair(self, old: Block, new: Block) -> Entry:
        if isinstance(old, Paragraph) and isinstance(new, Paragraph):
            return self._paragraph(old, new)
        if isinstance(old, Table) and isinstance(new, Table):
            return self._table(old, new)
        if isinstance(old, Control) and isinstance(new, Control):
            return ControlEntry(Fate.KEPT, old, new, self.merged(old.flow, new.flow), _tail(new.flow))
        if isinstance(old, Other) and isinstance(new, Other):
            return OtherEntry(Fate.KEPT, old, new)
        raise TypeError("blocks of two kinds are no pair")

    def _paragraph(self, old: Paragraph, new: Paragraph) -> ParagraphEntry:
        shapes = old.shape, new.shape
        if old.content == new.content:
            fate = Fate.KEPT if old.exact == new.exact else Fate.CHANGED
            return ParagraphEntry(fate, old, new, kept(new), shapes)
        segments = replaced(old, new) if self._coarse else compared(old, new)
        return ParagraphEntry(Fate.CHANGED, old, new, segments, shapes)

    def _table(self, old: Table, new: Table) -> TableEntry:
        rows: list[RowEntry] = []
        if not old.rows:
            return TableEntry(Fate.KEPT, old, new, [_row_of(row, Fate.KEPT) for row in new.rows])
        found = paired(old.rows, new.rows)
        self.was_coarse = self.was_coarse or found.coarse
        pairs = [pair for pair in found.pairs if len(old.rows[pair[0]].cells) == len(new.rows[pair[1]].cells)]
        for gap, pair in zip(gaps_between(pairs, len(old.rows), len(new.rows)), [*pairs, None], strict=True):
            first, last, new_first, new_last = gap
            rows += [_row_of(row, Fate.REMOVED) for row in old.rows[first:last]]
            rows += [_row_of(row, Fate.ADDED) for row in new.rows[new_first:new_last]]
            if pair is not None:
                rows.append(self._row(old.rows[pair[0]], new.rows[pair[1]]))
        if not self._coarse:
            tell_moved_rows(rows)
        fate = Fate.KEPT if old.exact == new.exact else Fate.CHANGED
        return TableEntry(fate, old, new, rows)

    def _row(self, old: Row, new: Row) -> RowEntry:
        cells = [
            CellEntry(first, second, self.merged(first.flow, second.flow), _tail(second.flow))
            for first, second in zip(old.cells, new.cells, strict=True)
        ]
        return RowEntry(Fate.KEPT if old.exact == new.exact else Fate.CHANGED, old, new, cells)


def one_sided(block: Paragraph | Table | Control | Other, fate: Fate) -> Entry:
    """A block that stands on one side only, with everything in it."""
    gone = fate is Fate.REMOVED
    if isinstance(block, Paragraph):
        if gone:
            return ParagraphEntry(fate, block, None, replaced(block, None), (block.shape, None))
        return ParagraphEntry(fate, None, block, replaced(None, block), (None, block.shape))
    if isinstance(block, Table):
        rows = [_row_of(row, fate) for row in block.rows]
        return TableEntry(fate, block if gone else None, None if gone else block, rows)
    if isinstance(block, Control):
        inner = all_of(block.flow, fate)
        return ControlEntry(fate, block if gone else None, None if gone else block, inner, _tail(block.flow))
    return OtherEntry(fate, block if gone else None, None if gone else block)


def _unpaired(entry: Entry) -> list[Entry]:
    """The two paragraphs of a pair, one out and one in."""
    if not isinstance(entry, ParagraphEntry) or entry.old is None or entry.new is None:
        return [entry]
    gone, come = one_sided(entry.old, Fate.REMOVED), one_sided(entry.new, Fate.ADDED)
    come.marks = entry.marks
    return [gone, come]


def all_of(flow: Flow, fate: Fate) -> list[Entry]:
    """A flow that stands on one side only."""
    entries: list[Entry] = []
    for at, block in enumerate(flow.blocks):
        entries.append(one_sided(block, fate))
        if fate is not Fate.REMOVED:
            entries[-1].marks = flow.marks.get(at, [])
    return entries


def _row_of(row: Row, fate: Fate) -> RowEntry:
    gone = fate is Fate.REMOVED
    cells = [_cell_of(cell, fate) for cell in row.cells]
    return RowEntry(fate, row if gone else None, None if gone else row, cells)


def _cell_of(cell: Cell, fate: Fate) -> CellEntry:
    gone = fate is Fate.REMOVED
    inner = all_of(cell.flow, fate)
    return CellEntry(cell if gone else None, None if gone else cell, inner, [] if gone else _tail(cell.flow))


def _tail(flow: Flow) -> list[Element]:
    return flow.marks.get(len(flow.blocks), [])


def _with_last(pairs: list[Pair], old: Blocks, new: Blocks) -> list[Pair]:
    """Pair the last paragraphs, whose marks cannot be tracked, unless the mark can be passed on along one side."""
    last = len(old) - 1, len(new) - 1
    if min(last) < 0 or (pairs and pairs[-1] == last):
        return pairs
    first, second = old[last[0]], new[last[1]]
    if not isinstance(first, Paragraph) or not isinstance(second, Paragraph) or first.group != second.group:
        return pairs
    if pairs and (pairs[-1][0] == last[0] or pairs[-1][1] == last[1]):
        i, j = pairs[-1]
        blocks = [*old[i:], *new[j:]]
        if all(isinstance(one, Paragraph) and not one.shape.has_section for one in blocks):
            return pairs
    return [(i, j) for i, j in pairs if i != last[0] and j != last[1]] + [last]


def _pass_on_last_mark(entries: list[Entry]) -> None:
    """Let the last mark of a flow be the one that both sides have, and mark the others before it."""
    at = len(entries) - 1
    while at >= 0 and isinstance(one := entries[at], ParagraphEntry) and None in one.shapes:
        at -= 1
    if at < 0 or at == len(entries) - 1 or not isinstance(entries[at], ParagraphEntry):
        return
    row = [one for one in entries[at:] if isinstance(one, ParagraphEntry)]
    pair, others = row[0], row[1:]
    old, new = pair.shapes
    if all(one.shapes[0] is None for one in others):
        pair.shapes = None, new
        others[-1].shapes = old, others[-1].shapes[1]
    elif all(one.shapes[1] is None for one in others):
        pair.shapes = old, None
        others[-1].shapes = others[-1].shapes[0], new
