"""PF403: the top margin is 20-25 mm."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.sheets import MARGIN_MESSAGE, Side, margin
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The top margin of every sheet."""
    yield from margin(paper, Side.TOP, 20.0, 25.0)


RULE = Rule(
    code="PF403",
    name="top-margin",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("lề trên ngoài 20-25 mm", "the top margin is not 20-25 mm"),
    reason=Words(
        "Lề trên cách mép trên 20-25 mm; số trang nằm trong lề này. Trong tệp PDF đo từ mép giấy đến dòng chữ đầu "
        "tiên, số trang không kể.",
        "The top margin is 20-25 mm; the page number stands in it. In a PDF it is measured from the edge to the first "
        "line of text, page number excepted.",
    ),
    message=MARGIN_MESSAGE,
    hint=Words(
        "Đặt lại lề trong Page Setup của mọi phần (section).", "Set the margin in the page setup of every section."
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.3"),
    flagged=(
        Changed("sheet", {"top": 42.5}),
        Changed("sheet", {"top": 56.0}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"top": 85.0}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("sheet", {"top": 70.85}), Changed("sheet", {"top": 56.7})),
    check=check,
    form="P03",
)
