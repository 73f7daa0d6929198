"""Pieces of a sample paper set as a DOCX tells them and as a PDF shows them: the same paper in both media."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tests.rules.piece import COLUMNS, Piece, page_number, runs_of
from tests.rules.press import Press

from planforge.decree30 import FONT_FAMILY
from planforge.rule import Medium
from planforge.verify.reading import Align, Cell, Font, Paragraph, Reading, Sheet, Stroke
from planforge.write.sheet import PORTRAIT


def typeset(pieces: Sequence[Piece], medium: Medium, title: str) -> Reading:
    """The reading of a paper."""
    sections = max(piece.section for piece in pieces) + 1
    if medium is Medium.DOCX:
        paragraphs = tuple(_docx_paragraphs(pieces))
        sheets = tuple(_section(number) for number in range(sections))
    else:
        press = Press()
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
