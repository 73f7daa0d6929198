"""PF533: the months 3 to 9 have no zero before them."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.place_line import read_place_line
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The month of a line that is otherwise well written."""
    line = paper.part(Component.PLACE_DATE)
    read = read_place_line(line.words) if line else None
    if line is None or read is None:
        yield NOT_HERE
    elif read.month and read.month.startswith("0") and int(read.month) >= 3:
        yield paper.finding(line, found=f"tháng {read.month}", wanted=f"tháng {int(read.month)}")


RULE = Rule(
    code="PF533",
    name="month-padded",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("tháng 3 đến tháng 9 có số 0 thừa", "a month from 3 to 9 has a needless zero"),
    reason=Words(
        "Chỉ tháng 1 và tháng 2 mới thêm số 0; chính Nghị định ghi ngày ban hành của mình là “ngày 05 tháng 3 năm "
        "2020”.",
        "Only the months 1 and 2 have a zero; the decree dates itself “ngày 05 tháng 3 năm 2020”.",
    ),
    message=Words("Ghi “{found}”, nên là “{wanted}”", "the date has “{found}”, it should be “{wanted}”"),
    law=decree30("Phụ lục I, Phần I, Mục II.4"),
    flagged=(
        Changed("place_date", {"text": "Hà Nội, ngày 05 tháng 03 năm 2030"}),
        Changed("place_date", {"text": "Hà Nội, ngày 15 tháng 09 năm 2030"}),
    ),
    fine=(Changed("place_date", {"text": "Hà Nội, ngày 05 tháng 10 năm 2030"}),),
    check=check,
    form="D03",
)
