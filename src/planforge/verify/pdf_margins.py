"""Page numbers, headers and footers of a PDF: what stands in the margins and is no text of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from planforge.decree30 import POINTS_PER_MILLIMETRE
from planforge.verify.pdf_lines import TextLine
from planforge.verify.pdf_tables import Grid

# The widest top and bottom margin the decree allows (Appendix I, part I, section I.2).
_MARGIN = 25 * POINTS_PER_MILLIMETRE
_PAGE_NUMBER = re.compile(r"[-–—(]?\s*(?:Trang\s+)?(\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})(?:\s*/\s*\d{1,4})?\s*[-–—)]?")
# In parts of the size: lines of text are at most this far from each other.
_APART = 1.75
_FIGURES = re.compile(r"\d+")


@dataclass(slots=True)
class PageParts:
    """The lines of a page, apart: header, text and footer; `shown_number` is the number printed on it."""

    body: list[TextLine]
    header: list[TextLine] = field(default_factory=list)
    footer: list[TextLine] = field(default_factory=list)
    shown_number: str | None = None


def split_margins(
    pages: Sequence[Sequence[TextLine]], heights: Sequence[float], grids: Sequence[Sequence[Grid]]
) -> list[PageParts]:
    """Take page numbers and what is repeated in the margins out of the text of every page."""
    repeated = _repeated(pages, heights, grids)
    return [
        _split(lines, height, [line for line in lines if not _in_grid(line, own)], repeated)
        for lines, height, own in zip(pages, heights, grids, strict=True)
    ]


def _split(
    lines: Sequence[TextLine], height: float, free: Sequence[TextLine], repeated: frozenset[tuple[str, int]]
) -> PageParts:
    parts = PageParts(list(lines))
    for line in free:
        if _key(line) in repeated and _in_margin(line, height):
            parts.body.remove(line)
            (parts.header if line.baseline < height / 2 else parts.footer).append(line)
    rest = [line for line in free if line in parts.body]
    for place in (parts.header, parts.footer):
        if not rest or parts.shown_number is not None:
            break
        on_top = place is parts.header
        inside = [line for line in rest if (line.baseline < _MARGIN if on_top else line.baseline > height - _MARGIN)]
        inside.sort(key=lambda line: line.baseline, reverse=not on_top)
        at = next((index for index, line in enumerate(inside) if _is_number(line, rest)), None)
        if at is not None:
            # What stands between the number and the edge of the paper is in the margin too.
            place.extend(inside[: at + 1])
            parts.body = [line for line in parts.body if line not in inside[: at + 1]]
    for line in (*parts.header, *parts.footer):
        found = _PAGE_NUMBER.fullmatch(line.text.strip())
        if found:
            parts.shown_number = found.group(1)
    return parts


def _is_number(line: TextLine, others: Sequence[TextLine]) -> bool:
    """Whether a line is a page number with nothing beside it."""
    alone = sum(abs(other.baseline - line.baseline) < line.size for other in others) == 1
    return alone and _PAGE_NUMBER.fullmatch(line.text.strip()) is not None


def _repeated(
    pages: Sequence[Sequence[TextLine]], heights: Sequence[float], grids: Sequence[Sequence[Grid]]
) -> frozenset[tuple[str, int]]:
    """What stands in the same place of the margin on at least two pages and on half of them, numbers aside."""
    seen: Counter[tuple[str, int]] = Counter()
    for lines, height, own in zip(pages, heights, grids, strict=True):
        text = [line for line in lines if not _in_margin(line, height)]
        seen.update(
            {
                _key(line)
                for line in lines
                if _in_margin(line, height) and not _in_grid(line, own) and _stands_apart(line, text)
            }
        )
    enough = max(2, (len(pages) - 1) / 2)
    return frozenset(key for key, count in seen.items() if count >= enough and len(pages) > 2)


def _stands_apart(line: TextLine, text: Sequence[TextLine]) -> bool:
    """Whether a line in the margin is not simply the next line of the text."""
    return all(abs(line.baseline - other.baseline) > _APART * line.size for other in text)


def _key(line: TextLine) -> tuple[str, int]:
    return _FIGURES.sub("0", line.text), round(line.baseline / 3)


def _in_margin(line: TextLine, height: float) -> bool:
    return line.baseline < _MARGIN or line.baseline > height - _MARGIN


def _in_grid(line: TextLine, grids: Sequence[Grid]) -> bool:
    middle = line.baseline - 0.3 * line.size
    return any(grid.holds(line.centre, middle) for grid in grids)
