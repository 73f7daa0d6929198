"""A piece of a sample paper: a paragraph that is to be set, and its look."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planforge.decree30 import FONT_FAMILY, LETTERHEAD_LEFT_MM, POINTS_PER_MILLIMETRE, single_pitch
from planforge.rule import Medium
from planforge.verify.reading import Align, Box, Line, Paragraph, Run, Where
from planforge.write.metrics import face_of, width_pt
from planforge.write.sheet import PORTRAIT

ASCENT, DESCENT = 0.891, 0.216
RULE_ROOM = 2.0
BORDER_ROOM = 3.0
COLUMNS = {
    "letterhead": (
        LETTERHEAD_LEFT_MM * POINTS_PER_MILLIMETRE,
        PORTRAIT.text_width - LETTERHEAD_LEFT_MM * POINTS_PER_MILLIMETRE,
    ),
    "closing": (PORTRAIT.text_width / 2, PORTRAIT.text_width / 2),
    "table": (40.0, PORTRAIT.text_width - 160.0, 120.0),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: in which kind of table, and where in it."""

    table: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph to be set: which part of the sample it is, and its look; lengths are in points.

    `rule` is the length of the line under it as a share of its longest line, `lead` how many of its first characters
    are bold where the rest is not.
    """

    part: str
    text: str
    size: float = 14.0
    bold: bool = False
    italic: bool = False
    align: Align = Align.BOTH
    gap: float = 0.0
    pitch: float = 0.0
    first_line: float = 0.0
    left: float = 0.0
    place: Place | None = None
    rule: float = 0.0
    keep_next: bool = False
    section: int = 0
    lead: int = 0

    @property
    def line_pitch(self) -> float:
        """The distance between its baselines."""
        return self.pitch or single_pitch(self.size)

    @property
    def spacing(self) -> float:
        """The same in single lines."""
        return self.line_pitch / (1.15 * self.size)

    def width(self, text: str) -> float:
        """How wide a text is in its look."""
        return width_pt(text, face_of(bold=self.bold, italic=self.italic), self.size)


def runs_of(piece: Piece, text: str, medium: Medium) -> tuple[Run, ...]:
    """The text in the look of a piece."""
    language = "vi-VN" if medium is Medium.DOCX else None
    plain = Run(
        text[piece.lead :],
        FONT_FAMILY,
        piece.size,
        piece.bold,
        piece.italic,
        underline=False,
        highlighted=False,
        language=language,
    )
    lead = (replace(plain, text=text[: piece.lead], bold=True),) if piece.lead else ()
    return (*lead, plain) if text else ()


def page_number(medium: Medium, shown: str, page: int | None = None) -> Paragraph:
    """The number of a page, in the middle of the top margin."""
    piece = Piece("page_number", shown, align=Align.CENTRE)
    run = runs_of(piece, shown, medium)[0]
    middle = PORTRAIT.left + PORTRAIT.text_width / 2
    if medium is Medium.DOCX:
        return Paragraph(
            shown,
            "page_number",
            runs=(replace(run, field="PAGE"),),
            where=Where.HEADER,
            align=Align.CENTRE,
            left=0.0,
            right=0.0,
            first_line=0.0,
            spacing=1.0,
            gap=0.0,
            centre=0.0,
        )
    baseline = PORTRAIT.header_distance + ASCENT * piece.size
    half = piece.width(shown) / 2
    box = Box(middle - half, PORTRAIT.header_distance, middle + half, baseline + DESCENT * piece.size)
    line = Line(shown, box, baseline, page or 1)
    return Paragraph(
        shown,
        "page_number",
        runs=(run,),
        where=Where.HEADER,
        page=page,
        align=Align.CENTRE,
        centre=0.0,
        box=box,
        lines=(line,),
    )
