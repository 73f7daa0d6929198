"""PF724: the last recipient is the file copy: "- Lưu: VT, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.closing import recipient_items
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

ARCHIVE = re.compile(r"(?:- ?)?Lưu: VT(?:\s?\(\w+\))?(?:, [^;]+?)?[.;,]?")


def check(paper: Anatomy) -> Iterator[Answer]:
    """The last item; its dash and its last mark are left to their own rules."""
    items = recipient_items(paper)
    if not items:
        yield NOT_HERE
        return
    first, last = items[-1]
    words = first.words if first is last else f"{first.words} {last.words}"
    if not ARCHIVE.fullmatch(words):
        yield paper.finding(first, found=words)


RULE = Rule(
    code="PF724",
    name="archive-line",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("dòng “Lưu” thiếu hoặc sai", "the line of the file copy is missing or wrong"),
    reason=Words(
        "Dòng cuối của nơi nhận gồm chữ “Lưu”, dấu hai chấm, chữ viết tắt “VT” (Văn thư cơ quan), dấu phẩy, chữ viết "
        "tắt tên đơn vị soạn thảo và số lượng bản lưu, cuối cùng là dấu chấm.",
        "The last line of the recipients holds the word “Lưu”, a colon, “VT” (the records office), a comma, the "
        "abbreviation of the drafting unit with the number of copies kept, and a full stop.",
    ),
    message=Words(
        "dòng cuối của nơi nhận là “{found}”, phải là “- Lưu: VT, <đơn vị soạn thảo>.”",
        "the last recipient is “{found}”, it must be “- Lưu: VT, <drafting unit>.”",
    ),
    law=decree30("Phụ lục I, Phần I, Mục II.9"),
    flagged=(
        Changed("recipients", {"text": "- Lưu VT."}, index=2),
        Changed("recipients", {"text": "- Lưu: Văn thư."}, index=2),
        Changed("recipients", {"text": "- Các đơn vị khác."}, index=2),
    ),
    fine=(
        Changed("recipients", {"text": "- Lưu: VT, HSTĐ (03)."}, index=2),
        Changed("recipients", {"text": "- Lưu: VT, Hồ sơ."}, index=1, paper="minutes"),
    ),
    check=check,
    form="R04",
)
