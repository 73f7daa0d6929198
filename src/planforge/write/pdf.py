"""Paper → PDF: the paper as data for `layout.typ`, compiled by Typst. No Typst code is made from data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path

from planforge.decree30 import RULE_WEIGHT_PT, TABLE_BORDER_PT
from planforge.paper import Paper
from planforge.stamp.stamp import UNSETTLED, Stamp, settled_pdf
from planforge.toolchain import FontChoice, compile_pdf
from planforge.write.body import BodyElement
from planforge.write.characters import holdable
from planforge.write.paragraphs import BodyParagraph
from planforge.write.sections import arrange_sections
from planforge.write.styles import looks
from planforge.write.tables import CELL_GAP_PT, CELL_SIDE_PT, CELL_TOP_PT, TABLE_END_PT, BodyTable, TableCell, TableRow

Data = dict[str, object]
# PDF/UA demands a title.
UNTITLED = "Văn bản"
_LAYOUT = Path(__file__).with_name("layout.typ")


def write_pdf(paper: Paper, font: FontChoice, *, stamp: Stamp | None = None) -> bytes:
    """The PDF of a paper, PDF/A-2b and PDF/UA-1. Raises ToolError as `compile_pdf` does."""
    data = {**layout_data(paper, font.family), "keywords": stamp.keywords(UNSETTLED) if stamp else []}
    inputs = {"paper": json.dumps(data, ensure_ascii=False)}
    pdf = compile_pdf(_layout(), inputs, font=font, moment=paper.moment)
    return settled_pdf(pdf) if stamp else pdf


def layout_data(paper: Paper, font_family: str) -> Data:
    """What `layout.typ` reads: lengths in points, styles by identifier, and the texts."""
    styles = looks(paper.profile)
    sections = arrange_sections(paper, styles)
    levels = _levels(element for section in sections for element in section.body)
    return {
        "title": holdable(paper.title).strip() or UNTITLED,
        "author": holdable(paper.author),
        "font": font_family,
        "rule_weight": RULE_WEIGHT_PT,
        "table": {
            "border": TABLE_BORDER_PT,
            "side": CELL_SIDE_PT,
            "top": CELL_TOP_PT,
            "gap": CELL_GAP_PT,
            "end": TABLE_END_PT,
        },
        "styles": {style.value: asdict(look) for style, look in styles.items()},
        "sections": [
            {
                "sheet": asdict(section.sheet),
                "led": section.led,
                "frame": asdict(section.frame),
                "body": [_element(element, levels) for element in section.body],
            }
            for section in sections
        ],
    }


def _levels(elements: Iterable[BodyElement]) -> dict[int, int]:
    """The levels of headings by identity: never more than one under the one before, as PDF/UA demands."""
    levels: dict[int, int] = {}
    deepest = 0
    for element in elements:
        if isinstance(element, BodyParagraph) and element.level:
            deepest = min(element.level, deepest + 1)
            levels[id(element)] = deepest
    return levels


def _element(element: BodyElement, levels: Mapping[int, int]) -> Data:
    if isinstance(element, BodyTable):
        rows = [_row(row) for row in element.rows]
        return {
            "kind": "table",
            "widths": element.widths,
            "head": element.head,
            "repeats": element.repeats,
            "rows": rows,
        }
    if isinstance(element, BodyParagraph):
        return {
            "kind": "paragraph",
            "level": levels.get(id(element), 0),
            "leads": element.leads,
            **_paragraph(element),
        }
    picture = element.picture
    return {
        "kind": "chart",
        "svg": picture.svg.decode("utf-8"),
        "width": picture.width,
        "height": picture.height,
        "alternative": picture.alternative,
    }


def _row(row: TableRow) -> Data:
    return {
        "height": row.height,
        "estimate": row.estimate,
        "whole": row.whole,
        "kept": row.kept,
        "heads": row.heads,
        "cells": [_cell(cell) for cell in row.cells if not cell.continues],
    }


def _cell(cell: TableCell) -> Data:
    empty: Data = {"runs": [""], "alignment": "left", "left": 0.0, "right": 0.0}
    return {
        **(_paragraph(cell.paragraph) if cell.paragraph else empty),
        "style": cell.style.value,
        "columns": cell.columns,
        "rows": cell.rows,
        "head": cell.head,
    }


def _paragraph(paragraph: BodyParagraph) -> Data:
    return {
        "style": paragraph.style.value,
        "alignment": paragraph.alignment.value,
        "left": paragraph.left,
        "right": paragraph.right,
        "runs": paragraph.runs,
    }


@cache
def _layout() -> bytes:
    return _LAYOUT.read_bytes()
