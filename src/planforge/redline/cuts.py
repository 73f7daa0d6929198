"""The segments of a paragraph, cut wherever the look, the provenance or the links around them change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planforge.redline.comparison import Change, Piece
from planforge.redline.paragraph import Kind, Paragraph, Span
from planforge.redline.plan import ParagraphEntry, Segment, one_of

NO_PIECE = -1


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of one span on each side where it stands, from `start` in the new paragraph (old where it is gone).

    `piece` is the number of the piece it is shown in, `NO_PIECE` where there is nothing to see.
    """

    change: Change
    old: Span | None
    new: Span | None
    start: int
    text: str
    piece: int

    @property
    def span(self) -> Span:
        """What is seen of it: the new one, or the one that is gone."""
        return one_of(self.new, self.old)


def cuts_of(entry: ParagraphEntry) -> tuple[list[Cut], tuple[Piece, ...]]:
    """The cuts of a paragraph in order, and the pieces that they are shown as."""
    cuts: list[Cut] = []
    pieces: list[Piece] = []
    for change, old, new, start, text, shown in stretches(entry.old, entry.new, entry.segments):
        span = one_of(new, old)
        look = span.look
        if not shown:
            cuts.append(Cut(change, old, new, start, text, NO_PIECE))
            continue
        piece = Piece(
            shown.upper() if look.capitals else shown,
            change,
            look.bold,
            look.italic,
            look.underline,
            span.anchors,
            span.opaque,
        )
        if pieces and not piece.opaque and _joins(pieces[-1], piece):
            pieces[-1] = Piece(pieces[-1].text + piece.text, *_look_of(piece))
        else:
            pieces.append(piece)
        cuts.append(Cut(change, old, new, start, text, len(pieces) - 1))
    return cuts, tuple(pieces)


def _joins(last: Piece, piece: Piece) -> bool:
    return not last.opaque and _look_of(last) == _look_of(piece)


def _look_of(piece: Piece) -> tuple[Change, bool, bool, bool, tuple[str, ...], bool]:
    return piece.change, piece.bold, piece.italic, piece.underline, piece.anchors, piece.opaque


Stretch = tuple[Change, Span | None, Span | None, int, str, str]
"""What becomes of it, its span on each side, where it starts, its text, what is shown of it."""


def stretches(old: Paragraph | None, new: Paragraph | None, segments: Iterable[Segment]) -> Iterator[Stretch]:
    """The stretches of one span on each side, in the order of the merged text."""
    for segment in segments:
        if segment.change is Change.REMOVED or (segment.change is Change.KEPT and new is None):
            if old is not None:
                yield from _of_one(old, segment.old, segment.old_end, segment.change, gone=True)
        elif segment.change is Change.ADDED or old is None:
            if new is not None:
                yield from _of_one(new, segment.new, segment.new_end, segment.change, gone=False)
        elif new is not None:
            yield from _of_both(old, new, segment)


def _of_one(paragraph: Paragraph, start: int, end: int, change: Change, *, gone: bool) -> Iterator[Stretch]:
    spans = paragraph.spans
    at = bisect_right(spans, start, key=lambda span: span.start) - 1
    while at < len(spans) and spans[at].start < end:
        span = spans[at]
        first, last = max(start, span.start), min(end, span.end)
        text = paragraph.text[first:last]
        shown = text if span.kind is Kind.TEXT else span.shown
        yield change, span if gone else None, None if gone else span, first, text, shown
        at += 1


def _of_both(old: Paragraph, new: Paragraph, segment: Segment) -> Iterator[Stretch]:
    for before, after, at, end in _in_both(old, new, segment):
        text = new.text[at:end]
        same = before.look.key == after.look.key
        shown = text if after.kind is Kind.TEXT else after.shown
        yield Change.KEPT if same else Change.RESTYLED, before, after, at, text, shown


def _in_both(old: Paragraph, new: Paragraph, segment: Segment) -> Iterator[tuple[Span, Span, int, int]]:
    """The spans of a kept segment that stand over each other, from where to where in the new paragraph."""
    first = bisect_right(old.spans, segment.old, key=lambda span: span.start) - 1
    second = bisect_right(new.spans, segment.new, key=lambda span: span.start) - 1
    at, shift = segment.new, segment.old - segment.new
    while at < segment.new_end:
        before, after = old.spans[first], new.spans[second]
        end = min(segment.new_end, after.end, before.end - shift)
        yield before, after, at, end
        at = end
        first += before.end - shift <= at
        second += after.end <= at
