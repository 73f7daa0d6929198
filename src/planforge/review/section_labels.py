"""The label a paragraph begins with, as it stands in the text: III., 1.2., a), Điều 5."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.redline.comparison import Change, ComparedParagraph, Fate

LABEL = re.compile(
    r"\s*(?:(?P<word>(?:Phần|Chương|Mục|Điều|Phụ lục)\s+[IVXLC0-9]+)\b\.?|"
    r"(?P<mark>[IVXLC]+|[A-Z]|[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-zđ])[.)])(?=\s)"
)
DASH = re.compile(r"\s*[-–+]\s")


def label_of(text: str) -> str:
    """The label without its dot; empty where there is none."""
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


def only_renumbered(paragraph: ComparedParagraph) -> bool:
    """Whether of a paragraph nothing but its label changed."""
    return (
        paragraph.fate is Fate.CHANGED
        and not paragraph.reshaped
        and without_label(paragraph.old_text) == without_label(paragraph.new_text)
        and not any(piece.change is Change.RESTYLED for piece in paragraph.pieces)
    )
