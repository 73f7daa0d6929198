"""The lists of words beside the rules, each read once; lines that begin with # tell where the words come from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def lines(name: str) -> Iterator[str]:
    """The lines of a list."""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def words(name: str) -> frozenset[str]:
    """All words of a list."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """The lines of a list by their first word; a colon behind it is no part of it."""
    found: dict[str, frozenset[str]] = {}
    for line in lines(name):
        first, *rest = line.split()
        found[first.rstrip(":")] = found.get(first.rstrip(":"), frozenset()) | frozenset(rest)
    return found


@cache
def table(name: str) -> dict[str, Any]:
    """A list with tables in it (TOML)."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
