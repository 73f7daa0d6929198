"""Values as people read them on one side: a unit by its name, a date as 30/6/2023, a sum as 55.000.000 đồng."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from planforge import calendar, vietnamese
from planforge.compose.citations import LAWS
from planforge.compose.markdown import plain
from planforge.model.amounts import CLOCK, GROUPED, POINTS
from planforge.model.fields import PARTIAL_DATE
from planforge.model.references import REFERENCE, dotted
from planforge.resolve import NOUNS
from planforge.review.facts.shapes import Kind, RecordShape, Shape
from planforge.review.facts.sources import Sources
from planforge.review.facts.titles import choice
from planforge.workspace import CLUSTER, DATA

EXCERPT_WORDS = 12
# The fields that name a record best, before the one its model prints.
NAMING = ("movement", "unit", "person", "award", "title", "name", "giver", "office", "recipients", "description")
# What is a person, wherever a unit stands beside the name.
CALLED_BY_NAME = frozenset({"Signature", "Person"})
CITED = {"cite": "instruments"}


class Names:
    """How one side calls things."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def reference(self, registry: str, identifier: str) -> str:
        """What an id names: a name, a citation, a person with the honorific; the id where nothing is known of it."""
        record = self.sources.data(registry_path(registry)).get(identifier)
        if not isinstance(record, dict):
            return identifier
        if registry == "instruments":
            return _citation(record) or identifier
        name = _text(record.get("name"))
        if registry == "movements" and name:
            return f"“{excerpt(name)}”"
        return (f"đồng chí {name}" if registry == "people" else name) if name else identifier

    def value(self, shape: Shape, value: Any) -> str:
        """Any value in words; of a record the words that name it."""
        if shape.kind is Kind.RECORD and shape.record:
            return self.record(shape.record, shape.record.wrapped(value))
        if isinstance(value, list):
            entries = shape.entries or Shape(Kind.UNKNOWN)
            return ", ".join(self.value(entries, entry) for entry in value)
        if isinstance(value, Mapping):
            return ", ".join(str(key) for key in value)
        return "" if value is None else self._scalar(shape, str(value))

    def _scalar(self, shape: Shape, text: str) -> str:
        if shape.kind is Kind.REFERENCE:
            return self.reference(shape.registry, text)
        if shape.kind in {Kind.CHOICE, Kind.YES_NO}:
            return choice(text)
        shown = _SHOWN.get(shape.kind)
        return (shown(text) if shown else "") or text.strip()

    def record(self, shape: RecordShape, value: Any) -> str:
        """What names a record; empty where nothing does."""
        if not isinstance(value, Mapping):
            return excerpt(_text(value))
        if shape.name == "Instrument":
            return _citation(value)
        if shape.name == "Approval":
            return ", ".join(filter(None, (_text(value.get("document")), _text(value.get("by")))))
        if "start" in value and "end" in value and shape.name in {"Wave", "Period"}:
            return " - ".join(_date(_text(value[part])) or _text(value[part]) for part in ("start", "end"))
        first = ("name", "title") if shape.name in CALLED_BY_NAME else NAMING
        for name in (*first, shape.printed, *shape.fields):
            if name in shape.fields and (words := self.value(shape.fields[name].shape, value.get(name))):
                quoted = shape.fields[name].shape.kind is Kind.PROSE or name in {"title", "description"}
                return f"“{excerpt(self.prose(words, ''))}”" if quoted else words
        return ""

    def prose(self, text: str, folder: str) -> str:
        """Running text as the paper has it, as far as that is known here: what references name, without emphasis."""
        return plain(REFERENCE.sub(lambda match: self._named(dotted(match) or (), folder) or match[0], text))

    def _named(self, name: tuple[str, ...], folder: str) -> str:
        if len(name) >= 2 and (record := self.sources.data(registry_path(CITED.get(name[0], name[0]))).get(name[1])):
            if name[0] in CITED:
                return _citation(record, dated=False)
            return _text(record.get("name")) if isinstance(record, dict) else ""
        if len(name) == 1:
            return self._of_year(name[0], folder)
        return ""

    def _of_year(self, name: str, folder: str) -> str:
        cluster = self.sources.data(f"{folder}/{CLUSTER}.yaml")
        year = _text(cluster.get("year"))
        if name == "cluster":
            return cluster_name(cluster)
        steps = {"previous_year": -1, "year": 0, "next_year": 1}
        return str(int(year) + steps[name]) if name in steps and year.isdecimal() else ""


def registry_path(registry: str) -> str:
    """Where a registry is written."""
    return f"{DATA}/registry/{registry}.yaml"


def cluster_name(cluster: Mapping[str, Any]) -> str:
    """The name of a cluster as its papers print it; empty where its file does not tell."""
    if name := _text(cluster.get("name")):
        return name
    number = _text(cluster.get("number"))
    return f"{NOUNS.get(_text(cluster.get('kind')), 'Cụm')} Thi đua số {number}" if number else ""


def excerpt(text: str, words: int = EXCERPT_WORDS) -> str:
    """The first words of a text."""
    found = text.split()
    return " ".join(found) if len(found) <= words else f"{' '.join(found[:words])}…"


def _citation(record: Any, *, dated: bool = True) -> str:
    if not isinstance(record, Mapping):
        return ""
    kind, symbol, title = (_text(record.get(name)) for name in ("type", "symbol", "title"))
    if kind.casefold() in LAWS or not symbol:
        return " ".join(filter(None, (kind, excerpt(title))))
    day = _date(_text(record.get("date"))) if dated else ""
    return f"{kind} số {symbol}" + (f" ngày {day}" if day else "")


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _date(text: str) -> str:
    try:
        return calendar.short_date(date.fromisoformat(text))
    except ValueError:
        return ""


def _partial_date(text: str) -> str:
    match = PARTIAL_DATE.fullmatch(text)
    return "/".join(str(part) for part in reversed(match.groups()) if part) if match else ""


def _clock(text: str) -> str:
    match = CLOCK.fullmatch(text)
    return f"{int(match[1]):02d} giờ {int(match[2] or 0):02d}" if match else ""


def _money(text: str) -> str:
    plain_figures = re.sub("[._]", "", text) if GROUPED.fullmatch(text) else text
    return f"{vietnamese.grouped(int(plain_figures))} {vietnamese.CURRENCY}" if _is_number(plain_figures) else ""


def _points(text: str) -> str:
    return vietnamese.decimal(Decimal(text.replace(",", "."))) if POINTS.fullmatch(text) else ""


def _count(text: str) -> str:
    return str(int(text)) if _is_number(text) else ""


def _is_number(text: str) -> bool:
    return bool(re.fullmatch("[0-9]{1,16}", text))


_SHOWN = {
    Kind.DAY: _date,
    Kind.PARTIAL_DATE: _partial_date,
    Kind.CLOCK: _clock,
    Kind.MONEY: _money,
    Kind.POINTS: _points,
    Kind.COUNT: _count,
    Kind.PROSE: plain,
}
