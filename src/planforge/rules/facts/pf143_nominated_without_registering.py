"""PF143: who is nominated for a title had registered for it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.registry import Unit
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import ClusterYear, Years

TITLE = "danh hiệu thi đua"


def check(years: Years) -> Iterator[Answer]:
    """Each nominee for an emulation title that others registered for, but its unit did not.

    An award that has two results is told of by another rule: one of the two may be a slip.
    """
    for one in years.years:
        registered = _registered(one)
        votes = one.content.nominations.nominations if one.content.nominations else ()
        names = [str(vote.award.name) for vote in votes]
        for vote in (vote for vote in votes if names.count(str(vote.award.name)) == 1):
            units = [unit for unit, award in registered if award == str(vote.award.name)]
            for nominee in vote.nominees if units and vote.award.kind == TITLE else ():
                unit = nominee.unit or (nominee.person.unit if nominee.person else None)
                if unit is not None and unit not in units and any(unit == known for known, _ in registered):
                    field = "unit" if nominee.unit else "person"
                    yield one.finding(nominee, field, unit=str(unit.name), award=str(vote.award.name))


def _registered(one: ClusterYear) -> list[tuple[Unit, str]]:
    rows = one.content.titles.record.registrations if one.content.titles else []
    return [(row.unit, str(entry.award.name)) for row in rows for entry in row.awards]


RULE = Rule(
    code="PF143",
    name="nominated-without-registering",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("được bình xét nhưng không đăng ký", "nominated without having registered"),
    reason=Words(
        "Danh hiệu thi đua được bình xét trên cơ sở đăng ký từ đầu năm ở titles.yaml.",
        "Titles are voted on among those that registered for them in titles.yaml.",
    ),
    message=Words("“{unit}” không đăng ký “{award}” trong titles.yaml", "“{unit}” did not register for “{award}”"),
    hint=Words("Kiểm tra titles.yaml và danh sách bình xét.", "Check titles.yaml and the nominees."),
    flagged=(Replaced("nominations.yaml", "      - unit: vu_vi_du", "      - unit: trung_tam_vi_du"),),
    fine=(None,),
    check=check,
)
