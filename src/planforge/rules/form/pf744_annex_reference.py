"""PF744: the reference line of an annex is in brackets, italic, of 13-14 pt, centred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look, told_once
from planforge.rules.form.letterhead_parts import centred
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

# A number or a day to be written in by hand: the room for it puts the line off the middle.
BLANK = re.compile(r"số ?/|ngày tháng|[.…]{2,}")


def check(paper: Anatomy) -> Iterator[Answer]:
    """Looks of all lines; the brackets of each."""
    references = [annex.reference for annex in paper.annexes if annex.reference is not None]
    if not references:
        yield NOT_HERE
    yield from all_look(paper, Component.ANNEX_REFERENCE, references)
    filled = [line for line in references if not BLANK.search(line.words)]
    yield from told_once(one for line in filled for one in centred(paper, line, PARTS[Component.ANNEX_REFERENCE]))
    open_lines = [line for line in references if not line.words.startswith("(")]
    open_lines += [line for line in filled if not line.words.endswith(")")]
    for line in open_lines[:1]:
        yield paper.finding(
            line,
            part=PARTS[Component.ANNEX_REFERENCE],
            found=Words("không nằm trong ngoặc đơn", "is not in brackets"),
            wanted=Words("nằm trong ngoặc đơn", "be in brackets"),
        )


RULE = Rule(
    code="PF744",
    name="annex-reference",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("dòng chỉ dẫn của phụ lục sai cách trình bày", "the looks of the reference line of an annex"),
    reason=Words(
        "Dòng “(Kèm theo … số … ngày … tháng … năm … của …)” đặt dưới tên phụ lục, canh giữa, trong ngoặc đơn, chữ in "
        "thường, cỡ chữ 13-14, kiểu chữ nghiêng. Ở văn bản điện tử, số và ngày của dòng này để trống.",
        "The line “(Kèm theo … số … ngày … tháng … năm … của …)” stands under the title, centred, in brackets, in "
        "italic lower case of 13-14 pt. In an electronic document its number and date are left blank.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục III.1 và Mục V"),
    flagged=(
        Changed("annex_reference", {"italic": False}),
        Changed("annex_reference", {"size": 12.0}, paper="report"),
        Changed("annex_reference", {"text": "Kèm theo Kế hoạch số 05/KH-CTĐVD ngày 05 tháng 3 năm 2030"}),
        Changed("annex_reference", {"bold": True}, index=1, paper="report"),
    ),
    fine=(None, Changed("annex_reference", {"size": 13.0})),
    check=check,
    form="A04",
)
