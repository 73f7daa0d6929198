"""Paper → PDF: the paper as data for `layout.typ`, compiled by Typst. No Typst code is made from data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path

from planforge.decree30 import (
    HEADER_DISTANCE_MM,
    MARGIN_BOTTOM_MM,
    MARGIN_LEFT_MM,
    MARGIN_TOP_MM,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    RULE_WEIGHT_PT,
)
from planforge.paper import Paper
from planforge.toolchain import FontChoice, compile_pdf
from planforge.write.body import BodyParagraph, arrange_body
from planforge.write.characters import holdable
from planforge.write.frame import TEXT_WIDTH_PT, arrange_frame, whole_twips
from planforge.write.styles import looks

# PDF/UA demands a title.
UNTITLED = "Văn bản"
_LAYOUT = Path(__file__).with_name("layout.typ")


def write_pdf(paper: Paper, font: FontChoice) -> bytes:
    """The PDF of a paper, PDF/A-2b and PDF/UA-1. Raises ToolError as `compile_pdf` does."""
    inputs = {"paper": json.dumps(layout_data(paper, font.family), ensure_ascii=False)}
    return compile_pdf(_layout(), inputs, font=font, moment=paper.moment)


def layout_data(paper: Paper, font_family: str) -> dict[str, object]:
    """What `layout.typ` reads: lengths in points, styles by identifier, and the texts."""
    styles = looks(paper.profile)
    body = arrange_body(paper.body, styles, TEXT_WIDTH_PT)
    width, left = whole_twips(PAGE_WIDTH_MM), whole_twips(MARGIN_LEFT_MM)
    return {
        "title": holdable(paper.title).strip() or UNTITLED,
        "author": holdable(paper.author),
        "font": font_family,
        "page": {
            "width": width,
            "height": whole_twips(PAGE_HEIGHT_MM),
            "top": whole_twips(MARGIN_TOP_MM),
            "bottom": whole_twips(MARGIN_BOTTOM_MM),
            "left": left,
            "right": width - left - TEXT_WIDTH_PT,
            "header_distance": whole_twips(HEADER_DISTANCE_MM),
        },
        "rule_weight": RULE_WEIGHT_PT,
        "styles": {style.value: asdict(look) for style, look in styles.items()},
        "frame": asdict(arrange_frame(paper, body, styles)),
        "body": list(_paragraphs(body)),
    }


def _paragraphs(body: Iterable[BodyParagraph]) -> Iterable[dict[str, object]]:
    """The body; a heading is never more than one level under the one before it, as PDF/UA demands."""
    deepest = 0
    for paragraph in body:
        if paragraph.level:
            deepest = min(paragraph.level, deepest + 1)
        yield {
            "style": paragraph.style.value,
            "level": deepest if paragraph.level else 0,
            "right": paragraph.right,
            "runs": paragraph.runs,
        }


@cache
def _layout() -> bytes:
    return _LAYOUT.read_bytes()
