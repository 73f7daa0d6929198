"""The running text of the body, and how a rule speaks once of a fault that many of its paragraphs have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.rule import Answer, Medium, Untold
from planforge.rules.form.appearance import SIZE_TOLERANCE_PT, is_upper, main_size
from planforge.rules.form.remembered import Remembered
from planforge.verify.anatomy import Anatomy, Level
from planforge.verify.reading import Align, Paragraph, Where
from planforge.words import Words

# Appendix I, part I, section I and II.6: what the text of the body may look like, in points.
SMALLEST_SIZE = 13.0
LARGEST_SIZE = 14.0
FIRST_LINE_INDENTS = (28.35, 36.0)
SMALLEST_GAP = 6.0
CLOSEST_LINES, WIDEST_LINES = 1.0, 1.5
# A line of 14 pt is 16.1 pt high; "exactly 16 pt" is single spacing to everybody.
NEAR_LINES = 0.015
# A line holds some eighty characters at 14 points: what is longer than this has a second line.
SECOND_LINE_FROM = 95
CHAPTERS = (Level.PART, Level.CHAPTER, Level.SECTION_TITLE)
ENDS = (".", ";", ":", ",", "…", "/")
BLANKS = ("……", "....")
ASIDES = ("ghi chú", "lưu ý", "nguồn:", "đơn vị tính", "(đơn vị")


def prose(paper: Anatomy, *, with_bases: bool = True) -> list[Paragraph]:
    """The paragraphs of the body that are written as running text, headings included.

    Left out are tables, the notes under them, lines that stand alone in the middle or on the right, boxes and
    footnotes: the decree says nothing of them.
    """
    if with_bases:
        return list(_prose(paper))
    bases = {paragraph.ordinal for paragraph in paper.bases}
    return [paragraph for paragraph in _prose(paper) if paragraph.ordinal not in bases]


@Remembered
def _prose(paper: Anatomy) -> tuple[Paragraph, ...]:
    apart = _chapter_lines(paper) | _continued(paper) | _beside(paper)
    found: list[Paragraph] = []
    after_table = False
    for paragraph in paper.body:
        if paragraph.cell is not None:
            after_table = True
        elif paragraph.where is Where.BODY and paragraph.words and not stands_alone(paragraph):
            after_table = after_table and is_small(paragraph)
            if not after_table and not is_aside(paragraph) and paragraph.ordinal not in apart:
                found.append(paragraph)
    return tuple(found)


def _chapter_lines(paper: Anatomy) -> set[int]:
    """The lines of chapters and their titles, which have a rule of their own wherever they stand."""
    labels = {one.paragraph.ordinal for one in paper.numbered if one.level in CHAPTERS}
    titles = {
        title.ordinal for label, title in pairwise(paper.body) if label.ordinal in labels and is_upper(title.words)
    }
    return labels | titles


def _continued(paper: Anatomy) -> set[int]:
    """Lines of a PDF that go on from the paragraph before, though far below it: no paragraphs of their own."""
    if paper.reading.medium is Medium.DOCX:
        return set()
    numbered = {one.paragraph.ordinal for one in paper.numbered}
    return {
        one.ordinal
        for before, one in pairwise(paper.body)
        if one.ordinal not in numbered
        and one.cell is None
        and before.cell is None
        and not one.first_line
        and (one.text[:1].islower() or not (before.ordinal in numbered or _is_ended(before.text)))
    }


def _beside(paper: Anatomy) -> set[int]:
    """What a PDF shows after a wide blank or a tab, on the line of the paragraph before: no paragraph of its own."""
    return {
        one.ordinal
        for before, one in pairwise(paper.body)
        if one.cell is None
        and before.lines
        and one.lines
        and before.lines[-1].page == one.lines[0].page
        and abs(before.lines[-1].baseline - one.lines[0].baseline) < 1.0
        and before.lines[-1].box.right < one.lines[0].box.left
    }


def _is_ended(text: str) -> bool:
    """Whether a mark ends it; dots for what is filled in by hand end nothing."""
    return text.endswith(ENDS) and not text.endswith(BLANKS)


def stands_alone(paragraph: Paragraph) -> bool:
    """A short line in the middle or on the right: "QUYẾT ĐỊNH:", a unit of measure above a table."""
    return paragraph.align in (Align.CENTRE, Align.RIGHT) and not has_second_line(paragraph)


def is_aside(paragraph: Paragraph) -> bool:
    """A note, a source, a unit of measure: no running text."""
    return paragraph.words.lower().startswith(ASIDES)


def has_second_line(paragraph: Paragraph) -> bool:
    """Whether the text goes on in a second line: what a PDF shows, what a DOCX lets expect."""
    if paragraph.lines:
        return len(paragraph.lines) > 1
    return len(paragraph.text) > SECOND_LINE_FROM and len(paragraph.words) > SECOND_LINE_FROM


def is_small(paragraph: Paragraph) -> bool:
    """Smaller than the text of the body."""
    size = main_size(paragraph)
    return size is not None and size < SMALLEST_SIZE - SIZE_TOLERANCE_PT


def has_odd_size(paragraph: Paragraph) -> bool:
    """Smaller or larger than the text of the body."""
    size = main_size(paragraph)
    return is_small(paragraph) or (size is not None and size > LARGEST_SIZE + SIZE_TOLERANCE_PT)


def has_odd_spacing(paragraph: Paragraph) -> bool:
    """Closer than single or wider than one and a half lines."""
    spacing = paragraph.spacing
    return spacing is not None and not CLOSEST_LINES - NEAR_LINES <= spacing <= WIDEST_LINES + NEAR_LINES


def share(paragraph: Paragraph, look: str) -> float | None:
    """How much of a paragraph's text is "bold", "italic" or "underline", from 0 to 1; None where it is not known."""
    letters = [(len(run.text.strip()), getattr(run, look)) for run in paragraph.shown_runs]
    if not letters or any(value is None for _, value in letters):
        return None
    return sum(count for count, value in letters if value) / sum(count for count, _ in letters)


def tolerance(paper: Anatomy, *, docx: float, pdf: float) -> float:
    """How far a length may be from its value, in points: a DOCX says it, in a PDF it is measured."""
    return docx if paper.reading.medium is Medium.DOCX else pdf


def once(paper: Anatomy, places: Sequence[Paragraph], **values: Words) -> Iterator[Answer]:
    """One finding for a fault of several paragraphs, at the first of them; `count` tells how many there are."""
    if places:
        yield paper.finding(places[0], 0, 0, count=len(places), **values)


def untold(what: Words) -> Untold:
    """The file does not tell something about the text of its body."""
    return Untold(
        Words(f"tệp không cho biết {what.vi} của lời văn", f"the file does not tell the {what.en} of the text")
    )


def shows_pages(paper: Anatomy) -> bool:
    """Whether the file tells on which pages its text stands."""
    return any(paragraph.page is not None and paragraph.page > 1 for paragraph in paper.reading.paragraphs)


def page_ends(paragraph: Paragraph) -> int:
    """The page on which a paragraph ends; 0 where it is not known."""
    return paragraph.lines[-1].page if paragraph.lines else paragraph.page or 0
