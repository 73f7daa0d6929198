"""PF411: the page number is 13-14 pt and upright."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, looks, told_once
from planforge.rules.form.page_numbers import in_header, number_runs
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The runs that make the number, on every sheet."""
    numbered = [(sheet, one) for sheet in paper.reading.sheets for one in in_header(paper, sheet)]
    if not numbered:
        yield NOT_HERE
    yield from told_once(
        answer
        for sheet, paragraph in numbered
        for answer in looks(
            paper,
            Component.PAGE_NUMBER,
            replace(paragraph, runs=tuple(number_runs(paper, paragraph, sheet))),
            bold=False,
        )
    )


RULE = Rule(
    code="PF411",
    name="page-number-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("số trang sai cỡ chữ hoặc kiểu chữ", "the page number has the wrong size or style"),
    reason=Words(
        "Số trang dùng chữ số Ả Rập cỡ 13-14, kiểu chữ đứng; Word đặt sẵn cỡ chữ nhỏ hơn cho phần đầu trang.",
        "The page number is 13-14 pt and upright; Word sets headers smaller by itself.",
    ),
    message=LOOK_MESSAGE,
    hint=Words("Đổi cỡ chữ của số trang trong phần đầu trang.", "Change the size of the number in the header."),
    law=decree30("Phụ lục I, Phần I, Mục I.6"),
    flagged=(
        Changed("page_number", {"size": 11.0}),
        Changed("page_number", {"size": 16.0}),
        Changed("page_number", {"italic": True}),
    ),
    fine=(Changed("page_number", {"bold": True}),),
    check=check,
    form="P11",
)
