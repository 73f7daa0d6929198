"""PF405: the left margin is 30-35 mm."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.sheets import MARGIN_MESSAGE, Side, margin
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The left margin of every sheet."""
    yield from margin(paper, Side.LEFT, 30.0, 35.0)


RULE = Rule(
    code="PF405",
    name="left-margin",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("lề trái ngoài 30-35 mm", "the left margin is not 30-35 mm"),
    reason=Words(
        "Lề trái cách mép trái 30-35 mm, để còn chỗ đóng tập; khoảng đóng gáy (gutter) tính vào lề trái.",
        "The left margin is 30-35 mm, which leaves room for binding; a gutter counts as part of it.",
    ),
    message=MARGIN_MESSAGE,
    hint=Words(
        "Đặt lại lề trong Page Setup của mọi phần (section).", "Set the margin in the page setup of every section."
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.3"),
    flagged=(
        Changed("sheet", {"left": 56.7}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"left": 72.0}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"left": 113.4}, index=1, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("sheet", {"left": 99.2}), Changed("sheet", {"left": 85.05})),
    check=check,
    form="P05",
)
