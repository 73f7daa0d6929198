"""Ids of the registries that changed while their records did not: told once, and followed everywhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planforge.matching import content
from planforge.model.references import REFERENCE, dotted
from planforge.review.facts.naming import CITED, registry_path
from planforge.review.facts.shapes import Kind, Shape
from planforge.review.facts.sources import Sources
from planforge.workspace import REGISTRY_FILES


@dataclass(frozen=True, slots=True)
class Renames:
    """The new id of each record by its registry and old id."""

    ids: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def followed(self, shape: Shape, value: Any) -> Any:
        """An old value with the ids of today in place of those that changed, for comparing it with a new one."""
        if not self.ids or value is None:
            return value
        if isinstance(value, list):
            return [self.followed(shape.entries or shape, entry) for entry in value]
        if shape.record is not None:
            record = shape.record.wrapped(value)
            if isinstance(record, Mapping):
                fields = shape.record
                found = {name: self.followed(fields.field(name).shape, entry) for name, entry in record.items()}
                return found if isinstance(value, Mapping) else found[fields.wraps]
            return value
        if isinstance(value, Mapping):
            return {key: self.followed(shape.entries or shape, entry) for key, entry in value.items()}
        if shape.kind is Kind.REFERENCE:
            return self.ids.get((shape.registry, str(value)), value)
        return REFERENCE.sub(self._reference, value) if shape.kind is Kind.PROSE and isinstance(value, str) else value

    def _reference(self, match: re.Match[str]) -> str:
        name = dotted(match) or ("", "")
        new = self.ids.get((CITED.get(name[0], name[0]), name[1])) if len(name) > 1 else None
        return match[0].replace(name[1], new, 1) if new else match[0]


def renames(old: Sources, new: Sources) -> Renames:
    """The records that stand word for word under another id than before."""
    found: dict[tuple[str, str], str] = {}
    for registry in REGISTRY_FILES:
        path = registry_path(registry)
        if old.raw(path) == new.raw(path):
            continue
        before, after = old.data(path), new.data(path)
        came = {content(record): key for key, record in after.items() if key not in before}
        gone = {content(record): key for key, record in before.items() if key not in after}
        found |= {(registry, key): came[what] for what, key in gone.items() if what in came}
    return Renames(found)
