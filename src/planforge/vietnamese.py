"""Number words and lists as official Vietnamese writes them."""

from __future__ import annotations

from collections.abc import Sequence

COUNTS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
ORDINALS = {1: "nhất", 2: "hai", 3: "ba", 4: "tư"}


def count_word(number: int) -> str:
    """A small count in a word, a larger one in figures: hai, mười, 13."""
    return COUNTS[number] if 0 <= number < len(COUNTS) else str(number)


def ordinal(number: int) -> str:
    """A rank, from 1: thứ nhất, thứ hai, thứ tư, thứ năm."""
    return f"thứ {ORDINALS.get(number) or count_word(number)}"


def padded(number: int) -> str:
    """A count in figures with the leading zero of official papers: 04, 13."""
    return f"{number:02d}"


def joined(parts: Sequence[str]) -> str:
    """A list within a sentence: A; A và B; A, B và C."""
    return " và ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
