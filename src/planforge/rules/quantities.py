"""Numbers as running text writes them: 13, 06, mười ba, 55.000.000, 62,5."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
# Words that join, or say that nothing follows.
SILENT = frozenset({"linh", "lẻ", "chẵn"})
WORDS = (*DIGITS, *SCALES, *SILENT, "mười", "mươi", "trăm")
_ANY_WORD = "|".join(sorted(WORDS, key=len, reverse=True))

# Numbers in words, from "hai" on; "năm" alone is mostly a year, "tư" and "không" alone no numbers. The longest number
# that is written out has fewer words than this.
_MORE = rf"(?: (?:{_ANY_WORD})){{0,24}}"
IN_WORDS = rf"(?:(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười){_MORE}|năm (?:{_ANY_WORD}){_MORE})"
IN_FIGURES = r"\d{1,3}(?:\.\d{3})+|\d+"
# Any word of a number, "năm" and "không" too, for places where only a number can stand.
SPOKEN = rf"(?:{_ANY_WORD})\b"
# A count of things: at the beginning of a word, and no part of a date, a share, a symbol or a longer number.
COUNT = rf"(?<![\w/.,-])(?:{IN_FIGURES}|{IN_WORDS})(?![\w/.,-]?\d)(?!\w)"


def value_of(written: str) -> int | None:
    """The whole number that figures or words stand for; None where they are none."""
    text = " ".join(written.casefold().split())
    if re.fullmatch(IN_FIGURES, text):
        return int(text.replace(".", ""))
    return _value_of_words(text.split())


def _value_of_words(words: list[str]) -> int | None:
    total, group, digit = 0, 0, 0
    if not words or any(word not in WORDS for word in words):
        return None
    for word in words:
        if word in DIGITS:
            if digit:
                return None
            digit = DIGITS[word]
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group, digit = group + 10 * digit, 0
        elif word == "trăm":
            group, digit = group + 100 * digit, 0
        elif word in SCALES:
            own = group + digit
            total = (total + own) * SCALES[word] if SCALES[word] == SCALES["tỷ"] else total + own * SCALES[word]
            group = digit = 0
    return total + group + digit


def decimal_of(written: str) -> Decimal:
    """A number in figures with a decimal comma or point: 62,5."""
    return Decimal(written.replace(",", "."))


def months_between(first: tuple[int, int], last: tuple[int, int]) -> int:
    """How many months lie between two months of years, both (year, month)."""
    return (last[0] - first[0]) * 12 + last[1] - first[1]
