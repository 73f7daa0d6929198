"""PF743: the title of an annex is in bold capitals of 13-14 pt, centred."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import FORMS, Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.annex_parts import labels
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look, looks, told_once
from planforge.rules.form.letterhead_parts import centred
from planforge.verify.anatomy import Anatomy
from planforge.verify.paper_types import type_of
from planforge.verify.reading import Align
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """The lines of all titles; what a decision encloses has type and subject instead, as a paper has.

    A list under its own name ("DANH SÁCH") has that name in capitals already, and what it lists below it like a
    subject (Appendix III, form 1.3).
    """
    annexes = [annex for annex in paper.annexes if annex.label is None or type_of(annex.label.words) is None]
    own = labels(paper)
    titles = [line for annex in annexes if annex.label is None or annex.label in own for line in annex.title]
    subjects = [line for annex in annexes if annex.label is not None and annex.label not in own for line in annex.title]
    if not (titles or subjects):
        yield NOT_HERE
    yield from told_once(
        (
            *all_look(paper, Component.ANNEX_TITLE, titles),
            *(
                answer
                for line in subjects
                for answer in looks(paper, Component.ANNEX_TITLE, line, form=FORMS[Component.SUBJECT])
            ),
            *(one for line in (*titles, *subjects) for one in centred(paper, line, PARTS[Component.ANNEX_TITLE])),
        )
    )


RULE = Rule(
    code="PF743",
    name="annex-title",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("tên phụ lục sai cách trình bày", "the looks of the title of an annex"),
    reason=Words(
        "Tên phụ lục được canh giữa, viết bằng chữ in hoa, cỡ chữ 13-14, kiểu chữ đứng, đậm.",
        "The title of an annex is centred, in bold upright capitals of 13-14 pt.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục III.1 và Mục V"),
    flagged=(
        Changed("annex_title", {"text": "Danh sách đơn vị thành viên Cụm Thi đua số I"}),
        Changed("annex_title", {"bold": False}, index=1, paper="report"),
        Changed("annex_title", {"size": 12.0}),
        (
            Changed("annex_label", {"text": "DANH SÁCH"}),
            Changed("annex_title", {"text": "Đơn vị thành viên Cụm Thi đua số I", "bold": False}),
        ),
        Changed("annex_title", {"align": Align.LEFT}, paper="report", media=frozenset({Medium.DOCX})),
    ),
    fine=(
        None,
        Changed("annex_title", {"text": "DANH SÁCH THÀNH VIÊN"}),
        (
            Changed("annex_label", {"text": "DANH SÁCH"}),
            Changed("annex_title", {"text": "Đơn vị thành viên Cụm Thi đua số I"}),
        ),
    ),
    check=check,
    form="A03",
)
