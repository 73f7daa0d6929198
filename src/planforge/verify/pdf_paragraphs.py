"""Lines of a PDF → the lines of each paragraph, by what is drawn and by what the file itself says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from planforge.verify.pdf_columns import CENTRED_SLACK, Placed

# Lines of one paragraph are at most this much further apart than usual, in points.
_PITCH_SLACK = 1.5
_UNUSUAL_PITCH = 1.45
# The widest spacing the decree allows, one and a half lines, is 1.73 of the size; three lines are 3.45.
_WIDEST_PITCH, _WIDEST_WRONG_PITCH = 1.8, 3.6
_SAME_SIZE = 0.3
# How far the padding of a cell may be from what is taken for it.
_CELL_SLACK = 6.0
_SAME_EDGE = 2.0
_INDENTED = 8.0
_FARTHEST_HANGING = 90.0
_REACHES = 2.0
# What begins a paragraph of a list, and what ends a sentence.
_MARKER = re.compile(r"[-–—+•*]\s|\(?\d+(\.\d+)*[.)]\s|\(?[a-zđ][.)]\s|[IVXL]+\.\s|(Điều|Chương|Mục|Phần)\s+[\dIVXL]+")
_SENTENCE_END = re.compile(r"[.;:!?…][”\"’)]*$")
# An authority line is followed by the title of who signs (Appendix I, part I, section II.7).
_ON_BEHALF = re.compile(r"(TM|KT|TL|TUQ|Q)\.\s")
# First words of an office or of a body in the lines above and below a signature.
_SIGNATURE_START = re.compile(
    r"(TRƯỞNG|PHÓ|QUYỀN|CHỦ|CHÁNH|TỔNG|GIÁM|THỨ|BỘ|HIỆU|VIỆN|CỤC|VỤ|CHI|TRUNG|SỞ|PHÒNG|VĂN|TRƯỜNG|HỌC|ĐẠI|TẠP|BÁO|NHÀ|BAN"
    r"|HỘI|ỦY|UỶ|ĐOÀN|CỤM|KHỐI|KHU|THƯ|THANH|NGƯỜI|CHỨNG|TL\.|KT\.|TUQ\.|TM\.|Q\.)(\s|$)"
)

Pitches = dict[float, float]


def usual_pitches(pages: Sequence[Sequence[Placed]]) -> Pitches:
    """The usual distance of baselines by size: of lines that go on where the one above reaches the edge."""
    seen: dict[float, Counter[float]] = {}
    for placed in pages:
        for above, below in pairwise(placed):
            if above.column.beside or above.column.cell or above.line.size != below.line.size:
                continue
            distance = below.line.baseline - above.line.baseline
            if distance <= 0:
                continue
            reaches = above.line.right >= above.column.right - _REACHES
            if (distance <= _WIDEST_PITCH * above.line.size and reaches) or _runs_on([above], below):
                seen.setdefault(above.line.size, Counter())[round(distance, 1)] += 1
    return {size: distances.most_common(1)[0][0] for size, distances in seen.items()}


def group_paragraphs(placed: Sequence[Placed], pitches: Pitches) -> list[list[Placed]]:
    """The lines of each paragraph, in the order given; the rest of a cell overleaf joins the cell."""
    paragraphs: list[list[Placed]] = []
    in_cells: dict[tuple[int, int, int], list[Placed]] = {}
    current: list[Placed] = []
    for one in placed:
        cell = one.column.cell
        place = (cell.table, cell.row, cell.column) if cell else None
        begun = in_cells.get(place) if place else None
        if begun and begun[-1].line.page < one.line.page:
            current = begun
        elif not current or not _goes_on(current, one, pitches):
            current = []
            paragraphs.append(current)
        current.append(one)
        if place:
            in_cells[place] = current
    return paragraphs


def _goes_on(paragraph: Sequence[Placed], below: Placed, pitches: Pitches) -> bool:
    """Whether a line belongs to the paragraph above it."""
    above = paragraph[-1]
    if above.line.page != below.line.page:
        return _goes_on_overleaf(paragraph, below)
    if not _is_below(above, below):
        return False
    if above.line.block is not None and below.line.block is not None:
        return above.line.block == below.line.block
    if abs(above.line.size - below.line.size) > _SAME_SIZE:
        return False
    if _is_far(above, below, pitches) and not _runs_on(paragraph, below):
        return False
    if _closes_brackets(paragraph, below):
        return True
    if _stand_centred(above, below):
        return _goes_on_centred(above, below)
    if above.column.beside:
        return _goes_on_beside(above, below)
    return _goes_on_in_text(paragraph, below)


def _closes_brackets(paragraph: Sequence[Placed], below: Placed) -> bool:
    """Whether a line in brackets goes on: blanks left at its end for a date set what is seen of it off the middle."""
    above = paragraph[-1]
    text = " ".join(one.line.text for one in paragraph)
    return (
        not above.column.beside
        and paragraph[0].line.text.startswith("(")
        and ")" not in text
        and below.line.text.endswith(")")
        and below.line.text[:1].islower()
        and not _differs(above, below)
    )


def _is_below(above: Placed, below: Placed) -> bool:
    """Whether a line stands under another in the same column."""
    if above.column.borders != below.column.borders or above.column.beside != below.column.beside:
        return False
    # The last word of a paragraph may stand wholly under the indent of its first line.
    overlap = min(above.line.right, below.line.right) - max(above.line.left, below.line.left)
    return below.line.baseline > above.line.baseline and (overlap > 0 or not above.column.beside)


def _is_far(above: Placed, below: Placed, pitches: Pitches) -> bool:
    distance = below.line.baseline - above.line.baseline
    usual = pitches.get(above.line.size)
    return distance > (usual + _PITCH_SLACK if usual else _UNUSUAL_PITCH * above.line.size)


def _runs_on(paragraph: Sequence[Placed], below: Placed) -> bool:
    """Whether a full line goes on at the left edge, though the lines of its paragraph are set wider than others.

    The first two lines tell how wide; a line that ends a sentence goes on only where that is seen already, or where
    it was indented and the next one is not.
    """
    above = paragraph[-1]
    distance = below.line.baseline - above.line.baseline
    if above.column.beside or above.column.borders or below.column.beside or below.column.borders:
        return False
    if not 0 < distance <= _WIDEST_WRONG_PITCH * above.line.size or above.line.size != below.line.size:
        return False
    if abs(below.line.left - below.column.left) > _SAME_EDGE or above.line.left < below.line.left - _SAME_EDGE:
        return False
    if _has_room_for(above, below) or _MARKER.match(below.line.text) or _differs(above, below):
        return False
    if len(paragraph) > 1 and paragraph[-2].line.page == above.line.page:
        return abs(distance - (above.line.baseline - paragraph[-2].line.baseline)) <= _PITCH_SLACK
    return above.line.left - above.column.left > _INDENTED or not _SENTENCE_END.search(above.line.text)


def _stand_centred(above: Placed, below: Placed) -> bool:
    """Whether both lines are centred; in a stack they must be so on each other."""
    return (
        above.centred
        and below.centred
        and (not above.column.beside or abs(above.line.centre - below.line.centre) <= CENTRED_SLACK)
    )


def _goes_on_centred(above: Placed, below: Placed) -> bool:
    """Centred lines of one look are one title, broken by hand where it looks well.

    Beside other text, an office and the body it is of are paragraphs of their own, each known by its first word: they
    come apart where the second would have found room on the first line.
    """
    if _differs(above, below):
        return False
    if not above.column.beside or not _SIGNATURE_START.match(below.line.text):
        return True
    if _ON_BEHALF.match(above.line.text):
        return False
    width = above.line.right - above.line.left + 0.25 * above.line.size + below.line.first_word_width
    return width > _width_about(above)


def _width_about(placed: Placed) -> float:
    """The room for a centred line: as far as its column goes on the narrower side of its middle."""
    column, middle = placed.column, placed.line.centre
    return 2 * min(middle - column.left, column.right - middle)


def _goes_on_beside(above: Placed, below: Placed) -> bool:
    """Text of a narrow column goes on unless something new begins."""
    if _differs(above, below) or _MARKER.match(below.line.text):
        return False
    return not _SENTENCE_END.search(above.line.text)


def _goes_on_in_text(paragraph: Sequence[Placed], below: Placed) -> bool:
    above = paragraph[-1]
    if _has_room_for(above, below) or _starts_in_another_look(above, below):
        return False
    if above.column.borders or (above.about_middle and below.centred):
        return True
    if len(paragraph) > 1:
        return abs(below.line.left - above.line.left) <= _SAME_EDGE
    if below.line.left < above.line.left - _SAME_EDGE:
        return True
    if abs(below.line.left - above.line.left) <= _SAME_EDGE:
        if below.line.left - below.column.left <= _INDENTED:
            starts = _MARKER.match(below.line.text) and _SENTENCE_END.search(above.line.text)
            return not starts
        return below.line.text[:1].islower()
    return below.line.left - above.line.left <= _FARTHEST_HANGING and not _MARKER.match(below.line.text)


def _goes_on_overleaf(paragraph: Sequence[Placed], below: Placed) -> bool:
    """Whether the first line of a page goes on with the last paragraph of the page before."""
    above = paragraph[-1]
    if above.column.beside or below.column.beside or below.column.borders or above.column.borders:
        return False
    if abs(above.line.size - below.line.size) > _SAME_SIZE or above.centred or below.centred:
        return False
    if _has_room_for(above, below):
        return False
    if len(paragraph) > 1:
        return abs(below.line.left - above.line.left) <= _SAME_EDGE
    return below.line.left < above.line.left - _SAME_EDGE or (
        abs(below.line.left - above.line.left) <= _SAME_EDGE and below.line.text[:1].islower()
    )


def _has_room_for(above: Placed, below: Placed) -> bool:
    """Whether the first word of a line would have found room on the line above: then it was not broken there."""
    space = 0.2 * above.line.size + (_CELL_SLACK if above.column.borders else 0.5)
    return above.line.right + space + below.line.first_word_width < above.column.right


def _starts_in_another_look(above: Placed, below: Placed) -> bool:
    """Whether all of a line looks other than all of the line above, and it does not begin within a sentence."""
    upper, lower = {word.look for word in above.line.words}, {word.look for word in below.line.words}
    return upper.isdisjoint(lower) and not below.line.text[:1].islower()


def _differs(above: Placed, below: Placed) -> bool:
    first, second = above.line.look, below.line.look
    return (first.bold, first.italic) != (second.bold, second.italic) or (
        above.line.text.isupper() != below.line.text.isupper()
    )
