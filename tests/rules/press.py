"""Pieces of a sample paper on pages, as a PDF shows them, and a changed paragraph set anew in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from tests.rules.piece import ASCENT, BORDER_ROOM, COLUMNS, DESCENT, RULE_ROOM, Piece, page_number, runs_of

from planforge.decree30 import single_pitch
from planforge.rule import Medium
from planforge.verify.reading import Align, Box, Cell, Line, Paragraph, Sheet, Stroke
from planforge.write.sheet import PORTRAIT


@dataclass(slots=True)
class Press:
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
