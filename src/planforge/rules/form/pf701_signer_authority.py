"""PF701: authority and title of the signer stand in the right half, in bold capitals, centred, rightly abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, aligned, all_look, told_once
from planforge.rules.form.closing import MINUTES, is_docx, is_tabbed
from planforge.verify.anatomy import Anatomy, SignerBlock
from planforge.verify.reading import Align, Paragraph
from planforge.words import Words

RIGHT = re.compile(r"(TM|KT|TL|TUQ|Q)\. (?=\S)")
# "K/T", "T.M.", "KT ", "TUQ.GIÁM ĐỐC": an abbreviation, but not as the decree writes it.
ASKEW = re.compile(r"(T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q)(?:[.,:/]+\s*|\s+)(?=\S)")


def check(paper: Anatomy) -> Iterator[Answer]:
    """Looks of all lines above the signature; the abbreviation and the place of the first."""
    if not paper.signers:
        yield NOT_HERE
        return
    authority = [paragraph for signer in paper.signers for paragraph in signer.authority]
    offices = [paragraph for signer in paper.signers for paragraph in signer.office]
    yield from all_look(paper, Component.SIGNER_AUTHORITY, authority)
    yield from all_look(paper, Component.SIGNER_OFFICE, offices)
    for component, lines in ((Component.SIGNER_AUTHORITY, authority), (Component.SIGNER_OFFICE, offices)):
        part = PARTS[component]
        yield from told_once(
            one for line in lines if not is_tabbed(line) for one in aligned(paper, line, Align.CENTRE, part)
        )
    for signer in paper.signers:
        for paragraph in signer.authority[:1]:
            yield from _abbreviated(paper, paragraph)
    if len(paper.signers) == 1 and paper.form != MINUTES:
        yield from _placed(paper, paper.signers[0])


def _abbreviated(paper: Anatomy, paragraph: Paragraph) -> Iterator[Answer]:
    text = paragraph.text.lstrip().upper()
    askew = ASKEW.match(text)
    if askew and not RIGHT.match(text):
        found = askew[0].strip()
        letters = re.sub(r"[./]", "", askew[1])
        start = len(paragraph.text) - len(paragraph.text.lstrip())
        yield paper.finding(
            paragraph,
            start,
            start + len(found),
            part=PARTS[Component.SIGNER_AUTHORITY],
            found=Words(f"viết “{found}”", f"is written “{found}”"),
            wanted=Words(f"viết “{letters}.” và một dấu cách", f"be “{letters}.” and a space"),
        )


def _placed(paper: Anatomy, signer: SignerBlock) -> Iterator[Answer]:
    paragraph = next(iter(signer.authority), None)
    if paragraph is None:
        return
    if is_docx(paper):
        cell = paragraph.cell
        on_the_left = cell is not None and cell.columns > 1 and cell.column < cell.columns / 2
    else:
        width = paper.reading.sheets[0].width if paper.reading.sheets else 0.0
        on_the_left = paragraph.box is not None and paragraph.box.centre < width / 2
    if on_the_left:
        yield paper.finding(
            paragraph,
            part=PARTS[Component.SIGNER_AUTHORITY],
            found=Words("ở nửa trái trang", "is in the left half of the page"),
            wanted=Words("ở nửa phải", "be in the right half"),
        )


RULE = Rule(
    code="PF701",
    name="signer-authority",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("quyền hạn, chức vụ của người ký sai cách trình bày", "the signer's authority and title: looks"),
    reason=Words(
        "Quyền hạn, chức vụ của người ký ở nửa phải, dưới nội dung, canh giữa, viết bằng chữ in hoa, cỡ chữ 13-14, "
        "kiểu chữ đứng, đậm; viết tắt quyền hạn là TM., KT., TL., TUQ., Q.",
        "The signer's authority and title stand in the right half under the text, centred, in bold upright capitals "
        "of 13-14 pt; authority is abbreviated TM., KT., TL., TUQ., Q.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục II.7 và Mục V"),
    flagged=(
        Changed("signer_authority", {"text": "K/T TRƯỞNG CỤM"}, paper="letter"),
        Changed("signer_authority", {"text": "KT.TRƯỞNG CỤM"}, paper="letter"),
        Changed("signer_authority", {"bold": False}),
        Changed("signer_authority", {"text": "Trưởng Cụm"}),
        Changed("signer_other_title", {"size": 12.0}),
    ),
    fine=(None, Changed("signer_authority", {"text": "Q. TRƯỞNG CỤM"})),
    check=check,
    form="G01",
)
