"""PF121: who signs as head of a cluster is the person who is its head."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.leaders import leaders_named, leads, same_person
from planforge.rules.facts.papers import papers_of_all
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each signature of somebody else than the person who leads, where the unit is right or not told."""
    told: set[int] = set()
    for paper in papers_of_all(years):
        for signature in paper.signatures:
            leaders = leaders_named(paper.one.content.cluster, signature.title)
            if leaders is None or signature.name is None or id(signature) in told:
                continue
            told.add(id(signature))
            unit = signature.unit
            own = [leader for leader in leaders if unit is None or leads(leader, unit)]
            people = [leader.person for leader in own if leader.person is not None]
            if len(people) == len(own) > 0 and not any(same_person(one.name, signature.name) for one in people):
                names = ", ".join(str(one.name) for one in people)
                values = {"title": str(signature.title), "signer": str(signature.name)}
                yield paper.one.finding(signature, "name", leader=names, **values)


RULE = Rule(
    code="PF121",
    name="signer-is-the-leader",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("người ký không phải Trưởng, Phó Trưởng Cụm đã ghi", "a signer who is not the leader on record"),
    reason=Words(
        "cluster.yaml ghi ai là Trưởng, Phó Trưởng Cụm; văn bản in tên người khác thì một trong hai chỗ sai.",
        "cluster.yaml tells who leads; where a paper prints another name, one of the two is wrong.",
    ),
    message=Words(
        "người ký với chức danh {title} là {signer}, nhưng cluster.yaml ghi {leader}",
        "{signer} signs as {title}, but cluster.yaml names {leader}",
    ),
    hint=Words("Sửa name, hoặc person trong cluster.yaml.", "Correct name, or person in cluster.yaml."),
    form="C05",
    flagged=(Replaced("fund.yaml", "name: Nguyễn Văn A", "name: Nguyễn Văn Mới"),),
    fine=(None,),
    check=check,
)
