"""PF142: awards for people go to people, awards for units to units."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import Years

COLLECTIVE = Words("tập thể", "units")
PERSON = Words("cá nhân", "people")


def check(years: Years) -> Iterator[Answer]:
    """Each nominee who is not what the award is for."""
    for one in years.years:
        for vote in one.content.nominations.nominations if one.content.nominations else ():
            subject, field = (PERSON, "unit") if vote.award.subject == PERSON.vi else (COLLECTIVE, "person")
            for nominee in vote.nominees:
                if getattr(nominee.record, field) is not None:
                    values = {"award": str(vote.award.name), "name": str(nominee.name)}
                    yield one.finding(nominee, field, subject=subject, **values)


RULE = Rule(
    code="PF142",
    name="award-for-the-wrong-kind",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("danh hiệu không dành cho đối tượng này", "an award that is for others"),
    reason=Words(
        "registry/awards.yaml ghi danh hiệu nào cho tập thể, danh hiệu nào cho cá nhân.",
        "registry/awards.yaml tells which awards are for units and which for people.",
    ),
    message=Words("“{award}” dành cho {subject}, không phải “{name}”", "“{award}” is for {subject}, not for “{name}”"),
    hint=Words("Chọn danh hiệu khác, hoặc sửa subject ở registry.", "Choose another award, or correct its subject."),
    flagged=(Replaced("nominations.yaml", "person: hoang_van_e", "unit: tap_chi_vi_du"),),
    fine=(None,),
    check=check,
)
