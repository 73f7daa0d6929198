"""PF120: who signs as head of a cluster is of the unit that leads it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.leaders import is_told, leaders_named, leads, units_led
from planforge.rules.facts.papers import papers_of_all
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each signature under the title of head or deputy by somebody of another unit."""
    told: set[int] = set()
    for paper in papers_of_all(years):
        for signature in paper.signatures:
            leaders = leaders_named(paper.one.content.cluster, signature.title)
            if leaders is None or signature.unit is None or id(signature) in told:
                continue
            told.add(id(signature))
            if all(map(is_told, leaders)) and not any(leads(leader, signature.unit) for leader in leaders):
                values = {"title": str(signature.title), "unit": str(signature.unit.name)}
                yield paper.one.finding(signature, "unit", leaders=units_led(leaders), **values)


RULE = Rule(
    code="PF120",
    name="signer-leads-the-cluster",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("người ký không thuộc đơn vị Trưởng, Phó Trưởng Cụm", "a signer of a unit that does not lead"),
    reason=Words(
        "Người ký với chức danh Trưởng Cụm, Phó Trưởng Cụm phải thuộc đơn vị được cử trong năm; khi chép tệp của năm "
        "trước, chữ ký thường bị bỏ quên.",
        "Who signs as head or deputy is of the unit appointed for the year; signatures are often left over.",
    ),
    message=Words(
        "ký là {title}, đơn vị “{unit}”, nhưng năm này là “{leaders}”",
        "signed as {title} by “{unit}”, but this year it is “{leaders}”",
    ),
    hint=Words("Sửa chữ ký, hoặc head, deputies trong cluster.yaml.", "Correct the signature, or cluster.yaml."),
    form="C05",
    flagged=(Replaced("fund.yaml", "unit: truong_vi_du_mot\n    name: Nguyễn Văn A", "unit: vien_vi_du"),),
    fine=(None, Replaced("fund.yaml", "unit: truong_vi_du_mot\n    name: Nguyễn Văn A", "unit: truong_vi_du_mot")),
    check=check,
)
