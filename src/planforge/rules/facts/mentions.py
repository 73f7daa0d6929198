"""The instruments that the data cites, each with the place where it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.diagnostics import Span
from planforge.model.fields import Prose, Record
from planforge.model.references import REFERENCE, dotted
from planforge.model.registry import Instrument
from planforge.rules.facts.records import texts_of
from planforge.source import Origin, find_within
from planforge.words import Words
from planforge.years import ClusterYear


@dataclass(frozen=True, slots=True)
class Cited:
    """An instrument cited at a place."""

    instrument: Instrument
    span: Span | None

    @property
    def name(self) -> Words:
        """Type and symbol, as in a short citation."""
        named = f"{self.instrument.type} số {self.instrument.symbol}" if self.instrument.symbol else None
        words = named or f"{self.instrument.type} {self.instrument.title or ''}".strip()
        return Words(words, words)


def basis(one: ClusterYear, record: Record) -> Iterator[Cited]:
    """The instruments that a paper lists as those it is based on."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for index, entry in enumerate(value if isinstance(value, list) else ()):
            if isinstance(entry, Instrument):
                yield Cited(entry, one.place(record, name, index))


def cited_in_text(one: ClusterYear, record: Record) -> Iterator[Cited]:
    """The instruments that the running text of a record cites by reference."""
    instruments = {str(name): known for name, known in one.content.registries.instruments.items()}
    for text in texts_of(record):
        for name, span in references(one, text, "cite"):
            if name in instruments:
                yield Cited(instruments[name], span)


def references(one: ClusterYear, text: Prose, kind: str) -> Iterator[tuple[str, Span | None]]:
    """The ids that a text refers to in one registry, and where."""
    for match in REFERENCE.finditer(text):
        parts = dotted(match)
        if parts is not None and len(parts) > 1 and parts[0] == kind:
            before = text.count(match[0], 0, match.start())
            yield parts[1], place_in(one, text, match[0], before=before)


def place_in(one: ClusterYear, text: Prose, words: str, *, before: int = 0) -> Span | None:
    """Where some words of a text stand, after as many others of the same; the whole text where a line breaks them."""
    origin: Origin | None = text.origin
    if origin is None:
        return None
    source = one.sources.yaml.get(origin.path)
    return find_within(source, origin.span, words, before=before) if source else origin.span
