"""What a file does not tell is no fault: a rule about page or head says that it cannot tell, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.rules.sample import sample_reading
from tests.rules.sample_papers import PAPERS
from tests.rules.test_examples import codes

from planforge.rule import Kind, Medium
from planforge.rules import rules_of
from planforge.verify.anatomy import Anatomy
from planforge.verify.dissect import dissect
from planforge.verify.reading import Paragraph, Reading

PAGE_AND_HEAD = tuple(rule for rule in rules_of(Kind.FILE) if rule.code.startswith(("PF4", "PF5")))
RUN = ("font", "size", "bold", "italic", "underline", "colour", "highlighted", "language")
PARAGRAPH = (
    *("align", "left", "right", "first_line", "gap", "spacing", "centre", "keep_next", "keep_lines"),
    *("widow_control", "page_break_before", "contextual_spacing", "framed", "box"),
)
SHEET = (
    *("top", "bottom", "left", "right", "header_distance", "different_first", "number_format"),
    "starts_page",
)
STROKE = ("length", "weight", "solid", "offset", "colour", "box")
CELL = ("width", "bordered", "row_kept_whole", "room")


def forgetting(reading: Reading, kind: str, name: str) -> Reading:
    """The reading with one property unknown everywhere."""

    def forget(one: Any) -> Any:
        return one if one is None else replace(one, **{name: None})

    def of(paragraph: Paragraph) -> Paragraph:
        if kind == "run":
            return replace(paragraph, runs=tuple(map(forget, paragraph.runs)))
        if kind == "paragraph":
            changed: Paragraph = forget(paragraph)
            return changed
        return (
            replace(paragraph, **{kind: forget(getattr(paragraph, kind))}) if kind in ("stroke", "cell") else paragraph
        )

    sheets = tuple(
        replace(sheet, header=tuple(map(of, sheet.header)), first_header=tuple(map(of, sheet.first_header)))
        for sheet in reading.sheets
    )
    return replace(
        reading,
        paragraphs=tuple(map(of, reading.paragraphs)),
        sheets=tuple(map(forget, sheets)) if kind == "sheet" else sheets,
    )


def cases() -> Iterator[Any]:
    for kind, names in (
        ("run", RUN),
        ("paragraph", PARAGRAPH),
        ("sheet", SHEET),
        ("stroke", STROKE),
        ("cell", CELL),
    ):
        for name in names:
            yield pytest.param(kind, name, id=f"{kind}-{name}")


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize(("kind", "name"), list(cases()))
def test_what_is_unknown_is_no_fault(kind: str, name: str, medium: Medium) -> None:
    for paper in PAPERS:
        subject = dissect(forgetting(sample_reading(medium, paper), kind, name))
        assert codes(PAGE_AND_HEAD, subject) == set(), paper


@pytest.mark.parametrize(
    "reading",
    [
        Reading(()),
        Reading((), Medium.PDF),
        Reading((Paragraph(""), Paragraph("Số:"), Paragraph("V/v"), Paragraph(", ngày tháng năm"))),
        Reading((Paragraph("KẾ HOẠCH"), Paragraph("Phụ lục"), Paragraph("I."))),
        Reading((Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\tBỘ VÍ DỤ\tSố: 0/"),), Medium.PDF),
    ],
)
def test_nothing_is_too_odd(reading: Reading) -> None:
    for subject in (dissect(reading), Anatomy(reading)):
        codes(rules_of(Kind.FILE), subject)
