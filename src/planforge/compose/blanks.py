"""What the data leaves open: shown as dots, counted, and false wherever a template asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from planforge.blank import Blank
from planforge.model.places import Places
from planforge.source import Origin, Route, SourceFile

DOTS = "…………"
SHORT_DOTS = "……"


@dataclass(frozen=True, slots=True)
class Absent:
    """A field that has no value: `owner` is the record it belongs to, or the path of a file that does not exist.

    In a template it is false, empty, and its fields are absent too; printing it leaves a blank of the given form.
    """

    owner: Any
    way: tuple[str, ...]
    form: str = DOTS

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __eq__(self, other: object) -> bool:
        return other is None or (isinstance(other, Absent) and other.owner is self.owner and other.way == self.way)

    def __hash__(self) -> int:
        return hash((id(self.owner), self.way))

    def below(self, name: str) -> Absent:
        """A field of what is absent."""
        return replace(self, way=(*self.way, name))

    def shown_as(self, form: str) -> Absent:
        """The same blank in another form, for a date or a sum."""
        return replace(self, form=form)


@dataclass(slots=True)
class Blanks:
    """Collects the blanks of one paper, in the order of its text and each once."""

    document: str
    places: Places
    files: Mapping[str, SourceFile]
    found: dict[tuple[str, Route], Blank] = field(default_factory=dict)

    def note(self, absent: Absent) -> Origin | None:
        """Count a blank that is printed; returns the place where its value would be written."""
        path, route = self._address(absent)
        if not path:
            return None
        source = self.files.get(path)
        line, span = 1, None
        if source is not None:
            span = source.keys.get(route[: len(route) - len(absent.way)]) or source.span(route)
            line = span.line
        words = ".".join(str(step + 1) if isinstance(step, int) else step for step in route)
        self.found.setdefault((path, route), Blank(self.document, words, path, line))
        return Origin(path, route, source.span(route)) if source is not None else None

    def _address(self, absent: Absent) -> tuple[str, Route]:
        if isinstance(absent.owner, str):
            return absent.owner, absent.way
        place = self.places.of(absent.owner)
        return (place[0], (*place[1], *absent.way)) if place else ("", ())
