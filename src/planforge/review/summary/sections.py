"""Where in its document a paragraph stands, in words: "mục III.3", "phần nơi nhận, chữ ký", "bảng 1, dòng 2"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planforge.redline.comparison import ComparedParagraph, Fate
from planforge.review.markdown import escape
from planforge.review.section_labels import joined, label_of
from planforge.review.summary.said import said

BODY = "word/document.xml"
OLD_ONLY, NEW_ONLY = frozenset({Fate.REMOVED, Fate.MOVED_FROM}), frozenset({Fate.ADDED, Fate.MOVED_TO})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a paragraph stands: the message that says so, the label of its section ("III.3"), its number."""

    message: str
    label: str = ""
    number: int | None = None
    table: int = 0
    row: int = 0

    def words(self, language: str, *, with_number: bool = True) -> str:
        """The place as Markdown."""
        values = {"label": escape(self.label), "table": self.table, "row": self.row}
        parts = [said(self.message, language, **values)] if self.message else []
        if with_number and self.number is not None and self.message != "summary.table_row":
            parts.append(said("summary.paragraph", language, number=self.number))
        return ", ".join(parts)


def places(paragraphs: Sequence[ComparedParagraph]) -> list[Spoken]:
    """The place of each paragraph, in their order."""
    stacks = _Headings(), _Headings()
    found = []
    body_seen = False
    tables: dict[int, int] = {}
    for paragraph in paragraphs:
        text = paragraph.old_text if paragraph.fate in OLD_ONLY else paragraph.new_text
        number = paragraph.old if paragraph.fate in OLD_ONLY else paragraph.new
        spot = paragraph.spot
        if paragraph.part != BODY:
            kind = "summary.note" if "notes" in paragraph.part else "summary.header"
            found.append(Spoken(kind, number=number))
        elif spot is not None and spot.bordered:
            table = tables.setdefault(spot.table, len(tables) + 1)
            found.append(Spoken("summary.table_row", number=number, table=table, row=spot.row + 1))
        elif spot is not None:
            found.append(Spoken("summary.closing" if body_seen else "summary.letterhead", number=number))
        else:
            body_seen = body_seen or bool(text.strip())
            is_old, is_new = paragraph.fate not in NEW_ONLY, paragraph.fate not in OLD_ONLY
            if paragraph.level and is_old:
                stacks[0].enter(paragraph.level, label_of(paragraph.old_text))
            if paragraph.level and is_new:
                stacks[1].enter(paragraph.level, label_of(paragraph.new_text))
            stack = stacks[is_new]
            label = joined([*stack.labels(), "" if paragraph.level else label_of(text)])
            found.append(Spoken("summary.section" if label else stack.unlabelled(), label, number))
    return found


class _Headings:
    """The headings above a paragraph on one side."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def enter(self, level: int, label: str) -> None:
        self._open = [*(entry for entry in self._open if entry[0] < level), (level, label)]

    def labels(self) -> list[str]:
        return [label for _, label in self._open]

    def unlabelled(self) -> str:
        """What a paragraph without a label is part of: before the first heading, the opening."""
        return "" if self._open else "summary.opening"
