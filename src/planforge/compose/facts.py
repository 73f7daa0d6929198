"""The facts a paper may name: in templates as Jinja values, in running text as `{{ dotted.names }}`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from planforge.compose.blanks import Absent
from planforge.compose.citations import Citations, Mention
from planforge.model.fields import Number, Record
from planforge.model.references import MENTION_NAMES
from planforge.resolve import Content
from planforge.workspace import CLUSTER, YEAR_FILES

Facts = Mapping[str, Any]


def facts(content: Content) -> Facts:
    """What every paper of a cluster-year may name; `model.references` knows the same names for checking."""
    year = content.year
    return {
        "year": year,
        "next_year": _year(year, 1),
        "previous_year": _year(year, -1),
        "period": content.period,
        "next_period": content.next_period,
        "cluster": content.cluster,
        "previous_cluster": content.previous_cluster or _absent_cluster(content, -1),
        "next_cluster": content.next_cluster or _absent_cluster(content, 1),
        "cite": Citations(content.registries.instruments),
        "units": content.registries.units,
        "bodies": content.registries.bodies,
        "people": content.registries.people,
        "awards": content.registries.awards,
        "anniversaries": content.commemorations,
        "movements": content.registries.movements,
    }


def year_files(content: Content) -> dict[str, Any]:
    """The files of the year as templates name them; one that does not exist is absent, and so is all in it."""
    return {
        name: getattr(content, name) or Absent(f"{content.folder}/{name}.yaml", ())
        for name in YEAR_FILES
        if name != CLUSTER
    }


def _absent_cluster(content: Content, step: int) -> Absent:
    folder = content.folder.rpartition("/")[0]
    return Absent(f"{folder}/{content.year + step}/{CLUSTER}.yaml", ())


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
    computed = list(getattr(value, "computed", ()))
    if isinstance(value, Record):
        return [*type(value).model_fields, *computed]
    if dataclasses.is_dataclass(value):
        return [*(field.name for field in dataclasses.fields(value)), *computed]
    return []


def member(value: object, name: str) -> Any:
    """The member of a value, `Absent` where it has none; KeyError where there can be none of that name."""
    if isinstance(value, Absent):
        return value.below(name)
    if isinstance(value, Mapping):
        return value[name]
    if name not in members(value):
        raise KeyError(name)
    found = getattr(value, name)
    if found is None or (isinstance(found, list | tuple) and not found and _unwritten(value, name)):
        return Absent(value, (getattr(value, "computed_from", {}).get(name, name),))
    return found


def _unwritten(value: object, name: str) -> bool:
    """Whether a list is empty because nobody wrote it, not because it was written so."""
    record = getattr(value, "record", value)
    return isinstance(record, Record) and name not in record.model_fields_set


def look_up(known: Facts, name: tuple[str, ...]) -> Any:
    """Follow a dotted name; KeyError where no such name exists."""
    value: Any = known
    for part in name:
        value = member(value, part)
    return value
