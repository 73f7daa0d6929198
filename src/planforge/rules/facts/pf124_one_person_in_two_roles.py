"""PF124: who must check another is another person."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.conferences import Conference, Inspection
from planforge.model.fields import Record
from planforge.model.registry import Person
from planforge.model.results import Nominee
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.leaders import same_person
from planforge.rules.facts.papers import own_field, papers
from planforge.rules.facts.records import records
from planforge.words import Words
from planforge.years import ClusterYear, Years

CHAIR = Words("người chủ trì", "the chair")
SECRETARY = Words("thư ký", "the secretary")
DIRECTOR = Words("người chỉ đạo", "who directs")
HEAD_TELLER = Words("người đứng đầu việc kiểm phiếu", "the head teller")
TELLER = Words("người kiểm phiếu", "a teller")
CANDIDATE = Words("người được bình xét", "a candidate")
TEAM_HEAD = Words("trưởng đoàn kiểm tra", "the head of the team")
GIVER = Words("bên giao", "the giving side")
RECEIVER = Words("bên nhận", "the receiving side")
WITNESS = Words("người chứng kiến", "a witness")
Role = tuple[Words, Record, tuple[str | int, ...], Person]


def check(years: Years) -> Iterator[Answer]:
    """Each person who has two roles that exclude each other, or the same role twice."""
    for one in years.years:
        for roles in _groups(one):
            for index, (role, record, route, person) in enumerate(roles):
                first = next((other for other in roles[:index] if same_person(other[3].name, person.name)), None)
                if first is not None:
                    yield one.finding(record, *route, person=str(person.name), role=role, other=first[0])


def _groups(one: ClusterYear) -> Iterator[list[Role]]:
    for conference in records(one, Conference):
        yield [*_listed(CHAIR, conference, "chaired_by"), *_listed(SECRETARY, conference, "secretary")]
        yield list(_listed(DIRECTOR, conference, "directed_by"))
    for inspection in records(one, Inspection):
        yield [*_listed(TEAM_HEAD, inspection, "team_head"), *_listed(SECRETARY, inspection, "secretary")]
    if one.content.nominations is not None:
        ballot = one.content.nominations.ballot
        candidates = [role for each in records(one, Nominee) for role in _listed(CANDIDATE, each, "person")]
        tellers = [*_listed(HEAD_TELLER, ballot, "head_teller"), *_listed(TELLER, ballot, "tellers")]
        yield tellers
        for teller in tellers:
            yield [*[each for each in candidates if same_person(each[3].name, teller[3].name)][:1], teller]
    for paper in papers(one):
        if isinstance(own_field(paper, "given_by"), list):
            data = paper.document.data
            sides = ((GIVER, "given_by"), (RECEIVER, "received_by"), (WITNESS, "witnesses"))
            yield [role for words, field in sides for role in _listed(words, data, field)]


def _listed(role: Words, record: Record, field: str) -> Iterator[Role]:
    value = getattr(record, field, None)
    for index, person in enumerate(value if isinstance(value, list) else [value]):
        if isinstance(person, Person):
            yield role, record, (field, index) if isinstance(value, list) else (field,), person


RULE = Rule(
    code="PF124",
    name="one-person-in-two-roles",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("một người giữ hai vai", "one person in two roles"),
    reason=Words(
        "Thư ký ghi biên bản và chủ tọa ký cùng nhau nên phải là hai người; người kiểm phiếu không kiểm phiếu cho "
        "chính mình; bên giao, bên nhận, người chứng kiến là những người khác nhau.",
        "Secretary and chair sign minutes together, tellers do not count votes for themselves, and those who give, "
        "receive and witness are different people.",
    ),
    message=Words("{person} vừa là {other} vừa là {role}", "{person} is both {other} and {role}"),
    hint=Words("Chọn người khác cho một trong hai vai.", "Let somebody else have one of the roles."),
    flagged=(
        Replaced("nominations.yaml", "- bui_thi_k", "- do_van_l"),
        Replaced("inspections.yaml", "secretary: trinh_van_r", "secretary: do_van_l"),
    ),
    fine=(None,),
    check=check,
)
