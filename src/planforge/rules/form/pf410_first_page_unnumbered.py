"""PF410: the first page shows no number."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.page_numbers import in_header, numbers_in
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph, Run
from planforge.words import Words

NUMBER = Paragraph(
    "1", runs=(Run("1", "Times New Roman", 14.0, bold=False, italic=False, field="PAGE"),), align=Align.CENTRE
)


def check(paper: Anatomy) -> Iterator[Answer]:
    """The head of the first page of the paper."""
    if not any(in_header(paper, sheet) for sheet in paper.reading.sheets):
        yield NOT_HERE
        return
    first = paper.reading.sheets[0]
    found = numbers_in(paper, first.first_header, first.shown_number)
    if found:
        yield paper.finding(found[0])


RULE = Rule(
    code="PF410",
    name="first-page-unnumbered",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("trang thứ nhất có số trang", "the first page shows its number"),
    reason=Words(
        "Trang được đánh số từ 1 nhưng số của trang thứ nhất không hiển thị.",
        "Pages are counted from 1, and the number of the first page is not shown.",
    ),
    message=Words("Trang thứ nhất có hiển thị số trang", "the first page shows a page number"),
    hint=Words(
        "Word: chọn Different First Page trong phần đầu trang.", "Word: choose Different First Page in the header."
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.6"),
    flagged=(
        Changed("sheet", {"different_first": False, "first_header": (NUMBER,)}, media=frozenset({Medium.DOCX})),
        Changed(
            "sheet",
            {"shown_number": "1", "header": (NUMBER,), "first_header": (NUMBER,)},
            media=frozenset({Medium.PDF}),
        ),
    ),
    fine=(Changed("page_number", {"size": 13.0}),),
    check=check,
    form="P10",
)
