"""What a file says of itself: title, author, dates, and the program that wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planforge.verify.docx.names import Element
from planforge.verify.docx.package import Package

_CORE = ("core-properties", "coreProperties")
_OTHERS = (("extended-properties", "extendedProperties"), ("custom-properties", "customProperties"))
_LONGEST = 10_000


def read_metadata(package: Package) -> tuple[dict[str, str], dict[str, str]]:
    """The core properties ("title", "creator", "created") and all others, by their names in the file."""
    kinds = package.relationships("").by_kind
    core = dict(_named(_part(package, kinds, _CORE)))
    others: dict[str, str] = {}
    for names in _OTHERS:
        for name, value in _named(_part(package, kinds, names)):
            others.setdefault(name, value)
    return core, others


def _part(package: Package, kinds: Mapping[str, str], names: tuple[str, str]) -> Element | None:
    found = next((kinds[name] for name in names if name in kinds), None)
    return package.xml(found) if found else None


def _named(root: Element | None) -> Iterator[tuple[str, str]]:
    """Each property that has a value; a custom one stands in an attribute with its name."""
    for element in root if root is not None else ():
        text = "".join(part for part in element.itertext() if isinstance(part, str)).strip()
        name = element.get("name") or element.tag.rpartition("}")[2]
        if text:
            yield name, text[:_LONGEST]
