"""What rules about the registry of instruments share: its records with their symbols, and records for examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.checks.readable import is_read
from planforge.citations import Symbol, read_symbol
from planforge.citations.issuers import initials
from planforge.citations.kinds import Kind, kind_of
from planforge.model.registry import Instrument
from planforge.rule import Finding, Replaced
from planforge.years import Years

REGISTRY = "data/registry/instruments.yaml"
# The record of the fictional example before which others are put.
NEXT_RECORD = "nq_36a_2029:\n"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record of the registry under its id; `symbol` is None where it has none, or one that cannot be read."""

    id: str
    instrument: Instrument
    kind: Kind | None
    symbol: Symbol | None

    @property
    def called(self) -> str:
        """Type with number and symbol: "Quyết định số 84/QĐ-BTP"."""
        symbol = self.instrument.symbol
        return f"{self.instrument.type} số {symbol}" if symbol else f"{self.instrument.type} ({self.id})"


def at(years: Years, one: Recorded, field: str, **values: object) -> Finding:
    """What a rule found at a field of a record; every cluster-year reads the same registry."""
    return years.years[0].finding(one.instrument, field, **values) if years.years else Finding(None, values)


def recorded(years: Years) -> Iterator[Recorded]:
    """The records of the registry, in order."""
    for name, instrument in years.registries.instruments.items():
        if is_read(instrument):
            symbol = read_symbol(instrument.symbol) if instrument.symbol else None
            yield Recorded(name, instrument, kind_of(instrument.type), symbol)


def settled_letters(years: Years) -> dict[str, str]:
    """Names of issuing bodies by their letters, as the records show them beyond doubt."""
    found = {}
    bodies = [(one.abbreviation, one.name) for one in years.registries.bodies.values() if is_read(one)]
    units = [(one.abbreviation, one.name) for one in years.registries.units.values() if is_read(one)]
    for letters, name in (*bodies, *units):
        if letters and letters.casefold() in initials(name):
            found[str(letters)] = str(name)
    for one in recorded(years):
        issuer = one.instrument.issuer
        if one.symbol and one.symbol.bodies and issuer and one.symbol.bodies[0].casefold() in initials(issuer.name):
            found.setdefault(one.symbol.bodies[0], str(issuer.name))
    return found


def added(text: str) -> Replaced:
    """An example: one more record in the registry of the fictional example."""
    return Replaced(REGISTRY, NEXT_RECORD, f"{text.rstrip()}\n\n{NEXT_RECORD}")


def record(
    name: str = "qd_777_2029",
    *,
    kind: str = "Quyết định",
    symbol: str = "777/QĐ-BVD",
    date: str = "2029-07-07",
    **more: str,
) -> Replaced:
    """An example: one more record, right but for what is given; an empty value leaves its key out."""
    fields = {"type": kind, "symbol": symbol, "date": date, "issuer": "bo_truong_bo_vi_du"}
    fields = {**fields, "title": "về công tác thi đua của Ngành Ví dụ", **more}
    lines = [f"  {key}: {value}" for key, value in fields.items() if value]
    return added("\n".join((f"{name}:", *lines)))
