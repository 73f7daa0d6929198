"""All cluster-years of a workspace as rules about facts read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planforge.checks.readable import is_read
from planforge.diagnostics import Span
from planforge.load import Sources
from planforge.model.registry import Instrument
from planforge.resolve import Content
from planforge.rule import Finding
from planforge.source import Origin, Route
from planforge.validate import Registries


@dataclass(frozen=True, slots=True)
class ClusterYear:
    """One cluster in one year: its resolved facts, and the files they stand in."""

    cluster: str
    year: str
    sources: Sources
    content: Content

    def place(self, record: object, *route: str | int, of_key: bool = False) -> Span | None:
        """Where a record (or a computed value that stands for one) was written, or a field below it."""
        found = self.content.places.of(record)
        if found is None:
            return None
        path, start = found
        source = self.sources.yaml.get(path)
        steps: Route = (*start, *route)
        return source.span(steps, of_key=of_key) if source else Span(path)

    def finding(self, record: object, *route: str | int, **values: object) -> Finding:
        """What a rule found at a record, or at a field below it."""
        return Finding(self.place(record, *route), values)


@dataclass(frozen=True, slots=True)
class Years:
    """Every cluster-year that could be resolved, in order, and the registries; `today` is the day of the run."""

    years: tuple[ClusterYear, ...]
    registries: Registries
    today: date

    @property
    def instruments(self) -> dict[str, Instrument]:
        """The instruments of the registry, by id; one that is wrong itself is told where it stands."""
        return {str(name): record for name, record in self.registries.instruments.items() if is_read(record)}

    def at(self, origin: Origin | None, **values: object) -> Finding:
        """What a rule found at a value that knows where it was written."""
        return Finding(origin.span if origin else None, values)
