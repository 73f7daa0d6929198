"""Lines drawn along words: which of them underline, which stand under a paragraph; and what is highlighted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.verify.pdf_lines import TextLine
from planforge.verify.pdf_strokes import Area, Drawing, Drawn
from planforge.verify.pdf_tables import Grid
from planforge.verify.pdf_words import Word
from planforge.verify.reading import Box, Stroke

# In parts of the size: an underline runs right under the letters, a line of its own further down.
_UNDERLINE_LOWEST = 0.2
_UNDERLINE_HIGHEST = 0.05
_SAME_END = 1.2
_HIGHLIGHT_HEIGHT = 2.2
_RULE_BELOW = 2.2
_PAPER = "FFFFFF"


def mark_words(words: Sequence[Word], drawing: Drawing, grids: Sequence[Grid]) -> tuple[list[Word], list[Drawn]]:
    """The words with underline and highlight told, and the horizontal lines that are neither that nor of tables."""
    free = [line for line in drawing.horizontal if not _of_grid(line, grids)]
    marked = list(words)
    rules: list[Drawn] = []
    for line in free:
        over = [
            index
            for index, word in enumerate(marked)
            if -_UNDERLINE_HIGHEST * word.look.size
            <= line.level - word.baseline
            <= _UNDERLINE_LOWEST * word.look.size + line.weight / 2
            and word.left >= line.start - _SAME_END
            and word.right <= line.end + _SAME_END
        ]
        if over and _ends_with(line, [marked[index] for index in over]):
            for index in over:
                marked[index] = replace(marked[index], look=marked[index].look._replace(underline=True))
        else:
            rules.append(line)
    for area in drawing.areas:
        if area.colour not in {None, _PAPER} and not any(grid.holds(area.box.centre, area.box.top) for grid in grids):
            _highlight(marked, area)
    return marked, rules


def _of_grid(line: Drawn, grids: Sequence[Grid]) -> bool:
    return any(line in grid.horizontal for grid in grids)


def _ends_with(line: Drawn, words: Sequence[Word]) -> bool:
    """Whether a line begins and ends where words do."""
    return (
        abs(min(word.left for word in words) - line.start) <= _SAME_END
        and abs(max(word.right for word in words) - line.end) <= _SAME_END
    )


def _highlight(words: list[Word], area: Area) -> None:
    box = area.box
    for index, word in enumerate(words):
        middle = (word.left + word.right) / 2
        height = box.bottom - box.top
        if (
            box.left <= middle <= box.right
            and box.top <= word.baseline - 0.3 * word.look.size <= box.bottom
            and 0.5 * word.look.size <= height <= _HIGHLIGHT_HEIGHT * word.look.size
        ):
            words[index] = replace(word, look=word.look._replace(highlighted=True))


def stroke_of(line: Drawn, middle: float | None = None) -> Stroke:
    """A drawn line as a reading tells it; `middle` is that of the text above it."""
    half = line.weight / 2
    box = Box(line.start, line.level - half, line.end, line.level + half)
    offset = None if middle is None else box.centre - middle
    return Stroke(line.length, line.weight, line.solid, offset, line.colour, box)


def line_over(rule: Drawn, lines: Sequence[TextLine]) -> TextLine | None:
    """The line of text a rule stands right under; None where there is none, or it is not about its middle."""
    above = [
        line
        for line in lines
        if 0 < rule.level - line.baseline <= _RULE_BELOW * line.size
        and line.left < (rule.start + rule.end) / 2 < line.right
    ]
    return max(above, key=lambda line: line.baseline, default=None)
