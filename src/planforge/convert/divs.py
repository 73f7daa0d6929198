"""The fenced divs that mean something: what they may say of themselves, and how that is read."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.convert.nodes import Node, attributes, described
from planforge.convert.problems import Problems


@dataclass(frozen=True, slots=True)
class DivKind:
    """What a div of one kind may have beside its class: other classes, keys, an identifier."""

    classes: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    has_identifier: bool = False


ANNEX, CENTRED, CHART, NOTES, TABLE = "annex", "centred", "chart", "notes", "table"
DIVS = {
    ANNEX: DivKind(classes=frozenset({"landscape", "list", "enclosure"}), has_identifier=True),
    CENTRED: DivKind(),
    CHART: DivKind(keys=frozenset({"kind"})),
    NOTES: DivKind(),
    TABLE: DivKind(classes=frozenset({"compact"}), keys=frozenset({"widths", "head"})),
}


@dataclass(frozen=True, slots=True)
class Div:
    """A div as it was read; `kind` is empty for one that says nothing of itself."""

    kind: str
    identifier: str
    classes: frozenset[str]
    values: dict[str, str]
    blocks: list[Node]


def read_div(node: Node, problems: Problems) -> Div | None:
    """What a div is; None, with a problem, where it says something that means nothing."""
    identifier, classes, values = attributes(node["c"][0])
    kinds = [name for name in classes if name in DIVS]
    if not (identifier or classes or values):
        return Div("", "", frozenset(), {}, node["c"][1])
    if len(kinds) == 1:
        allowed, others = DIVS[kinds[0]], frozenset(classes) - set(kinds)
        if others <= allowed.classes and values.keys() <= allowed.keys and (allowed.has_identifier or not identifier):
            return Div(kinds[0], identifier, others, values, node["c"][1])
    problems.report("template.unsupported", element=described("Div", node["c"][0]))
    return None


def is_annex(node: Node) -> bool:
    """True for a div that says it is an annex."""
    return node["t"] == "Div" and ANNEX in node["c"][0][1]
