"""What tells the entries of a list apart, what they are called when one comes or goes, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from planforge.matching import Entry, Pair, Pairing, Rank, content, first_name, names_of, words_of
from planforge.review.facts.labels import Way
from planforge.review.facts.naming import registry_path
from planforge.review.facts.shapes import ROW, Kind, RecordShape, Shape
from planforge.source import Route

# With another name of these it is another record: a review tells of one gone and one come.
LASTING = (Rank.WHOLE, Rank.ABOUT)


def paired(old: Sequence[Entry], new: Sequence[Entry]) -> list[Pair]:
    """The pairs of indices that are the same entry, by the index in the old list.

    A reader is better served by "moved and changed" than by "gone and come": so every name counts, not the weightiest
    alone, and likeness is looked for in the whole list.
    """
    pairing = Pairing(old, new)
    pairing.equal()
    pairing.named()
    pairing.alike(anywhere=True)
    pairing.replaced()
    return pairing.pairs


def list_entry(shape: Shape, value: Any) -> Entry:
    """What is known of an entry of a list for finding it again."""
    words = tuple(words_of(value))
    if shape.record is None:
        return Entry(content(value), words=words if shape.kind is not Kind.REFERENCE else ())
    record = shape.record.wrapped(value)
    # A unit that leads in the place of another is a change of its leader.
    identity = first_name(record, *LASTING) if shape.record.name != "Leader" else None
    return Entry(content(record), names_of(record), words, identity)


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
