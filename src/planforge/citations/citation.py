"""A citation: what a sentence says of one instrument, and where it says it."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.citations.dates import CitedDate
from planforge.citations.kinds import Kind, kind_of
from planforge.citations.symbol import Symbol


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of an instrument; a part is None where the sentence has it not.

    `type` is the word for its kind ("Quyết định"), `word` the "số" before its number, `name` the name of a law,
    `number` where its symbol stands. Of "các Quyết định số 1155/QĐ-TTg và 1156/QĐ-TTg" the second has its type from the
    first: `shared`.
    """

    start: int
    end: int
    symbol: Symbol | None = None
    number: Part | None = None
    type: Part | None = None
    word: Part | None = None
    name: Part | None = None
    date: CitedDate | None = None
    issuer: Part | None = None
    title: Part | None = None
    shared: bool = False

    @property
    def kind(self) -> Kind | None:
        """The kind its type word names."""
        return kind_of(self.type.text) if self.type else None

    @property
    def is_law(self) -> bool:
        """Cited by name: a law, a code, an ordinance, the Constitution."""
        return self.kind is not None and self.kind.law

    @property
    def short(self) -> str:
        """As later mentions have it: type, number and symbol; a law by its name."""
        parts = [self.type.text if self.type else "", self.name.text if self.name else ""]
        if self.symbol and not self.is_law:
            parts += [f"số {self.symbol.tidy}" if self.type else self.symbol.tidy]
        return " ".join(filter(None, parts))
