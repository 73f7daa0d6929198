"""Keeps line breaks clear of rounding: two programs must not disagree about the last word of a line.

A word that fills its line to within a tenth of a point fits for one program and not for another, since each rounds
widths in its own way. About one line in five hundred is such a tie. A right indent too small to be seen settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planforge.write.inlines import Run, plain
from planforge.write.metrics import Face, face_of, is_known, width_pt
from planforge.write.styles import Look

# Six twips: Word stores indents in whole twips.
_STEP_PT = 0.3
_HYPHENS = "–—-"
_STRETCH = re.compile(rf"[ \n]|[{_HYPHENS}]+|[^ \n{_HYPHENS}]+")


class Tie(NamedTuple):
    """How far a line may end before and beyond its width, in points, and still fit for one program only, and how many
    steps an indent against it may have.
    """

    before: float
    beyond: float
    most_steps: int


TEXT_TIE = Tie(0.15, 0.15, 10)
# Lines that are not justified may have larger indents before anybody sees them.
CELL_TIE = Tie(0.15, 0.15, 40)
# LibreOffice gives the outer columns of a table up to a border's width more room than Word and Typst do.
OUTER_CELL_TIE = Tie(0.15, 0.7, 60)


_NO_TIE = Tie(0.0, 0.0, 1)


class Settled(NamedTuple):
    """How a paragraph is set in a width: its indent in points, and its number of lines, which `measured` makes sure.

    A character of unknown width, or a word wider than the line, is broken as each program likes.
    """

    indent: float
    lines: int
    measured: bool


class _Chunk(NamedTuple):
    """A stretch of text no line is broken in, the blank after it, and whether its line ends there in any case."""

    width: float
    blank: float = 0.0
    ends_line: bool = False


def settled(content: Iterable[Run], look: Look, width: float, tie: Tie = TEXT_TIE) -> Settled:
    """The smallest right indent at which no line of a paragraph of a width is a tie, mostly 0, and its lines."""
    content = list(content)
    chunks = list(_chunks(content, look))
    measured = is_known(plain(content)) and all(chunk.width <= width - look.first_line_pt for chunk in chunks)
    lines = None
    for step in range(tie.most_steps):
        lines = _line_count(chunks, look.first_line_pt, width - step * _STEP_PT, tie)
        if lines is not None:
            return Settled(step * _STEP_PT, lines, measured)
    return Settled(0.0, _line_count(chunks, look.first_line_pt, width, _NO_TIE) or 1, measured=False)


def widest_pt(content: Iterable[Run], look: Look) -> tuple[float, float]:
    """The widths of the widest stretch that no line is broken in, and of the widest word, in points."""
    part = word = filled = 0.0
    for chunk in _chunks(content, look):
        filled += chunk.width
        part, word = max(part, chunk.width), max(word, filled)
        if chunk.blank or chunk.ends_line:
            filled = 0.0
    return part, word


def _line_count(chunks: Iterable[_Chunk], first_line: float, width: float, tie: Tie) -> int | None:
    """How many lines the chunks fill in a width, or None when one of them is a tie."""
    filled, blank, lines = first_line, 0.0, 1
    for chunk in chunks:
        end = filled + blank + chunk.width
        if -tie.before < end - width < tie.beyond:
            return None
        # A word wider than the line has no line of its own above it.
        beyond = end > width and filled > 0
        lines += beyond + chunk.ends_line
        filled = chunk.width if beyond else end
        blank = chunk.blank
        if chunk.ends_line:
            filled, blank = 0.0, 0.0
    return lines


def _chunks(content: Iterable[Run], look: Look) -> Iterator[_Chunk]:
    """The text cut where a line may be broken: at blanks, hard breaks, and after a hyphen inside a word."""
    width, inside_word, after_hyphen = 0.0, False, False
    for text, face in _pieces(content, bold=look.bold, italic=look.italic):
        for stretch in _STRETCH.findall(text):
            advance = width_pt(stretch, face, look.size_pt)
            if stretch in " \n":
                yield _Chunk(width, advance, ends_line=stretch == "\n")
                width, inside_word, after_hyphen = 0.0, False, False
            elif stretch[0] in _HYPHENS:
                width += advance
                after_hyphen = inside_word
            else:
                if after_hyphen:
                    yield _Chunk(width)
                    width = 0.0
                width += advance
                inside_word, after_hyphen = True, False
    yield _Chunk(width)


def _pieces(content: Iterable[Run], *, bold: bool, italic: bool) -> Iterator[tuple[str, Face]]:
    """The text with its faces; raised and lowered text counts at full size, which at worst misses a tie."""
    for run in content:
        if isinstance(run, str):
            yield run, face_of(bold=bold, italic=italic)
        elif isinstance(inner := run.get("runs"), list):
            kind = run["kind"]
            yield from _pieces(inner, bold=bold or kind == "Strong", italic=italic or kind == "Emph")
        else:
            yield "\n", face_of(bold=bold, italic=italic)
