"""PF123: a cluster is handed over by its head to the head of the next year."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.registry import Person
from planforge.resolve import Cluster
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.leaders import leads
from planforge.rules.facts.papers import own_field, papers
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each side of a hand-over without anybody from the unit that leads its year."""
    for one in years.years:
        content = one.content
        sides = (("given_by", content.cluster), ("received_by", content.next_cluster))
        for paper in papers(one):
            for field, cluster in sides:
                people = own_field(paper, field)
                if cluster is not None and isinstance(people, list) and _is_without_head(people, cluster):
                    values = {"people": ", ".join(str(person.name) for person in people)}
                    head = cluster.head.name if cluster.head else ""
                    yield one.finding(paper.document.data, field, head=str(head), year=cluster.record.year, **values)


def _is_without_head(people: list[Person], cluster: Cluster) -> bool:
    head = cluster.head
    if head is None or (head.unit is None and head.office is None) or not people:
        return False
    units = [person.unit for person in people if person.unit is not None]
    return len(units) == len(people) and not any(leads(head, unit) for unit in units)


RULE = Rule(
    code="PF123",
    name="handover-between-leaders",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("bàn giao không đúng Trưởng Cụm", "a hand-over without the head"),
    reason=Words(
        "Bên giao là Trưởng Cụm năm này, bên nhận là Trưởng Cụm năm sau, như cluster.yaml của hai năm ghi.",
        "The head of this year hands over to the head of the next, as both files cluster.yaml say.",
    ),
    message=Words(
        "không có ai của “{head}” (Trưởng Cụm năm {year}) trong số: {people}",
        "nobody of “{head}”, head in {year}, is among: {people}",
    ),
    hint=Words("Sửa danh sách, hoặc head trong cluster.yaml.", "Correct the list, or head in cluster.yaml."),
    form="C05",
    flagged=(Replaced("handover.yaml", "- pham_thi_d\n", "- vu_thi_g\n"),),
    fine=(None,),
    check=check,
)
