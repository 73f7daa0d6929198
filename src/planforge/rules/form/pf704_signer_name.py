"""PF704: the signer's name is in bold lower case, centred under the title."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look
from planforge.rules.form.closing import is_tabbed
from planforge.rules.form.letterhead_parts import centred_under
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words

_UNKNOWN = Untold(Words("không rõ họ tên có ở giữa dưới chức vụ hay không", "it is not known what the name is under"))


def check(paper: Anatomy) -> Iterator[Answer]:
    """Looks of the names that are filled in; their middle against the title's."""
    named = [
        ((*signer.authority, *signer.office), signer.name)
        for signer in paper.signers
        if signer.name is not None and any(character.isalpha() for character in signer.name.text)
    ]
    if not named:
        yield NOT_HERE
        return
    yield from all_look(paper, Component.SIGNER_NAME, [name for _, name in named], capitals=False)
    for titles, name in named:
        if is_tabbed(name):
            yield _UNKNOWN
            continue
        yield from centred_under(paper, name, _nearest(titles, name), PARTS[Component.SIGNER_NAME])


def _nearest(titles: tuple[Paragraph, ...], name: Paragraph) -> Paragraph | None:
    """The line whose middle is nearest the name's: a title that stands off the middle is the matter of another rule."""
    boxes = [(abs(title.box.centre - name.box.centre), title) for title in titles if title.box and name.box]
    return min(boxes, key=lambda pair: pair[0])[1] if boxes else next(iter(titles), None)


RULE = Rule(
    code="PF704",
    name="signer-name",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("họ tên người ký sai cách trình bày", "the looks of the signer's name"),
    reason=Words(
        "Họ và tên người ký viết bằng chữ in thường, cỡ chữ 13-14, kiểu chữ đứng, đậm, canh giữa so với quyền hạn, "
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
        Changed("signer_name", {"centre": 90.0}, media=frozenset({Medium.DOCX})),
    ),
    fine=(None, Changed("signer_name", {"text": "Nguyễn Thị Ví Dụ"})),
    check=check,
    form="G04",
)
