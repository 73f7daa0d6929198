"""What rules about punctuation share: a text without addresses and symbols, and blanks that are to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.citations import find_citations
from planforge.corpus import REFERENCE, Corpus, Passage, Voice
from planforge.remembering import remembered
from planforge.rules.words.legacy import legible
from planforge.workspace import DOCUMENT_TYPE_FILE

# Addresses of pages, people and files, and markup of pages.
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|info|edu|gov)\b(?:/\S*)?"
    r"|&#?\w+;|</?\w[^<>]*>|[\w-]+\.(?:docx?|xlsx?|pptx?|pdf|yaml|yml|txt|jpg|png)\b",
    re.IGNORECASE,
)
# What an address has somewhere; few passages have.
HINT = re.compile(r"\w\.[A-Za-z]{2,4}\b|[@&<]|//|www")
# Words beside which blanks are left open in forms: "ngày    tháng    năm", "Số ..... /KH".
FORM_WORDS = frozenset("ngày tháng năm số hồi giờ phút".split())
LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
BLANK = "\N{FULL BLOCK}"


@remembered(20_000)
def masked(text: str) -> str:
    """The text with addresses and the symbols of instruments blocked out, character for character."""
    places = [match.span() for match in ADDRESS.finditer(text)] if HINT.search(text) else []
    places += [(one.number.start, one.number.end) for one in find_citations(text) if one.number]
    if not places:
        return text
    characters = list(text)
    for start, end in places:
        characters[start:end] = BLANK * (end - start)
    return "".join(characters)


def places(
    corpus: Corpus, pattern: re.Pattern[str], needed: tuple[str, ...] = ()
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern in the legible passages, addresses and symbols left out.

    Where none of the `needed` strings stands in a passage, it has no match: few passages have to be searched.
    """
    for passage in legible(corpus):
        if not needed or any(one in passage.text for one in needed):
            for match in pattern.finditer(masked(passage.text)):
                yield passage, match


def is_unprinted(passage: Passage) -> bool:
    """Whether a passage never comes to paper: it explains a field to those who fill it in, or opens a table."""
    explains = passage.field == "description" and passage.path.endswith(DOCUMENT_TYPE_FILE)
    return explains or (passage.voice is Voice.TEMPLATE and ":::" in passage.text)


def is_form(match: re.Match[str]) -> bool:
    """Whether a match stands behind a word that has its value filled in by hand."""
    before = LAST_WORD.search(match.string, max(0, match.start() - 12), match.start())
    return before is not None and before[1].casefold() in FORM_WORDS


@remembered(20_000)
def is_row(text: str) -> bool:
    """Whether a passage is a row of a table written with strokes."""
    return text.count("|") >= 2


def is_word(character: str) -> bool:
    """Whether a character belongs to a word, or stands for one."""
    return character.isalnum() or character == REFERENCE
