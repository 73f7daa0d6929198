"""PF259: what replaces an instrument is younger, and takes over where it ends."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.registry.instruments import Recorded, at, record, recorded
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Successors that are the instrument itself, older than it, or in force while it still is."""
    by_id = {one.id: one for one in recorded(years)}
    for one in by_id.values():
        successor = by_id.get(str(one.instrument.replaced_by)) if one.instrument.replaced_by else None
        problem = _problem(one, successor) if successor else None
        if successor and problem:
            yield at(years, one, "replaced_by", called=one.called, successor=successor.called, problem=problem)


def _problem(one: Recorded, successor: Recorded) -> Words | None:
    old, new = one.instrument, successor.instrument
    if one is successor:
        return Words("là chính văn bản này", "is the instrument itself")
    if old.date and new.date and new.date < old.date:
        first, second = short_date(new.date), short_date(old.date)
        return Words(f"ban hành trước nó ({first} trước {second})", f"is older ({first} before {second})")
    starts = new.in_force_from if not new.date or not new.in_force_from or new.in_force_from >= new.date else None
    if old.in_force_until and starts and starts <= old.in_force_until:
        first, second = short_date(starts), short_date(old.in_force_until)
        return Words(
            f"có hiệu lực từ {first}, khi văn bản cũ còn hiệu lực đến hết {second}",
            f"is in force from {first}, while the old one is until {second}",
        )
    return None


RULE = Rule(
    code="PF259",
    name="replaced-later",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("văn bản thay thế không hợp lý", "a successor that cannot be one"),
    reason=Words(
        "Văn bản thay thế được ban hành sau và có hiệu lực khi văn bản cũ đã hết hiệu lực.",
        "What replaces an instrument is issued later and takes over when the old one ends.",
    ),
    message=Words(
        "{called} được ghi là bị {successor} thay thế, nhưng văn bản ấy {problem}",
        "{called} is recorded as replaced by {successor}, which {problem}",
    ),
    hint=Words(
        "Sửa `replaced_by`, hoặc các ngày của hai văn bản.", "Mend `replaced_by`, or the dates of the two instruments."
    ),
    flagged=(
        record(replaced_by="qd_777_2029"),
        record(replaced_by="qd_346a_2029"),
        record(date="2028-07-07", in_force_until="2029-06-30", replaced_by="qd_346a_2029"),
    ),
    fine=(None, record(date="2028-07-07", in_force_until="2029-06-14", replaced_by="qd_346a_2029")),
    check=check,
)
