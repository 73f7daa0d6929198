"""Where each record of the data was written: what a blank names as the place to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planforge.model.fields import Record
from planforge.source import Route

Place = tuple[str, Route]


class Places:
    """The file and route of every record, by the record itself and not by its values: two records may be equal."""

    def __init__(self) -> None:
        self._places: dict[int, Place] = {}
        self._kept: list[Any] = []

    def add(self, value: Any, path: str, route: Route = ()) -> None:
        """Note the places of a record and of all records in it; one that is noted already keeps its place."""
        if isinstance(value, Record):
            if id(value) in self._places:
                return
            self._places[id(value)] = (path, route)
            self._kept.append(value)
            for name in type(value).model_fields:
                self.add(getattr(value, name), path, (*route, name))
        elif isinstance(value, list):
            for index, entry in enumerate(value):
                self.add(entry, path, (*route, index))
        elif isinstance(value, Mapping):
            for key, entry in value.items():
                self.add(entry, path, (*route, str(key)))

    def of(self, value: Any) -> Place | None:
        """The place of a record, or of the record that a computed value stands for; None where it is unknown."""
        return self._places.get(id(getattr(value, "record", value)))

    def records(self) -> tuple[Any, ...]:
        """Every record whose place is known."""
        return tuple(self._kept)
