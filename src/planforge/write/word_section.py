"""A section in WordprocessingML: its frame, its body, and the properties of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from planforge.decree30 import PARAGRAPH_GAP_PT
from planforge.write.columns import columns_table
from planforge.write.paragraphs import BodyParagraph
from planforge.write.sections import Section
from planforge.write.sheet import Sheet
from planforge.write.styles import END_PITCH_PT, Look, Style, heading_style
from planforge.write.tables import BodyTable
from planforge.write.word_picture import Pictures
from planforge.write.word_table import settle, word_table
from planforge.write.wordml import (
    BookmarkNumbers,
    Element,
    end_paragraph,
    frame_paragraph,
    keep_whole,
    keep_with_next,
    paragraph_properties,
    set_property,
    tag,
    twips,
    w,
)


class SectionWriter:
    """Writes the sections of one document, taking the paragraphs that pandoc wrote in their order."""

    def __init__(self, paragraphs: Iterator[Element], numbers: BookmarkNumbers, looks: Mapping[Style, Look]) -> None:
        self.pictures = Pictures()
        self._paragraphs = paragraphs
        self._numbers = numbers
        self._looks = looks

    def elements(self, section: Section) -> list[Element]:
        """The paragraphs and tables of a section; the last one is a paragraph, as the format demands."""
        frame = section.frame
        elements = [end_paragraph()] if section.led else []
        keep_with_next(elements)
        if frame.letterhead:
            elements.append(columns_table(frame.letterhead, self._numbers))
        elements.extend(frame_paragraph(paragraph, self._numbers) for paragraph in frame.opening)
        self._add_body(section, elements)
        if frame.closing.rows:
            if elements and elements[-1].tag == tag("tbl"):
                # Word makes one table of two that touch.
                elements.append(end_paragraph())
                keep_with_next(elements[-1:])
            elements.append(columns_table(frame.closing, self._numbers, frame.closing_kept))
        if not elements or elements[-1].tag == tag("tbl"):
            elements.append(end_paragraph())
        return elements

    def _add_body(self, section: Section, elements: list[Element]) -> None:
        free = len(section.body) - section.frame.kept_elements
        for number, element in enumerate(section.body):
            kept = number >= free
            if isinstance(element, BodyTable):
                _leave_gap(elements)
                elements.append(word_table(element, self._paragraphs, kept=kept))
                continue
            if isinstance(element, BodyParagraph):
                paragraph = next(self._paragraphs)
                look = self._looks[element.style]
                settle(paragraph, element, look.alignment, look.first_line_pt)
                if element.level and element.style is not heading_style(element.level):
                    set_property(paragraph, "outlineLvl", val=element.level - 1)
            else:
                paragraph = self.pictures.paragraph(element.picture, element.anchor, self._numbers)
            if kept or (isinstance(element, BodyParagraph) and element.leads):
                keep_with_next([paragraph])
                keep_whole([paragraph])
            elements.append(paragraph)


def section_properties(template: Element, sheet: Sheet, *, first: bool) -> Element:
    """The properties of a section, with the headers of the template; the pages of an annex are numbered anew."""
    section = deepcopy(template)
    for name in ("pgSz", "pgMar", "type"):
        for found in section.findall(tag(name)):
            section.remove(found)
    size = w("pgSz", w=twips(sheet.width), h=twips(sheet.height))
    if sheet.landscape:
        size.set(tag("orient"), "landscape")
    margins = w(
        "pgMar",
        top=twips(sheet.top),
        right=twips(sheet.right),
        bottom=twips(sheet.bottom),
        left=twips(sheet.left),
        header=twips(sheet.header_distance),
        footer=twips(sheet.header_distance),
        gutter=0,
    )
    properties = [w("type", val="nextPage"), size, margins]
    if not first:
        properties.append(w("pgNumType", start=1))
    place = len(section.findall(tag("headerReference")))
    section[place:place] = properties
    return section


def end_section(paragraph: Element, properties: Element) -> None:
    """Let a section end with a paragraph."""
    paragraph_properties(paragraph).append(properties)


def _leave_gap(elements: list[Element]) -> None:
    """Room above a table, which has none of its own: below the paragraph before it, or as a paragraph between two."""
    if elements and elements[-1].tag == tag("p"):
        set_property(elements[-1], "spacing", after=twips(PARAGRAPH_GAP_PT))
    elif elements:
        elements.append(end_paragraph(PARAGRAPH_GAP_PT - END_PITCH_PT))
