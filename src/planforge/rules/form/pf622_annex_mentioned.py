"""PF622: the text of a paper with annexes points to each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.convert.numbering import roman
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.annex_parts import WORD, labels, number_of
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

MENTION = re.compile(r"phụ lục\s+(?:số\s+)?([IVXLC]+|\d+)\b", re.IGNORECASE)
# "các Phụ lục I, II và III", "Phụ lục I đến Phụ lục III", "các phụ lục kèm theo"
SEVERAL = re.compile(
    r"(?:các|những|\d+)\s+phụ lục|phụ lục\s+[IVXLC\d]+\s*(?:,|và|-|đến)\s*(?:phụ lục\s+)?[IVXLC\d]+", re.IGNORECASE
)


def check(paper: Anatomy) -> Iterator[Answer]:
    """Each annex with the label "Phụ lục": by its number or its place where there are several."""
    found = labels(paper)
    text = " ".join(paragraph.words for paragraph in paper.body)
    if not text or not found:
        yield NOT_HERE
        return
    if SEVERAL.search(text):
        return
    mentioned = {_written(match[1]) for match in MENTION.finditer(text)}
    for index, label in enumerate(found, start=1):
        own = {_written(number_of(label)), roman(index)}
        if not (own & mentioned if len(found) > 1 else WORD in text.casefold()):
            yield paper.finding(label, annex=label.words)


def _written(number: str) -> str:
    """A number in Roman figures, however it is written."""
    return roman(int(number)) if number.isdecimal() else number.upper()


RULE = Rule(
    code="PF622",
    name="annex-mentioned",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("nội dung không chỉ dẫn về phụ lục", "the text does not point to an annex"),
    reason=Words(
        "Văn bản có phụ lục kèm theo thì trong nội dung phải có chỉ dẫn về phụ lục đó.",
        "Where a paper has annexes, its text must point to them.",
    ),
    message=Words("có “{annex}” nhưng nội dung không nhắc đến", "there is “{annex}”, but the text does not mention it"),
    hint=Words("Thêm chỉ dẫn, ví dụ: “(tại {annex} kèm theo)”.", "Point to it, such as “(tại {annex} kèm theo)”."),
    law=decree30("Phụ lục I, Phần I, Mục III.1"),
    flagged=(
        Changed("body", {"text": "Cụm Thi đua số I ban hành Kế hoạch năm 2030 như sau:"}),
        Changed("body", {"text": "Kết quả chấm điểm, xếp hạng tại Phụ lục I kèm theo."}, index=1, paper="report"),
    ),
    fine=(
        None,
        Changed("body", {"text": "Kết quả chấm điểm tại các Phụ lục I, II kèm theo."}, index=1, paper="report"),
    ),
    check=check,
    form="B22",
)
