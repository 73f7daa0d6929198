"""PF404: the bottom margin is 20-25 mm."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.sheets import MARGIN_MESSAGE, Side, margin
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The bottom margin of every sheet."""
    yield from margin(paper, Side.BOTTOM, 20.0, 25.0)


RULE = Rule(
    code="PF404",
    name="bottom-margin",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("lề dưới ngoài 20-25 mm", "the bottom margin is not 20-25 mm"),
    reason=Words(
        "Lề dưới cách mép dưới 20-25 mm. Trong tệp PDF chỉ biết được khi chữ xuống quá thấp: trang không đầy thì phần "
        "trống ở cuối không phải là lề.",
        "The bottom margin is 20-25 mm. A PDF only tells where text stands too low: what is left below a page that is "
        "not full is no margin.",
    ),
    message=MARGIN_MESSAGE,
    hint=Words(
        "Đặt lại lề trong Page Setup của mọi phần (section).", "Set the margin in the page setup of every section."
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.3"),
    flagged=(
        Changed("sheet", {"bottom": 42.5}),
        Changed("sheet", {"bottom": 28.35}, index=1),
        Changed("sheet", {"bottom": 85.0}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("sheet", {"bottom": 70.85}), Changed("sheet", {"bottom": 56.7})),
    check=check,
    form="P04",
)
