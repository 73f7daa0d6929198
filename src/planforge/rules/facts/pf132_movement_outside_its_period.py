"""PF132: a cluster carries on movements that run in its year."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import bounds
from planforge.rules.facts.movement_years import years_of
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each movement carried on in a year before or after its period."""
    for one in years.years:
        first, last = bounds(one)
        for other in one.content.movements.others if one.content.movements else ():
            period = years_of(other.movement) if other.movement is not None else None
            if other.movement is not None and period and not (period[0] <= last.year and first.year <= period[1]):
                values = {"start": period[0], "end": period[1], "year": one.year}
                yield one.finding(other, "movement", movement=str(other.movement.name), **values)


RULE = Rule(
    code="PF132",
    name="movement-outside-its-period",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("phong trào ngoài giai đoạn của nó", "a movement outside its period"),
    reason=Words(
        "Phong trào đã hết giai đoạn, hoặc chưa bắt đầu, thì không thể “tiếp tục thực hiện” trong năm; khi tổng kết "
        "thì nhắc tới ở reviews.yaml.",
        "A movement that is over, or has not begun, cannot be carried on; reviews may still speak of it.",
    ),
    message=Words(
        "phong trào “{movement}” thực hiện từ năm {start} đến năm {end}, không có năm {year}",
        "the movement “{movement}” ran from {start} to {end}, not in {year}",
    ),
    hint=Words("Bỏ phong trào này, hoặc sửa giai đoạn ở registry.", "Leave it out, or correct its period."),
    flagged=(
        (
            Replaced("data/registry/movements.yaml", "giai đoạn 2028 - 2032", "giai đoạn 2025 - 2028"),
            Replaced("data/registry/movements.yaml", "start: 2028-01-01", "start: 2025-01-01"),
            Replaced("data/registry/movements.yaml", "end: 2032-12-31", "end: 2028-12-31"),
        ),
    ),
    fine=(None,),
    check=check,
)
