"""PF613: clauses are counted 1., 2., 3. within their section; a title is bold, running text is not."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.body_text import once, share
from planforge.rules.form.outline_faults import NUMBER, label_faults, order_faults
from planforge.rules.form.outline_order import counted, titles
from planforge.verify.anatomy import Anatomy, Level
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Order by each sequence; label and weight once for the paper."""
    clauses = counted(paper, Level.CLAUSE)
    if not clauses:
        yield NOT_HERE
        return
    yield from order_faults(paper, Level.CLAUSE, NUMBER)
    yield from label_faults(paper, clauses, Level.CLAUSE)
    titled_ones = titles(paper, Level.CLAUSE)
    judged = [(one.paragraph, titled_ones[one.paragraph.ordinal], share(one.paragraph, "bold")) for one in clauses]
    thin = [paragraph for paragraph, titled, weight in judged if titled and weight is not None and weight < 0.5]
    yield from once(paper, thin, fault=Words("có tiêu đề, phải in đậm", "it has a title, which must be bold"))
    heavy = [paragraph for paragraph, titled, weight in judged if titled is False and weight == 1.0]
    yield from once(
        paper, heavy, fault=Words("không có tiêu đề, không được in đậm", "it has no title and must not be bold")
    )


RULE = Rule(
    code="PF613",
    name="clauses",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("khoản sai số thứ tự hoặc kiểu chữ", "a clause: number or weight"),
    reason=Words(
        "Khoản đánh số bằng chữ số Ả Rập, sau số có dấu chấm, liên tục từ 1 trong mỗi mục hoặc mỗi điều. Khoản có "
        "tiêu đề thì số và tiêu đề in đậm trên một dòng riêng; khoản không có tiêu đề thì không in đậm.",
        "Clauses are counted in Arabic figures with a full stop, from 1 within each section or article. A title is "
        "bold and on a line of its own; a clause without a title is not bold.",
    ),
    message=Words("khoản: {fault} ({count} chỗ)", "clause: {fault} (places: {count})"),
    law=decree30("Phụ lục I, Phần I, Mục II.6 và Mục V"),
    flagged=(
        Changed("clause", {"text": "3. Yêu cầu"}, index=1),
        Changed("clause", {"text": "1. Yêu cầu"}, index=1),
        Changed("clause", {"bold": False}),
        Changed("clause", {"bold": True}, index=2),
    ),
    fine=(None, Changed("clause", {"text": "2. Yêu cầu, nhiệm vụ"}, index=1)),
    check=check,
    form="B13",
)
