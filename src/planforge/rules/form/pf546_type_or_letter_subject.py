"""PF546: a paper has a type, or a subject of a letter under its number, and not both."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.wording import FORM_ANNEX, has_head
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Cells 5a and 5b."""
    kind, subject = paper.part(Component.TYPE_NAME), paper.part(Component.LETTER_SUBJECT)
    if kind is not None and subject is not None:
        found = Words(
            f"có cả tên loại “{kind.words}” và trích yếu của công văn “{subject.words}”",
            f"has both the type “{kind.words}” and the subject of a letter “{subject.words}”",
        )
        yield paper.finding(subject, found=found)
    elif paper.form == FORM_ANNEX or not has_head(paper):
        yield NOT_HERE
    elif kind is None and subject is None:
        yield paper.finding(
            None,
            found=Words(
                "không có tên loại, cũng không có trích yếu của công văn (V/v …)",
                "has neither a type nor the subject of a letter (V/v …)",
            ),
        )


RULE = Rule(
    code="PF546",
    name="type-or-letter-subject",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words(
        "văn bản có cả tên loại và “V/v”, hoặc thiếu cả hai", "a document has both a type and “V/v”, or neither"
    ),
    reason=Words(
        "Văn bản có tên loại thì trích yếu ở dưới tên loại; công văn không có tên loại, trích yếu “V/v” ở dưới số và "
        "ký hiệu.",
        "A document with a type has its subject under the type; a letter has no type, and its subject “V/v” under the "
        "number.",
    ),
    message=Words("Văn bản {found}", "the document {found}"),
    hint=Words("Giữ một trong hai.", "Keep one of the two."),
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.5"),
    flagged=(
        Changed("doc_number", {"after": "V/v phát động phong trào thi đua"}),
        Changed("letter_subject", {"absent": True}, paper="letter"),
    ),
    fine=(None,),
    check=check,
    form="T06",
)
