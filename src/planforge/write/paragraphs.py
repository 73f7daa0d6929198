"""A paragraph of running text, arranged once for both formats: its style, its runs, and indents against ties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planforge.paper import Inline
from planforge.write.clearance import TEXT_TIE, Tie, settled
from planforge.write.inlines import Run, plain, runs
from planforge.write.styles import Alignment, Look, Style


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """A paragraph of the body or of a table; `level` is its outline level, or 0.

    `alignment` is the style's unless a cell has another; `left` and `right` are indents in points, `lines` how many
    lines it fills, and `measured` tells whether that number is sure. One that `leads` stays with what follows.
    """

    style: Style
    level: int
    anchor: str
    inlines: tuple[Inline, ...]
    runs: list[Run]
    alignment: Alignment
    left: float
    right: float
    lines: int
    measured: bool
    leads: bool = False


def arrange_paragraph(
    inlines: Iterable[Inline],
    anchor: str,
    style: Style,
    look: Look,
    width: float,
    *,
    level: int = 0,
    alignment: Alignment | None = None,
    tie: Tie = TEXT_TIE,
) -> BodyParagraph | None:
    """A paragraph of a width in points; None when it has no text, since it would be a blank line."""
    kept = tuple(inlines)
    content = runs(kept)
    if not plain(content).strip():
        return None
    alignment = alignment or look.alignment
    fit = settled(content, look, width, tie)
    # The indent against ties stands on the side where it does not move the text.
    left, right = (fit.indent, 0.0) if alignment is Alignment.RIGHT else (0.0, fit.indent)
    return BodyParagraph(style, level, anchor, kept, content, alignment, left, right, fit.lines, fit.measured)
