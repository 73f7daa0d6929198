"""PF723: every recipient ends with a semicolon, the last with a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.closing import recipient_items
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

MARKS = ".;,:"


def check(paper: Anatomy) -> Iterator[Answer]:
    """Each item by its last character."""
    items = [last for _, last in recipient_items(paper)]
    if not items:
        yield NOT_HERE
    for item in items:
        wanted = "." if item is items[-1] else ";"
        text = item.text.rstrip()
        if text and not text.endswith(wanted):
            last = text[-1]
            found = (
                Words(f"bằng “{last}”", f"with “{last}”") if last in MARKS else Words("không có dấu", "without a mark")
            )
            yield paper.finding(item, len(text) - 1, len(text), found=found, wanted=wanted)


RULE = Rule(
    code="PF723",
    name="recipients-punctuation",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("sai dấu cuối dòng nơi nhận", "a recipient ends with the wrong mark"),
    reason=Words(
        "Cuối mỗi dòng nơi nhận có dấu chấm phẩy; dòng cuối cùng kết thúc bằng dấu chấm.",
        "Each line of the list of recipients ends with a semicolon, the last one with a full stop.",
    ),
    message=Words(
        "dòng nơi nhận kết thúc {found}, phải là “{wanted}”",
        "the line of the recipient ends {found}, it must be “{wanted}”",
    ),
    hint=Words("Kết thúc dòng bằng “{wanted}”.", "End the line with “{wanted}”."),
    law=decree30("Phụ lục I, Phần I, Mục II.9"),
    flagged=(
        Changed("recipients", {"text": "- Bộ Ví dụ (để báo cáo)."}),
        Changed("recipients", {"text": "- Các đơn vị trong Cụm (để thực hiện)"}, index=1),
        Changed("recipients", {"text": "- Lưu: VT;"}, index=2),
    ),
    fine=(None, Changed("recipients", {"text": "- Lưu: VT, HSTĐ."}, index=2)),
    check=check,
    form="R03",
)
