"""PF622: the text of a paper with annexes points to each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

ANNEX = "phụ lục"
NUMBER = re.compile(r"phụ lục\s+(?:số\s+)?([IVXLC]+|\d+|[A-Z])\b", re.IGNORECASE)
# "các Phụ lục I, II và III", "Phụ lục I đến Phụ lục III", "các phụ lục kèm theo"
SEVERAL = re.compile(
    r"(?:các|những|\d+)\s+phụ lục|phụ lục\s+[IVXLC\d]+\s*(?:,|và|-|đến)\s*(?:phụ lục\s+)?[IVXLC\d]+", re.IGNORECASE
)


def check(paper: Anatomy) -> Iterator[Answer]:
    """Each annex with the label "Phụ lục": by its number where there are several."""
    labelled = [
        annex.label
        for annex in paper.annexes
        if annex.label is not None and annex.label.words.casefold().startswith(ANNEX)
    ]
    text = " ".join(paragraph.words for paragraph in (*paper.bases, *paper.body))
    if not text or not labelled:
        yield NOT_HERE
        return
    if SEVERAL.search(text):
        return
    mentioned = {match[1].upper() for match in NUMBER.finditer(text)}
    for label in labelled:
        number = NUMBER.match(label.words)
        named = number[1].upper() in mentioned if number and len(labelled) > 1 else ANNEX in text.casefold()
        if not named:
            yield paper.finding(label, annex=label.words)


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
