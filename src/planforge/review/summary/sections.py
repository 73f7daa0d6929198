"""Where in its document a paragraph stands, in words: "mục III.3", "phần nơi nhận, chữ ký", "bảng 1, dòng 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planforge.redline.comparison import ComparedParagraph
from planforge.review.markdown import escape
from planforge.review.summary.said import said

LABEL = re.compile(
    r"\s*(?:(?P<word>(?:Phần|Chương|Mục|Điều|Phụ lục)\s+[IVXLC0-9]+)\b\.?|"
    r"(?P<mark>[IVXLC]+|[A-Z]|[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-zđ])[.)])(?=\s)"
)
DASH = re.compile(r"\s*[-–+]\s")
BODY = "word/document.xml"


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
        text = paragraph.new_text if paragraph.new is not None else paragraph.old_text
        number = paragraph.new if paragraph.new is not None else paragraph.old
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
            if paragraph.level and paragraph.old is not None:
                stacks[0].enter(paragraph.level, label_of(paragraph.old_text))
            if paragraph.level and paragraph.new is not None:
                stacks[1].enter(paragraph.level, label_of(paragraph.new_text))
            stack = stacks[paragraph.new is not None]
            label = joined([*stack.labels(), "" if paragraph.level else label_of(text)])
            found.append(Spoken("summary.section" if label else stack.unlabelled(), label, number))
    return found


def label_of(text: str) -> str:
    """The label a paragraph begins with, without its dot: III, 3, 1.2, a, Điều 5; empty where there is none."""
    match = LABEL.match(text)
    return (match["word"] or match["mark"]) if match else ""


def without_label(text: str) -> str:
    """A paragraph without its label or dash."""
    match = LABEL.match(text) or DASH.match(text)
    return text[match.end() :].strip() if match else text.strip()


def joined(labels: Sequence[str]) -> str:
    """Labels from the outermost in: III, 3 → III.3; one that repeats those above it stands for them."""
    found: list[str] = []
    for label in labels:
        while found and label.startswith(f"{found[-1]}."):
            found.pop()
        found += [label] if label else []
    return ".".join(found)


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
