"""PF708: minutes are signed by two, the secretary on the left and the chair on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, Untold, decree30
from planforge.rules.form.closing import MINUTES, authority_lines, position
from planforge.verify.anatomy import Anatomy, SignerBlock
from planforge.words import Words

CHAIR = re.compile(r"CHỦ\s+(?:TỌA|TOẠ|TRÌ)\b")
SIGNERS = 2


def is_chair(signer: SignerBlock) -> bool:
    """Whether a signer signs as the chair."""
    return CHAIR.search(" ".join(authority_lines(signer)).upper()) is not None


def check(paper: Anatomy) -> Iterator[Answer]:
    """How many sign, then on which side the chair does."""
    if paper.form != MINUTES:
        yield NOT_HERE
        return
    if len(paper.signers) < SIGNERS:
        first = next((paragraph for signer in paper.signers for paragraph in signer.authority), None)
        fault = Words(
            f"có {len(paper.signers)} người ký, phải có thư ký và chủ tọa",
            f"signers: {len(paper.signers)}, it must be signed by the secretary and the chair",
        )
        yield paper.finding(first, fault=fault)
        return
    chair = next((signer for signer in paper.signers if is_chair(signer) and signer.authority), None)
    if chair is None:
        return
    place = position(chair.authority[0])
    others = [position(one.authority[0]) for one in paper.signers if one is not chair and one.authority]
    if place is None or None in others:
        yield Untold(Words("không rõ ai ký bên trái, bên phải", "it is not known who signs on which side"))
    elif any(other is not None and other > place for other in others):
        fault = Words("chủ tọa ký bên trái, phải ký bên phải", "the chair signs on the left, it must be on the right")
        yield paper.finding(chair.authority[0], fault=fault)


RULE = Rule(
    code="PF708",
    name="minutes-signers",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("chữ ký của biên bản", "the signatures of minutes"),
    reason=Words(
        "Biên bản có hai chữ ký: thư ký bên trái, chủ tọa bên phải. Biên bản kiểm phiếu, bàn giao do những người khác "
        "ký thì cũng phải có ít nhất hai người.",
        "Minutes bear two signatures: the secretary's on the left, the chair's on the right. Minutes of a count or a "
        "handover are signed by others, but by two at least.",
    ),
    message=Words("biên bản: {fault}", "minutes: {fault}"),
    law=decree30("Phụ lục III, Mục II, Mẫu 1.9", "Appendix III, section II, form 1.9"),
    flagged=(
        (
            Changed("signer_authority", {"text": "CHỦ TỌA"}, index=0, paper="minutes"),
            Changed("signer_authority", {"text": "THƯ KÝ"}, index=1, paper="minutes"),
        ),
    ),
    fine=(
        Changed("signer_authority", {"text": "TỔ TRƯỞNG TỔ KIỂM PHIẾU"}, index=0, paper="minutes"),
        None,
    ),
    check=check,
    form="G08",
)
