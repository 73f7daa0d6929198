"""A paper that stands on one side only, as a comparison: all of its text came, or all of it went."""

from __future__ import annotations

import re
from dataclasses import replace

from planforge.output import staged, writable
from planforge.redline.comparison import Change, ComparedParagraph, Comparison, Fate, Piece, Spot
from planforge.verify.reading import Align, Paragraph, Run

_HEADING = re.compile(r"heading ?([1-9])$", re.IGNORECASE)


def whole_text(docx: bytes, *, added: bool) -> Comparison:
    """The text of a DOCX as added or as removed. Raises UserError when it cannot be read."""
    from planforge.verify.docx import read_docx

    with staged() as folder:
        path = folder / "paper.docx"
        with writable(path):
            path.write_bytes(docx)
        reading = read_docx(path)
    return Comparison(tuple(one_sided(one, added=added) for one in reading.paragraphs))


def one_sided(paragraph: Paragraph, *, added: bool) -> ComparedParagraph:
    """A paragraph that stands on one side only."""
    fate, change = (Fate.ADDED, Change.ADDED) if added else (Fate.REMOVED, Change.REMOVED)
    found = compared(paragraph, fate, pieces_of(paragraph, change))
    side = paragraph.ordinal
    return replace(found, old=None, new=side) if added else replace(found, old=side, new=None)


def compared(paragraph: Paragraph, fate: Fate, pieces: tuple[Piece, ...]) -> ComparedParagraph:
    """A paragraph of a reading in the terms of a comparison; its numbers are for the caller to set."""
    cell = paragraph.cell
    row_fate = fate if fate in {Fate.ADDED, Fate.REMOVED} else Fate.KEPT
    spot = Spot(cell.table, cell.row, cell.column, row_fate, cell.bordered is not False, cell.span) if cell else None
    anchors = tuple(mark.name[1:] for mark in paragraph.bookmarks if mark.name.startswith("_pf"))
    heading = _HEADING.match(paragraph.style)
    return ComparedParagraph(
        fate,
        pieces,
        old_anchors=anchors if fate is Fate.REMOVED else (),
        new_anchors=() if fate is Fate.REMOVED else anchors,
        level=int(heading[1]) if heading else 0,
        align=paragraph.align or Align.LEFT,
        spot=spot,
    )


def pieces_of(paragraph: Paragraph, change: Change) -> tuple[Piece, ...]:
    """The runs of a paragraph as pieces of one fate; neighbours of one look are one piece."""
    pieces: list[Piece] = []
    for run in paragraph.runs or (Run(paragraph.text),):
        piece = Piece(run.text, change, bool(run.bold), bool(run.italic), bool(run.underline))
        if pieces and replace(pieces[-1], text="") == replace(piece, text=""):
            pieces[-1] = replace(piece, text=pieces[-1].text + piece.text)
        elif piece.text:
            pieces.append(piece)
    return tuple(pieces)
