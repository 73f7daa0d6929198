"""A name that papers print inside another value: a person's position ends in the name of the unit or body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from planforge.review.facts.naming import registry_path
from planforge.review.facts.sources import Sources
from planforge.review.sides import FactChange
from planforge.source import Route

PEOPLE = registry_path("people")
# The field of a person that refers to a record of each registry.
FIELDS = {registry_path("units"): "unit", registry_path("bodies"): "body"}


def with_positions(fact: FactChange, old: Sources, new: Sources) -> FactChange:
    """The fact with the offices of the people whose positions are printed with the name that it is about.

    The position is one value, whose origin is the office: the name at its end leaves no trace of its own.
    """
    place = fact.new_place or fact.old_place
    if place is None or place.path not in FIELDS or not fact.route or fact.route[1:] not in {(), ("name",)}:
        return fact
    return replace(
        fact,
        old_prints=(*fact.old_prints, *_offices(fact.old_prints[:1], old)),
        new_prints=(*fact.new_prints, *_offices(fact.new_prints[:1], new)),
    )


def _offices(own: tuple[tuple[str, Route], ...], side: Sources) -> Iterator[tuple[str, Route]]:
    for path, route in own:
        for key, person in side.data(PEOPLE).items():
            if isinstance(person, Mapping) and person.get(FIELDS[path]) == route[0]:
                yield PEOPLE, (str(key), "office")
