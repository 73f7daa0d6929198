"""PF118: no two papers of an issuer and a year bear the same number and symbol."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule, decree30
from planforge.rules.facts.number_books import books
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each number that was given in its book before."""
    for book in books(years):
        for index, paper in enumerate(book):
            first = next((other for other in book[:index] if other.number == paper.number), None)
            if first is not None:
                values = {"number": f"{paper.number:02d}/{paper.symbol}", "other": first.name}
                yield paper.finding("number", paper=paper.name, **values)


RULE = Rule(
    code="PF118",
    name="numbers-are-unique",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("hai văn bản trùng số, ký hiệu", "two papers of one number"),
    reason=Words(
        "Số và ký hiệu dùng để nhận ra, viện dẫn một văn bản; trong một năm, một cơ quan không cấp hai lần.",
        "Papers are cited by number and symbol; an issuer gives each of them once a year.",
    ),
    message=Words(
        "số {number} đã cấp cho văn bản khác của năm ({other})", "number {number} was given to another paper ({other})"
    ),
    hint=Words("Lấy số tiếp theo trong sổ đăng ký văn bản đi.", "Take the next number of the register."),
    law=decree30("Điều 15; Phụ lục I, Phần I, Mục II.3"),
    form="N06",
    flagged=(Replaced("launch.yaml", "number: 2", "number: 1"),),
    fine=(None, Replaced("launch.yaml", "number: 2", "number: 3")),
    check=check,
)
