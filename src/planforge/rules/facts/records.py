"""All records and texts of a cluster's year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from planforge.model.fields import Prose, Record
from planforge.model.registry import Anniversary, Award, Body, Instrument, LongMovement, Person, Unit
from planforge.years import ClusterYear

AnyRecord = TypeVar("AnyRecord", bound=Record)

# What a file of the year only refers to.
OF_REGISTRIES = (Anniversary, Award, Body, Instrument, LongMovement, Person, Unit)


def values_below(value: Any) -> Iterator[Any]:
    """A value and all that it holds, in the order of the file, without what belongs to the registries."""
    if isinstance(value, OF_REGISTRIES):
        return
    yield value
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from values_below(getattr(value, name))
    elif isinstance(value, Mapping):
        for entry in value.values():
            yield from values_below(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from values_below(entry)


def files(one: ClusterYear) -> Iterator[Record]:
    """What each file of the year holds, the papers' own data last."""
    content = one.content
    year = (
        content.cluster,
        content.movements,
        content.waves,
        content.responsibilities,
        content.conferences,
        content.reviews,
        content.titles,
        content.inspections,
        content.scores,
        content.nominations,
        content.scholarships,
    )
    for file in year:
        if file is not None:
            yield file if isinstance(file, Record) else file.record
    for document in content.documents:
        yield document.data


class _Same:
    """A cluster's year as a key: it is itself, whatever it holds."""

    def __init__(self, one: ClusterYear) -> None:
        self.one = one

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.one is other.one


@lru_cache(maxsize=64)
def _everything(year: _Same) -> tuple[Any, ...]:
    """All values of all files of a year: every rule goes over them, so they are looked up once."""
    return tuple(value for file in files(year.one) for value in values_below(file))


def records(one: ClusterYear, kind: type[AnyRecord]) -> Iterator[AnyRecord]:
    """Every record of a kind in the files of the year."""
    return (value for value in _everything(_Same(one)) if isinstance(value, kind))


def texts(one: ClusterYear) -> Iterator[Prose]:
    """All running text of the year."""
    return (value for value in _everything(_Same(one)) if isinstance(value, Prose))


def texts_of(record: Record) -> Iterator[Prose]:
    """The running text of a record and of all below it."""
    return (value for value in values_below(record) if isinstance(value, Prose))
