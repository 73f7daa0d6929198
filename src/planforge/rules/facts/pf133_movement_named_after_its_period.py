"""PF133: a movement's name tells the years of its period."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.checks.readable import is_read
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.movement_years import stage_of
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each movement whose period begins or ends in another year than its name tells."""
    for movement in filter(is_read, years.registries.movements.values()):
        stage, period = stage_of(movement), movement.period
        for index, day in enumerate((period.start, period.end) if period is not None else ()):
            if stage is not None and day is not None and day.year != stage[index]:
                yield years.at(day.origin, stage=f"{stage[0]} - {stage[1]}", year=day.year)


RULE = Rule(
    code="PF133",
    name="movement-named-after-its-period",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("giai đoạn trong tên khác period", "a stage in the name that is not the period"),
    reason=Words(
        "Tên phong trào nêu giai đoạn nào thì period là giai đoạn ấy; hai chỗ khác nhau thì một chỗ sai.",
        "Where a movement's name tells its stage, its period is that stage.",
    ),
    message=Words(
        "tên phong trào ghi giai đoạn {stage}, nhưng period có năm {year}",
        "the name tells of the stage {stage}, but the period of {year}",
    ),
    hint=Words("Sửa period hoặc name.", "Correct period or name."),
    flagged=(Replaced("data/registry/movements.yaml", "end: 2032-12-31", "end: 2033-12-31"),),
    fine=(None, Replaced("data/registry/movements.yaml", "end: 2032-12-31", "end: 2032-11-30")),
    check=check,
)
