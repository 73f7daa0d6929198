"""What tells the entries of a list apart, what they are called when one comes or goes, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planforge.review.facts.labels import Way
from planforge.review.facts.matching import Entry, content, words_of
from planforge.review.facts.naming import registry_path
from planforge.review.facts.shapes import ROW, Kind, RecordShape, Shape
from planforge.source import Route

# What says which record it is, in order of weight; of the first kind no record changes into another.
REFERRING = ("unit", "person", "movement", "award", "inspected", "speaker", "conference", "rule")
SAYING = ("id", "title", "name", "item", "task", "purpose", "giver", "text", "start", "end", "date", "time")


def list_entry(shape: Shape, value: Any) -> Entry:
    """What is known of an entry of a list for finding it again."""
    words = tuple(words_of(value))
    if shape.record is None:
        return Entry(content(value), words=words if shape.kind is not Kind.REFERENCE else ())
    record = shape.record.wrapped(value)
    if not isinstance(record, Mapping):
        return Entry(content(value), words=words)
    keys = tuple(content(record.get(name)) for name in (*REFERRING, *SAYING))
    if shape.record.name == "Approval":
        keys = ((content(record.get("document")), content(record.get("by"))),)
    fixed = [content(record[name]) for name in REFERRING if name in record] if shape.record.name != "Leader" else []
    return Entry(content(record), keys, words, fixed[0] if fixed else None)


def keyed_entry(key: str, value: Any) -> Entry:
    """What is known of a record under a key: the key, and for one whose key changed all that it says."""
    return Entry(key, (content(value),), identity=key)


def is_point(shape: RecordShape | None) -> bool:
    """Whether a record is a point of a list, which is known by its number."""
    return shape is not None and shape.name == "Item"


def has_title_too(shape: RecordShape) -> bool:
    """Whether its list has to be named before it: a task may be a conclusion or a preparation."""
    return shape.name in {"Item", "Task"} or shape.noun == ROW


def added_label(shape: Shape, way: Way) -> Way:
    """The way to what comes or goes: the name of its list, or what one of them is called."""
    record = shape.record
    if record is None or not record.noun.vi or record.name == "Leader" or has_title_too(record):
        return Way(way.parts)
    return Way(way.parts[:-1]).to(record.noun)


def references(shape: Shape, value: Any) -> Iterator[tuple[str, Route]]:
    """The addresses in the registries of all that a value refers to."""
    if shape.kind is Kind.REFERENCE and isinstance(value, str):
        yield registry_path(shape.registry), (str(value),)
    elif shape.record is not None:
        record = shape.record.wrapped(value)
        for name, entry in record.items() if isinstance(record, Mapping) else ():
            yield from references(shape.record.field(name).shape, entry)
    elif isinstance(value, list) and shape.entries is not None:
        for entry in value:
            yield from references(shape.entries, entry)
    elif isinstance(value, Mapping) and shape.entries is not None:
        for entry in value.values():
            yield from references(shape.entries, entry)
