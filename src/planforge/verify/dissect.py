"""Reading → Anatomy: the components of a paper found by their words, their look and their order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planforge.decree30 import Component
from planforge.verify.anatomy import Anatomy, FoundAnnex
from planforge.verify.annexes import annex_starts, label_apart, read_annex
from planforge.verify.closing import find_closing
from planforge.verify.letterhead import Parts, find_letterhead, has_letterhead
from planforge.verify.likeness import letters
from planforge.verify.opening import find_opening
from planforge.verify.outline import numbered_paragraphs
from planforge.verify.paper_types import (
    FORM_ANNEX,
    FORM_LETTER,
    FORM_NAMED,
    Expected,
    PaperType,
    expected_paper,
)
from planforge.verify.reading import Paragraph, Reading, Where

FORM_DECISION, FORM_REGULATION = "1.2", "1.3"


def dissect(reading: Reading, expected: str | None = None) -> Anatomy:
    """Find the components of a paper.

    `expected` is what the user says it is, and wins: a document type ("minutes", "letter"), the number of a form
    ("1.9") or an abbreviation ("BB"); an unknown one is passed over.
    """
    told = expected_paper(expected)
    text = (paragraph for paragraph in reading.paragraphs if paragraph.where is not Where.NOTE)
    paragraphs = [*_head_in_margin(reading), *(piece for paragraph in text for piece in label_apart(paragraph))]
    starts = annex_starts(reading, paragraphs)
    annexes = tuple(
        read_annex(reading, paragraphs[start:end], paragraphs, start)
        for start, end in pairwise([*starts, len(paragraphs)])
    )
    main = paragraphs[: starts[0]] if starts else paragraphs
    if annexes and not any(paragraph.words for paragraph in main):
        return _annex_alone(reading, annexes)
    return _paper(reading, main, annexes, told)


def _head_in_margin(reading: Reading) -> tuple[Paragraph, ...]:
    """The letterhead, or a part of it, that somebody put into the header of the first page."""
    if not reading.sheets:
        return ()
    header = reading.sheets[0].first_header or reading.sheets[0].header
    return tuple(one for one in header if letters(one.words)) if has_letterhead(header) else ()


def _annex_alone(reading: Reading, annexes: tuple[FoundAnnex, ...]) -> Anatomy:
    """A file that holds nothing but annexes."""
    parts: Parts = {}
    _add_annexes(parts, annexes)
    numbered = tuple(one for index, annex in enumerate(annexes) for one in numbered_paragraphs(annex.body, index))
    return Anatomy(reading, parts, form=FORM_ANNEX, numbered=numbered, annexes=annexes)


def _paper(
    reading: Reading, main: Sequence[Paragraph], annexes: tuple[FoundAnnex, ...], told: Expected | None
) -> Anatomy:
    head = find_letterhead(main)
    parts = dict(head.parts)
    is_letter = told.form == FORM_LETTER if told else Component.LETTER_SUBJECT in parts
    opening = find_opening(main, head.end, is_letter=is_letter)
    parts.update(opening.parts)
    closing = find_closing(main, opening.start)
    parts.update(closing.parts)
    _add_annexes(parts, annexes)
    body = tuple(main[opening.start : closing.start])
    parts[Component.BODY] = tuple(paragraph for paragraph in body if paragraph.words)
    numbered = [*numbered_paragraphs(body)]
    for index, annex in enumerate(annexes):
        numbered += numbered_paragraphs(annex.body, index)
    kind = told.type if told and told.type else opening.type
    custom = told.custom if told else opening.type is None and opening.type_words is not None
    return Anatomy(
        reading,
        {component: found for component, found in parts.items() if found},
        form=told.form if told else _form(kind, parts, annexes),
        type_name=kind.name if kind else opening.type_words,
        symbol=kind.symbol if kind else None,
        custom=custom,
        bases=opening.bases,
        body=body,
        numbered=tuple(numbered),
        signers=closing.signers,
        annexes=annexes,
    )


def _form(kind: PaperType | None, parts: Parts, annexes: tuple[FoundAnnex, ...]) -> str | None:
    """The form by the type; of a decision, by whether it encloses another text."""
    if kind is None:
        if Component.TYPE_NAME in parts:
            return FORM_NAMED
        is_letter = Component.LETTER_SUBJECT in parts or Component.ADDRESSEES in parts
        return FORM_LETTER if is_letter else None
    if kind.form == FORM_DECISION and any(annex.enclosed for annex in annexes):
        return FORM_REGULATION
    return kind.form


def _add_annexes(parts: Parts, annexes: tuple[FoundAnnex, ...]) -> None:
    parts[Component.ANNEX_LABEL] = tuple(annex.label for annex in annexes if annex.label)
    parts[Component.ANNEX_TITLE] = tuple(line for annex in annexes for line in annex.title)
    parts[Component.ANNEX_REFERENCE] = tuple(annex.reference for annex in annexes if annex.reference)
    for component in (Component.ANNEX_LABEL, Component.ANNEX_TITLE, Component.ANNEX_REFERENCE):
        if not parts[component]:
            del parts[component]
