"""Changes of the example's files that make one mistake: what mutations of facts are written with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.mutations.mutation import FactMutation

from planforge.rule import Replaced
from planforge.starter import starter_data

# A file, what stands there once, and what stands there instead.
Change = tuple[str, str, str]
Mistake = Change | tuple[Change, ...]

ANNIVERSARIES, MOVEMENTS = "data/registry/anniversaries.yaml", "data/registry/movements.yaml"
BEFORE, AFTER = "data/mau/2029/cluster.yaml", "data/mau/2031/cluster.yaml"
CONFERENCES, INSPECTIONS, NOMINATIONS = "conferences.yaml", "inspections.yaml", "nominations.yaml"


def block(path: str, unit: str, key: str = "unit") -> Change:
    """The entry of a unit in a list of one of the example's files, taken out."""
    text = (starter_data() / "mau" / "2030" / path).read_text(encoding="utf-8")
    start = text.index(f"  - {key}: {unit}\n")
    end = text.find(f"\n  - {key}: ", start)
    return path, text[start : end + 1] if end >= 0 else text[start:], ""


def mutations(table: Mapping[str, tuple[Mistake, ...]]) -> Iterator[FactMutation]:
    """The mutations of a table by rule, named after their last change."""
    for rule, mistakes in table.items():
        for one in mistakes:
            changes = one if isinstance(one[0], tuple) else (one,)
            path, old, new = changes[-1]
            name = f"{path}: {old[:60]} → {new[:90] or 'nothing'}"
            yield FactMutation(rule, name, tuple(Replaced(*change) for change in changes))
