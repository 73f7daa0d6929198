"""PF509: the issuing body stands left and the national name right, level with each other."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.letterhead_parts import UNKNOWN, beside, level
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Cell
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The columns and the first lines of both."""
    body = paper.part(Component.PARENT) or paper.part(Component.ISSUER)
    name = paper.part(Component.NATIONAL_NAME)
    if body is None or name is None:
        yield NOT_HERE
        return
    side_by_side = beside(paper, body, name)
    if side_by_side is False:
        yield paper.finding(
            name,
            why=Words(
                "phải ở nửa bên phải, tên cơ quan ở nửa bên trái",
                "must stand in the right half, the issuing body in the left one",
            ),
        )
        return
    on_one_line = level(paper, body, name)
    if on_one_line is False:
        yield paper.finding(
            name,
            why=Words("phải ngang hàng với dòng đầu của tên cơ quan", "must stand level with the name of the body"),
        )
    elif side_by_side is None or on_one_line is None:
        yield UNKNOWN


RULE = Rule(
    code="PF509",
    name="letterhead-halves",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("Quốc hiệu và tên cơ quan sai vị trí", "national name and issuing body are misplaced"),
    reason=Words(
        "Tên cơ quan ở phía trên bên trái, Quốc hiệu ở phía trên bên phải của trang đầu, dòng đầu ngang nhau.",
        "The issuing body stands at the top on the left of the first page, the national name on the right, their first "
        "lines level.",
    ),
    message=Words("Quốc hiệu {why}", "the national name {why}"),
    hint=Words(
        "Dùng bảng hai cột không viền: cột trái là tên cơ quan, cột phải là Quốc hiệu.",
        "Use a table of two columns without borders: the body on the left, the national name on the right.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.1, II.2 và Mục IV"),
    flagged=(
        Changed("national_name", {"cell": Cell(0, 1, 1, 2, 280.0, bordered=False)}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("national_name", {"size": 12.0}),),
    check=check,
    form="H09",
)
