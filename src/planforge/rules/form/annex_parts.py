"""The annexes of a paper, as their rules read them."""

from __future__ import annotations

import re

from planforge.verify.anatomy import Anatomy, FoundAnnex
from planforge.verify.reading import Paragraph

WORD = "phụ lục"
NUMBERED = re.compile(r"phụ lục(?:\s+(?:số\s*)?(?P<number>\S+))?", re.IGNORECASE)


def heads(annex: FoundAnnex) -> tuple[Paragraph, ...]:
    """What stands above the text of an annex, in order."""
    label = (annex.label,) if annex.label is not None else ()
    reference = (annex.reference,) if annex.reference is not None else ()
    return (*label, *annex.title, *reference)


def later_annexes(paper: Anatomy) -> tuple[FoundAnnex, ...]:
    """The annexes that something stands before in this file."""
    has_text = any(paragraph.words for paragraph in paper.body)
    return paper.annexes if has_text else paper.annexes[1:]


def labels(paper: Anatomy) -> list[Paragraph]:
    """The labels that say "Phụ lục"; an annex may also be a list or a regulation under its own name."""
    return [
        annex.label
        for annex in paper.annexes
        if annex.label is not None and annex.label.words.casefold().startswith(WORD)
    ]


def number_of(label: Paragraph) -> str:
    """What a label counts with: "II"; empty where it counts nothing."""
    match = NUMBERED.match(label.words)
    return (match["number"] or "").rstrip(".:") if match else ""
