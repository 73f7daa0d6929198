"""PF704: the signer's name is in bold lower case, centred under the title."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import CENTRE_TOLERANCE_PT, LOOK_MESSAGE, PARTS, all_look, decimal
from planforge.rules.form.closing import is_docx
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Looks of the names that are filled in; their middle against the title's."""
    named = [
        (signer.authority, signer.name)
        for signer in paper.signers
        if signer.name is not None and any(character.isalpha() for character in signer.name.text)
    ]
    if not named:
        yield NOT_HERE
        return
    names = [name for _, name in named]
    yield from all_look(paper, Component.SIGNER_NAME, names, capitals=False, align=Align.CENTRE)
    for authority, name in named:
        if authority and name.align in (None, Align.CENTRE):
            yield from _under(paper, authority[0], name)


def _under(paper: Anatomy, title: Paragraph, name: Paragraph) -> Iterator[Answer]:
    other_cell = is_docx(paper) and _column(title) != _column(name)
    if title.centre is None or name.centre is None or other_cell:
        return
    off = name.centre - title.centre
    if abs(off) > CENTRE_TOLERANCE_PT:
        length = decimal(abs(off))
        yield paper.finding(
            name,
            part=PARTS[Component.SIGNER_NAME],
            found=Words(f"lệch {length.vi} pt so với chức vụ", f"is {length.en} pt off the middle of the title"),
            wanted=Words("căn giữa dưới chức vụ", "be centred under the title"),
        )


def _column(paragraph: Paragraph) -> tuple[int, int] | None:
    return (paragraph.cell.table, paragraph.cell.column) if paragraph.cell is not None else None


RULE = Rule(
    code="PF704",
    name="signer-name",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("họ tên người ký sai cách trình bày", "the looks of the signer's name"),
    reason=Words(
        "Họ và tên người ký viết bằng chữ in thường, cỡ chữ 13-14, kiểu chữ đứng, đậm, căn giữa so với quyền hạn, "
        "chức vụ.",
        "The signer's name is in bold upright lower case of 13-14 pt, centred under authority and title.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục II.7 và Mục V"),
    flagged=(
        Changed("signer_name", {"text": "NGUYỄN VĂN MẪU"}),
        Changed("signer_name", {"bold": False}),
        Changed("signer_name", {"italic": True}),
        Changed("signer_name", {"size": 12.0}),
        Changed("signer_name", {"centre": 90.0}),
    ),
    fine=(None, Changed("signer_name", {"text": "Nguyễn Thị Ví Dụ"})),
    check=check,
    form="G04",
)
