"""PF542: the subject stands right under the type, bold, in lower case of 13-14 pt, in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look
from planforge.rules.form.letterhead_parts import blanks_between, centred
from planforge.rules.form.wording import absent
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph
from planforge.words import Words

PART = PARTS[Component.SUBJECT]
UNDER_TYPE = Words("nằm ngay dưới tên loại", "stand right under the type")
# An empty line between the two is at least so high.
WIDEST_GAP_PT = 12.0


def check(paper: Anatomy) -> Iterator[Answer]:
    """Size, weight, slant, capitals and place."""
    kind, subject = paper.part(Component.TYPE_NAME), paper.all_of(Component.SUBJECT)
    if kind is None:
        yield NOT_HERE
    elif not subject:
        yield from absent(paper, Component.SUBJECT, UNDER_TYPE)
    else:
        yield from all_look(paper, Component.SUBJECT, subject, capitals=False)
        for paragraph in subject:
            yield from centred(paper, paragraph, PART)
        yield from _apart(paper, kind, subject[0])


def _apart(paper: Anatomy, kind: Paragraph, subject: Paragraph) -> Iterator[Answer]:
    if paper.reading.medium is Medium.DOCX:
        apart = blanks_between(paper, kind, subject) > 0 or (subject.gap or 0.0) > WIDEST_GAP_PT
    else:
        apart = subject.gap is not None and kind.ordinal != subject.ordinal and subject.gap > WIDEST_GAP_PT
    if apart:
        found = Words("cách tên loại một khoảng trống", "stands apart from the type")
        yield paper.finding(subject, part=PART, found=found, wanted=UNDER_TYPE)


RULE = Rule(
    code="PF542",
    name="subject-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words(
        "trích yếu thiếu hoặc sai cỡ chữ, kiểu chữ, vị trí", "the subject is missing or has the wrong look or place"
    ),
    reason=Words(
        "Trích yếu nội dung: chữ in thường, cỡ chữ 13-14, kiểu chữ đứng, đậm, canh giữa, ngay dưới tên loại.",
        "The subject is in lower case, 13-14 pt, upright and bold, in the middle, right under the type.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục II.5"),
    flagged=(
        Changed("subject", {"size": 12.0}),
        Changed("subject", {"bold": False}),
        Changed("subject", {"italic": True}),
        Changed("subject", {"align": Align.LEFT}, media=frozenset({Medium.DOCX})),
        Changed("subject", {"text": "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2030"}),
        Changed("doc_type", {"after": ""}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("subject", {"colour": "000000"}),),
    check=check,
    form="T02",
)
