"""What was found in a text, kept for the next rule that asks, and forgotten before it fills the memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Found = TypeVar("Found")

# Of the texts that were judged since the last forgetting; what is kept of them takes a hundred times as many bytes.
MOST_CHARACTERS = 1_000_000
_forget: list[Callable[[], None]] = []
_judged: list[int] = []


def remembered(size: int) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """Keep the answers of a function about texts or words, as `functools.lru_cache` does, until they are forgotten."""

    def remember(function: Callable[Asked, Found]) -> Callable[Asked, Found]:
        kept = lru_cache(maxsize=size)(function)
        _forget.append(kept.cache_clear)
        return kept  # type: ignore[return-value]

    return remember


def forget_after(characters: int) -> None:
    """Say that a text of so many characters was judged: after many of them everything kept is forgotten.

    Paragraphs of official papers are short; thousands of long ones, of many files, would not fit into the memory.
    """
    _judged.append(characters)
    if sum(_judged) > MOST_CHARACTERS:
        _judged.clear()
        for forget in _forget:
            forget()
