"""The lines drawn under the motto, the issuing body and the subject: whether there is one, how long, where, how thick.

Widths of text are measured in a PDF, and computed from the widths of the glyphs in a DOCX, which are those of Times
New Roman.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.decree30 import POINTS_PER_MILLIMETRE
from planforge.rule import Answer, Medium, Untold
from planforge.rules.form.appearance import decimal, letters, main_size
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph, Stroke
from planforge.words import Words
from planforge.write.metrics import face_of, width_pt

# As long as the line of text, or a third to a half of it; the third is written 0,33 by those who measure.
WHOLE_LINE = (0.95, 1.05)
SHORT_LINE = (0.31, 0.52)
OFF_CENTRE_PT = 3.0

_WANTED = {
    WHOLE_LINE: Words(
        "có đường kẻ ngang, nét liền, dài bằng dòng chữ, ở giữa",
        "have a solid line under it, as long as the text and in the middle",
    ),
    SHORT_LINE: Words(
        "có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, ở giữa",
        "have a solid line under it, a third to a half as long as the text and in the middle",
    ),
}


def line_under(
    paper: Anatomy, paragraphs: Sequence[Paragraph], part: Words, share: tuple[float, float]
) -> Iterator[Answer]:
    """What is wrong with the line under a component; `share` is how long it may be, as shares of the longest line."""
    stroke = stroke_of(paragraphs)
    if stroke is None:
        underlined = any(run.underline for one in paragraphs for _, run in letters(one))
        found = (
            Words("chỉ được gạch chân chữ", "is only underlined")
            if underlined
            else Words("không có đường kẻ ở dưới", "has no line under it")
        )
        yield paper.finding(paragraphs[-1], part=part, found=found, wanted=_WANTED[share])
        return
    for found in _faults(paper, paragraphs, stroke, share):
        yield paper.finding(paragraphs[-1], part=part, found=found, wanted=_WANTED[share])
    if stroke.length is None or longest_line(paper, paragraphs) is None:
        yield Untold(
            Words(f"không đo được đường kẻ dưới: {part.vi}", f"the line under {part.en} could not be measured")
        )


def stroke_of(paragraphs: Sequence[Paragraph]) -> Stroke | None:
    """The line under a component, which its last paragraph has as a rule."""
    return next((one.stroke for one in reversed(paragraphs) if one.stroke is not None), None)


def longest_line(paper: Anatomy, paragraphs: Sequence[Paragraph]) -> float | None:
    """How wide the longest line of a component is, in points; None where it cannot be told."""
    if paper.reading.medium is Medium.PDF:
        return max((line.box.width for one in paragraphs for line in one.lines), default=None)
    widths = [width for one in paragraphs for width in _computed(one, measure(paper, one))]
    return max(widths, default=None)


def natural_width(paragraph: Paragraph, text: str | None = None) -> float | None:
    """How wide a text in the look of a paragraph is on one line, in points."""
    runs = letters(paragraph)
    size = main_size(paragraph)
    if size is None or not runs or runs[0][1].bold is None or runs[0][1].italic is None:
        return None
    face = face_of(bold=runs[0][1].bold, italic=runs[0][1].italic)
    return width_pt(paragraph.words if text is None else text, face, size)


def lines_needed(paper: Anatomy, paragraph: Paragraph) -> int:
    """How many lines a paragraph takes: drawn in a PDF, computed in a DOCX."""
    if paragraph.lines:
        return len(paragraph.lines)
    return len(list(_computed(paragraph, measure(paper, paragraph))))


def measure(paper: Anatomy, paragraph: Paragraph) -> float | None:
    """How wide the cell, or else the text of the page, is that a paragraph of a DOCX stands in."""
    if paragraph.cell:
        return paragraph.cell.width if paragraph.cell.room is None else paragraph.cell.room
    sheets = paper.reading.sheets
    sheet = sheets[min(paragraph.section, len(sheets) - 1)] if sheets else None
    if sheet is None or sheet.left is None or sheet.right is None:
        return None
    return sheet.width - sheet.left - sheet.right


def _computed(paragraph: Paragraph, room: float | None) -> Iterator[float]:
    """The widths of the lines of a paragraph of a DOCX, broken as the room it has demands."""
    for text in paragraph.text.split("\n"):
        line = ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            width = natural_width(paragraph, longer)
            if width is None:
                return
            if line and room is not None and width > room:
                yield natural_width(paragraph, line) or 0.0
                line = word
            else:
                line = longer
        if line:
            yield natural_width(paragraph, line) or 0.0


def _faults(
    paper: Anatomy, paragraphs: Sequence[Paragraph], stroke: Stroke, share: tuple[float, float]
) -> Iterator[Words]:
    if stroke.solid is False:
        yield Words("có đường kẻ không liền nét", "has a broken line under it")
    width = longest_line(paper, paragraphs)
    if stroke.length is not None and width:
        part = stroke.length / width
        if not share[0] <= part <= share[1]:
            percent = decimal(100 * part, 0)
            yield Words(
                f"có đường kẻ dài bằng {percent.vi} % dòng chữ", f"has a line under it of {percent.en} % of the text"
            )
    if stroke.offset is not None and abs(stroke.offset) > OFF_CENTRE_PT:
        off = decimal(abs(stroke.offset) / POINTS_PER_MILLIMETRE)
        yield Words(f"có đường kẻ lệch giữa {off.vi} mm", f"has a line under it {off.en} mm off the middle")
