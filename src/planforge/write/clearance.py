"""Keeps line breaks clear of rounding: two programs must not disagree about the last word of a line.

A word that fills its line to within a tenth of a point fits for one program and not for another, since each rounds
widths in its own way. About one line in five hundred is such a tie. A right indent too small to be seen settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planforge.write.inlines import Run
from planforge.write.metrics import Face, face_of, width_pt
from planforge.write.styles import Look

# Six twips: Word stores indents in whole twips.
_STEP_PT = 0.3
_MOST_STEPS = 10
_TIE_PT = 0.15
_HYPHENS = "–—-"
_STRETCH = re.compile(rf"[ \n]|[{_HYPHENS}]+|[^ \n{_HYPHENS}]+")


class _Chunk(NamedTuple):
    """A stretch of text no line is broken in, the blank after it, and whether its line ends there in any case."""

    width: float
    blank: float = 0.0
    ends_line: bool = False


def clear_indent_pt(content: Iterable[Run], look: Look, width: float) -> float:
    """The smallest right indent, in points, at which no line of a paragraph of a width is a tie; mostly 0."""
    chunks = list(_chunks(content, look))
    for step in range(_MOST_STEPS):
        if not _has_tie(chunks, look.first_line_pt, width - step * _STEP_PT):
            return step * _STEP_PT
    return 0.0


def _has_tie(chunks: Iterable[_Chunk], first_line: float, width: float) -> bool:
    filled, blank = first_line, 0.0
    for chunk in chunks:
        end = filled + blank + chunk.width
        if abs(end - width) < _TIE_PT:
            return True
        filled = chunk.width if end > width else end
        blank = chunk.blank
        if chunk.ends_line:
            filled, blank = 0.0, 0.0
    return False


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
