"""PF401: every page is A4."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import PAGE_HEIGHT_MM, PAGE_WIDTH_MM, POINTS_PER_MILLIMETRE
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import millimetres
from planforge.rules.form.sheets import sheets_named
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Sheet
from planforge.words import Words

TOLERANCE_PT = 1.0


def check(paper: Anatomy) -> Iterator[Answer]:
    """The two edges of each sheet, whichever way it is turned."""
    if not paper.reading.sheets:
        yield NOT_HERE
    wrong: dict[tuple[Words, Words], list[Sheet]] = {}
    short, long = PAGE_WIDTH_MM * POINTS_PER_MILLIMETRE, PAGE_HEIGHT_MM * POINTS_PER_MILLIMETRE
    for sheet in paper.reading.sheets:
        edges = sorted((sheet.width, sheet.height))
        if abs(edges[0] - short) > TOLERANCE_PT or abs(edges[1] - long) > TOLERANCE_PT:
            wrong.setdefault((millimetres(sheet.width), millimetres(sheet.height)), []).append(sheet)
    for (width, height), sheets in wrong.items():
        yield paper.finding(None, where=sheets_named(paper, sheets), width=width, height=height)


RULE = Rule(
    code="PF401",
    name="paper-size",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("khổ giấy không phải A4", "the paper is not A4"),
    reason=Words(
        "Văn bản hành chính được trình bày trên khổ giấy A4 (210 mm x 297 mm). Máy tính cài theo kiểu Mỹ thường đặt "
        "sẵn khổ Letter, rộng hơn và ngắn hơn.",
        "Administrative documents are set on A4 (210 mm x 297 mm). Computers set up for the United States offer "
        "Letter, which is wider and shorter.",
    ),
    message=Words(
        "Khổ giấy ({where}) là {width} mm x {height} mm, phải là A4: 210 mm x 297 mm",
        "the paper ({where}) is {width} mm x {height} mm, it must be A4: 210 mm x 297 mm",
    ),
    hint=Words("Chọn khổ giấy A4 cho cả văn bản.", "Choose A4 for the whole document."),
    law=decree30("Phụ lục I, Phần I, Mục I.1"),
    flagged=(
        Changed("sheet", {"width": 612.0, "height": 792.0}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"height": 1008.0}, media=frozenset({Medium.PDF})),
        Changed("sheet", {"width": 841.9, "height": 1190.55}, index=1, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("sheet", {"width": 595.0, "height": 842.0}), None),
    check=check,
    form="P01",
)
