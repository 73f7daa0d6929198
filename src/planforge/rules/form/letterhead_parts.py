"""Where the components of the letterhead stand: in which column, level with what, in the middle of which text."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rule import Answer, Medium, Untold
from planforge.rules.form.appearance import CENTRE_TOLERANCE_PT, aligned, decimal
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph, Where
from planforge.words import Words

# The tops of letters of 13 and 14 pt that are set level differ by a point, and printers' dots add one.
LEVEL_TOLERANCE_PT = 2.5

NOT_TOLD = Words("không rõ hai phần đứng thế nào với nhau", "it is not known how the two parts stand to each other")


def centred(paper: Anatomy, paragraph: Paragraph, part: Words) -> Iterator[Answer]:
    """Whether a paragraph over the whole width, or in a cell of a DOCX, stands in the middle."""
    if paper.reading.medium is Medium.DOCX:
        yield from aligned(paper, paragraph, Align.CENTRE, part)
        if paragraph.align is not Align.CENTRE:
            return
    if paragraph.centre is not None and abs(paragraph.centre) > CENTRE_TOLERANCE_PT:
        yield _off(paper, paragraph, part, paragraph.centre)


def centred_under(paper: Anatomy, paragraph: Paragraph, above: Paragraph | None, part: Words) -> Iterator[Answer]:
    """Whether a paragraph of a column stands in its middle: of its cell in a DOCX, under what is above it in a PDF."""
    if paper.reading.medium is Medium.DOCX:
        yield from centred(paper, paragraph, part)
    elif above is not None and above.box is not None and paragraph.box is not None:
        off = paragraph.box.centre - above.box.centre
        if abs(off) > CENTRE_TOLERANCE_PT:
            yield _off(paper, paragraph, part, off)


def beside(paper: Anatomy, left: Paragraph, right: Paragraph) -> bool | None:
    """Whether one paragraph stands in the left column and the other in the right one; None where it is not known."""
    if paper.reading.medium is Medium.PDF:
        if left.box is None or right.box is None:
            return None
        middle = paper.reading.sheets[0].width / 2 if paper.reading.sheets else left.box.right
        return left.box.centre < middle < right.box.centre
    if left.cell and right.cell and (left.cell.table, left.cell.depth) == (right.cell.table, right.cell.depth):
        return left.cell.column < right.cell.column
    if left.ordinal == right.ordinal:
        return _place(paper, left) < _place(paper, right)
    if _flows(left) and _flows(right):
        return False
    return None


def level(paper: Anatomy, left: Paragraph, right: Paragraph) -> bool | None:
    """Whether the first lines of two paragraphs side by side stand on one line; None where it is not known."""
    if paper.reading.medium is Medium.PDF:
        if not left.lines or not right.lines:
            return None
        return abs(left.lines[0].baseline - right.lines[0].baseline) <= LEVEL_TOLERANCE_PT
    if left.ordinal == right.ordinal:
        return True
    if left.cell is None or right.cell is None or left.cell.table != right.cell.table:
        return None
    if left.cell.row != right.cell.row:
        return False
    if _said_before(paper, left) or _said_before(paper, right):
        return None
    if _blanks_before(paper, left) != _blanks_before(paper, right):
        return False
    if left.gap is None or right.gap is None:
        return None
    return abs(left.gap - right.gap) <= LEVEL_TOLERANCE_PT


def blanks_between(paper: Anatomy, former: Paragraph, latter: Paragraph) -> int:
    """How many empty paragraphs stand between two of a DOCX."""
    return sum(
        not one.words and one.stroke is None
        for one in paper.reading.paragraphs
        if former.ordinal < one.ordinal < latter.ordinal
    )


def _off(paper: Anatomy, paragraph: Paragraph, part: Words, off: float) -> Answer:
    text = decimal(abs(off), 0)
    return paper.finding(
        paragraph,
        part=part,
        found=Words(f"lệch giữa {text.vi} pt", f"stands {text.en} pt off the middle"),
        wanted=Words("canh giữa", "be centred"),
    )


def _flows(paragraph: Paragraph) -> bool:
    """Whether a paragraph runs over the width of the page, nothing beside it."""
    return (
        paragraph.cell is None and paragraph.where is Where.BODY and not paragraph.framed and "\t" not in paragraph.text
    )


def _place(paper: Anatomy, piece: Paragraph) -> int:
    """Where a piece of a paragraph with tabs begins in it."""
    whole = next((one.text for one in paper.reading.paragraphs if one.ordinal == piece.ordinal), "")
    return whole.find(piece.text)


def _before(paper: Anatomy, paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraphs above one in its cell."""
    for one in paper.reading.paragraphs:
        if one.cell and paragraph.cell and one.ordinal < paragraph.ordinal and _same_cell(one, paragraph):
            yield one


def _same_cell(former: Paragraph, latter: Paragraph) -> bool:
    a, b = former.cell, latter.cell
    return (
        bool(a and b) and a is not None and b is not None and (a.table, a.row, a.column) == (b.table, b.row, b.column)
    )


def _said_before(paper: Anatomy, paragraph: Paragraph) -> bool:
    return any(one.words for one in _before(paper, paragraph))


def _blanks_before(paper: Anatomy, paragraph: Paragraph) -> int:
    return sum(not one.words for one in _before(paper, paragraph))


UNKNOWN = Untold(NOT_TOLD)
