"""Footnotes of a PDF: smaller text under a short line at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.verify.pdf_lines import TextLine
from planforge.verify.pdf_strokes import Drawn

_SHORTEST, _LONGEST = 60.0, 240.0
_AT_MARGIN = 3.0
_SMALLER = 1.0


def note_lines(lines: Sequence[TextLine], rules: Sequence[Drawn], left: float) -> tuple[list[TextLine], Drawn | None]:
    """The lines of a page that are footnotes, and the line drawn above them; nothing where there are none."""
    for rule in reversed(rules):
        below = [line for line in lines if line.baseline > rule.level]
        above = [line for line in lines if line.baseline < rule.level]
        if not below or not above:
            continue
        at_margin = abs(rule.start - left) <= _AT_MARGIN and _SHORTEST <= rule.length <= _LONGEST
        usual = sorted(line.size for line in above)[len(above) // 2]
        if at_margin and all(line.size <= usual - _SMALLER for line in below):
            return below, rule
    return [], None
