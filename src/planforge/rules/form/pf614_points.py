"""PF614: points are counted in the order of the Vietnamese alphabet, with a closing bracket."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.convert.numbering import POINT_LETTERS
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.body_text import once
from planforge.rules.form.outline_faults import order_faults
from planforge.rules.form.outline_order import counted
from planforge.verify.anatomy import Anatomy, Level
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Letters that are none, then their order, then the bracket."""
    points = counted(paper, Level.POINT)
    if not points:
        yield NOT_HERE
        return
    foreign = [one for one in points if one.number is None]
    if foreign:
        label = foreign[0].label.strip()
        yield from once(
            paper,
            [one.paragraph for one in foreign],
            fault=Words(f"“{label}” không có trong thứ tự điểm", f"“{label}” is not in the order of points"),
        )
    yield from order_faults(paper, Level.POINT)
    open_points = [
        one.paragraph for one in points if one.paragraph.auto_number is None and not one.label.strip().endswith(")")
    ]
    yield from once(
        paper,
        open_points,
        fault=Words("sau chữ cái phải là dấu ngoặc đơn đóng", "the letter must be followed by a closing bracket"),
    )


RULE = Rule(
    code="PF614",
    name="points",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("điểm sai thứ tự chữ cái hoặc sai dấu", "a point: its letter or its bracket"),
    reason=Words(
        f"Điểm đánh thứ tự bằng chữ cái tiếng Việt ({', '.join(POINT_LETTERS)}), sau chữ có dấu ngoặc đơn đóng: sau d "
        "là đ, không có f, j, w, z.",
        f"Points are counted by the letters of the Vietnamese alphabet ({', '.join(POINT_LETTERS)}) with a closing "
        "bracket: after d comes đ, there is no f, j, w or z.",
    ),
    message=Words("điểm: {fault} ({count} chỗ)", "point: {fault} (places: {count})"),
    law=decree30("Phụ lục I, Phần I, Mục II.6 và Mục V"),
    flagged=(
        Changed("point", {"text": "e) Các đơn vị phối hợp chặt chẽ trong quá trình thực hiện."}, index=4),
        Changed("point", {"text": "f) Các đơn vị phối hợp chặt chẽ trong quá trình thực hiện."}, index=4),
        Changed("point", {"text": "b) Phong trào thi đua được tổ chức thường xuyên trong cả năm."}, index=2),
    ),
    fine=(None, Changed("point", {"text": "đ) Các đơn vị phối hợp trong quá trình thực hiện."}, index=4)),
    check=check,
    form="B14",
)
