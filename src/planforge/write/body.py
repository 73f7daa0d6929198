"""The body of a paper, arranged once for both formats: styles, levels, and indents against ties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planforge.paper import Block, Inline, Role
from planforge.write.clearance import clear_indent_pt
from planforge.write.inlines import plain
from planforge.write.styles import Look, Style, heading_style


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """A paragraph of the body; `level` is a heading's outline level, or 0; `right` an indent in points."""

    style: Style
    level: int
    anchor: str
    inlines: tuple[Inline, ...]
    right: float


def arrange_body(body: Iterable[Block], looks: Mapping[Style, Look], width: float) -> tuple[BodyParagraph, ...]:
    """The blocks that have a text, as paragraphs of a width in points; an empty one would be a blank line."""
    return tuple(_paragraph(block, looks, width) for block in body if plain(block.inlines).strip())


def _paragraph(block: Block, looks: Mapping[Style, Look], width: float) -> BodyParagraph:
    style = heading_style(block.level) if block.role is Role.HEADING else Style.BODY
    look = looks[style]
    right = clear_indent_pt(block.inlines, look, width)
    return BodyParagraph(style, look.outline, block.anchor, block.inlines, right)
