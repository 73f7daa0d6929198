"""What can be wrong with the shape of a symbol, and how it should be written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from planforge.citations import Form, Symbol
from planforge.citations.issuers import body_of, fits
from planforge.citations.kinds import Kind
from planforge.corpus import Corpus
from planforge.rules.citations.mentions import Mention, numbered, settled_letters

# The State's form is that of the joint circulars of 2004-2005; older instruments are cited as they were written then.
FORM_SINCE = 2005


class Fault(StrEnum):
    """The ways a symbol can be wrong, each the matter of one rule."""

    SPACING = "spacing"
    STATE_SHAPE = "state_shape"
    PARTY_SHAPE = "party_shape"
    STATE_IN_PARTY_FORM = "state_in_party_form"


@dataclass(frozen=True, slots=True)
class Faulty:
    """A fault, and what should stand there."""

    fault: Fault
    wanted: str


def fault_of(symbol: Symbol, year: int | None = None, settled: Collection[str] = ()) -> Faulty | None:
    """The fault of a symbol of a year; None where it is right, or where it cannot be told what would be right.

    `settled` are letters of bodies known to be of the State, beyond those known everywhere.
    """
    if not symbol.groups:
        return None
    misspelt = tuple(group.replace("Ð", "Đ") for group in symbol.groups) != symbol.letters
    untidy = Faulty(Fault.SPACING, symbol.tidy) if symbol.tidy != symbol.text else None
    if symbol.of_party:
        return Faulty(Fault.PARTY_SHAPE, symbol.as_party) if misspelt or symbol.form is not Form.PARTY else untidy
    if symbol.of_assembly:
        return Faulty(Fault.SPACING, symbol.as_state) if symbol.text != symbol.as_state else None
    if symbol.kind is None or len(symbol.groups) < 2 or (year or symbol.year or FORM_SINCE) < FORM_SINCE:
        return None
    of_state = body_of(symbol.bodies[0]) is not None or symbol.bodies[0] in settled
    if misspelt:
        in_party_form = symbol.form is Form.PARTY and not of_state
        return Faulty(Fault.STATE_SHAPE, symbol.as_party if in_party_form else symbol.as_state)
    if symbol.form is Form.STATE:
        return untidy
    if symbol.form is Form.PARTY:
        return Faulty(Fault.STATE_IN_PARTY_FORM, symbol.as_state) if of_state else untidy
    certain = of_state or symbol.year is not None or symbol.marks[0].strip() == "/"
    return Faulty(Fault.STATE_SHAPE, symbol.as_state) if certain else None


def faults(corpus: Corpus, fault: Fault) -> Iterator[tuple[Mention, Faulty]]:
    """The mentions in a corpus whose symbol has one fault."""
    settled = settled_letters(corpus)
    for mention in numbered(corpus):
        symbol, date = mention.citation.symbol, mention.citation.date
        faulty = fault_of(symbol, date.year if date else None, settled) if symbol else None
        if faulty is not None and faulty.fault is fault:
            yield mention, faulty


# Letters that open a symbol and are no body's: beside a letter they show that it is none.
NEVER_A_BODY = frozenset({"QĐ", "NĐ", "NQ", "TTLT", "NQLT"})


def wrong_kind(kind: Kind | None, symbol: Symbol) -> bool:
    """Whether a kind cannot have this symbol."""
    if kind is None or not symbol.groups:
        return False
    if symbol.of_assembly:
        return symbol.year is not None and not kind.law and not kind.free and kind.abbreviations[:1] != ("NQ",)
    if kind.free:
        return symbol.kind in NEVER_A_BODY
    return symbol.kind is not None and symbol.kind not in kind.abbreviations


def wrong_issuer(symbol: Symbol, issuer: str, settled: Mapping[str, str]) -> bool:
    """Whether a named issuer certainly has other letters than the symbol."""
    answers = [fits(letters, issuer, settled) for letters in symbol.bodies] if issuer else []
    return bool(answers) and all(answer is False for answer in answers)


def names_of(symbol: Symbol, settled: Mapping[str, str]) -> str:
    """What the bodies in a symbol are called."""
    bodies = [body_of(letters) for letters in symbol.bodies]
    names = [name for body in bodies if body for name in body.names[:3]]
    return ", ".join([*names, *(settled[letters] for letters in symbol.bodies if letters in settled)])
