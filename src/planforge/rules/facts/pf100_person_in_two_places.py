"""PF100: nobody is in two places at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.model.conferences import Inspection
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import inspection_days
from planforge.rules.facts.leaders import same_person
from planforge.words import Words
from planforge.years import Years

FIELDS = ("team_head", "secretary")
Stay = tuple[Inspection, str, str]


def check(years: Years) -> Iterator[Answer]:
    """Each head or secretary of two teams whose hours overlap."""
    for one in years.years:
        seen: list[Stay] = []
        for inspection, day in inspection_days(one):
            for field in FIELDS:
                person = getattr(inspection, field)
                if person is None:
                    continue
                name = str(person.name)
                other = next((stay for stay in seen if _clashes(stay, inspection, name)), None)
                if other is not None:
                    values = {"person": name, "day": short_date(day), "other": str(other[0].inspected.name)}
                    yield one.finding(inspection, field, unit=str(inspection.inspected.name), **values)
                seen.append((inspection, field, name))


def _clashes(stay: Stay, inspection: Inspection, name: str) -> bool:
    other = stay[0]
    if other is inspection or other.date != inspection.date or not same_person(stay[2], name):
        return False
    return _begins(other) < _ends(inspection) and _begins(inspection) < _ends(other)


def _begins(inspection: Inspection) -> time:
    return inspection.start or time.max


def _ends(inspection: Inspection) -> time:
    """The end; of one that is not known, the beginning itself: what is not known clashes with nothing."""
    return inspection.end or inspection.start or time.min


RULE = Rule(
    code="PF100",
    name="person-in-two-places",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("một người dự hai cuộc kiểm tra cùng giờ", "one person in two places"),
    reason=Words(
        "Trưởng đoàn, thư ký ký biên bản của cuộc kiểm tra nên phải có mặt suốt cuộc.",
        "Head and secretary of a team sign its minutes, so they are there all the time.",
    ),
    message=Words(
        "{person} kiểm tra “{unit}” cùng lúc với “{other}”, ngày {day}",
        "{person} inspects “{unit}” while inspecting “{other}”, on {day}",
    ),
    hint=Words("Đổi giờ, đổi ngày, hoặc cử người khác.", "Change the hour or the day, or send somebody else."),
    flagged=(
        (
            Replaced("inspections.yaml", "date: 2030-10-09", "date: 2030-10-08"),
            Replaced("inspections.yaml", "team_head: nguyen_van_a", "team_head: dang_van_h"),
        ),
    ),
    fine=(None, Replaced("inspections.yaml", "date: 2030-10-09", "date: 2030-10-08")),
    check=check,
)
