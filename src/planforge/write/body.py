"""The body of a paper, arranged once for both formats: styles, levels, and indents against ties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planforge.paper import Block, Inline, Role
from planforge.write.clearance import clear_indent_pt
from planforge.write.inlines import Run, plain, runs
from planforge.write.styles import Look, Style, heading_style


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """A paragraph of the body; `level` is a heading's outline level, or 0; `right` an indent in points."""

    style: Style
    level: int
    anchor: str
    inlines: tuple[Inline, ...]
    runs: list[Run]
    right: float


def arrange_body(body: Iterable[Block], looks: Mapping[Style, Look], width: float) -> tuple[BodyParagraph, ...]:
    """The blocks that have a text, as paragraphs of a width in points; an empty one would be a blank line."""
    paragraphs = []
    for block in body:
        content = runs(block.inlines)
        if plain(content).strip():
            style = heading_style(block.level) if block.role is Role.HEADING else Style.BODY
            look = looks[style]
            right = clear_indent_pt(content, look, width)
            paragraphs.append(BodyParagraph(style, look.outline, block.anchor, block.inlines, content, right))
    return tuple(paragraphs)
