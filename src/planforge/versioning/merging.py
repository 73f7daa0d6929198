"""Three versions of a YAML text → one, record by record; what both sides changed differently is a conflict of its own.

The result is made of the very lines of our version, and of theirs where they changed or added something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from planforge.versioning.order import joined_order
from planforge.versioning.pairs import another_record, name_of, pair_additions, pair_items
from planforge.versioning.prose import merged_words
from planforge.versioning.threeway import merge_lines
from planforge.versioning.tree import Block, Data, Entry, Leaf, Tree

ABSENT = object()
# How a place is named: keys, and of an item its number with what tells it apart.
Place = tuple[str | tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One fact that both changed: its place, its three values (`ABSENT` where it is not there), our and their lines."""

    place: Place
    base: Data
    ours: Data
    theirs: Data
    our_lines: tuple[str, ...]
    their_lines: tuple[str, ...]


Lines = list[str | Conflict]


@dataclass(frozen=True, slots=True)
class Merged:
    """The lines of the result with its conflicts among them; `data` says what they say, conflicts in their place."""

    lines: Lines
    data: Data

    @property
    def conflicts(self) -> list[Conflict]:
        """What people must decide."""
        return [line for line in self.lines if isinstance(line, Conflict)]

    def text(self, choose: Callable[[Conflict], Iterable[str]]) -> str:
        """The text, with lines chosen for each conflict."""
        found: list[str] = []
        for line in self.lines:
            found += [line] if isinstance(line, str) else choose(line)
        return "\n".join(found)

    def data_with(self, side: str) -> Data:
        """What it says when every conflict is settled for one side: "ours" or "theirs"."""
        return _settled(self.data, side)


def _settled(data: Data, side: str) -> Data:
    if isinstance(data, Conflict):
        return getattr(data, side)
    if isinstance(data, dict):
        found = ((key, _settled(value, side)) for key, value in data.items())
        return {key: value for key, value in found if value is not ABSENT}
    if isinstance(data, list):
        return [value for value in (_settled(one, side) for one in data) if value is not ABSENT]
    return data


class _NotApartError(Exception):
    """A conflict that cannot be shown alone: the record around it is shown instead."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """An entry of the result: the lines before it, its lines, what it says (`ABSENT` where comments alone are left)."""

    key: str
    leader: tuple[str, ...]
    lines: Lines
    data: Data


@dataclass(slots=True)
class _Record:
    """An entry in three versions; `column` is where it will stand, `opening` what stands before it there."""

    base: Entry | None = None
    ours: Entry | None = None
    theirs: Entry | None = None
    column: int = 0
    opening: str = ""
    place: Place = ()

    @property
    def versions(self) -> tuple[Entry | None, Entry | None, Entry | None]:
        return self.base, self.ours, self.theirs

    def taken(self, entry: Entry, leader: Sequence[str]) -> _Piece:
        """One version of it."""
        return _Piece(entry.key, tuple(leader), [*entry.lines(self.column, self.opening)], entry.node.data)

    def conflict(self, leader: Sequence[str]) -> _Piece:
        """Both versions of it, for people to choose from."""
        entry = self.ours or self.theirs
        if entry is None:
            raise LookupError("a conflict about nothing")
        lone = self.ours is None or self.theirs is None
        if lone and self.opening.strip():
            raise _NotApartError
        base, ours, theirs = (one.node.data if one else ABSENT for one in self.versions)
        conflict = Conflict(self.place, base, ours, theirs, self._shown(self.ours), self._shown(self.theirs))
        return _Piece(entry.key, () if lone else tuple(leader), [conflict], conflict)

    def _shown(self, entry: Entry | None) -> tuple[str, ...]:
        """The lines of a version; comments before it belong to it where it stands alone."""
        if entry is None:
            return ()
        lone = self.ours is None or self.theirs is None
        return (*(entry.leader if lone else ()), *entry.lines(self.column, self.opening))


def merge_trees(base: Tree, ours: Tree, theirs: Tree) -> Merged:
    """Merge three versions of a file; what cannot be merged is a conflict."""
    column = ours.root.column
    lines, data = _merge_blocks((base.root, ours.root, theirs.root), column, " " * column, ())
    preamble = merge_lines(base.preamble, ours.preamble, theirs.preamble)
    trailer = merge_lines(base.trailer, ours.trailer, theirs.trailer)
    return Merged([*preamble, *lines, *trailer], data)


def _merge_blocks(blocks: tuple[Block, Block, Block], column: int, opening: str, place: Place) -> tuple[Lines, Data]:
    is_list = blocks[1].is_list
    lines: Lines = []
    said: list[tuple[str, Data]] = []
    for number, record in enumerate(_records(blocks), 1):
        record.column, record.opening = column, " " * column if said else opening
        record.place = (*place, _named(record, number) if is_list else _any(record).key)
        piece = _merge_entry(record)
        if piece is not None:
            lines += [*piece.leader, *piece.lines]
            said += [(piece.key, piece.data)] if piece.data is not ABSENT else []
    return lines, [data for _, data in said] if is_list else dict(said)


def _any(record: _Record) -> Entry:
    return next(one for one in record.versions if one is not None)


def _named(record: _Record, number: int) -> tuple[int, str]:
    name = name_of(_any(record).node.data)
    return number, name.value if name else ""


def _records(blocks: tuple[Block, Block, Block]) -> list[_Record]:
    """The records of three blocks in the order of the result."""
    versions = [block.entries for block in blocks]
    records, numbers = _of_lists(versions) if blocks[1].is_list else _of_mappings(versions)
    order = joined_order(*numbers)
    if order is None:
        if blocks[1].is_list:
            # The order of a list is a fact; that of keys is not.
            raise _NotApartError
        order = [*numbers[1], *(one for one in numbers[2] if one not in set(numbers[1]))]
    return [records[number] for number in dict.fromkeys((*order, *_gone(numbers)))]


def _gone(numbers: Sequence[Sequence[int]]) -> list[int]:
    return [one for one in numbers[0] if one not in numbers[1] and one not in numbers[2]]


Versions = Sequence[Sequence[Entry]]


def _of_mappings(versions: Versions) -> tuple[list[_Record], list[list[int]]]:
    keys = list(dict.fromkeys(entry.key for entries in versions for entry in entries))
    by_key = [{entry.key: entry for entry in entries} for entries in versions]
    records = [_Record(by_key[0].get(key), by_key[1].get(key), by_key[2].get(key)) for key in keys]
    return records, [[keys.index(entry.key) for entry in entries] for entries in versions]


def _of_lists(versions: Versions) -> tuple[list[_Record], list[list[int]]]:
    base, ours, theirs = ([entry.node.data for entry in entries] for entries in versions)
    our_numbers, count = _numbered(len(ours), pair_items(base, ours), len(base))
    pairs = pair_items(base, theirs)
    our_new = [place for place, number in enumerate(our_numbers) if number >= len(base)]
    their_new = [place for place in range(len(theirs)) if place not in pairs.values()]
    same = pair_additions([ours[place] for place in our_new], [theirs[place] for place in their_new])
    # What both added has the number that it has with us.
    pairs |= {our_numbers[our_new[one]]: their_new[other] for one, other in same.items()}
    their_numbers, count = _numbered(len(theirs), pairs, count)
    numbers = [list(range(len(base))), our_numbers, their_numbers]
    records = [_Record() for _ in range(count)]
    for name, entries, places in zip(("base", "ours", "theirs"), versions, numbers, strict=True):
        for entry, number in zip(entries, places, strict=True):
            setattr(records[number], name, entry)
    return records, numbers


def _numbered(count: int, pairs: Mapping[int, int], first: int) -> tuple[list[int], int]:
    """The number of the record of each item, new ones from `first` on, and the number after the last."""
    known = {place: number for number, place in pairs.items()}
    numbers = []
    for place in range(count):
        numbers.append(known.get(place, first))
        first += place not in known
    return numbers, first


def _merge_entry(record: _Record) -> _Piece | None:
    """One entry of the result; None where it is gone."""
    base, ours, theirs = record.versions
    if ours is None or theirs is None:
        present = ours or theirs
        if present is None:
            return None
        if base is None or _another_record(base, present):
            # Put in the place of one that the other side took out as well.
            return record.taken(present, present.leader)
        if present.node.data == base.node.data:
            return _Piece(present.key, _new_comments(base, present), [], ABSENT)
        return record.conflict(())
    leader = merge_lines(base.leader if base else (), ours.leader, theirs.leader)
    if ours.text == theirs.text or (base and theirs.text == base.text):
        return record.taken(ours, leader)
    if base and ours.text == base.text:
        return record.taken(theirs, leader)
    if _another_record(base, ours) or _another_record(base, theirs):
        return record.conflict(leader)
    try:
        return _merge_changed(record, base, ours, theirs, leader)
    except _NotApartError:
        return record.conflict(leader)


def _new_comments(base: Entry, side: Entry) -> tuple[str, ...]:
    """The comment lines that a side put into an entry which the other took out: they stay where it was."""
    known = {line.strip() for line in (*base.leader, *base.text.split("\n"))}
    lines = (line for line in (*side.leader, *side.text.split("\n")) if line.lstrip().startswith("#"))
    return tuple(line for line in lines if line.strip() not in known)


def _another_record(base: Entry | None, side: Entry) -> bool:
    """Whether an item names something else than it did: its other fields are then those of another record."""
    if base is None or base.key:
        return False
    return another_record(base.node.data, side.node.data)


def _merge_changed(record: _Record, base: Entry | None, ours: Entry, theirs: Entry, leader: tuple[str, ...]) -> _Piece:
    if isinstance(ours.node, Block) and isinstance(theirs.node, Block) and ours.node.is_list == theirs.node.is_list:
        before = base.node if base and isinstance(base.node, Block) else None
        known = before if before and before.is_list == ours.node.is_list else Block(ours.node.is_list, 0, ())
        head = ours.head
        if base and theirs.node.inline == ours.node.inline and ours.head == base.head:
            head = theirs.head
        column = ours.node.column - ours.column + record.column
        blocks = (known, ours.node, theirs.node)
        if ours.node.inline:
            lines, data = _merge_blocks(blocks, column, record.opening + ours.head, record.place)
        else:
            lines, data = _merge_blocks(blocks, column, " " * column, record.place)
            lines = [record.opening + head, *lines]
        return _Piece(ours.key, leader, lines, data)
    if isinstance(ours.node, Leaf) and isinstance(theirs.node, Leaf):
        text, data = _merge_leaves(base, ours, theirs)
        if text is not None:
            merged = Entry(ours.key, ours.column, (), text, ours.node)
            return _Piece(ours.key, leader, [*merged.lines(record.column, record.opening)], data)
    return record.conflict(leader)


def _merge_leaves(base: Entry | None, ours: Entry, theirs: Entry) -> tuple[str | None, Data]:
    """The text of an entry whose value is one scalar or in brackets, and what it says; None for a conflict."""
    node, other = ours.node, theirs.node
    before = base.node if base and isinstance(base.node, Leaf) else None
    if not isinstance(node, Leaf) or not isinstance(other, Leaf):
        return None, None
    value, data = ours.text[node.start : node.end], node.data
    if node.data == other.data or (before and other.data == before.data):
        pass
    elif before and node.data == before.data:
        value, data = theirs.text[other.start : other.end], other.data
    else:
        merged = merged_words(before.data if before else None, node, other, value)
        if merged is None:
            return None, None
        value, data = merged
    comments = [_after(entry) for entry in (base, ours, theirs)]
    return ours.text[: node.start] + value + _one_comment(*comments), data


def _after(entry: Entry | None) -> str:
    """What follows a value on its line."""
    return entry.text[entry.node.end :] if entry and isinstance(entry.node, Leaf) else ""


def _one_comment(base: str, ours: str, theirs: str) -> str:
    if theirs in {base, ours}:
        return ours
    if ours == base:
        return theirs
    return f"{ours.rstrip()} {theirs.strip()}" if theirs.strip() else ours
