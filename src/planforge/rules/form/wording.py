"""Components that must be there, and what is said where they are not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from planforge.decree30 import Component
from planforge.rule import NOT_HERE, Answer
from planforge.rules.form.appearance import PARTS
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words

FORM_ANNEX = "2.1"
FORM_MINUTES = "1.9"
MISSING = Words("không có trong văn bản", "is missing")
# Both ways to place the mark in the words that have one here.
_TONE_MARKS = (("HOÀ", "HÒA"), ("THOẢ", "THỎA"), ("UỶ", "ỦY"))
_HEAD = (
    Component.NATIONAL_NAME,
    Component.NATIONAL_MOTTO,
    Component.PARENT,
    Component.ISSUER,
    Component.NUMBER,
    Component.PLACE_DATE,
)


def has_head(paper: Anatomy) -> bool:
    """Whether anything of a letterhead was found: a file without any is told so once, by the national name."""
    return any(paper.part(component) for component in _HEAD)


def absent(paper: Anatomy, component: Component, wanted: Words) -> Iterator[Answer]:
    """The finding that a component is missing, where a paper of this form must have it."""
    if paper.form == FORM_ANNEX or not has_head(paper):
        yield NOT_HERE
    else:
        yield paper.finding(None, part=PARTS[component], found=MISSING, wanted=wanted)


def whole_words(paragraphs: Sequence[Paragraph]) -> str:
    """The words of a component, over its paragraphs and lines, with single spaces."""
    return " ".join(" ".join(one.words for one in paragraphs).split())


def same_words(found: str, wanted: str) -> bool:
    """Whether two texts have the same letters; how their characters are coded and over which vowel a tone mark stands
    is asked by other rules.
    """
    text = unicodedata.normalize("NFC", found)
    for new, old in _TONE_MARKS:
        text = text.replace(new, old)
    return text == wanted


def quoted(text: str) -> Words:
    """The half sentence "reads “…”"."""
    return Words(f"viết là “{text}”", f"reads “{text}”")


def to_read(text: str) -> Words:
    """The half sentence "read “…”"."""
    return Words(f"viết là “{text}”", f"read “{text}”")
