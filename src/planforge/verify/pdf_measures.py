"""Lines of a paragraph of a PDF → a paragraph with everything that can be measured on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from planforge.verify.pdf_columns import CENTRED_SLACK, Placed
from planforge.verify.pdf_lines import TextLine, runs_of
from planforge.verify.pdf_paragraphs import Pitches
from planforge.verify.reading import Align, Box, Paragraph, Stroke, Where

SINGLE = 1.15
# The decree wants inner lines at the right edge; glyphs have a little room of their own at their sides.
_AT_EDGE = 2.0
# A line that begins further in than this is not indented as the first of a paragraph.
_WIDEST_FIRST_LINE = 60.0
# How much of a line's pitch lies above its baseline, in Word's and Typst's exact spacing and in Times New Roman's own.
_ABOVE_BASELINE = 0.79


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph is measured against: the text area of its page, usual pitches and the edges text begins at."""

    area: tuple[float, float]
    pitches: Pitches
    usual_lefts: tuple[float, ...]


def text_of(lines: Sequence[TextLine]) -> str:
    """The lines as one text, as `runs_of` joins them."""
    return "".join(run.text for run in runs_of(lines))


def make_paragraph(
    placed: Sequence[Placed], above: TextLine | None, around: Surroundings, stroke: Stroke | None = None
) -> Paragraph:
    """The paragraph of some lines; `above` is the line over it in the same column of its page."""
    lines = [one.line for one in placed]
    first = placed[0]
    on_first_page = [line for line in lines if line.page == first.line.page]
    box = _hull(on_first_page)
    runs = runs_of(lines)
    pitch = _pitch(lines)
    align = _align(placed, around)
    left, first_line = _indents(placed, align, around.area[0])
    cell_box = first.column.borders
    centre = box.centre - (cell_box.centre if cell_box and first.column.cell else sum(around.area) / 2)
    return Paragraph(
        "".join(run.text for run in runs),
        runs=runs,
        where=Where.BODY,
        cell=first.column.cell,
        section=first.line.page - 1,
        page=first.line.page,
        align=align,
        left=left,
        right=_right(placed, align),
        first_line=first_line,
        gap=_gap(first, above, pitch, around.pitches),
        spacing=None if pitch is None else pitch / (SINGLE * lines[0].size),
        centre=centre,
        stroke=stroke,
        framed=first.column.borders is not None and first.column.cell is None,
        box=box,
        lines=tuple(line.drawn() for line in lines),
        pitch=pitch,
    )


def _hull(lines: Sequence[TextLine]) -> Box:
    boxes = [line.box for line in lines]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _pitch(lines: Sequence[TextLine]) -> float | None:
    """The distance of its baselines; None for one line on each page."""
    distances = [below.baseline - above.baseline for above, below in pairwise(lines) if above.page == below.page]
    return median(distances) if distances else None


def _align(placed: Sequence[Placed], around: Surroundings) -> Align | None:
    if len(placed) == 1:
        return _align_of_one(placed[0], around)
    broken = [
        above
        for above, below in pairwise(placed)
        if above.line.right + 0.2 * above.line.size + below.line.first_word_width >= above.column.right - 0.5
    ]
    if all(one.column.stacked for one in placed):
        return Align.CENTRE
    lefts = [one.line.left for one in placed]
    centres = [one.line.centre for one in placed]
    if all(one.about_middle for one in placed) and placed[-1].centred:
        return Align.CENTRE
    if _is_flush_right(placed):
        return Align.RIGHT
    if broken and all(one.line.right >= one.column.right - _AT_EDGE for one in broken) and placed[0].column.sure:
        return Align.BOTH
    if max(centres) - min(centres) <= CENTRED_SLACK and max(lefts) - min(lefts) > CENTRED_SLACK:
        return Align.CENTRE
    # Where every line was ended by hand, none shows whether it would have been stretched.
    return Align.LEFT if broken or not placed[0].column.sure else None


def _is_flush_right(placed: Sequence[Placed]) -> bool:
    """Whether all lines end at the right edge, the last one too, and do not begin one under the other."""
    if any(abs(one.line.right - one.column.right) > _AT_EDGE for one in placed):
        return False
    lefts = [one.line.left for one in placed[1:]]
    return max(lefts) - min(lefts) > CENTRED_SLACK or (
        len(lefts) == 1 and lefts[0] - placed[0].column.left > _WIDEST_FIRST_LINE
    )


def _align_of_one(placed: Placed, around: Surroundings) -> Align | None:
    """How one line stands: None where it may be the only line of a justified paragraph as well."""
    line, column = placed.line, placed.column
    if column.beside:
        return Align.CENTRE if column.stacked else None
    if any(abs(line.left - usual) <= CENTRED_SLACK / 2 for usual in around.usual_lefts) and not column.borders:
        return None
    if placed.centred:
        return Align.CENTRE
    if abs(line.right - column.right) <= _AT_EDGE and line.left - column.left > 4 * line.size:
        return Align.RIGHT
    return None


def _indents(placed: Sequence[Placed], align: Align | None, margin: float) -> tuple[float | None, float | None]:
    """The left indent and the extra one of the first line, from the left edge of the text or of the cell."""
    if align in {Align.CENTRE, Align.RIGHT}:
        return None, None
    column = placed[0].column
    edge = column.borders.left if column.borders else margin
    first = placed[0].line.left - edge
    if len(placed) > 1:
        left = min(one.line.left for one in placed[1:]) - edge
        return left, first - left
    if column.beside or column.borders:
        return first, 0.0
    return (0.0, first) if first <= _WIDEST_FIRST_LINE else (first, 0.0)


def _right(placed: Sequence[Placed], align: Align | None) -> float | None:
    """The right indent; None where nothing reaches it."""
    if align is not Align.BOTH:
        return None
    return max(0.0, placed[0].column.right - max(one.line.right for one in placed))


def _gap(first: Placed, above: TextLine | None, pitch: float | None, pitches: Pitches) -> float | None:
    """The room above the first line beyond the spacing of lines; None at the top of a page.

    Lines beside others are set single, whatever the spacing of the text.
    """
    if above is None:
        return None
    line, usual = first.line, {} if first.column.beside else pitches
    own = pitch or usual.get(line.size) or SINGLE * line.size
    other = usual.get(above.size) or SINGLE * above.size
    if above.size == line.size:
        return line.baseline - above.baseline - own
    return line.baseline - above.baseline - _ABOVE_BASELINE * own - (1 - _ABOVE_BASELINE) * other
