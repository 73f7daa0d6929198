"""PF611: the lines of the body are set from single to one and a half spacing."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import decimal
from planforge.rules.form.body_text import (
    CLOSEST_LINES,
    NEAR_LINES,
    WIDEST_LINES,
    has_odd_size,
    has_second_line,
    once,
    prose,
    untold,
)
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Every paragraph of running text that tells its spacing; of one in a wrong size the lines are not judged."""
    text = [paragraph for paragraph in prose(paper) if not has_odd_size(paragraph)]
    if paper.reading.medium is Medium.PDF:
        text = [paragraph for paragraph in text if has_second_line(paragraph)]
    if not text:
        yield NOT_HERE
        return
    spacings = [(paragraph, paragraph.spacing) for paragraph in text if paragraph.spacing is not None]
    if not spacings:
        yield untold(Words("khoảng cách dòng", "line spacing"))
    for wrong, fault in (
        ([one for one in spacings if one[1] < CLOSEST_LINES - NEAR_LINES], Words("quá hẹp", "too close")),
        ([one for one in spacings if one[1] > WIDEST_LINES + NEAR_LINES], Words("quá rộng", "too wide")),
    ):
        if wrong:
            found = decimal(wrong[0][1], 2)
            yield from once(paper, [paragraph for paragraph, _ in wrong], found=found, fault=fault)


RULE = Rule(
    code="PF611",
    name="line-spacing",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("khoảng cách dòng ngoài mức cho phép", "line spacing outside the allowed range"),
    reason=Words(
        "Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng. Khoảng cách chính xác tính bằng pt được "
        "đổi ra dòng: một dòng đơn bằng 1,15 lần cỡ chữ.",
        "Lines are set from single to one and a half spacing. An exact distance in points is counted in lines: a "
        "single line is 1.15 times the size.",
    ),
    message=Words(
        "khoảng cách dòng {fault}: {found} dòng, phải từ 1 đến 1,5 dòng ({count} đoạn)",
        "lines are {fault}: {found} lines, it must be from 1 to 1.5 (paragraphs: {count})",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.6"),
    flagged=(Changed("body", {"spacing": 0.8}, index=1), Changed("clause", {"spacing": 2.0}, index=2)),
    fine=(None, Changed("body", {"spacing": 1.5}, index=1), Changed("body", {"spacing": 1.0}, index=1)),
    check=check,
    form="B11",
)
