"""PF125: only members of a cluster register, are inspected, scored and voted on in it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.conferences import Inspection
from planforge.model.fields import Record
from planforge.model.registry import Unit
from planforge.model.results import Contribution, Nominee, Registration, UnitScore
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.records import records
from planforge.words import Words
from planforge.years import ClusterYear, Years

Mention = tuple[Record, tuple[str | int, ...], Unit]


def check(years: Years) -> Iterator[Answer]:
    """Each unit that is not among the members, where they are known."""
    for one in years.years:
        members = one.content.cluster.members
        if members is None:
            continue
        for record, route, unit in _mentioned(one):
            if unit not in members:
                yield one.finding(record, *route, unit=str(unit.name), year=one.year)


def _mentioned(one: ClusterYear) -> Iterator[Mention]:
    for kind in (Registration, UnitScore, Nominee, Contribution):
        for record in records(one, kind):
            unit = getattr(record, "unit", None)
            if isinstance(unit, Unit):
                yield record, ("unit",), unit
    for nominee in records(one, Nominee):
        if nominee.person is not None and nominee.person.unit is not None:
            yield nominee, ("person",), nominee.person.unit
    for inspection in records(one, Inspection):
        yield inspection, ("inspected",), inspection.inspected
        for index, unit in enumerate(inspection.inspectors):
            yield inspection, ("inspectors", index), unit


RULE = Rule(
    code="PF125",
    name="unit-is-no-member",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("đơn vị không phải thành viên của cụm", "a unit that is no member"),
    reason=Words(
        "Đăng ký, kiểm tra chéo, chấm điểm, bình xét chỉ có giữa các đơn vị trong cluster.yaml; người ngoài Cụm đóng "
        "góp cho Quỹ thì ghi ở giver.",
        "Registrations, inspections, scores and votes are among the members in cluster.yaml; a giver from outside is "
        "named in giver.",
    ),
    message=Words("“{unit}” không có trong members của năm {year}", "“{unit}” is not among the members of {year}"),
    hint=Words("Thêm đơn vị vào cluster.yaml, hoặc sửa mã.", "Add it to cluster.yaml, or correct the id."),
    form="C05",
    flagged=(
        (
            Replaced("cluster.yaml", "  - vu_vi_du\n  - trung_tam_vi_du\n", "  - vu_vi_du\n"),
            Replaced("conferences.yaml", "unit_count: 8", "unit_count: 7"),
        ),
    ),
    fine=(None,),
    check=check,
)
