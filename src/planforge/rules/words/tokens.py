"""The words of a text with their places, found once for all rules that go through them."""

from __future__ import annotations

import re
from typing import NamedTuple

from planforge.remembering import remembered

WORD = re.compile(r"[^\W\d_]+|\d+")
SENTENCE_END = re.compile(r"(?:^|[.!?…:]|\n)[\s”’\"')\]]*[-–+*•]?[\s“‘\"'(\[]*$")


class Token(NamedTuple):
    """A word or a number: its letters, and where it stands."""

    text: str
    start: int
    end: int


@remembered(20_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text, in order."""
    return tuple(Token(match[0], *match.span()) for match in WORD.finditer(text))


@remembered(20_000)
def folded(text: str) -> tuple[str, ...]:
    """The same words in small letters."""
    return tuple(token.text.casefold() for token in tokens(text))


def begins_sentence(text: str, position: int) -> bool:
    """Whether a word at this place may be capital only because a sentence, an item or a title begins."""
    return SENTENCE_END.search(text, max(0, position - 8), position) is not None or not text[:position].strip()


def like(word: str, model: str) -> str:
    """A word in the capitals of another: all, the first letter, or none."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
