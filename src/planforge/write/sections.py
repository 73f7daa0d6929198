"""The sections of a paper, arranged once for both formats: the paper itself, and each of its annexes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planforge.paper import Paper
from planforge.write.body import BodyElement, arrange_body, body_paragraphs
from planforge.write.frame import Frame, Looks, arrange_annex_frame, arrange_frame
from planforge.write.paragraphs import BodyParagraph
from planforge.write.sheet import LANDSCAPE, PORTRAIT, Sheet
from planforge.write.tables import BodyTable


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one sheet that are numbered from 1: what stands around the body, and the body.

    One that is not the first and begins with a table is `led` by a paragraph one point high: LibreOffice leaves a table
    that begins a section on the page before.
    """

    sheet: Sheet
    frame: Frame
    body: tuple[BodyElement, ...]
    led: bool = False


def arrange_sections(paper: Paper, looks: Looks) -> tuple[Section, ...]:
    """The sections of a paper; one that is itself an annex begins with it, and has no empty page before."""
    sections = []
    if paper.letterhead or paper.body or not paper.annexes:
        body = arrange_body(paper.body, looks, PORTRAIT)
        sections.append(Section(PORTRAIT, arrange_frame(paper, body, looks), body))
    for annex in paper.annexes:
        sheet = LANDSCAPE if annex.landscape else PORTRAIT
        body = arrange_body(annex.body, looks, sheet)
        frame = arrange_annex_frame(annex, sheet, looks)
        begins_with_table = frame.letterhead or (not frame.opening and isinstance(next(iter(body), None), BodyTable))
        sections.append(Section(sheet, frame, body, led=bool(sections and begins_with_table)))
    return tuple(sections)


def paragraphs_of(sections: Iterable[Section]) -> list[BodyParagraph]:
    """Every paragraph with inlines, in reading order."""
    return [paragraph for section in sections for paragraph in body_paragraphs(section.body)]
