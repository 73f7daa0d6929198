"""PF742: "Phụ lục" in bold lower case of 14 pt, centred, with a Roman number where there are several."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.convert.numbering import roman
from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.annex_parts import labels, number_of
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look, told_once
from planforge.rules.form.letterhead_parts import centred
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Looks of all labels, then the first wrong number."""
    found = labels(paper)
    if not found:
        yield NOT_HERE
        return
    yield from all_look(paper, Component.ANNEX_LABEL, found, capitals=False)
    yield from told_once(one for line in found for one in centred(paper, line, PARTS[Component.ANNEX_LABEL]))
    has_text = any(paragraph.words for paragraph in paper.body)
    for index, label in enumerate(found, start=1):
        number = number_of(label)
        wanted = roman(index) if len(found) > 1 else ""
        # A file of annexes alone may hold the second or third of a paper.
        if number != wanted and (has_text or len(found) > 1):
            name = f"Phụ lục {wanted}".strip()
            yield paper.finding(
                label,
                part=PARTS[Component.ANNEX_LABEL],
                found=Words(f"viết “{label.words}”", f"is written “{label.words}”"),
                wanted=Words(f"viết “{name}”", f"be “{name}”"),
            )
            return


RULE = Rule(
    code="PF742",
    name="annex-label",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("từ “Phụ lục” sai số thứ tự hoặc cách trình bày", "the word “Phụ lục”: number or looks"),
    reason=Words(
        "Từ “Phụ lục” ở một dòng riêng, canh giữa, chữ in thường, cỡ chữ 14, kiểu chữ đứng, đậm. Có từ hai phụ lục trở "
        "lên thì đánh số bằng chữ số La Mã (Phụ lục I, Phụ lục II); chỉ có một phụ lục thì không đánh số.",
        "The word “Phụ lục” has a line of its own, centred, in bold upright lower case of 14 pt. Two annexes or more "
        "are counted in Roman figures (Phụ lục I, Phụ lục II); a single one is not counted.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục III.1 và Mục V"),
    flagged=(
        Changed("annex_label", {"text": "PHỤ LỤC"}),
        Changed("annex_label", {"size": 13.0}),
        Changed("annex_label", {"bold": False}),
        Changed("annex_label", {"text": "Phụ lục 2"}, index=1, paper="report"),
        Changed("annex_label", {"text": "Phụ lục I"}),
    ),
    fine=(None, Changed("annex_title", {"text": "KẾT QUẢ CHẤM ĐIỂM"}, paper="report")),
    check=check,
    form="A02",
)
