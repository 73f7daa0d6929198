"""PF541: the type is one of Article 7, in bold capitals of 13-14 pt, in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, looks
from planforge.rules.form.letterhead_parts import centred
from planforge.rules.form.wording import quoted, same_words, to_read
from planforge.verify.anatomy import Anatomy
from planforge.verify.paper_types import TYPES, type_beginning, type_of
from planforge.verify.reading import Align, Paragraph
from planforge.words import Words

PART = PARTS[Component.TYPE_NAME]


def check(paper: Anatomy) -> Iterator[Answer]:
    """Words, size, weight, slant, capitals and place."""
    line = paper.part(Component.TYPE_NAME)
    if line is None:
        yield NOT_HERE
        return
    if not paper.custom or paper.part(Component.NUMBER) is not None:
        yield from _wording(paper, line)
    yield from looks(paper, Component.TYPE_NAME, line)
    yield from centred(paper, line, PART)


def _wording(paper: Anatomy, line: Paragraph) -> Iterator[Answer]:
    text = line.words.upper()
    if any(same_words(text, one.name) for one in TYPES):
        return
    meant = type_of(text)
    begun = type_beginning(text)
    if meant is not None:
        wanted = to_read(meant.name)
    elif begun is not None:
        wanted = Words(
            f"ghi “{begun.name}” một mình trên một dòng, trích yếu ở dòng dưới",
            f"read “{begun.name}” on a line of its own, the subject under it",
        )
    else:
        wanted = Words("là một trong các loại văn bản hành chính", "be one of the types of administrative documents")
    yield paper.finding(line, part=PART, found=quoted(line.words), wanted=wanted)


RULE = Rule(
    code="PF541",
    name="type-name",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words(
        "tên loại văn bản sai chữ, cỡ chữ, kiểu chữ hoặc vị trí", "the type is wrong, or has the wrong look or place"
    ),
    reason=Words(
        "Tên loại là một trong các loại văn bản hành chính ở Điều 7: chữ in hoa, cỡ chữ 13-14, kiểu chữ đứng, đậm, "
        "canh giữa trang, trên dòng riêng. Văn bản không có số, ký hiệu (giao ước thi đua, phiếu bầu) không thuộc các "
        "loại đó nên chỉ xét cách trình bày.",
        "The type is one of the administrative documents of Article 7: in capitals, 13-14 pt, upright and bold, in "
        "the middle of the page, on a line of its own. A paper without a number (a pledge, a ballot) is none of them, "
        "so that only its look is asked.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 7; Phụ lục I, Phần I, Mục II.5"),
    flagged=(
        Changed("doc_type", {"size": 16.0}),
        Changed("doc_type", {"bold": False}),
        Changed("doc_type", {"italic": True}),
        Changed("doc_type", {"text": "Kế hoạch"}),
        Changed("doc_type", {"text": "KẾ HOẠH"}),
        Changed("doc_type", {"align": Align.LEFT}, media=frozenset({Medium.DOCX})),
        Changed("doc_type", {"centre": -60.0}, media=frozenset({Medium.PDF})),
    ),
    fine=(Changed("doc_type", {"colour": "000000"}),),
    check=check,
    form="T01",
)
