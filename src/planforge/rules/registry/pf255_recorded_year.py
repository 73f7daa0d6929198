"""PF255: the year in the symbol of a recorded instrument is the year of its date."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.registry.instruments import at, record, recorded
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Dates of another year than the one the symbol carries."""
    for one in recorded(years):
        day = one.instrument.date
        if one.symbol and one.symbol.year and day and day.year != one.symbol.year:
            yield at(years, one, "date", symbol=one.symbol.text, year=one.symbol.year, day=short_date(day))


DECREE = {"kind": "Nghị định", "issuer": "chinh_phu", "title": "về thi đua, khen thưởng"}
RULE = Rule(
    code="PF255",
    name="recorded-year",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("năm trong ký hiệu trái với ngày trong danh mục", "a recorded date of another year than the symbol's"),
    reason=Words(
        "Văn bản quy phạm pháp luật mang năm ban hành trong số, ký hiệu (30/2020/NĐ-CP).",
        "A normative instrument carries the year of issue in its symbol (30/2020/NĐ-CP).",
    ),
    message=Words(
        "“{symbol}” được ban hành năm {year}, ô `date` lại ghi {day}",
        "“{symbol}” was issued in {year}, but `date` says {day}",
    ),
    hint=Words("Sửa `date` hoặc `symbol`.", "Mend `date` or `symbol`."),
    law=SYMBOLS,
    flagged=(
        record(symbol="77/2028/NĐ-CP", **DECREE),
        record(kind="Thông tư", symbol="07/2030/TT-BVD"),
    ),
    fine=(None, record(symbol="77/2029/NĐ-CP", **DECREE), record(symbol="2028/QĐ-BVD")),
    check=check,
)
