"""The kinds of instrument that can be cited, and the abbreviations by which symbols name them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of instrument: `abbreviations` may open its symbol, the first being the one of today.

    `numbered`: a number after it is the beginning of a symbol. `free`: its symbol opens with no abbreviation, as a
    letter's does. `law`: it is cited by name, without a symbol.
    """

    name: str
    abbreviations: tuple[str, ...] = ()
    numbered: bool = False
    free: bool = False
    law: bool = False


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name in lower case."""
    with (DATA / "kinds.toml").open("rb") as file:
        table = tomllib.load(file)
    found = [
        Kind(
            entry["name"],
            tuple(entry["abbreviations"]),
            numbered=entry.get("numbered", False),
            free=entry.get("free", False),
        )
        for entry in table["kind"]
    ]
    found += [Kind(entry["name"], law=True) for entry in table["law"]]
    return {kind.name.casefold(): kind for kind in found}


@cache
def abbreviations() -> frozenset[str]:
    """The abbreviations of all kinds: QĐ, NĐ, KHLT and so on."""
    return frozenset(abbreviation for kind in kinds().values() for abbreviation in kind.abbreviations)


@cache
def law_names() -> tuple[str, ...]:
    """The names of laws that are read to their end, the longest first."""
    with (DATA / "laws.toml").open("rb") as file:
        table = tomllib.load(file)
    return tuple(sorted((*table["names"], *table["codes"]), key=len, reverse=True))


def kind_of(words: str) -> Kind | None:
    """The kind that some words name, in whatever case; None where there is none."""
    return kinds().get(" ".join(words.split()).casefold())


def kind_called(abbreviation: str) -> str:
    """The name of the kind that an abbreviation stands for today; the abbreviation itself where none is known."""
    names = [kind.name for kind in kinds().values() if abbreviation in kind.abbreviations]
    first = [kind.name for kind in kinds().values() if kind.abbreviations[:1] == (abbreviation,)]
    return next(iter((*first, *names)), abbreviation)


def alternatives(words: tuple[str, ...] | list[str]) -> str:
    """A pattern for any of some words, the longest first; a blank in them is any blank of a text."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)
