"""PF726: "Kính gửi" stands in letters, submissions and reports to a superior, and in no other paper."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

LETTER = "1.5"
SUBMISSION = "TTr"
# A report goes to a superior or to the public; slips and certificates have forms of their own.
WITHOUT = frozenset("NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BB GM".split())


def check(paper: Anatomy) -> Iterator[Answer]:
    """By the form and the type of the paper."""
    addressees = paper.part(Component.ADDRESSEES)
    needed = paper.form == LETTER or paper.symbol == SUBMISSION
    if needed and addressees is None:
        kind = Words("công văn", "a letter") if paper.form == LETTER else Words("tờ trình", "a submission")
        yield paper.finding(None, fault=Words(f"{kind.vi} thiếu phần “Kính gửi”", f"{kind.en} lacks “Kính gửi”"))
    elif addressees is not None and paper.symbol in WITHOUT and not paper.custom:
        name = (paper.type_name or paper.symbol or "").capitalize()
        fault = Words(
            f"{name} không có phần “Kính gửi”: nơi gửi ghi ở “Nơi nhận”",
            f"a paper of the type {name} has no “Kính gửi”: those it goes to are named in “Nơi nhận”",
        )
        yield paper.finding(addressees, fault=fault)
    elif not needed and addressees is None:
        yield NOT_HERE


RULE = Rule(
    code="PF726",
    name="addressees-needed",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("thiếu hoặc thừa phần “Kính gửi”", "“Kính gửi” is missing, or stands where it does not belong"),
    reason=Words(
        "Phần “Kính gửi” chỉ có ở công văn, tờ trình và báo cáo gửi cơ quan cấp trên. Báo cáo không gửi cấp trên thì "
        "không cần, nên báo cáo thiếu “Kính gửi” không bị báo.",
        "“Kính gửi” stands only in letters, in submissions and in reports to a superior body. A report to nobody "
        "above needs none, so a report without it is left alone.",
    ),
    message=Words("{fault}", "{fault}"),
    law=decree30("Phụ lục I, Phần I, Mục II.9"),
    flagged=(
        (
            Changed("addressees", {"absent": True}, index=2, paper="letter"),
            Changed("addressees", {"absent": True}, index=1, paper="letter"),
            Changed("addressees", {"absent": True}, index=0, paper="letter"),
        ),
    ),
    fine=(Changed("addressees", {"absent": True}, paper="report"), Changed("body", {"size": 13.0}, paper="invitation")),
    check=check,
    form="R06",
)
