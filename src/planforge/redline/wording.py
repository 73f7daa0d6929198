"""What becomes of the words of a paragraph: as few are marked as can be, those that belong together in one go."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.redline.alignment import common
from planforge.redline.comparison import Change
from planforge.redline.cuts import stretches
from planforge.redline.paragraph import OBJECT, Paragraph, Wrapper
from planforge.redline.plan import Segment, one_of
from planforge.redline.tokens import is_blank, is_word

# How much more than needed may be marked so that a change can be read in one go.
_LEEWAY = 0.1
# A single word that is left between two changes of so many words each is no help to the reader.
_LONG_CHANGE = 3

Tokens = list[tuple[int, str]]


@dataclass(slots=True)
class _Hunk:
    """Tokens of both sides that take each other's place, and how many tokens after them are the same."""

    old: int
    old_end: int
    new: int
    new_end: int


def replaced(old: Paragraph | None, new: Paragraph | None) -> list[Segment]:
    """The whole of one paragraph out and the whole of the other in."""
    before, after = len(old.text) if old else 0, len(new.text) if new else 0
    gone = [Segment(Change.REMOVED, 0, before, 0, 0)] if before else []
    return gone + ([Segment(Change.ADDED, before, before, 0, after)] if after else [])


def kept(paragraph: Paragraph) -> list[Segment]:
    """A paragraph of which every character stays."""
    length = len(paragraph.text)
    return [Segment(Change.KEPT, 0, length, 0, length)] if length else []


def compared(old: Paragraph, new: Paragraph) -> list[Segment]:
    """The segments of two paragraphs that are one."""
    if old.text == new.text and old.content == new.content:
        return kept(new)
    first, second = old.tokens, new.tokens
    hunks = _joined(_hunks(first, second), first, second)
    segments = _segments(hunks, first, second, len(old.text), len(new.text))
    return replaced(old, new) if _tangled(old, new, segments) else segments


def _tangled(old: Paragraph, new: Paragraph, segments: list[Segment]) -> bool:
    """Whether a link or control would have to be two: its text went on in two others, or is torn by other text."""
    if not any(span.wrappers for span in old.spans) or not any(span.wrappers for span in new.spans):
        return False
    made = list(stretches(old, new, segments))
    forth: dict[Wrapper, Wrapper] = {}
    back: dict[Wrapper, Wrapper] = {}
    for _, before, after, *_ in made:
        if before is not None and after is not None:
            for one, other in zip(before.wrappers, after.wrappers, strict=True):
                if forth.setdefault(one, other) is not other or back.setdefault(other, one) is not one:
                    return True
    closed: set[Wrapper] = set()
    around: tuple[Wrapper, ...] = ()
    for _, before, after, *_ in made:
        span = one_of(after, before)
        inner = tuple(forth.get(one, one) for one in span.wrappers)
        closed.update(one for one in around if one not in inner)
        if not closed.isdisjoint(inner):
            return True
        around = inner
    return False


def _hunks(old: Tokens, new: Tokens) -> list[_Hunk]:
    """Words and signs are paired first; blanks follow them."""
    old_places = [at for at, (_, key) in enumerate(old) if not is_blank(key)]
    new_places = [at for at, (_, key) in enumerate(new) if not is_blank(key)]
    pairs = common([old[at][1] for at in old_places], [new[at][1] for at in new_places])
    places = [(old_places[i], new_places[j]) for i, j in pairs] + [(len(old), len(new))]
    hunks: list[_Hunk] = []
    i = j = 0
    for last_i, last_j in places:
        start, end = i, last_i
        new_start, new_end = j, last_j
        while start < end and new_start < new_end and old[start][1] == new[new_start][1]:
            start, new_start = start + 1, new_start + 1
        while start < end and new_start < new_end and old[end - 1][1] == new[new_end - 1][1]:
            end, new_end = end - 1, new_end - 1
        if start < end or new_start < new_end:
            hunks.append(_Hunk(start, end, new_start, new_end))
        i, j = last_i + 1, last_j + 1
    return hunks


def _joined(hunks: list[_Hunk], old: Tokens, new: Tokens) -> list[_Hunk]:
    """Join changes between which nothing is left that helps the reader."""
    if len(hunks) < 2:
        return hunks
    marked = sum(_words(old, one.old, one.old_end) + _words(new, one.new, one.new_end) for one in hunks)
    leeway = marked * _LEEWAY
    made = [hunks[0]]
    for hunk in hunks[1:]:
        last = made[-1]
        between = range(last.old_end, hunk.old)
        words = _words(old, last.old_end, hunk.old)
        holds_object = any(old[at][1].startswith(OBJECT) for at in between)
        sizes = [_words(old, one.old, one.old_end) + _words(new, one.new, one.new_end) for one in (last, hunk)]
        joins = not holds_object and (
            (words == 0 and min(sizes) > 0 and _replaces(last) and _replaces(hunk))
            or (words == 1 and min(sizes) >= _LONG_CHANGE and leeway >= 2)
        )
        if joins:
            leeway -= 2 * words
            made[-1] = _Hunk(last.old, hunk.old_end, last.new, hunk.new_end)
        else:
            made.append(hunk)
    return made


def _replaces(hunk: _Hunk) -> bool:
    return hunk.old < hunk.old_end and hunk.new < hunk.new_end


def _words(tokens: Tokens, start: int, end: int) -> int:
    return sum(is_word(key) for _, key in tokens[start:end])


def _segments(hunks: list[_Hunk], old: Tokens, new: Tokens, old_length: int, new_length: int) -> list[Segment]:
    starts = [at for at, _ in old] + [old_length]
    new_starts = [at for at, _ in new] + [new_length]
    segments: list[Segment] = []
    at = new_at = 0
    for hunk in [*hunks, _Hunk(len(old), len(old), len(new), len(new))]:
        first, second = starts[hunk.old], new_starts[hunk.new]
        if at < first:
            segments.append(Segment(Change.KEPT, at, first, new_at, second))
        at, new_at = starts[hunk.old_end], new_starts[hunk.new_end]
        if first < at:
            segments.append(Segment(Change.REMOVED, first, at, second, second))
        if second < new_at:
            segments.append(Segment(Change.ADDED, at, at, second, new_at))
    return segments
