"""Two versions of one data file → what changed in it, record by record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from planforge.diagnostics import Span
from planforge.matching import content, moved
from planforge.review.facts.labels import Way
from planforge.review.facts.naming import Names
from planforge.review.facts.records import (
    added_label,
    has_title_too,
    is_point,
    keyed_entry,
    list_entry,
    paired,
    references,
)
from planforge.review.facts.renames import Renames
from planforge.review.facts.shapes import UNKNOWN, Field, Kind, RecordShape, Shape
from planforge.review.facts.titles import ENTRY, noun, title
from planforge.review.sides import FactChange, FactFate
from planforge.source import Route, SourceFile
from planforge.words import Words

LONG_TEXT = 60
RUNNING = (Kind.PROSE, Kind.TEXT, Kind.UNKNOWN)
ID = Words("mã", "id")
NAME = "name"
# The fingerprints of files say nothing to people; that of the content changes with them.
UNSAID = frozenset({("Approval", "files")})


@dataclass(frozen=True, slots=True)
class Version:
    """One side's version of the file, and how that side calls things."""

    file: SourceFile
    names: Names

    def shown(self, shape: Shape, value: Any) -> str:
        """A value in words; running text as the paper has it."""
        text = self.names.value(shape, value)
        return self.names.prose(text, self.folder) if shape.kind is Kind.PROSE else text

    @property
    def folder(self) -> str:
        """The folder of the file: what running text says of the year is found there."""
        return self.file.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class At:
    """Where the comparison stands: the addresses on both sides, and the way there in words."""

    old: Route
    new: Route
    way: Way

    def step(self, old: str | int, new: str | int, way: Way) -> At:
        """One step down on both sides."""
        return At((*self.old, old), (*self.new, new), way)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares one file; both versions stand in the same place of the workspace."""

    old: Version
    new: Version
    renames: Renames

    def changes(self, shape: Shape, way: Way) -> Iterator[FactChange]:
        """Everything that changed in the file."""
        return self._values(shape, self.old.file.data, self.new.file.data, At((), (), way))

    def _values(self, shape: Shape, old: Any, new: Any, at: At) -> Iterator[FactChange]:
        if content(self.renames.followed(shape, old)) == content(new):
            return
        shape = _guessed(old, new) if shape.kind is Kind.UNKNOWN else shape
        if shape.kind is Kind.RECORD and shape.record:
            yield from self._records(shape.record, old, new, at)
        elif shape.kind is Kind.LIST:
            yield from self._lists(shape.entries or UNKNOWN, _listed(old), _listed(new), at)
        elif shape.kind is Kind.KEYED and isinstance(old or {}, dict) and isinstance(new or {}, dict):
            yield from self._keyed(shape.entries or UNKNOWN, old or {}, new or {}, at)
        else:
            yield from self._scalars(shape, old, new, at)

    def _records(self, shape: RecordShape, old: Any, new: Any, at: At) -> Iterator[FactChange]:
        whole = Shape(Kind.RECORD, record=shape)
        if not old or not new:
            there = self.new if new else self.old
            if at.new and there.shown(whole, new or old):
                yield self._one(FactFate.ADDED if new else FactFate.REMOVED, whole, old, new, at)
                return
        old, new = shape.wrapped(old or {}), shape.wrapped(new or {})
        if not isinstance(old, Mapping) or not isinstance(new, Mapping):
            yield from self._scalars(UNKNOWN, old, new, at)
            return
        for name in [*new, *(name for name in old if name not in new)]:
            if (shape.name, name) in UNSAID:
                continue
            field = shape.field(name)
            yield from self._values(field.shape, old.get(name), new.get(name), self._field(shape, field, name, at))

    @staticmethod
    def _field(shape: RecordShape, field: Field, name: str, at: At) -> At:
        way = at.way
        if name == NAME and len(at.new) == 1 and len(way.parts) > 1 and shape.noun.vi:
            # The old and the new name are said; a third time would be once too often.
            way = Way(way.parts[:-1])
        return at.step(name, name, way.to(field.title, way.number))

    def _lists(self, shape: Shape, old: list[Any], new: list[Any], at: At) -> Iterator[FactChange]:
        followed = [self.renames.followed(shape, entry) for entry in old]
        pairs = paired([list_entry(shape, entry) for entry in followed], [list_entry(shape, entry) for entry in new])
        out_of_order = moved(pairs)
        olds, news = dict(pairs), {b: a for a, b in pairs}
        listed = At(at.old, at.new, added_label(shape, at.way))
        for index, entry in enumerate(new):
            if index not in news:
                yield self._one(FactFate.ADDED, shape, None, entry, listed.step(index, index, listed.way))
                continue
            before = news[index]
            way = self._entry_way(shape, entry, index, at.way)
            here = at.step(before, index, way)
            shift = (before + 1, index + 1) if (before, index) in out_of_order else None
            if shift and shape.kind is Kind.RECORD and not is_point(shape.record):
                yield self._past(self._moved(shape, entry, here, shift), shape, old, new, at)
            elif shift:
                one = self._one(FactFate.MOVED, shape, old[before], entry, here, shift)
                yield self._past(one, shape, old, new, at)
            if not shift or shape.kind is Kind.RECORD:
                yield from self._values(shape, *_without_text(shape, shift, old[before], entry), here)
        for index, entry in enumerate(old):
            if index not in olds:
                yield self._one(FactFate.REMOVED, shape, entry, None, listed.step(index, index, listed.way))

    def _entry_way(self, shape: Shape, entry: Any, index: int, way: Way) -> Way:
        record = shape.record
        if record is None:
            if shape.kind is not Kind.PROSE:
                return way
            called = title("prose" if len(self.new.shown(shape, entry)) > LONG_TEXT else "text", ENTRY) or noun("Item")
            return way.to_point(called, index + 1)
        if is_point(record):
            return way.to_point(record.noun, index + 1)
        if not record.noun.vi or record.name == "Leader":
            return way
        own = Way(way.parts if has_title_too(record) else way.parts[:-1])
        if record.name == "Wave":
            return own.to(Words(f"đợt {index + 1}", f"wave {index + 1}"))
        name = self.new.names.record(record, record.wrapped(entry)) or str(index + 1)
        return own.to(Words(f"{record.noun.vi} {name}", f"{record.noun.en} {name}"))

    def _keyed(self, shape: Shape, old: Mapping[str, Any], new: Mapping[str, Any], at: At) -> Iterator[FactChange]:
        old_keys, new_keys = list(old), list(new)
        registry = not at.new and len(at.way.parts) == 1
        pairs = paired(
            [keyed_entry(key, old[key]) for key in old_keys], [keyed_entry(key, new[key]) for key in new_keys]
        )
        out_of_order = set() if registry else moved(pairs)
        olds, news = dict(pairs), {b: a for a, b in pairs}
        for index, key in enumerate(new_keys):
            if index not in news:
                yield self._one(FactFate.ADDED, shape, None, new[key], at.step(key, key, at.way), key=key)
                continue
            before = old_keys[news[index]]
            here = at.step(before, key, at.way.to(self._key_words(shape, key, new[key])))
            if before != key:
                yield self._renamed(before, key, here)
            if (news[index], index) in out_of_order:
                yield self._moved(shape, new[key], here, (news[index] + 1, index + 1))
            yield from self._values(shape, old[before], new[key], here)
        for index, key in enumerate(old_keys):
            if index not in olds:
                yield self._one(FactFate.REMOVED, shape, old[key], None, at.step(key, key, at.way), key=key)

    def _key_words(self, shape: Shape, key: str, value: Any) -> Words:
        name = self.new.names.record(shape.record, value) if shape.record else _name_of(key, self.new.file.data)
        return Words(name or str(key), name or str(key))

    def _renamed(self, old: str, new: str, at: At) -> FactChange:
        way = at.way.to(ID)
        places = self.old.file.span(at.old), self.new.file.span(at.new)
        return FactChange(FactFate.CHANGED, way.label(), str(old), str(new), *places, at.new)

    def _scalars(self, shape: Shape, old: Any, new: Any, at: At) -> Iterator[FactChange]:
        fate = FactFate.ADDED if old is None else FactFate.REMOVED if new is None else FactFate.CHANGED
        yield self._one(fate, shape, old, new, at)

    def _one(
        self,
        fate: FactFate,
        shape: Shape,
        old: Any,
        new: Any,
        at: At,
        positions: tuple[int, int] | None = None,
        key: str = "",
    ) -> FactChange:
        before, old_place, old_prints = self._told(self.old, shape, old, at.old, key)
        after, new_place, new_prints = self._told(self.new, shape, new, at.new, key)
        if before == after and fate is FactFate.CHANGED:
            before, after = str(old), str(new)
        was, now = fate is not FactFate.ADDED, fate is not FactFate.REMOVED
        return FactChange(
            fate,
            at.way.label(),
            before if was else "",
            after if now else "",
            old_place if was else None,
            new_place if now else None,
            at.new if now else at.old,
            prose=any(len(_text_of(shape, value)) > LONG_TEXT for value in (old, new)),
            positions=positions,
            old_prints=old_prints if was else (),
            new_prints=new_prints if now else (),
        )

    def _told(
        self, version: Version, shape: Shape, value: Any, route: Route, key: str
    ) -> tuple[str, Span, tuple[tuple[str, Route], ...]]:
        """A value in words, its place, and the addresses it may be printed from; of running text the whole."""
        text = _text_of(shape, value)
        if len(text) > LONG_TEXT:
            words = version.names.prose(text, version.folder)
        else:
            words = "" if value is None else version.shown(shape, value)
        prints = ((version.file.path, route), *references(shape, value))
        return words or key, version.file.span(route), prints

    def _moved(self, shape: Shape, entry: Any, at: At, positions: tuple[int, int]) -> FactChange:
        places = self.old.file.span(at.old), self.new.file.span(at.new)
        prints = ((self.old.file.path, at.old),), ((self.new.file.path, at.new),)
        text = self.new.shown(shape, entry)
        return FactChange(
            FactFate.MOVED,
            at.way.label(),
            text,
            text,
            *places,
            at.new,
            positions=positions,
            old_prints=prints[0],
            new_prints=prints[1],
        )

    def _past(self, fact: FactChange, shape: Shape, old: list[Any], new: list[Any], at: At) -> FactChange:
        """A move with the addresses of the entries it went past: in print, they may be what moved."""
        low, high = sorted(fact.positions or (1, 1))
        between = range(low - 1, high)
        return replace(
            fact,
            old_prints=(*fact.old_prints, *self._listed(self.old, shape, old, between, at.old)),
            new_prints=(*fact.new_prints, *self._listed(self.new, shape, new, between, at.new)),
        )

    def _listed(
        self, version: Version, shape: Shape, entries: list[Any], places: range, route: Route
    ) -> Iterator[tuple[str, Route]]:
        for index in places:
            if index < len(entries):
                yield from ((version.file.path, (*route, index)), *references(shape, entries[index]))


def _without_text(shape: Shape, shift: object, old: Any, new: Any) -> tuple[Any, Any]:
    """Two points of which the text is told with their move: what is left are the points below them."""
    if not shift or shape.record is None or not is_point(shape.record):
        return old, new
    found = []
    for value in (old, new):
        point = shape.record.wrapped(value)
        kept = point.get("items") if isinstance(point, Mapping) else None
        found.append({"text": "", "items": kept or []})
    return found[0], found[1]


def _name_of(key: str, data: Any) -> str:
    """What the record is called that the file has under a key somewhere: points name their criteria so."""
    if isinstance(data, Mapping):
        record = data.get(key)
        if isinstance(record, Mapping) and isinstance(record.get(NAME), str):
            return str(record[NAME])
    entries = data.values() if isinstance(data, Mapping) else data if isinstance(data, list) else ()
    return next(filter(None, (_name_of(key, entry) for entry in entries)), "")


def _guessed(old: Any, new: Any) -> Shape:
    """The shape of what no model describes."""
    there = new if new is not None else old
    if isinstance(there, dict):
        return Shape(Kind.KEYED, entries=UNKNOWN)
    return Shape(Kind.LIST, entries=UNKNOWN) if isinstance(there, list) else Shape(Kind.TEXT)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text_of(shape: Shape, value: Any) -> str:
    """Running text: a scalar, or the text of a point; nothing for anything else."""
    if shape.record is not None and is_point(shape.record):
        wrapped = shape.record.wrapped(value)
        value, shape = wrapped.get("text") if isinstance(wrapped, Mapping) else None, Shape(Kind.PROSE)
    return str(value) if shape.kind in RUNNING and isinstance(value, str) else ""
