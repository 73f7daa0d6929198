"""What rules about page numbers share: where the number stands, and whether a paper needs one."""

from __future__ import annotations

from collections.abc import Iterable

from planforge.rule import Medium
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph, Run, Sheet

# More letters than a page holds at 13 pt in single lines with the narrowest margins.
PAGEFUL = 4500
AROUND_NUMBER = " -–—()"


def numbers_in(paper: Anatomy, paragraphs: Iterable[Paragraph], shown: str | None = None) -> list[Paragraph]:
    """The paragraphs of a header or footer that hold the page number: as a field, or as what is shown in a PDF."""
    if paper.reading.medium is Medium.DOCX:
        return [one for one in paragraphs if any(is_page_field(run) for run in one.runs)]
    if not shown:
        return []
    holding = [one for one in paragraphs if shown in one.words.split()]
    # "Dự thảo lần 2" holds a number too.
    return [one for one in holding if one.words.strip(AROUND_NUMBER) == shown] or holding


def is_page_field(run: Run) -> bool:
    """Whether a run is the number that the program counts."""
    return run.field.upper().split()[:1] == ["PAGE"]


def in_header(paper: Anatomy, sheet: Sheet) -> list[Paragraph]:
    """The paragraphs with the number at the head of the ordinary pages of a sheet."""
    return numbers_in(paper, sheet.header, sheet.shown_number)


def in_footer(paper: Anatomy, sheet: Sheet) -> list[Paragraph]:
    """The paragraphs with the number at the foot of a sheet's pages."""
    return numbers_in(paper, (*sheet.footer, *sheet.first_footer), sheet.shown_number)


def number_runs(paper: Anatomy, paragraph: Paragraph, sheet: Sheet) -> list[Run]:
    """The runs that make the number."""
    if paper.reading.medium is Medium.DOCX:
        return [run for run in paragraph.runs if is_page_field(run)]
    return [run for run in paragraph.shown_runs if sheet.shown_number and sheet.shown_number in run.text]


def has_further_pages(paper: Anatomy) -> bool | None:
    """Whether the text or an annex goes on on a second page, which shows its number; None where that is not known."""
    reading = paper.reading
    if reading.medium is Medium.PDF:
        return any(not begins_numbering(paper, sheet) for sheet in reading.sheets)
    lengths = [0] * max(1, len(reading.sheets))
    for paragraph in reading.paragraphs:
        lengths[min(paragraph.section, len(lengths) - 1)] += len(paragraph.text)
    if max(lengths) >= PAGEFUL:
        return True
    return None if reading.page_count is None else reading.page_count > len(lengths)


def begins_numbering(paper: Anatomy, sheet: Sheet) -> bool:
    """Whether a page of a PDF is the first of the paper or of an annex, where no number is shown."""
    return sheet.page == 1 or any(annex.sheet is not None and annex.sheet.page == sheet.page for annex in paper.annexes)
