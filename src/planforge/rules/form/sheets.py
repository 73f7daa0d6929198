"""What rules about pages share: naming the sheets a finding is about, and judging margins.

A DOCX asks for margins; a PDF only shows the room that was left, which at the head of a page is more than the margin
by what its first line takes, and at the foot by what did not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby

from planforge.decree30 import POINTS_PER_MILLIMETRE
from planforge.rule import Answer, Medium, Untold
from planforge.rules.form.appearance import millimetres, span_of
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Sheet
from planforge.words import Words

# Six twips in a DOCX; in a PDF a glyph begins up to a point beside the edge of its line.
ASKED_TOLERANCE_PT = 0.3
DRAWN_TOLERANCE_PT = 1.5
# The room above the letters of a first line at one and a half lines, and a gap of 6 pt above it.
FIRST_LINE_ROOM_PT = 16.0
# The decree is silent about turned sheets, which may carry the margins turned with them.
TURNED_MM = (15.0, 35.0)

MARGIN_MESSAGE = Words(
    "{margin} ({where}) là {found} mm, phải là {wanted} mm", "{margin} ({where}) is {found} mm, it must be {wanted} mm"
)


class Side(StrEnum):
    """The four margins."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


_NAMES = {
    Side.TOP: Words("Lề trên", "the top margin"),
    Side.BOTTOM: Words("Lề dưới", "the bottom margin"),
    Side.LEFT: Words("Lề trái", "the left margin"),
    Side.RIGHT: Words("Lề phải", "the right margin"),
}


def sheets_named(paper: Anatomy, sheets: Iterable[Sheet]) -> Words:
    """Which sheets of a paper are meant: its pages in a PDF, its sections in a DOCX, or the whole of it."""
    meant = {id(sheet) for sheet in sheets}
    everything = paper.reading.sheets
    chosen = [number for number, sheet in enumerate(everything, start=1) if id(sheet) in meant]
    if len(chosen) == len(everything):
        return Words("cả văn bản", "the whole document")
    numbers = ", ".join(_spans(chosen))
    if paper.reading.medium is Medium.PDF:
        return Words(f"trang {numbers}", f"page {numbers}")
    return Words(f"section {numbers}", f"section {numbers}")


def margin(paper: Anatomy, side: Side, lowest: float, highest: float) -> Iterator[Answer]:
    """Margins of one side outside a range in millimetres, one finding for each width found."""
    wrong: dict[Words, list[Sheet]] = {}
    told = False
    drawn = paper.reading.medium is Medium.PDF
    tolerance = DRAWN_TOLERANCE_PT if drawn else ASKED_TOLERANCE_PT
    for sheet, value in _drawn(paper, side) if drawn else _asked(paper, side):
        low, high = TURNED_MM if sheet.landscape else (lowest, highest)
        told = True
        if not low * POINTS_PER_MILLIMETRE - tolerance <= value <= high * POINTS_PER_MILLIMETRE + tolerance:
            wrong.setdefault(millimetres(value), []).append(sheet)
    for found, sheets in wrong.items():
        where, wanted = sheets_named(paper, sheets), span_of(lowest, highest)
        yield paper.finding(None, margin=_NAMES[side], where=where, found=found, wanted=wanted)
    if not told:
        name = _NAMES[side]
        yield Untold(Words(f"không đo được: {name.vi}", f"could not be measured: {name.en}"))


def _room(sheet: Sheet, side: Side) -> float | None:
    return {Side.TOP: sheet.top, Side.BOTTOM: sheet.bottom, Side.LEFT: sheet.left, Side.RIGHT: sheet.right}[side]


def _asked(paper: Anatomy, side: Side) -> Iterator[tuple[Sheet, float]]:
    for sheet in paper.reading.sheets:
        value = _room(sheet, side)
        if value is not None:
            yield sheet, value


def _drawn(paper: Anatomy, side: Side) -> Iterator[tuple[Sheet, float]]:
    """What the drawn pages tell of a margin: too little room anywhere, too much only where text would have used it."""
    if side in (Side.LEFT, Side.RIGHT):
        if any(font.embedded is False for font in paper.reading.fonts):
            # Where letters are not in the file, nobody knows how wide they will be.
            return
        for sheet in paper.reading.sheets:
            value = _beside_the_text(paper, sheet, side)
            if value is not None:
                yield sheet, value
        return
    found = list(_asked(paper, side))
    least = min((value for _, value in found), default=0.0) - FIRST_LINE_ROOM_PT
    enough = 20 * POINTS_PER_MILLIMETRE
    for sheet, value in found:
        if side is Side.BOTTOM or value < enough:
            yield sheet, min(value, enough)
        else:
            yield sheet, max(enough, least)


def _beside_the_text(paper: Anatomy, sheet: Sheet, side: Side) -> float | None:
    """The room beside the running text of a page: only a paragraph of several lines fills the measure."""
    boxes = [
        line.box
        for one in paper.body
        if one.cell is None and one.align is Align.BOTH and sum(line.page == sheet.page for line in one.lines) > 1
        for line in one.lines
        if line.page == sheet.page
    ]
    if not boxes:
        return None
    if side is Side.LEFT:
        return min(box.left for box in boxes)
    return sheet.width - max(box.right for box in boxes)


def _spans(numbers: list[int]) -> Iterator[str]:
    """Numbers in a row as "1-3", others alone."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in group]
        yield str(members[0]) if len(members) == 1 else f"{members[0]}-{members[-1]}"
