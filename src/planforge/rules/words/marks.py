"""Where the tone mark of each syllable of a text stands: in the old style, in the new one, or where no style has it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from planforge.remembering import remembered
from planforge.rules.words.syllables import parted, split_tone, tone_places, with_tone
from planforge.rules.words.tokens import tokens

# The commonest family names: what follows one, in capitals, is a person's own name and keeps its own spelling.
FAMILY_NAMES = frozenset(
    "Bùi Cao Châu Chu Dương Đặng Đào Đinh Đoàn Đỗ Hà Hồ Hoàng Huỳnh Kiều La Lâm Lê Lương Lưu Lý Mai Nghiêm Ngô Nguyễn "
    "Nông Phạm Phan Phùng Quách Tạ Thái Tô Tôn Tống Trần Triệu Trịnh Trương Võ Vũ Vương".split()
)


class Style(StrEnum):
    """How a tone mark stands."""

    OLD = "old"
    NEW = "new"
    NONE = "none"


class Marked(NamedTuple):
    """A syllable whose mark tells a style, and the same in the old style."""

    start: int
    end: int
    style: Style
    wanted: str


@remembered(16384)
def style_of(word: str) -> tuple[Style, str] | None:
    """The style of one word and its old-style spelling; None where both styles agree, or it is no syllable."""
    small = word.casefold()
    bare, tone, place = split_tone(small)
    if place < 0 or tone == "?" or parted(bare) is None:
        return None
    places = tone_places(bare)
    if place not in places:
        wanted = with_tone(bare, tone, places[0])
        return Style.NONE, _in_case(wanted, word)
    if len(places) == 1:
        return None
    wanted = with_tone(bare, tone, places[0])
    return (Style.OLD if place == places[0] else Style.NEW), _in_case(wanted, word)


def _in_case(wanted: str, word: str) -> str:
    return "".join(new.upper() if old.isupper() else new for new, old in zip(wanted, word, strict=True))


@remembered(20_000)
def marked_syllables(text: str, people: tuple[str, ...]) -> tuple[Marked, ...]:
    """The syllables of a text whose marks tell a style, but for the names of persons."""
    found = [
        Marked(token.start, token.end, *style) for token in tokens(text) if (style := style_of(token.text)) is not None
    ]
    if all(one.style is Style.OLD for one in found):
        return tuple(found)
    protected = tuple(_people(text, people))
    return tuple(one for one in found if not any(start <= one.start < end for start, end in protected))


def _people(text: str, people: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where names of persons stand: those that are known, and capital words that follow a family name."""
    lower = text.casefold()
    for person in people:
        start = lower.find(person.casefold())
        while start >= 0:
            yield start, start + len(person)
            start = lower.find(person.casefold(), start + 1)
    words = tokens(text)
    for index, token in enumerate(words):
        if token.text[0].isupper() and token.text.capitalize() in FAMILY_NAMES:
            last = index
            while last + 1 < len(words) and last - index < 4 and _goes_on(text, words[last].end, words[last + 1].start):
                last += 1
            if last > index:
                yield token.start, words[last].end


def _goes_on(text: str, end: int, start: int) -> bool:
    return text[end:start] == " " and text[start].isupper()
