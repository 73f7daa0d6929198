"""Where two readings of one paper say other words: what somebody changed in a file since it was built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from planforge.verify.reading import Paragraph, Reading

CONTEXT = 3
# Beyond this, the words of a paragraph are not compared one by one.
MOST_WORDS = 2_000
ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where a file says other words: what was there, and what is (nothing where it was put in or taken out).

    `paragraph` is its number in the file, or, where the words were taken out, that of the one before them (0: at the
    top); `page` is known of a PDF. A `margin` is a header or footer.
    """

    old: str
    new: str
    paragraph: int = 0
    page: int | None = None
    margin: bool = False


def differences(built: Reading, found: Reading) -> tuple[Difference, ...]:
    """What a file says that the one built does not, and the other way round; blanks alone do not count."""
    return (*_of_body(built, found), *_of_margins(built, found))


def _of_body(built: Reading, found: Reading) -> Iterator[Difference]:
    old, new = ([one for one in reading.paragraphs if one.words] for reading in (built, found))
    matcher = SequenceMatcher(None, [one.words for one in old], [one.words for one in new], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        above = new[start - 1] if start else None
        for before, after in _paired(old[first:last], new[start:end]):
            place = after or above
            texts = _changed_words(before.words if before else "", after.words if after else "")
            yield Difference(*texts, place.ordinal if place else 0, place.page if place else None)
            above = after or above


def _of_margins(built: Reading, found: Reading) -> Iterator[Difference]:
    old, new = _margins(built), _margins(found)
    for words in dict.fromkeys([*old, *new]):
        if (words in old) is not (words in new):
            yield Difference(words if words in old else "", words if words in new else "", margin=True)


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
    """Paragraphs that changed side by side: as many as before in their order, else those that are alike."""
    if len(old) == len(new):
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


def _changed_words(old: str, new: str) -> tuple[str, str]:
    """Both texts cut down to the words that differ, with a few around them."""
    before, after = old.split(), new.split()
    if not before or not after or max(len(before), len(after)) > MOST_WORDS:
        return old, new
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [block for block in blocks if block[0] != "equal"]
    if not changed:
        return old, new
    _, first, _, start, _ = changed[0]
    _, _, last, _, end = changed[-1]
    return _clipped(before, first, last), _clipped(after, start, end)


def _clipped(words: Sequence[str], first: int, last: int) -> str:
    start, end = max(0, first - CONTEXT), min(len(words), last + CONTEXT)
    return " ".join((*["…"][: start > 0], *words[start:end], *["…"][: end < len(words)]))
