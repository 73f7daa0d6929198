"""PF706: there is room for the signature and the seal between title and name."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import POINTS_PER_MILLIMETRE
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold
from planforge.rules.form.appearance import millimetres
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

LEAST_MM, MOST_MM = 20.0, 35.0
NEAR_MM = 0.3


def check(paper: Anatomy) -> Iterator[Answer]:
    """Each signer's room; that of a seal is not needed where many sign."""
    signed = [signer for signer in paper.signers if signer.name is not None and signer.authority]
    if not signed:
        yield NOT_HERE
        return
    if all(signer.gap is None for signer in signed):
        yield Untold(
            Words("tệp không cho biết khoảng trống để ký", "the file does not tell the room for the signature")
        )
    for signer in signed:
        room = None if signer.gap is None else signer.gap / POINTS_PER_MILLIMETRE
        if room is not None and signer.gap is not None and not LEAST_MM - NEAR_MM <= room <= MOST_MM + NEAR_MM:
            yield paper.finding(signer.name, found=millimetres(signer.gap))


RULE = Rule(
    code="PF706",
    name="signature-room",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("khoảng trống để ký quá hẹp hoặc quá rộng", "the room for the signature is too small or too large"),
    reason=Words(
        "Giữa chức vụ và họ tên cần 20-35 mm để ký và đóng dấu: hẹp hơn thì dấu che chữ, rộng hơn thì dễ bị chèn thêm "
        "chữ. Nghị định không nêu con số, đây là thông lệ.",
        "Signature and seal need 20-35 mm between title and name: with less the seal covers text, with more something "
        "can be put in. The decree gives no figure; this is practice.",
    ),
    message=Words(
        "khoảng trống để ký là {found} mm, nên từ 20 đến 35 mm",
        "the room for the signature is {found} mm, it should be 20 to 35 mm",
    ),
    flagged=(Changed("signature", {"absent": True}, media=frozenset({Medium.DOCX})),),
    fine=(None,),
    check=check,
    form="G06",
)
