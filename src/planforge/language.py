"""The catalogue of messages, in Vietnamese and English; the only place that turns a code into words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from planforge.printable import shown_value

LANGUAGES = ("vi", "en")
DEFAULT = "vi"


class _Values(dict[str, object]):
    """Printable values of a message; one that is missing shows as its name, for a message must never fail."""

    def __getitem__(self, key: str) -> object:
        return shown_value(super().__getitem__(key))

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@cache
def catalogue(language: str) -> Mapping[str, Mapping[str, str]]:
    """All messages of a language: code to `text` and, where there is advice, `hint`."""
    found: dict[str, Mapping[str, str]] = {}
    for path in sorted((Path(__file__).parent / "messages" / language).glob("*.toml")):
        with path.open("rb") as file:
            sections = tomllib.load(file)
        for section, entries in sections.items():
            for name, entry in entries.items():
                found[f"{section}.{name}"] = {"text": entry} if isinstance(entry, str) else entry
    return found


def message(code: str, language: str, values: Mapping[str, object] | None = None) -> str:
    """The words of a message; a code that is not in the catalogue gives itself."""
    entry = catalogue(language).get(code)
    return entry["text"].format_map(_Values(values or {})) if entry else code


def hint(code: str, language: str, values: Mapping[str, object] | None = None) -> str:
    """The advice that goes with a message, the nearest known name first; empty where there is none."""
    values = values or {}
    guess = message("report.did_you_mean", language, values) if values.get("guess") else ""
    entry = catalogue(language).get(code, {})
    advice = entry.get("hint", "")
    if "{known}" in advice and not values.get("known"):
        advice = ""
    advice = advice.format_map(_Values(values))
    return " ".join(part for part in (guess, advice) if part)
