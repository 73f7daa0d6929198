"""Pieces of a sample paper set as a DOCX tells them and as a PDF shows them: the same paper in both media."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from planforge.decree30 import FONT_FAMILY, LETTERHEAD_LEFT_MM, POINTS_PER_MILLIMETRE, single_pitch
from planforge.rule import Medium
from planforge.verify.reading import Align, Box, Cell, Font, Line, Paragraph, Reading, Run, Sheet, Stroke, Where
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


def typeset(pieces: Sequence[Piece], medium: Medium, title: str) -> Reading:
    """The reading of a paper."""
    sections = max(piece.section for piece in pieces) + 1
    if medium is Medium.DOCX:
        paragraphs = tuple(_docx_paragraphs(pieces))
        sheets = tuple(_section(number) for number in range(sections))
    else:
        press = _Press()
        press.set(pieces)
        paragraphs = tuple(press.paragraphs)
        sheets = press.sheets()
    strokes = tuple(one.stroke for one in paragraphs if one.stroke) if medium is Medium.PDF else ()
    embedded = True if medium is Medium.PDF else None
    return Reading(
        numbered(paragraphs),
        medium,
        f"sample.{medium}",
        sheets,
        (Font(FONT_FAMILY, embedded),),
        strokes,
        language="vi-VN",
        title=title,
        author="Cụm Thi đua số I",
        page_count=len(sheets) if medium is Medium.PDF else None,
    )


def numbered(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with their ordinals."""
    return tuple(replace(one, ordinal=index) for index, one in enumerate(paragraphs, start=1))


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


def _section(number: int) -> Sheet:
    header = (page_number(Medium.DOCX, "2"),)
    return Sheet(
        PORTRAIT.width,
        PORTRAIT.height,
        PORTRAIT.top,
        PORTRAIT.bottom,
        PORTRAIT.left,
        PORTRAIT.right,
        header_distance=PORTRAIT.header_distance,
        header=header,
        different_first=True,
        number_format="decimal",
        first_number=1 if number else None,
        starts_page=True,
    )


def _docx_paragraphs(pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    tables: dict[tuple[str, int], int] = {}
    for piece in pieces:
        yield _docx_paragraph(piece, tables)
        if piece.rule:
            yield Paragraph(
                "", cell=_cell(piece, tables), section=piece.section, align=Align.CENTRE, gap=0.0, spacing=1.7
            )


def _cell(piece: Piece, tables: dict[tuple[str, int], int]) -> Cell | None:
    place = piece.place
    if place is None:
        return None
    columns = COLUMNS[place.table]
    number = tables.setdefault((place.table, piece.section), len(tables))
    return Cell(
        number,
        place.row,
        place.column,
        len(columns),
        columns[place.column],
        bordered=place.table == "table",
        row_kept_whole=True,
    )


def _docx_paragraph(piece: Piece, tables: dict[tuple[str, int], int]) -> Paragraph:
    longest = max(map(piece.width, piece.text.split("\n")))
    stroke = Stroke(piece.rule * longest, 0.75, solid=True, offset=0.0) if piece.rule else None
    return Paragraph(
        piece.text,
        piece.part,
        runs=runs_of(piece, piece.text, Medium.DOCX),
        cell=_cell(piece, tables),
        section=piece.section,
        align=piece.align,
        left=piece.left,
        right=0.0,
        first_line=piece.first_line,
        gap=piece.gap,
        spacing=piece.spacing,
        centre=0.0 if piece.align is Align.CENTRE else None,
        stroke=stroke,
        keep_next=piece.keep_next or piece.place is not None,
        keep_lines=piece.keep_next,
        widow_control=True,
        page_break_before=False,
        contextual_spacing=False,
        framed=False,
    )


@dataclass(slots=True)
class _Press:
    """Sets pieces on pages from top to bottom; bands of cells side by side."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    page: int = 1
    down: float = PORTRAIT.top
    firsts: dict[int, int] = field(default_factory=lambda: {0: 1})
    lowest: dict[int, float] = field(default_factory=dict)

    def set(self, pieces: Sequence[Piece]) -> None:
        """Set all pieces in order."""
        for (section, band), group in groupby(pieces, key=_band):
            members = list(group)
            if section not in self.firsts:
                self._turn()
                self.firsts[section] = self.page
            if band is None:
                for piece in members:
                    self._flow(piece)
            else:
                self._side_by_side(members)

    def _turn(self) -> None:
        self.page += 1
        self.down = PORTRAIT.top

    def _flow(self, piece: Piece) -> None:
        """A paragraph over the whole width, that goes on on the next page where it must."""
        start = self.down > PORTRAIT.top
        if start:
            self.down += piece.gap
        lines: list[Line] = []
        for text, width, left in broken(piece, PORTRAIT.text_width):
            if self.down + piece.line_pitch > PORTRAIT.height - PORTRAIT.bottom:
                self._turn()
            lines.append(self._line(piece, text, width, PORTRAIT.left + left))
        self._finish(piece, lines, 0.0)

    def _side_by_side(self, members: list[Piece]) -> None:
        height = max(
            sum(piece.gap + piece.line_pitch * len(list(broken(piece, _column(piece)[1]))) for piece in cell)
            for cell in _cells(members)
        )
        if self.down + height > PORTRAIT.height - PORTRAIT.bottom:
            self._turn()
        top, low = self.down, self.down
        for cell in _cells(members):
            self.down = top
            for piece in cell:
                left, width = _column(piece)
                self.down += piece.gap
                lines = [
                    self._line(piece, text, wide, PORTRAIT.left + left + indent)
                    for text, wide, indent in broken(piece, width)
                ]
                self._finish(piece, lines, left)
            low = max(low, self.down)
        self.down = low + (BORDER_ROOM if members[0].place and members[0].place.table == "table" else 0.0)

    def _line(self, piece: Piece, text: str, width: float, left: float) -> Line:
        spare = piece.line_pitch - (ASCENT + DESCENT) * piece.size
        baseline = self.down + spare / 2 + ASCENT * piece.size
        box = Box(left, baseline - ASCENT * piece.size, left + width, baseline + DESCENT * piece.size)
        self.down += piece.line_pitch
        self.lowest[self.page] = max(self.lowest.get(self.page, 0.0), box.bottom)
        return Line(text, box, baseline, self.page)

    def _finish(self, piece: Piece, lines: list[Line], left: float) -> None:
        if not piece.text:
            return
        edges = [line.box for line in lines if line.page == lines[0].page]
        box = Box(
            min(edge.left for edge in edges),
            edges[0].top,
            max(edge.right for edge in edges),
            edges[-1].bottom,
        )
        stroke = None
        if piece.rule:
            half = piece.rule * max(line.box.width for line in lines) / 2
            drawn = Box(box.centre - half, self.down + 1.0, box.centre + half, self.down + 1.75)
            stroke = Stroke(2 * half, 0.75, solid=True, offset=0.0, box=drawn)
            self.down += RULE_ROOM
        place = piece.place
        cell = None
        if place and place.table == "table":
            columns = COLUMNS["table"]
            cell = Cell(0, place.row, place.column, len(columns), columns[place.column], bordered=True)
        middle = PORTRAIT.left + PORTRAIT.text_width / 2
        self.paragraphs.append(
            Paragraph(
                " ".join(line.text for line in lines),
                piece.part,
                runs=runs_of(piece, " ".join(line.text for line in lines), Medium.PDF),
                cell=cell,
                section=lines[0].page - 1,
                page=lines[0].page,
                align=piece.align if len(lines) > 1 or piece.align is not Align.BOTH else None,
                left=(left if place else 0.0) + piece.left,
                right=0.0 if len(lines) > 1 else None,
                first_line=piece.first_line,
                gap=piece.gap,
                spacing=piece.spacing if len(lines) > 1 else None,
                centre=box.centre - middle,
                stroke=stroke,
                box=box,
                lines=tuple(lines),
            )
        )

    def sheets(self) -> tuple[Sheet, ...]:
        """One sheet a page; the first page of a section shows no number."""
        first_pages = set(self.firsts.values())
        made = []
        number = 0
        for page in range(1, self.page + 1):
            number = 1 if page in first_pages else number + 1
            shown = "" if number == 1 else str(number)
            header = (page_number(Medium.PDF, shown, page),) if shown else ()
            made.append(
                Sheet(
                    PORTRAIT.width,
                    PORTRAIT.height,
                    PORTRAIT.top,
                    PORTRAIT.height - self.lowest.get(page, PORTRAIT.height - PORTRAIT.bottom),
                    PORTRAIT.left,
                    PORTRAIT.right,
                    full=page < self.page and page + 1 not in first_pages,
                    header=header,
                    first_header=header,
                    page=page,
                    shown_number=shown or None,
                )
            )
        return tuple(made)


def _band(piece: Piece) -> tuple[int, tuple[str, int] | None]:
    return piece.section, (piece.place.table, piece.place.row) if piece.place else None


def _cells(members: list[Piece]) -> list[list[Piece]]:
    return [list(group) for _, group in groupby(members, key=lambda piece: piece.place.column if piece.place else 0)]


def _column(piece: Piece) -> tuple[float, float]:
    """Where the column of a piece begins, from the left margin, and how wide it is."""
    if piece.place is None:
        return 0.0, PORTRAIT.text_width
    columns = COLUMNS[piece.place.table]
    return sum(columns[: piece.place.column]), columns[piece.place.column]


def broken(piece: Piece, width: float) -> Iterator[tuple[str, float, float]]:
    """The lines of a piece in a column: text, width, and distance from the left edge of the column."""
    for part in piece.text.split("\n"):
        line, indent = "", piece.left + piece.first_line
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and indent + piece.width(longer) > width:
                yield _placed(piece, line, indent, width, last=False)
                line, indent = word, piece.left
            else:
                line = longer
        yield _placed(piece, line, indent, width, last=True)


def _placed(piece: Piece, text: str, indent: float, width: float, *, last: bool) -> tuple[str, float, float]:
    own = piece.width(text)
    if piece.align is Align.CENTRE:
        return text, own, (width - own) / 2
    if piece.align is Align.BOTH and not last:
        return text, width - indent, indent
    return text, own, indent


def refitted(before: Paragraph, after: Paragraph) -> Paragraph:
    """A paragraph with other words or another look set anew in its place: its lines, and the line drawn under it."""
    if not after.text.strip():
        return replace(after, box=None, lines=())
    changed = _relined(before, after) if before.lines else after
    if before.stroke is None or not before.text.strip():
        return changed
    length = (before.stroke.length or 0.0) * _widest(changed) / _widest(before)
    drawn = before.stroke.box
    if drawn is not None:
        middle = drawn.centre
        drawn = Box(middle - length / 2, drawn.top, middle + length / 2, drawn.bottom)
    return replace(changed, stroke=replace(before.stroke, length=length, box=drawn))


def _look(paragraph: Paragraph) -> Piece:
    run = paragraph.runs[0]
    return Piece(
        paragraph.style,
        paragraph.text,
        run.size or 14.0,
        bold=bool(run.bold),
        italic=bool(run.italic),
        align=paragraph.align or Align.BOTH,
        first_line=paragraph.first_line or 0.0,
    )


def _widest(paragraph: Paragraph) -> float:
    if paragraph.lines:
        return max(line.box.width for line in paragraph.lines)
    return max(map(_look(paragraph).width, paragraph.text.split("\n")))


def _relined(before: Paragraph, after: Paragraph) -> Paragraph:
    """The lines of a changed paragraph, from the place of its old first line on."""
    piece, first = _look(after), before.lines[0]
    off = abs(first.box.centre - PORTRAIT.left - PORTRAIT.text_width / 2)
    if piece.align is Align.CENTRE:
        limit = PORTRAIT.text_width if off < 1.0 else COLUMNS["letterhead"][1]
        start = first.box.centre - limit / 2
    else:
        start = first.box.left - piece.first_line
        limit = PORTRAIT.width - PORTRAIT.right - start
    pitch = (before.spacing or single_pitch(piece.size) / (1.15 * piece.size)) * 1.15 * piece.size
    baseline = first.box.top + ASCENT * piece.size
    lines = []
    for text, width, indent in broken(piece, limit):
        left, top = start + indent, baseline - ASCENT * piece.size
        lines.append(Line(text, Box(left, top, left + width, baseline + DESCENT * piece.size), baseline, first.page))
        baseline += pitch
    box = Box(
        min(line.box.left for line in lines),
        lines[0].box.top,
        max(line.box.right for line in lines),
        lines[-1].box.bottom,
    )
    align = after.align if len(lines) > 1 or after.align is not Align.BOTH else None
    return replace(after, lines=tuple(lines), box=box, align=align)
