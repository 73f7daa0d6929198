"""The line of a template that changed words come from."""

from __future__ import annotations

from planforge.diagnostics import Span
from planforge.redline.comparison import Change, ComparedParagraph
from planforge.review.facts.look import Look, changed_anchors
from planforge.review.facts.sources import Sources
from planforge.review.sides import Review


class SourcePlaces:
    """Finds the template lines of a paper's paragraphs, and which of them the sides do not share."""

    def __init__(self, look: Look, review: Review) -> None:
        self._look = look
        self._old, self._new = Sources(review.base), Sources(review.head)

    def in_template(self, paragraph: ComparedParagraph) -> str:
        """The template line that changed words were written in: the first that the other side does not have.

        Empty where there is none: a line that is the same on both sides changed no words.
        """
        sides = (
            (Change.ADDED, self._look.new_traces, paragraph.new_anchors, self._new, self._old),
            (Change.REMOVED, self._look.old_traces, paragraph.old_anchors, self._old, self._new),
        )
        for change, traces, whole, own, other in sides:
            anchors = (*changed_anchors(paragraph, change, traces), *whole)
            for span in (line.span for anchor in anchors if anchor in traces for line in traces[anchor].lines):
                if own.raw(span.path) != other.raw(span.path) and _line(own, span) not in _lines(other, span.path):
                    return f"{span.path}:{span.line}"
        return ""


def _lines(side: Sources, path: str) -> list[bytes]:
    return [line.strip() for line in (side.raw(path) or b"").splitlines()]


def _line(side: Sources, span: Span) -> bytes:
    lines = _lines(side, span.path)
    return lines[span.line - 1] if 0 < span.line <= len(lines) else b""
