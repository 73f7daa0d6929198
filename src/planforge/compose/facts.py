"""The facts a paper may name: in templates as Jinja values, in running text as `{{ dotted.names }}`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from planforge.compose.citations import Citations, Mention
from planforge.model.fields import Number, Record
from planforge.model.references import MENTION_NAMES
from planforge.resolve import Content

Facts = Mapping[str, Any]


def facts(content: Content) -> Facts:
    """What every paper of a cluster-year may name; `model.references` knows the same names for checking."""
    year = content.year
    return {
        "year": year,
        "next_year": _year(year, 1),
        "previous_year": _year(year, -1),
        "cluster": content.cluster,
        "cite": Citations(content.registries.instruments),
        "units": content.registries.units,
        "bodies": content.registries.bodies,
        "anniversaries": content.commemorations,
        "movements": content.registries.movements,
    }


def _year(year: Number, step: int) -> Number:
    number = Number(year + step)
    number.origin = year.origin
    return number


def members(value: object) -> list[str]:
    """The names that may follow the dot after a value: keys of a mapping, or the public fields of a record."""
    if isinstance(value, Mention):
        return list(MENTION_NAMES)
    if isinstance(value, Mapping):
        return list(value)
    if isinstance(value, Record):
        return list(type(value).model_fields)
    if dataclasses.is_dataclass(value):
        return [field.name for field in dataclasses.fields(value)]
    return []


def member(value: object, name: str) -> Any:
    """The member of a value; KeyError where there is none of that name."""
    if isinstance(value, Mapping):
        return value[name]
    if name not in members(value):
        raise KeyError(name)
    return getattr(value, name)


def look_up(known: Facts, name: tuple[str, ...]) -> Any:
    """Follow a dotted name; None where a record on the way is absent. KeyError where no such name exists."""
    value: Any = known
    for part in name:
        if value is None:
            return None
        value = member(value, part)
    return value
