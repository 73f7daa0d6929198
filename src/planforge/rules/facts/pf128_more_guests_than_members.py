"""PF128: no more units come to a conference than the cluster has."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import CONFERENCE_NAMES, conferences
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each count of units at a conference that is above the number of members."""
    for one in years.years:
        members = one.content.cluster.member_count
        for name, conference in conferences(one):
            came = conference.unit_count
            if came is not None and members is not None and came > members:
                values = {"count": int(came), "members": int(members)}
                yield one.finding(conference, "unit_count", event=CONFERENCE_NAMES[name], **values)


RULE = Rule(
    code="PF128",
    name="more-guests-than-members",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số đơn vị dự họp lớn hơn số thành viên", "more units at a conference than members"),
    reason=Words(
        "unit_count đếm các đơn vị của cụm dự họp; khách mời khác ghi ở attended_by.",
        "unit_count counts the members that came; other guests are named in attended_by.",
    ),
    message=Words(
        "{event} có {count} đơn vị dự, nhưng cụm chỉ có {members} đơn vị",
        "{count} units came to {event}, but the cluster has {members}",
    ),
    hint=Words("Sửa unit_count, hoặc members trong cluster.yaml.", "Correct unit_count, or members in cluster.yaml."),
    form="C01",
    flagged=(Replaced("conferences.yaml", "unit_count: 8", "unit_count: 9"),),
    fine=(None, Replaced("conferences.yaml", "unit_count: 8", "unit_count: 6")),
    check=check,
)
