"""A conforming paper as rules about files read it, and the same with one thing changed.

`sample_reading(medium, paper)` gives one of `PAPERS` ("plan" with one annex, "report" with two annexes and one
addressee, "letter" with two addressees, "minutes", "invitation", "decision", "regulation" with chapters). Each of its
paragraphs carries the name of its part in `style`, which only `apply` reads: a `Component`, or "basis", "body" (running
text without a number), the `Level` of a numbered paragraph ("heading", "clause", "point", "decimal", "dash", "article",
"chapter"; "numbered" is any of them), "signature" (the empty paragraph above the name, DOCX only), "resolution"
("QUYẾT ĐỊNH:"), "annex_body", "table" (a cell of a table with borders). "page_number" is the number on every sheet that
shows one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache
from typing import Any

from tests.rules.press import refitted
from tests.rules.sample_papers import PAPERS
from tests.rules.typesetting import numbered, typeset

from planforge.decree30 import Component
from planforge.rule import Changed, Medium
from planforge.verify.anatomy import Level
from planforge.verify.reading import Paragraph, Reading, Run, Sheet

RUN_FIELDS = frozenset(one.name for one in fields(Run)) - {"text"}
LEVELS = frozenset(level.value for level in Level)
PAPER_FIELDS = ("text", "absent", "after")


@cache
def sample_reading(medium: Medium, paper: str = "plan") -> Reading:
    """A fictional paper without a fault."""
    pieces = list(PAPERS[paper]())
    words = next((piece.text for piece in pieces if piece.part in ("subject", "letter_subject")), paper)
    return typeset(pieces, medium, " ".join(words.split()))


def apply(reading: Reading, change: Changed) -> Reading:
    """The reading with one part changed; LookupError where the sample has no such part.

    Properties of runs go to every run of the part, of sheets to the sheet, of the file to the reading. `text` replaces
    the text (a page number's text is also what its sheet shows), `after` puts a further paragraph of the same look
    behind the part. A line under the part keeps its share of the text.
    """
    properties: Any = change.properties
    if change.part == "file":
        return replace(reading, **properties)
    if change.part == "sheet":
        return _with_sheet(reading, change.index, replace(reading.sheets[change.index], **properties))
    if change.part == Component.PAGE_NUMBER:
        return _with_page_number(reading, change)
    place = [
        index
        for index, one in enumerate(reading.paragraphs)
        if one.style == change.part or (change.part == "numbered" and one.style in LEVELS)
    ][change.index]
    paragraphs = list(reading.paragraphs)
    paragraphs[place : place + 1] = _changed(paragraphs[place], properties)
    return replace(reading, paragraphs=numbered(paragraphs))


def apply_all(reading: Reading, changes: Iterable[Changed]) -> Reading:
    """The reading with several parts changed, one after the other."""
    for change in changes:
        reading = apply(reading, change)
    return reading


def _changed(paragraph: Paragraph, properties: Any) -> list[Paragraph]:
    if properties.get("absent"):
        return []
    look = {name: value for name, value in properties.items() if name in RUN_FIELDS}
    own = {name: value for name, value in properties.items() if name not in RUN_FIELDS and name not in PAPER_FIELDS}
    changed = _reworded(paragraph, properties["text"]) if "text" in properties else paragraph
    changed = replace(changed, runs=tuple(replace(run, **look) for run in changed.runs))
    if "text" in properties or look.keys() & {"size", "bold", "italic"}:
        changed = refitted(paragraph, changed)
    changed = replace(changed, **own)
    if "after" not in properties:
        return [changed]
    following = _reworded(paragraph, properties["after"])
    return [changed, replace(refitted(paragraph, following), stroke=None)]


def _reworded(paragraph: Paragraph, text: str) -> Paragraph:
    """The paragraph with another text in the look of its first run."""
    first = paragraph.runs[0] if paragraph.runs else Run(text)
    return replace(paragraph, text=text, runs=(replace(first, text=text),) if text else ())


def _with_sheet(reading: Reading, index: int, sheet: Sheet) -> Reading:
    sheets = list(reading.sheets)
    sheets[index] = sheet
    return replace(reading, sheets=tuple(sheets))


def _with_page_number(reading: Reading, change: Changed) -> Reading:
    """The numbers of all sheets that show one: a paper has them from one mould."""
    for index, sheet in enumerate(reading.sheets):
        if sheet.header:
            header = tuple(_changed(sheet.header[0], change.properties))
            shown = sheet.shown_number
            if shown is not None:
                shown = header[0].text if header else None
            first = header if sheet.first_header else ()
            reading = _with_sheet(reading, index, replace(sheet, header=header, first_header=first, shown_number=shown))
    return reading
