"""PF252: the symbol of a recorded instrument is a symbol and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.registry.instruments import at, record, recorded
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Symbols that are not a number with letters: "số 84/QĐ-BTP", "84"."""
    for one in recorded(years):
        if one.instrument.symbol and one.symbol is None:
            yield at(years, one, "symbol", found=one.instrument.symbol)


RULE = Rule(
    code="PF252",
    name="symbol-unreadable",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("ô ký hiệu không phải là số, ký hiệu", "a recorded symbol that is none"),
    reason=Words(
        "Ô `symbol` chỉ ghi số và ký hiệu; chữ “số”, ngày, tên loại được chương trình tự in.",
        "`symbol` holds number and symbol alone; “số”, date and kind are printed by the program.",
    ),
    message=Words(
        "“{found}” không phải là số và ký hiệu của văn bản", "“{found}” is not number and symbol of an instrument"
    ),
    hint=Words("Chỉ ghi số và ký hiệu, ví dụ 84/QĐ-BTP.", "Write number and symbol alone, as in 84/QĐ-BTP."),
    law=SYMBOLS,
    flagged=(
        record(symbol="số 777/QĐ-BVD"),
        record(symbol='"777"'),
        record(symbol="777/QĐ-BVD ngày 07/7/2029"),
    ),
    fine=(None, record(kind="Công văn", symbol="777/BVD-TĐ")),
    check=check,
)
