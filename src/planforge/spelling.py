"""Did you mean …?"""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name most like a misspelt one, for "did you mean"; empty where none is close."""
    import difflib

    return next(iter(difflib.get_close_matches(word, list(known), 1, cutoff=0.5)), "")
