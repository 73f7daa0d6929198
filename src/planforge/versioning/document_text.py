"""A finished document as text for `git diff`: a paragraph a line, a row of a table a line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from planforge.printable import LONGEST, printable
from planforge.verify.paper_file import open_paper
from planforge.verify.reading import Paragraph

BETWEEN_CELLS = " | "


def document_lines(path: Path) -> Iterator[str]:
    """The lines of a DOCX or PDF. Raises UserError for a file that is neither or cannot be read."""
    for row, paragraphs in itertools.groupby(open_paper(path).paragraphs, _row):
        if row is None:
            yield from (line for paragraph in paragraphs for line in _lines(paragraph))
        else:
            cells = itertools.groupby(paragraphs, lambda one: one.cell.column if one.cell else 0)
            yield BETWEEN_CELLS.join(" ".join(line for one in cell for line in _lines(one)) for _, cell in cells)


def _row(paragraph: Paragraph) -> tuple[int, int] | None:
    """The row of a table that shows its borders; of others (a letterhead) every paragraph is a line of its own."""
    cell = paragraph.cell
    return (cell.table, cell.row) if cell and cell.bordered else None


def _lines(paragraph: Paragraph) -> list[str]:
    label = f"{paragraph.auto_number} " if paragraph.auto_number else ""
    return [_shown(line.rstrip()) for line in f"{label}{paragraph.text}".split("\n") if line.strip()]


def _shown(line: str) -> str:
    """A line of any length without what steers a terminal."""
    return "".join(printable(line[start : start + LONGEST]) for start in range(0, len(line), LONGEST))
