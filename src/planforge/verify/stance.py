"""How a paragraph stands on the page, as far as that tells what it is."""

from __future__ import annotations

from planforge.verify.reading import Align, Paragraph

_LONGEST_LINE = 110
_LONGEST_HALF_LINE = 60
_OFF_CENTRE_PT = 12.0


def is_bold(paragraph: Paragraph) -> bool:
    """Whether most of a paragraph is bold."""
    runs = paragraph.shown_runs
    return sum(len(run.text) for run in runs if run.bold) * 2 > sum(len(run.text) for run in runs)


def is_running(paragraph: Paragraph) -> bool:
    """Whether a paragraph is running text by its length and look, which nothing of the frame is."""
    if paragraph.align is Align.CENTRE or paragraph.cell is not None:
        return False
    words = paragraph.words
    if "\t" in paragraph.text.strip():
        return len(words) > 2 * _LONGEST_LINE
    return len(words) > _LONGEST_LINE or (paragraph.align is Align.BOTH and len(words) > _LONGEST_HALF_LINE)


def stands_centred(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands in the middle, or may."""
    if paragraph.align is not None:
        return paragraph.align is Align.CENTRE
    return paragraph.centre is None or abs(paragraph.centre) < _OFF_CENTRE_PT
