"""What the fields of the data are called, in both languages: read from the tables in `review/titles/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from planforge.words import NOTHING, Words

FOLDER = Path(__file__).parent.parent / "titles"
NOUN = "_"
REGISTRY, ENTRY, CHOICE = "registry", "entry", "choice"
SHARED_TABLES = (REGISTRY, ENTRY, CHOICE)


@cache
def tables() -> Mapping[str, Mapping[str, list[str] | str]]:
    """Every table of titles by its name: that of a model, or of what models share."""
    found: dict[str, Mapping[str, list[str] | str]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        with path.open("rb") as file:
            found |= tomllib.load(file)
    return found


def title(field: str, *names: str) -> Words | None:
    """The title of a field in the first of some models that has it; an empty one is left out of what is said."""
    for name in names:
        entry = tables().get(name, {}).get(field)
        if isinstance(entry, list):
            return Words(*entry)
    return None


def noun(*names: str) -> Words:
    """What one record of a model is called."""
    return title(NOUN, *names) or NOTHING


def choice(value: str) -> str:
    """A word that the data writes in English, as people say it; any other as it is."""
    return str(tables()[CHOICE].get(value, value))
