"""PF406: the right margin is 15-20 mm."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.sheets import MARGIN_MESSAGE, Side, margin
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The right margin of every sheet."""
    yield from margin(paper, Side.RIGHT, 15.0, 20.0)


RULE = Rule(
    code="PF406",
    name="right-margin",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("lề phải ngoài 15-20 mm", "the right margin is not 15-20 mm"),
    reason=Words(
        "Lề phải cách mép phải 15-20 mm. Trong tệp PDF đo ở những dòng chạy hết chiều rộng của trang có canh đều hai "
        "bên.",
        "The right margin is 15-20 mm. In a PDF it is measured at justified lines that fill the measure.",
    ),
    message=MARGIN_MESSAGE,
    hint=Words(
        "Đặt lại lề trong Page Setup của mọi phần (section).", "Set the margin in the page setup of every section."
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.3"),
    flagged=(
        Changed("sheet", {"right": 28.35}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"right": 72.0}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"right": 85.0}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("sheet", {"right": 56.7}), Changed("sheet", {"right": 42.5})),
    check=check,
    form="P06",
)
