"""PF617: articles are counted through the whole paper: "Điều 1." in bold, with their title."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.body_text import once
from planforge.rules.form.outline_faults import label_faults, order_faults
from planforge.rules.form.outline_order import counted
from planforge.verify.anatomy import Anatomy, Level, Numbered
from planforge.words import Words


def is_label_bold(one: Numbered) -> bool | None:
    """Whether the words "Điều n." are bold; None where the file does not tell."""
    for run in one.paragraph.shown_runs:
        return run.bold
    return None


def check(paper: Anatomy) -> Iterator[Answer]:
    """Order in the paper and in each annex; label and weight once."""
    articles = counted(paper, Level.ARTICLE)
    if not articles:
        yield NOT_HERE
        return
    yield from order_faults(paper, Level.ARTICLE)
    yield from label_faults(paper, articles, Level.ARTICLE)
    thin = [one.paragraph for one in articles if is_label_bold(one) is False]
    yield from once(
        paper, thin, fault=Words("từ “Điều” và số thứ tự phải in đậm", "“Điều” and its number must be bold")
    )


RULE = Rule(
    code="PF617",
    name="articles",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("điều sai số thứ tự hoặc cách trình bày", "an article: number or weight"),
    reason=Words(
        "Từ “Điều”, số thứ tự và tiêu đề của điều viết bằng chữ in thường, kiểu chữ đứng, đậm; số thứ tự là chữ số Ả "
        "Rập, sau số có dấu chấm, liên tục trong cả văn bản, không bắt đầu lại ở mỗi chương.",
        "The word “Điều”, its number and its title are in bold upright lower case; numbers are Arabic with a full "
        "stop and go on through the whole paper, not anew in each chapter.",
    ),
    message=Words("điều: {fault} ({count} chỗ)", "article: {fault} (places: {count})"),
    law=decree30("Phụ lục I, Phần I, Mục II.6 và Mục V"),
    flagged=(
        Changed("article", {"text": "Điều 3. Quyết định này có hiệu lực từ ngày ký."}, index=1, paper="decision"),
        Changed("article", {"text": "Điều 1. Trách nhiệm thi hành"}, index=4, paper="regulation"),
        Changed("article", {"bold": False}, index=1, paper="decision"),
    ),
    fine=(
        Changed("article", {"text": "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."}, index=1, paper="decision"),
        Changed("article", {"text": "Điều 3. Tổ chức thực hiện"}, index=4, paper="regulation"),
    ),
    check=check,
    form="B17",
)
