"""Quotation marks of a text: which way each one faces, and which ones stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planforge.corpus import Corpus, Passage, Voice
from planforge.rules.words.legacy import legible
from planforge.rules.words.telling import READ_ONLY

OPENERS = frozenset("([“‘-–/")
ENDERS = frozenset(".,;:?!)]”’…-–/*")
# A quotation may run over so many paragraphs.
LONGEST_QUOTATION = 12


class Alone(NamedTuple):
    """A mark without its partner."""

    passage: Passage
    start: int


def faces(passage: Passage, position: int) -> str:
    """The curly mark that a straight one stands for; empty where its surroundings do not tell."""
    text = passage.text
    before = text[position - 1] if position else ""
    behind = text[position + 1] if position + 1 < len(text) else ""
    opens = (before.isspace() or before in OPENERS) if before else passage.opens
    closes = (behind.isspace() or behind in ENDERS) if behind else passage.closes
    if opens and not closes and behind:
        return "“"
    return "”" if closes and not opens and before else ""


def alone(corpus: Corpus, opening: str, closing: str) -> Iterator[Alone]:
    """The marks of a pair that have no partner in their passage, nor in those near it where text is only read."""
    lonely = [
        found
        for passage in legible(corpus)
        if _is_concerned(passage, opening, closing)
        for found in _unpaired(passage, opening, closing)
    ]
    places = {id(passage): number for number, passage in enumerate(corpus.passages)}
    for index, one in enumerate(lonely):
        if not _goes_on(places, lonely, index, opening):
            yield one


def _is_concerned(passage: Passage, opening: str, closing: str) -> bool:
    """Whether a passage has such marks, words, a beginning and an end, and no straight mark for a partner."""
    if opening not in passage.text and closing not in passage.text:
        return False
    if not any(character.isalnum() for character in passage.text):
        return False
    return (passage.voice is not Voice.TEMPLATE or (passage.opens and passage.closes)) and '"' not in passage.text


def _unpaired(passage: Passage, opening: str, closing: str) -> Iterator[Alone]:
    waiting: list[int] = []
    for position, character in enumerate(passage.text):
        if character == opening:
            waiting.append(position)
        elif character == closing:
            if not waiting:
                yield Alone(passage, position)
            else:
                waiting.pop()
    yield from (Alone(passage, position) for position in waiting)


def _goes_on(places: Mapping[int, int], lonely: Sequence[Alone], index: int, opening: str) -> bool:
    """Whether a mark has its partner in another paragraph; `places` tells where each passage stands."""
    one = lonely[index]
    if one.passage.voice not in READ_ONLY:
        return False
    step = 1 if one.passage.text[one.start] == opening else -1
    partner = index + step
    if not 0 <= partner < len(lonely) or lonely[partner].passage.path != one.passage.path:
        return False
    near = abs(places[id(lonely[partner].passage)] - places[id(one.passage)]) <= LONGEST_QUOTATION
    return near and lonely[partner].passage.text[lonely[partner].start] != one.passage.text[one.start]
