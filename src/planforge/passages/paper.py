"""A finished file as passages: one for each paragraph."""

from __future__ import annotations

from planforge.corpus import Locate, Passage, Voice
from planforge.diagnostics import Excerpt, Span
from planforge.verify.reading import Paragraph, Reading


def paper_passages(reading: Reading) -> tuple[Passage, ...]:
    """The paragraphs that say something."""
    return tuple(
        Passage(paragraph.text, reading.path, Voice.PAPER, _located(reading.path, paragraph))
        for paragraph in reading.paragraphs
        if paragraph.text.strip()
    )


def _located(path: str, paragraph: Paragraph) -> Locate:
    def locate(start: int, end: int) -> tuple[Span | None, Excerpt | None]:
        span = Span(path, paragraph.ordinal, start + 1, paragraph.ordinal, end + 1)
        return span, Excerpt(paragraph.text, start, end, paragraph.page)

    return locate
