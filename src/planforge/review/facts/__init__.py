"""What changed in the data between two revisions, in the words of the domain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.diagnostics import Span
from planforge.review.facts.compare import Comparer, Version
from planforge.review.facts.files import kept_in, place_of
from planforge.review.facts.labels import WHERE
from planforge.review.facts.naming import Names
from planforge.review.facts.offices import with_positions
from planforge.review.facts.reach import reaching
from planforge.review.facts.renames import Renames, renames
from planforge.review.facts.sources import Sources
from planforge.review.sides import FactChange, FactFate, Side
from planforge.words import Words

__all__ = ["changed_facts", "reaching"]


def changed_facts(old: Side, new: Side) -> tuple[FactChange, ...]:
    """Every fact that is not the same on both sides, in the order of the files.

    A file that cannot be read on one side tells nothing: its findings are those of that side.
    """
    sources = Sources(old), Sources(new)
    names = Names(sources[0]), Names(sources[1])
    paths = dict.fromkeys((*sources[1].paths, *sources[0].paths))
    changed = [path for path in paths if sources[0].raw(path) != sources[1].raw(path)]
    ids = renames(*sources)
    found = {path: tuple(_in_file(path, sources, names, ids)) for path in changed}
    places = {path: place_of(path, *sources) for path, facts in found.items() if facts}
    several = len({place for place in places.values() if place is not None}) > 1
    return tuple(
        replace(with_positions(fact, *sources), label=_placed(fact.label, places[path] if several else None))
        for path, facts in found.items()
        for fact in facts
    )


def _in_file(
    path: str, sources: tuple[Sources, Sources], names: tuple[Names, Names], ids: Renames
) -> Iterator[FactChange]:
    kept = kept_in(path, *sources)
    old, new = (side.file(path) for side in sources)
    if old is not None and new is not None:
        yield from Comparer(Version(old, names[0]), Version(new, names[1]), ids).changes(kept.shape, kept.way)
        return
    there = tuple(side.raw(path) is not None for side in sources)
    if there == (True, True):
        return
    fate, span = (FactFate.ADDED if there[1] else FactFate.REMOVED), Span(path)
    own = ((path, ()),)
    yield FactChange(
        fate,
        _capital(kept.name),
        "",
        "",
        span if there[0] else None,
        span if there[1] else None,
        (),
        old_prints=own if there[0] else (),
        new_prints=own if there[1] else (),
    )


def _capital(words: Words) -> Words:
    return Words(*(f"{text[:1].upper()}{text[1:]}" for text in words))


def _placed(label: Words, place: Words | None) -> Words:
    return Words(*(f"{where}{WHERE}{text}" for where, text in zip(place, label, strict=True))) if place else label
