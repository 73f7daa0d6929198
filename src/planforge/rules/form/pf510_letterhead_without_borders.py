"""PF510: no borders are drawn around the letterhead."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Cell
from planforge.words import Words

COLUMNS = (Component.ISSUER, Component.NATIONAL_NAME)


def check(paper: Anatomy) -> Iterator[Answer]:
    """The table that the letterhead stands in, where it stands in one."""
    cells = [(part, part.cell) for part in map(paper.part, COLUMNS) if part is not None and part.cell is not None]
    if not cells:
        yield NOT_HERE
    for paragraph, cell in cells:
        if cell.bordered:
            yield paper.finding(paragraph)
            return
    if any(cell.bordered is None for _, cell in cells):
        yield Untold(
            Words("không rõ bảng của phần đầu có viền hay không", "it is not known whether the letterhead has borders")
        )


RULE = Rule(
    code="PF510",
    name="letterhead-without-borders",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("bảng của phần đầu văn bản có viền", "the letterhead has borders"),
    reason=Words(
        "Bảng chỉ dùng để đặt hai cột của phần đầu ngang nhau; mẫu trình bày không có khung viền.",
        "The table only holds the two columns of the letterhead level; the forms show no borders.",
    ),
    message=Words(
        "Bảng chứa tên cơ quan và Quốc hiệu có viền",
        "the table with the issuing body and the national name has borders",
    ),
    hint=Words("Bỏ viền của bảng (No Border).", "Remove the borders of the table."),
    flagged=(
        Changed("national_name", {"cell": Cell(0, 0, 1, 2, 280.0, bordered=True)}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("national_name", {"cell": Cell(0, 0, 1, 2, 280.0, bordered=False)}, media=frozenset({Medium.DOCX})),),
    check=check,
    form="H10",
)
