"""Text as the comparison cuts it: words, stretches of blanks, and every other character by itself."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import normalize

# Marks that stand over or under a letter belong to its word, also where they are written apart.
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_TOKEN = re.compile(rf"{_LETTER}+|[^\S\n]+|.", re.DOTALL)
_WORD = re.compile(rf"{_LETTER}+")
# What stands before an item of a list and says only which one it is.
_LABEL = re.compile(
    r"\s*(?:(?:Phần|Chương|Mục|Tiểu mục|Điều)\s+(?:[IVXLCDM]+|\d+)\b[.:]?"
    r"|(?:[IVXLCDM]+|\d+(?:\.\d+)*)[.)]|\d+(?:\.\d+)+|[a-zđ]\)|[-–—+•*])[\s\ufffc]+",
    re.IGNORECASE,
)


def tokens_of(text: str) -> list[str]:
    """The tokens of a text, which joined are the text."""
    return _TOKEN.findall(text)


def is_word(token: str) -> bool:
    """Whether a token is a word or a number."""
    return token[0].isalnum()


def is_blank(token: str) -> bool:
    """Whether a token is nothing but blanks."""
    return token.isspace()


def word_count(text: str) -> int:
    """How many words and numbers a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def without_label(text: str) -> str:
    """The text without the number, letter or dash of a list in front of it, blanks folded, in one normal form."""
    label = _LABEL.match(text)
    return " ".join(normalize("NFC", text[label.end() :] if label else text).split())


def bag_of(text: str) -> Counter[str]:
    """How often each word is in a text, whatever normal form it is written in; its label does not count."""
    return Counter(_WORD.findall(without_label(text)))


def shared(first: Counter[str], second: Counter[str]) -> int:
    """How many words two bags have in common."""
    if len(second) < len(first):
        first, second = second, first
    return sum(min(count, second[word]) for word, count in first.items() if word in second)
