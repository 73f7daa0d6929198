"""PF545: the subject of a letter is "V/v …", 12-13 pt, in the middle 6 pt under the number."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look, decimal
from planforge.rules.form.letterhead_parts import centred_under
from planforge.rules.form.wording import quoted
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph
from planforge.words import Words

PART = PARTS[Component.LETTER_SUBJECT]
BEGINNING = "V/v "
GAP_PT = 6.0
ASKED_TOLERANCE_PT, DRAWN_TOLERANCE_PT = 1.0, 2.0


def check(paper: Anatomy) -> Iterator[Answer]:
    """Words, size, weight, slant, place and gap."""
    subject = paper.all_of(Component.LETTER_SUBJECT)
    if not subject:
        yield NOT_HERE
        return
    first = subject[0]
    if not first.words.startswith(BEGINNING):
        yield paper.finding(
            first,
            part=PART,
            found=quoted(first.words),
            wanted=Words("mở đầu bằng “V/v” và một dấu cách", "begin with “V/v” and a space"),
        )
    yield from all_look(paper, Component.LETTER_SUBJECT, subject)
    yield from centred_under(paper, first, paper.part(Component.NUMBER), PART)
    if paper.part(Component.NUMBER) is not None:
        yield from _gap(paper, first)


def _gap(paper: Anatomy, subject: Paragraph) -> Iterator[Answer]:
    tolerance = ASKED_TOLERANCE_PT if paper.reading.medium is Medium.DOCX else DRAWN_TOLERANCE_PT
    if subject.gap is None:
        yield Untold(Words("không rõ trích yếu cách số bao nhiêu", "the gap above the subject is not known"))
    elif abs(subject.gap - GAP_PT) > tolerance:
        gap = decimal(subject.gap)
        yield paper.finding(
            subject,
            part=PART,
            found=Words(f"cách số, ký hiệu {gap.vi} pt", f"stands {gap.en} pt below the number"),
            wanted=Words("cách 6 pt", "stand 6 pt below it"),
        )


RULE = Rule(
    code="PF545",
    name="letter-subject",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("trích yếu công văn viết hoặc trình bày sai", "the subject of a letter is wrongly written or set"),
    reason=Words(
        "Trích yếu của công văn mở đầu bằng “V/v”: chữ in thường, cỡ chữ 12-13, kiểu chữ đứng, không đậm, canh giữa "
        "dưới số và ký hiệu, cách dòng 6 pt với số và ký hiệu.",
        "The subject of a letter begins with “V/v”: in lower case, 12-13 pt, upright and not bold, in the middle "
        "under the number and 6 pt below it.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục II.5"),
    flagged=(
        Changed("letter_subject", {"size": 14.0}, paper="letter"),
        Changed("letter_subject", {"bold": True}, paper="letter"),
        Changed("letter_subject", {"italic": True}, paper="letter"),
        Changed("letter_subject", {"gap": 0.0}, paper="letter"),
        Changed("letter_subject", {"align": Align.LEFT}, paper="letter", media=frozenset({Medium.DOCX})),
        Changed("letter_subject", {"text": "v/v chuẩn bị hội nghị"}, paper="letter"),
    ),
    fine=(Changed("letter_subject", {"colour": "000000"}, paper="letter"),),
    check=check,
    form="T05",
)
