"""What may stand at a place of a data file, read off the models: a date, a reference, a list of records.

The comparison works on what is written, not on validated records: a side with mistakes can be compared all the same.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from planforge.model.amounts import ClockTime, Money, Points
from planforge.model.document_type import FIELD_KINDS
from planforge.model.fields import Day, Number, OneOf, PartialDate, Prose, Record, RefersTo
from planforge.review.facts.declared import declared_title
from planforge.review.facts.titles import noun, title
from planforge.words import NOTHING, Words


class Kind(StrEnum):
    """How a value is compared and shown."""

    TEXT = "text"
    PROSE = "prose"
    DAY = "day"
    PARTIAL_DATE = "partial_date"
    CLOCK = "clock"
    MONEY = "money"
    POINTS = "points"
    COUNT = "count"
    YES_NO = "yes_no"
    CHOICE = "choice"
    REFERENCE = "reference"
    RECORD = "record"
    LIST = "list"
    KEYED = "keyed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Shape:
    """The kind of a value; `registry` of a reference, `record` of a record, `entries` of a list or a keyed map."""

    kind: Kind
    registry: str = ""
    record: RecordShape | None = None
    entries: Shape | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: what it is called, and what it holds."""

    title: Words
    shape: Shape


@dataclass(slots=True)
class RecordShape:
    """The fields of a record; `wraps` is the field that a mere text stands for, `printed` the one that names it."""

    name: str
    noun: Words
    printed: str = ""
    wraps: str = ""
    fields: dict[str, Field] = field(default_factory=dict)

    def field(self, name: str) -> Field:
        """A field by name; one that nobody declared is called by its name."""
        return self.fields.get(name) or Field(Words(name, name), UNKNOWN)

    def wrapped(self, value: Any) -> Any:
        """A record, also where it is written as a mere text."""
        return {self.wraps: value} if self.wraps and isinstance(value, str) else value


UNKNOWN = Shape(Kind.UNKNOWN)
KINDS: Mapping[Any, Kind] = {
    Prose: Kind.PROSE,
    Day: Kind.DAY,
    datetime.date: Kind.DAY,
    PartialDate: Kind.PARTIAL_DATE,
    ClockTime: Kind.CLOCK,
    Money: Kind.MONEY,
    Points: Kind.POINTS,
    Decimal: Kind.POINTS,
    Number: Kind.COUNT,
    bool: Kind.YES_NO,
}


def shape_of(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    """The shape that a type annotation of a model asks for."""
    if get_origin(annotation) is Annotated:
        inner, *own = get_args(annotation)
        return shape_of(inner, (*own, *marks))
    for mark in marks:
        if isinstance(mark, RefersTo):
            return Shape(Kind.REFERENCE, registry=mark.kind)
        if isinstance(mark, OneOf):
            return Shape(Kind.CHOICE)
    if get_origin(annotation) in {Union, types.UnionType}:
        return shape_of(next(one for one in get_args(annotation) if one is not types.NoneType), marks)
    if get_origin(annotation) is list:
        return Shape(Kind.LIST, entries=shape_of(get_args(annotation)[0]))
    if get_origin(annotation) is dict:
        return Shape(Kind.KEYED, entries=shape_of(get_args(annotation)[1]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Shape(Kind.RECORD, record=record_shape(annotation))
    return Shape(KINDS.get(annotation, Kind.TEXT))


_RECORDS: dict[type[Record], RecordShape] = {}


def record_shape(model: type[Record]) -> RecordShape:
    """The shape of a record of a model, made once; a record may hold records of its own kind."""
    if model in _RECORDS:
        return _RECORDS[model]
    lineage = [one.__name__ for one in model.__mro__ if issubclass(one, Record)]
    shape = RecordShape(model.__name__, noun(*lineage), model.printed_as, _WRAPS.get(model.__name__, ""))
    _RECORDS[model] = shape
    for name, info in model.model_fields.items():
        shape.fields[name] = Field(
            title(name, *lineage) or Words(name, name), shape_of(info.annotation, tuple(info.metadata))
        )
    return shape


# The records that may be written as a mere text, and the field it stands for: `wrap` of their models.
_WRAPS = {"Item": "text", "Leader": "unit"}


def declared_fields(written: Any) -> dict[str, Field]:
    """The fields that a `document.yaml` declares, as far as it can be read."""
    found: dict[str, Field] = {}
    for name, entry in written.items() if isinstance(written, dict) else ():
        if isinstance(entry, dict):
            found[str(name)] = Field(declared_title(str(name), entry), _declared_shape(str(name), entry))
    return found


def _declared_shape(name: str, entry: Mapping[str, Any]) -> Shape:
    kind = entry.get("kind")
    if kind in {"record", "rows"}:
        record = RecordShape(name, ROW if kind == "rows" else NOTHING, fields=declared_fields(entry.get("fields")))
        shape = Shape(Kind.RECORD, record=record)
        return Shape(Kind.LIST, entries=shape) if kind == "rows" else shape
    return _of_kind(str(kind)) if isinstance(kind, str) else UNKNOWN


@cache
def _of_kind(kind: str) -> Shape:
    return shape_of(FIELD_KINDS[kind]) if kind in FIELD_KINDS else UNKNOWN


ROW = Words("dòng", "row")
