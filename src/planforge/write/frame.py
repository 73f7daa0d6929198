"""Everything around the body of a paper, arranged once for both formats: columns, line breaks, rules, indents.

Lengths are in points. What is computed here from the widths of the glyphs holds in the DOCX and in the PDF alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from planforge.decree30 import (
    LETTERHEAD_RIGHT_MM,
    NATIONAL_MOTTO,
    NATIONAL_NAME,
    POINTS_PER_MILLIMETRE,
    SHORT_RULE_SHARE,
)
from planforge.paper import Annex, Letterhead, Line, Paper, Signer
from planforge.write.body import BodyElement
from planforge.write.characters import holdable
from planforge.write.lines import balanced_lines, line_count
from planforge.write.metrics import width_pt
from planforge.write.paragraphs import BodyParagraph
from planforge.write.sheet import PORTRAIT, Sheet
from planforge.write.styles import CLOSING_GAP_PT, FIRST_LINE_PT, RECIPIENTS_GAP_PT, TITLE_GAP_PT, Look, Style
from planforge.write.tables import BodyTable

Looks = Mapping[Style, Look]

ADDRESSEES_LABEL = "Kính gửi"
RECIPIENTS_LABEL = "Nơi nhận:"
DASH = "- "
# A line of exactly the column's width may or may not be broken by the rounding of a program.
_SLACK_PT = 3.0
_NARROWEST_LEFT_MM = 50.0
_SUBJECT_SHARE = 0.88


TEXT_WIDTH_PT = PORTRAIT.text_width
TEXT_HEIGHT_PT = PORTRAIT.text_height
# What is kept together must fit on a page, and heights are estimates.
_HIGHEST_KEPT_PT = 0.95 * TEXT_HEIGHT_PT
# Many signatures are a part of the text: moved to the next page as a whole they would leave half a page empty.
_HIGHEST_GRID_PT = 0.4 * TEXT_HEIGHT_PT


@dataclass(frozen=True, slots=True)
class FrameParagraph:
    """One paragraph of the frame: `lead` is fixed text before the anchored `lines`; a rule is one without lines.

    `before` overrides the style's gap above; `hanging` is the indent of the second line relative to the first.
    """

    style: Style
    lines: tuple[str, ...] = ()
    anchor: str = ""
    lead: str = ""
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    before: float | None = None


Cell = tuple[FrameParagraph, ...]


class Kept(StrEnum):
    """How much of the closing stays on one page: all of it, each of its rows, or neither when a row is too high."""

    WHOLE = "whole"
    ROWS = "rows"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns without borders; a row is a left and a right cell, level with each other."""

    left: float
    right: float
    rows: tuple[tuple[Cell, Cell], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a section, from top to bottom; the body stands between `opening` and `closing`.

    `kept_elements` is how many of the last elements of the body stay whole and on the page of the closing: a page must
    not carry the signatures alone. Of a table that is the last element the last row stays.
    """

    letterhead: Columns | None
    opening: Cell
    closing: Columns
    closing_kept: Kept
    kept_elements: int


def arrange_frame(paper: Paper, body: Sequence[BodyElement], looks: Looks) -> Frame:
    """Arrange the frame of a paper, whose body is already arranged, in the given looks."""
    closing = _closing(paper, looks)
    heights = [
        max(_height(left, closing.left, looks), _height(right, closing.right, looks)) for left, right in closing.rows
    ]
    kept = Kept.WHOLE
    if sum(heights) > (_HIGHEST_KEPT_PT if len(paper.signers) <= 2 else _HIGHEST_GRID_PT):
        kept = Kept.ROWS if max(heights) <= _HIGHEST_KEPT_PT else Kept.NOTHING
    first = sum(heights) if kept is Kept.WHOLE else sum(heights[:1])
    letterhead = _letterhead(paper.letterhead, paper.letter_subject, PORTRAIT, looks) if paper.letterhead else None
    opening = _title(paper, looks) + _addressees(paper.addressees, looks)
    if paper.issuing_authority:
        opening += (_centred(Style.ISSUING_AUTHORITY, paper.issuing_authority, TEXT_WIDTH_PT, looks),)
    return Frame(
        letterhead=letterhead,
        opening=opening if letterhead else _lowered(opening, 0.0),
        closing=closing,
        closing_kept=kept,
        kept_elements=_kept_elements(body, first, looks) if closing.rows else 0,
    )


def arrange_annex_frame(annex: Annex, sheet: Sheet, looks: Looks) -> Frame:
    """What stands above the body of an annex: its label, title and reference, and a rule under the last of them."""
    width = sheet.text_width
    lines = (
        (Style.ANNEX_LABEL, annex.label, width),
        (Style.ANNEX_TITLE, annex.title, width * _SUBJECT_SHARE),
        (Style.ANNEX_REFERENCE, annex.reference, width * _SUBJECT_SHARE),
    )
    opening = tuple(_centred(style, line, limit, looks) for style, line, limit in lines if line)
    if opening:
        opening += (_rule(SHORT_RULE_SHARE * _longest(opening[-1:], looks), width),)
    letterhead = _letterhead(annex.letterhead, None, sheet, looks) if annex.letterhead else None
    if letterhead:
        opening = _lowered(opening, TITLE_GAP_PT)
    return Frame(letterhead, opening, Columns(width / 2, width / 2, ()), Kept.WHOLE, 0)


def _letterhead(letterhead: Letterhead, letter_subject: Line | None, sheet: Sheet, looks: Looks) -> Columns:
    """Cells 1 to 4 and 5b. A long place name widens the right column: the date must stay on one line.

    On a wide sheet both columns are wider by the same share.
    """
    place_date = letterhead.place_date
    right = LETTERHEAD_RIGHT_MM * POINTS_PER_MILLIMETRE * sheet.text_width / TEXT_WIDTH_PT
    if place_date:
        right = max(right, _width(holdable(place_date.text), looks[Style.PLACE_DATE]) + 2 * _SLACK_PT)
    right = min(right, sheet.text_width - _NARROWEST_LEFT_MM * POINTS_PER_MILLIMETRE)
    left = sheet.text_width - right

    issuers = tuple(_centred(Style.ISSUER, line, left, looks) for line in letterhead.issuer)
    parents = (_centred(Style.PARENT, letterhead.parent, left, looks),) if letterhead.parent else ()
    issuing = parents + issuers
    if issuers:
        issuing += (_rule(SHORT_RULE_SHARE * _longest(issuers, looks), left),)
    motto = FrameParagraph(Style.NATIONAL_MOTTO, (NATIONAL_MOTTO,))
    national = (
        FrameParagraph(Style.NATIONAL_NAME, (NATIONAL_NAME,)),
        motto,
        _rule(_longest((motto,), looks), right),
    )
    numbers = (_centred(Style.NUMBER, letterhead.number, left, looks),) if letterhead.number else ()
    subjects = (_centred(Style.LETTER_SUBJECT, letter_subject, left, looks),) if letter_subject else ()
    places = (_centred(Style.PLACE_DATE, place_date, right, looks),) if place_date else ()
    rows: list[tuple[Cell, Cell]] = [(issuing, national)]
    if numbers or subjects or places:
        rows.append((numbers + subjects, places))
    return Columns(left, right, tuple(rows))


def _title(paper: Paper, looks: Looks) -> Cell:
    """Cell 5a: the type, the subject broken evenly, and the rule under it (Appendix I, section II.5)."""
    title: list[FrameParagraph] = []
    if paper.type_name:
        title.append(_centred(Style.TYPE_NAME, paper.type_name, TEXT_WIDTH_PT, looks))
    if paper.subject:
        subject = _centred(Style.SUBJECT, paper.subject, TEXT_WIDTH_PT * _SUBJECT_SHARE, looks)
        title.extend((subject, _rule(SHORT_RULE_SHARE * _longest((subject,), looks), TEXT_WIDTH_PT)))
    return tuple(title)


def _addressees(addressees: tuple[Line, ...], looks: Looks) -> Cell:
    """Cell 9a: one addressee beside the label, several under it with their dashes under its colon."""
    if not addressees:
        return ()
    look = looks[Style.ADDRESSEES]
    texts = [holdable(line.text) for line in addressees]
    label_width = _width(ADDRESSEES_LABEL, look)
    if len(addressees) == 1:
        lead = f"{ADDRESSEES_LABEL}: "
        lead_width = _width(lead, look)
        left = _centring_indent(lead_width + _width(texts[0], look))
        return (FrameParagraph(Style.ADDRESSEES, (texts[0],), addressees[0].anchor, lead, left, hanging=lead_width),)
    left = _centring_indent(label_width + max(_width(DASH + text, look) for text in texts))
    label = FrameParagraph(Style.ADDRESSEES, lead=f"{ADDRESSEES_LABEL}:", left=left)
    return (label, *(_dashed(Style.ADDRESSEE, line, looks, left + label_width) for line in addressees))


def _closing(paper: Paper, looks: Looks) -> Columns:
    """Cells 7 and 9b. One signer stands beside the recipients; of two, the recipients stand under the left one.

    The form of minutes (Appendix III, form 1.9) shows the second case; more signers stand in pairs above recipients.
    """
    right = TEXT_WIDTH_PT / 2
    if len(paper.signers) == 1:
        longest = _longest_line(paper.signers[0], looks) + 2 * _SLACK_PT
        right = min(max(right, longest), LETTERHEAD_RIGHT_MM * POINTS_PER_MILLIMETRE)
    signers = _level_names([_signer(signer, right, looks) for signer in paper.signers], right, looks)
    recipients = _recipients(paper.recipients, looks)
    rows: list[tuple[Cell, Cell]]
    if len(signers) <= 1:
        rows = [(recipients, signers[0] if signers else ())]
    else:
        rows = list(zip_longest(signers[::2], signers[1::2], fillvalue=()))
        below = _lowered(recipients, RECIPIENTS_GAP_PT)
        rows = [(rows[0][0] + below, rows[0][1])] if len(rows) == 1 else [*rows, (below, ())]
    gap = CLOSING_GAP_PT
    return Columns(
        TEXT_WIDTH_PT - right,
        right,
        tuple((_lowered(former, gap), _lowered(latter, gap)) for former, latter in rows if former or latter),
    )


def _level_names(signers: list[Cell], column: float, looks: Looks) -> list[Cell]:
    """The signers with room for the signature such that the names of each pair stand on one line."""
    heights = [_height(cell, column, looks) for cell in signers]
    level = []
    for index, cell in enumerate(signers):
        pair = heights[index - index % 2 : index - index % 2 + 2]
        extra = max(pair) - heights[index]
        level.append(tuple(_raised(paragraph, extra) if extra else paragraph for paragraph in cell))
    return level


def _raised(paragraph: FrameParagraph, extra: float) -> FrameParagraph:
    return replace(paragraph, before=extra) if paragraph.style is Style.SIGNATURE else paragraph


def _longest_line(signer: Signer, looks: Looks) -> float:
    lines = [(Style.SIGNER_AUTHORITY, line) for line in signer.authority]
    lines += [(Style.SIGNER_OFFICE, line) for line in signer.office]
    return max((_width(holdable(line.text), looks[style]) for style, line in lines), default=0.0)


def _signer(signer: Signer, column: float, looks: Looks) -> Cell:
    authority = tuple(_centred(Style.SIGNER_AUTHORITY, line, column, looks) for line in signer.authority)
    office = tuple(_centred(Style.SIGNER_OFFICE, line, column, looks) for line in signer.office)
    name = (_centred(Style.SIGNER_NAME, signer.name, column, looks),) if signer.name else ()
    return (*authority, FrameParagraph(Style.SIGNATURE), *office, *name)


def _recipients(recipients: tuple[Line, ...], looks: Looks) -> Cell:
    if not recipients:
        return ()
    label = FrameParagraph(Style.RECIPIENTS_LABEL, lead=RECIPIENTS_LABEL)
    return (label, *(_dashed(Style.RECIPIENTS, line, looks, 0.0) for line in recipients))


def _lowered(cell: Cell, before: float) -> Cell:
    return (replace(cell[0], before=before), *cell[1:]) if cell else ()


def _dashed(style: Style, line: Line, looks: Looks, left: float) -> FrameParagraph:
    """A list item; the dash is the form's, not the text's, so an item that already has one does not get a second."""
    text = holdable(line.text).removeprefix(DASH)
    hanging = _width(DASH, looks[style]) if left else 0.0
    return FrameParagraph(style, (text,), line.anchor, DASH, left, hanging=hanging)


def _centred(style: Style, line: Line, column: float, looks: Looks) -> FrameParagraph:
    look = looks[style]
    lines = balanced_lines(holdable(line.text), look.face, look.size_pt, column - 2 * _SLACK_PT)
    return FrameParagraph(style, lines, line.anchor)


def _rule(length: float, column: float) -> FrameParagraph:
    """A centred rule of a length: the bottom border of a thin paragraph, indented on both sides."""
    indent = max(0.0, (column - length) / 2)
    return FrameParagraph(Style.RULE, left=indent, right=indent)


def _centring_indent(width: float) -> float:
    return max(FIRST_LINE_PT, (TEXT_WIDTH_PT - width) / 2)


def _width(text: str, look: Look) -> float:
    return width_pt(text, look.face, look.size_pt)


def _longest(paragraphs: Cell, looks: Looks) -> float:
    return max(_width(line, looks[paragraph.style]) for paragraph in paragraphs for line in paragraph.lines)


def _height(cell: Cell, column: float, looks: Looks) -> float:
    """The height of a cell; a line too wide for its column counts as often as it will be broken."""
    height = 0.0
    for paragraph in cell:
        look = looks[paragraph.style]
        texts = [paragraph.lead + line for line in paragraph.lines] or [paragraph.lead]
        room = column - paragraph.left - paragraph.right
        lines = sum(line_count(text, look.face, look.size_pt, room) for text in texts)
        height += lines * look.pitch_pt + (look.before_pt if paragraph.before is None else paragraph.before)
    return height


def _kept_elements(body: Sequence[BodyElement], closing_height: float, looks: Looks) -> int:
    """The fewest last elements that make two lines, a picture or a row of a table, if they fit on a page with the
    closing.
    """
    height = closing_height
    lines = 0
    for kept, element in enumerate(reversed(body), start=1):
        if isinstance(element, BodyTable) and kept > 1:
            return kept - 1
        if isinstance(element, BodyParagraph):
            look = looks[element.style]
            lines += element.lines
            height += element.lines * look.pitch_pt + look.before_pt
        else:
            lines += 2
            height += element.end_height
        if height > _HIGHEST_KEPT_PT:
            return kept - 1
        if lines >= 2:
            return kept
    return len(body)
