"""PF262: what the law itself settles is recorded so."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import BASES
from planforge.rules.citations.records import Record, settled_records
from planforge.rules.registry.instruments import Recorded, at, record, recorded
from planforge.words import Words
from planforge.years import Years

FIELDS = (
    ("date", "day", Words("được ban hành", "was issued on")),
    ("in_force_from", "in_force_from", Words("có hiệu lực từ", "is in force from")),
    ("in_force_until", "in_force_until", Words("hết hiệu lực sau", "was in force until")),
)


def check(years: Years) -> Iterator[Answer]:
    """Dates of the instruments everybody cites that differ from those the instruments set themselves."""
    settled = {known.symbol.key: known for known in settled_records() if known.symbol}
    for one in recorded(years):
        known = settled.get(one.symbol.key) if one.symbol else None
        if known is not None:
            yield from _differing(years, one, known)


def _differing(years: Years, one: Recorded, known: Record) -> Iterator[Answer]:
    for field, attribute, words in FIELDS:
        written, right = getattr(one.instrument, field), getattr(known, attribute)
        wrong_year = field == "date" and one.symbol and written and written.year != one.symbol.year
        if written and right and written != right and not wrong_year:
            values = {"day": short_date(written), "right": short_date(right), "iso": right.isoformat()}
            yield at(years, one, field, called=one.called, what=words, key=field, **values)


DECREE = {"kind": "Nghị định", "symbol": "98/2023/NĐ-CP", "issuer": "chinh_phu", "title": "quy định chi tiết Luật"}
RULE = Rule(
    code="PF262",
    name="settled-dates",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("ngày trong danh mục trái với chính văn bản", "a recorded date other than the instrument's own"),
    reason=Words(
        "Ngày ban hành và hiệu lực của các văn bản về thi đua, khen thưởng và văn thư do chính các văn bản ấy "
        "quy định.",
        "Date and force of the instruments on emulation and on records work are set by these instruments themselves.",
    ),
    message=Words("{called} {what} {right}, danh mục ghi {day}", "{called} {what} {right}, the registry says {day}"),
    hint=Words("Ghi `{key}: {iso}`.", "Write `{key}: {iso}`."),
    law=BASES,
    flagged=(
        record("nd_98", date="2023-12-30", **DECREE),
        record("nd_98", date="2023-12-31", in_force_from="2024-01-15", **DECREE),
        record("nd_98", date="2023-12-31", in_force_until="2025-12-31", **DECREE),
    ),
    fine=(None, record("nd_98", date="2023-12-31", in_force_from="2024-01-01", in_force_until="2025-06-30", **DECREE)),
    check=check,
)
