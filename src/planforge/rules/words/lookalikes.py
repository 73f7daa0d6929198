"""Letters of other alphabets, or of other languages, that look like the ones of Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# Cyrillic and Greek letters with the Latin ones they are taken for.
CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw", strict=True))
GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυ", "ABEZHIKMNOPTYXoivu", strict=True))
# Eth and the African D for đ; OI, which old conversions put for ư; the caron for the breve.
LATIN = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư", "ǎ": "ă", "Ǎ": "Ă", "ɑ": "a", "ı": "i", "ɡ": "g"}
ALIKE = {**CYRILLIC, **GREEK, **LATIN}
FOREIGN = re.compile(
    "[" + "".join(LATIN) + "\u0370-\u03ff\u0400-\u04ff\u0500-\u052f\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a3]"
)
WORD = re.compile(r"[^\W_]+")


class Alike(NamedTuple):
    """A word with foreign letters, and the same word in the letters of Vietnamese."""

    start: int
    end: int
    wanted: str
    letter: str


def alike_words(text: str) -> Iterator[Alike]:
    """The words that hold a letter only looking like a Vietnamese one; words of other languages are left alone."""
    if not FOREIGN.search(text):
        return
    for match in WORD.finditer(text):
        strange = [character for character in match[0] if FOREIGN.match(character)]
        known = [_latin(character) for character in strange]
        if strange and all(known) and _is_taken_for_latin(match[0], strange):
            wanted = "".join(_latin(character) or character for character in match[0])
            yield Alike(match.start(), match.end(), unicodedata.normalize("NFC", wanted), strange[0])


def _latin(character: str) -> str:
    found = ALIKE.get(character, "")
    if not found and FOREIGN.match(character):
        plain = unicodedata.normalize("NFKC", character)
        found = plain if plain.isascii() else ""
    return found


def _is_taken_for_latin(word: str, strange: list[str]) -> bool:
    """Greek letters alone are signs of formulas; small Cyrillic letters alone, a word of another language."""
    if len(strange) < len(word):
        return True
    return all(character not in GREEK for character in word) and (word.isupper() or len(word) == 1)
