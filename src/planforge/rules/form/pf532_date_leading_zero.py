"""PF532: a day below 10 and the months 1 and 2 have a zero before them."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.place_line import read_place_line
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The figures of a line that is otherwise well written."""
    line = paper.part(Component.PLACE_DATE)
    read = read_place_line(line.words) if line else None
    if line is None or read is None:
        yield NOT_HERE
        return
    if read.day and len(read.day) == 1:
        yield paper.finding(line, found=f"ngày {read.day}", wanted=f"ngày 0{read.day}")
    if read.month in ("1", "2"):
        yield paper.finding(line, found=f"tháng {read.month}", wanted=f"tháng 0{read.month}")


RULE = Rule(
    code="PF532",
    name="date-leading-zero",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("ngày nhỏ hơn 10, tháng 1 và 2 không có số 0 phía trước", "a small day or month has no zero before it"),
    reason=Words(
        "Số chỉ ngày nhỏ hơn 10 và tháng 1, tháng 2 phải ghi thêm số 0 phía trước, để không ai thêm được chữ số.",
        "A day below 10 and the months 1 and 2 have a zero before them, so that nobody can add a figure.",
    ),
    message=Words("Ghi “{found}”, phải là “{wanted}”", "the date has “{found}”, it must be “{wanted}”"),
    law=decree30("Phụ lục I, Phần I, Mục II.4"),
    flagged=(
        Changed("place_date", {"text": "Hà Nội, ngày 5 tháng 3 năm 2030"}),
        Changed("place_date", {"text": "Hà Nội, ngày 05 tháng 1 năm 2030"}),
        Changed("place_date", {"text": "Hà Nội, ngày 15 tháng 2 năm 2030"}),
    ),
    fine=(Changed("place_date", {"text": "Hà Nội, ngày 15 tháng 02 năm 2030"}),),
    check=check,
    form="D02",
)
