"""PF536: the date of the paper is a day of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule
from planforge.rules.form.place_line import PlaceLine, read_place_line
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """A date that is written out; a day and month alone where the year is still blank."""
    line = paper.part(Component.PLACE_DATE)
    read = read_place_line(line.words) if line else None
    if line is None or read is None or read.day is None or read.month is None:
        yield NOT_HERE
    elif not _exists(read):
        year = f"/{read.year}" if read.year else ""
        yield paper.finding(line, found=f"{read.day}/{read.month}{year}")


def _exists(read: PlaceLine) -> bool:
    try:
        # A leap year where the year is blank.
        date(int(read.year or 2000), int(read.month or 1), int(read.day or 1))
    except ValueError:
        return False
    return True


RULE = Rule(
    code="PF536",
    name="date-exists",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("ngày của văn bản không có trên lịch", "the date of the document does not exist"),
    reason=Words(
        "Ngày, tháng, năm của văn bản là ngày được ký, phải là một ngày có thật. Văn bản viện dẫn văn bản ban hành "
        "sau nó thì quy tắc về viện dẫn báo.",
        "The date is the day of signing and must exist. A document that cites one of a later day is told so by the "
        "rules about citations.",
    ),
    message=Words("Ngày “{found}” không có trên lịch", "there is no day “{found}”"),
    flagged=(
        Changed("place_date", {"text": "Hà Nội, ngày 31 tháng 02 năm 2030"}),
        Changed("place_date", {"text": "Hà Nội, ngày 31 tháng 4 năm 2030"}),
        Changed("place_date", {"text": "Hà Nội, ngày 15 tháng 13 năm 2030"}),
    ),
    fine=(Changed("place_date", {"text": "Hà Nội, ngày 29 tháng 02 năm 2032"}),),
    check=check,
    form="D06",
)
