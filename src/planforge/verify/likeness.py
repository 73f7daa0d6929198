"""Words compared as a reader would: without accents and capitals, and with a slip or two forgiven."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from planforge.remembering import remembered

_CROSSED = str.maketrans("đĐ", "dD")
_ALIKE = 0.8


@remembered(20_000)
def plain(text: str) -> str:
    """The text in small letters without accents, with single spaces: "Kính  gửi" is "kinh gui"."""
    decomposed = unicodedata.normalize("NFD", text.translate(_CROSSED))
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(letters.casefold().split())


@remembered(20_000)
def letters(text: str) -> str:
    """The letters of the text alone, without accents and capitals."""
    return "".join(character for character in plain(text) if character.isalpha())


@remembered(20_000)
def likeness(text: str, model: str) -> float:
    """How alike two texts are by their letters, from 0 to 1."""
    found, wanted = letters(text), letters(model)
    if found == wanted:
        return 1.0
    if not found or not 0.6 <= len(found) / len(wanted) <= 1.6:
        return 0.0
    matcher = SequenceMatcher(None, found, wanted, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def alike(text: str, model: str) -> bool:
    """Whether a text is the model, perhaps misspelt."""
    return likeness(text, model) >= _ALIKE


def in_capitals(text: str) -> bool:
    """Whether a text is written in capitals; one without letters is not."""
    return text.upper() == text and text.lower() != text


def mostly_capitals(text: str) -> bool:
    """Whether most letters are capitals: a slip of one small letter is still a line in capitals."""
    found = [character for character in text if character.isalpha()]
    return bool(found) and sum(character.isupper() for character in found) >= 0.8 * len(found)
