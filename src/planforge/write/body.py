"""The body of a paper or annex, arranged once for both formats: paragraphs, tables and charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import starmap

from planforge.decree30 import PARAGRAPH_GAP_PT
from planforge.paper import Block, Chart, Element, Role
from planforge.write.paragraphs import BodyParagraph, arrange_paragraph
from planforge.write.pictures import Picture, draw
from planforge.write.sheet import Sheet
from planforge.write.styles import Look, Style, heading_style
from planforge.write.tables import BodyTable, arrange_table

_LEADING_LINES = 3
_STYLES = {Role.BODY: Style.BODY, Role.CENTRED: Style.CENTRED, Role.NOTE: Style.NOTE}


@dataclass(frozen=True, slots=True)
class BodyChart:
    """A chart, drawn."""

    picture: Picture
    anchor: str

    @property
    def end_height(self) -> float:
        """The height of what ends the chart on a page: all of it."""
        return self.picture.height + PARAGRAPH_GAP_PT


BodyElement = BodyParagraph | BodyTable | BodyChart


def arrange_body(body: Iterable[Element], looks: Mapping[Style, Look], sheet: Sheet) -> tuple[BodyElement, ...]:
    """The elements that have something to show; an empty paragraph would be a blank line."""
    arranged = (_arranged(element, looks, sheet) for element in body)
    elements = [element for element in arranged if element is not None]
    return tuple(starmap(_leading, zip(elements, [*elements[1:], None], strict=False)))


def _leading(element: BodyElement, following: BodyElement | None) -> BodyElement:
    """A short paragraph right before a table or chart introduces it, and stays on its page."""
    if not isinstance(element, BodyParagraph) or isinstance(following, BodyParagraph | None):
        return element
    return replace(element, leads=not element.level and element.lines <= _LEADING_LINES)


def body_paragraphs(body: Iterable[BodyElement]) -> list[BodyParagraph]:
    """Every paragraph with inlines, those in table cells included, in reading order."""
    paragraphs: list[BodyParagraph] = []
    for element in body:
        if isinstance(element, BodyParagraph):
            paragraphs.append(element)
        elif isinstance(element, BodyTable):
            paragraphs.extend(element.paragraphs)
    return paragraphs


def _arranged(element: Element, looks: Mapping[Style, Look], sheet: Sheet) -> BodyElement | None:
    if isinstance(element, Block):
        return _paragraph(element, looks, sheet)
    if isinstance(element, Chart):
        return BodyChart(draw(element, sheet.text_width), element.anchor)
    return arrange_table(element, looks, sheet)


def _paragraph(block: Block, looks: Mapping[Style, Look], sheet: Sheet) -> BodyParagraph | None:
    style = heading_style(block.level) if block.role is Role.HEADING else _STYLES[block.role]
    look = looks[style]
    level = block.level if block.role is Role.CENTRED else look.outline
    return arrange_paragraph(block.inlines, block.anchor, style, look, sheet.text_width, level=level)
