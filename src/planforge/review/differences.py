"""Where two readings of one paper say other words: what somebody changed in a file since it was built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from hashlib import sha256
from itertools import zip_longest
from typing import NamedTuple

from planforge.verify.reading import Paragraph, Reading

CONTEXT = 3
# Beyond this, the words of a paragraph are not compared one by one.
MOST_WORDS = 2_000
ALIKE = 0.4
MOST_PAIRS = 2_500
_MEDIA = re.compile(r"/media/[^/]*(?<!\.svg)$")


class Kind(StrEnum):
    """What differs: words of the text or of a margin, the look of words, a picture, the look of a whole page."""

    WORDS = "words"
    MARGIN = "margin"
    LOOK = "look"
    PICTURE = "picture"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where a file says other words: what was there, and what is (nothing where it was put in or taken out).

    `paragraph` is its number in the file, or, where the words were taken out, that of the one before them (0: at the
    top); `page` is known of a PDF. Of a changed look both are the words that look otherwise: bold, in another colour or
    size, hidden; of a picture they are the names of parts.
    """

    old: str
    new: str
    paragraph: int = 0
    page: int | None = None
    kind: Kind = Kind.WORDS


def differences(built: Reading, found: Reading) -> tuple[Difference, ...]:
    """What a file says that the one built does not, and the other way round; blanks alone do not count."""
    return (*_of_body(built, found), *_of_margins(built, found))


def changed_pictures(built: Mapping[str, bytes], found: Mapping[str, bytes]) -> tuple[Difference, ...]:
    """The pictures of a DOCX, given its parts, that the one built does not have, and those that are gone.

    Programs that do not know drawings of lines drop them; the same picture in points stands beside each.
    """
    old, new = _pictures(built), _pictures(found)
    gone = [Difference(name, "", kind=Kind.PICTURE) for seal, name in old.items() if seal not in new]
    return (*(Difference("", name, kind=Kind.PICTURE) for seal, name in new.items() if seal not in old), *gone)


def _pictures(parts: Mapping[str, bytes]) -> dict[bytes, str]:
    media = {name: content for name, content in parts.items() if _MEDIA.search(name)}
    return {sha256(content).digest(): name for name, content in sorted(media.items())}


def _of_body(built: Reading, found: Reading) -> Iterator[Difference]:
    old, new = ([one for one in reading.paragraphs if one.words] for reading in (built, found))
    matcher = SequenceMatcher(None, [one.words for one in old], [one.words for one in new], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            for kept, is_now in zip(old[first:last], new[start:end], strict=True):
                yield from _of_look(kept, is_now)
            continue
        above = new[start - 1] if start else None
        for before, after in _paired(old[first:last], new[start:end]):
            place = after or above
            where = (place.ordinal, place.page) if place else (0, None)
            for texts in _changed_words(before.words if before else "", after.words if after else ""):
                yield Difference(*texts, *where)
            above = after or above


def _of_look(before: Paragraph, after: Paragraph) -> Iterator[Difference]:
    """The stretches of a paragraph of the same words that look otherwise; what a file does not tell is not compared."""
    letters, others = _letters(before), _letters(after)
    if len(letters) != len(others):
        return
    changed = [not _same_look(one.look, other.look) for one, other in zip(letters, others, strict=True)]
    words = after.words.split()
    numbers = [other.word for other, is_changed in zip(others, changed, strict=True) if is_changed]
    if numbers:
        text = _clipped(words, numbers[0], numbers[-1] + 1)
        yield Difference(text, text, after.ordinal, after.page, Kind.LOOK)


class _Letter(NamedTuple):
    """A letter's look, and the number of the word it is in."""

    look: tuple[object, ...]
    word: int


def _letters(paragraph: Paragraph) -> list[_Letter]:
    """Every letter that is no blank, with its look."""
    letters: list[_Letter] = []
    word, inside = -1, False
    for run in paragraph.runs:
        colour = run.colour.upper() if run.colour else None
        size = round(run.size * 2) if run.size else None
        look = (run.bold, run.italic, run.underline, colour, run.highlighted, run.hidden, size)
        for character in run.text:
            if character.isspace():
                inside = False
                continue
            word, inside = (word, True) if inside else (word + 1, True)
            letters.append(_Letter(look, word))
    return letters


def _same_look(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return one == other or all(a == b or a is None or b is None for a, b in zip(one, other, strict=True))


def _of_margins(built: Reading, found: Reading) -> Iterator[Difference]:
    old, new = _margins(built), _margins(found)
    for words in dict.fromkeys([*old, *new]):
        if (words in old) is not (words in new):
            yield Difference(words if words in old else "", words if words in new else "", kind=Kind.MARGIN)


def _margins(reading: Reading) -> list[str]:
    """What stands in headers and footers, each text once; numbers of pages are nobody's words."""
    parts = [
        part
        for sheet in reading.sheets
        for part in (
            *(*sheet.header, *sheet.footer, *sheet.first_header, *sheet.first_footer),
            *(*(sheet.even_header or ()), *(sheet.even_footer or ())),
        )
    ]
    texts = [one.words for one in parts]
    return list(dict.fromkeys(text for text in texts if text and not text.isdecimal()))


Pair = tuple[Paragraph | None, Paragraph | None]


def _paired(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Pair]:
    """Paragraphs that changed, side by side: in order where as many or very many did, else those that are alike."""
    if len(old) == len(new) or len(old) * len(new) > MOST_PAIRS:
        yield from zip_longest(old, new)
        return
    left = list(old)
    for after in new:
        alike = next((one for one in left if _likeness(one.words, after.words) >= ALIKE), None)
        if alike is not None:
            for gone in left[: left.index(alike)]:
                yield gone, None
            left = left[left.index(alike) + 1 :]
        yield alike, after
    for gone in left:
        yield gone, None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split()[:MOST_WORDS], other.split()[:MOST_WORDS], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _changed_words(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Each stretch of words that differs, with a few around it; whole texts where one is empty or very long."""
    before, after = old.split(), new.split()
    if not before or not after or max(len(before), len(after)) > MOST_WORDS:
        yield old, new
        return
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(CONTEXT):
        (_, first, _, start, _), (_, _, last, _, end) = group[0], group[-1]
        yield _clipped(before, first, last), _clipped(after, start, end)


def _clipped(words: Sequence[str], first: int, last: int) -> str:
    return " ".join((*["…"][: first > 0], *words[first:last], *["…"][: last < len(words)]))
