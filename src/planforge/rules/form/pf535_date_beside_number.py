"""PF535: the place and date stand on the line of the number."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.letterhead_parts import UNKNOWN, beside, level
from planforge.rules.form.wording import FORM_MINUTES
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Cell
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Both in one row, the number left."""
    number, date = paper.part(Component.NUMBER), paper.part(Component.PLACE_DATE)
    if number is None or date is None or paper.form == FORM_MINUTES:
        yield NOT_HERE
        return
    answers = (beside(paper, number, date), level(paper, number, date))
    if False in answers:
        yield paper.finding(date)
    elif None in answers:
        yield UNKNOWN


RULE = Rule(
    code="PF535",
    name="date-beside-number",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("địa danh và thời gian không cùng dòng với số", "place and date are not on the line of the number"),
    reason=Words(
        "Địa danh và thời gian ở nửa bên phải, cùng một dòng với số, ký hiệu ở nửa bên trái.",
        "The place and date stand in the right half, on one line with the number in the left one.",
    ),
    message=Words(
        "Địa danh và thời gian không nằm bên phải, cùng dòng với số, ký hiệu",
        "the place and date do not stand on the right, on one line with the number",
    ),
    hint=Words(
        "Đặt số, ký hiệu và địa danh, thời gian trong cùng một hàng của bảng hai cột.",
        "Put number and date into one row of a table of two columns.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.4"),
    flagged=(
        Changed("place_date", {"cell": Cell(0, 2, 1, 2, 280.0, bordered=False)}, media=frozenset({Medium.DOCX})),
        Changed("place_date", {"gap": 20.0}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("place_date", {"colour": "000000"}),),
    check=check,
    form="D05",
)
