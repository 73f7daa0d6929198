"""The papers of a cluster's year as their frames tell them: number, day, issuer, signers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from planforge.compose.frame import FrameLayers
from planforge.model.document_type import FORM_LETTER
from planforge.model.paper_data import Issuer, PapersData, Signature
from planforge.model.registry import Unit
from planforge.rule import Finding
from planforge.rules.facts.days import QUARTER, bounds
from planforge.validate import Document
from planforge.words import Words
from planforge.years import ClusterYear, Years


@dataclass(frozen=True, slots=True)
class YearPaper:
    """One paper; `key` tells apart the papers of a document that is made several times, by conference or unit."""

    one: ClusterYear
    document: Document
    key: str

    @property
    def layers(self) -> FrameLayers:
        """Where the fields of its frame are looked up."""
        return FrameLayers(self.document, self.key)

    @property
    def name(self) -> Words:
        """What the paper is called in a message."""
        return Words(str(self.document.type.name), self.document.name)

    @property
    def number(self) -> int | None:
        """The number it was given."""
        number: int | None = self.layers.value("number")
        return number

    @property
    def day(self) -> date | None:
        """The day it bears; None also for a day of another year, which is told where the file is read."""
        day: date | None = self.layers.value("date")
        first, last = bounds(self.one)
        return day if day is not None and first - QUARTER <= day <= last + QUARTER else None

    @property
    def issuer(self) -> Unit | None:
        """The unit that issues it; None where the cluster does."""
        issuer: Issuer = self.layers.value("issuer")
        head = self.one.content.cluster.head
        if issuer.unit is None and issuer.mode != "cluster" and head is not None:
            return head.unit
        return issuer.unit

    @property
    def symbol(self) -> str | None:
        """What follows its number; None for a paper without numbers."""
        kind = self.document.type
        issuer: Issuer = self.layers.value("issuer")
        body = self.issuer or self.one.content.cluster
        abbreviation = issuer.abbreviation or body.abbreviation or ""
        if kind.form == FORM_LETTER:
            return f"{abbreviation}-{issuer.drafting_unit or ''}"
        return f"{kind.symbol}-{abbreviation}" if kind.symbol else None

    @property
    def signatures(self) -> list[Signature]:
        """Who signs, where the data says so."""
        signatures: list[Signature] = self.layers.value("signatures")
        return signatures

    def finding(self, field: str, **values: object) -> Finding:
        """What a rule found at a field of its frame."""
        frame = next((one for one in self.layers.frames if field in one.model_fields_set), self.document.data)
        return self.one.finding(frame, field, **values)


def papers(one: ClusterYear) -> Iterator[YearPaper]:
    """Every paper of a year that has data of its own."""
    for document in one.content.documents:
        keys = map(str, document.data.papers) if isinstance(document.data, PapersData) else ()
        for key in list(keys) or [""]:
            yield YearPaper(one, document, key)


def papers_of_all(years: Years) -> Iterator[YearPaper]:
    """Every paper of all years."""
    for one in years.years:
        yield from papers(one)


def own_field(paper: YearPaper, name: str) -> Any:
    """The value of a field that the paper's type declares; None where it declares none."""
    return getattr(paper.document.data, name, None)
