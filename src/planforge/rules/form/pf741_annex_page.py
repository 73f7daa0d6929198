"""PF741: an annex begins on a new page."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Kind, Rule, Untold
from planforge.rules.form.annex_parts import heads, later_annexes
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Every annex that something stands before."""
    annexes = later_annexes(paper)
    if not annexes:
        yield NOT_HERE
    for annex in annexes:
        first = next(iter(heads(annex)), None)
        if annex.starts_page is None:
            yield Untold(Words("không rõ phụ lục bắt đầu ở trang nào", "it is not known where the annex begins"))
        elif not annex.starts_page:
            yield paper.finding(first, annex=first.words if first is not None else "")


RULE = Rule(
    code="PF741",
    name="annex-page",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("phụ lục không bắt đầu ở trang mới", "an annex does not begin on a new page"),
    reason=Words(
        "Phụ lục được đánh số trang riêng nên phải bắt đầu ở trang mới, trong Word là một section mới (Next Page).",
        "The pages of an annex are counted by themselves, so it begins on a new page, in Word as a section of its own "
        "(Next Page).",
    ),
    message=Words("“{annex}” không bắt đầu ở trang mới", "“{annex}” does not begin on a new page"),
    hint=Words("Chèn ngắt section “Next Page” trước phụ lục.", "Put a section break “Next Page” before it."),
    flagged=(),
    fine=(None,),
    check=check,
    form="A01",
)
