"""PF251: the symbol of a recorded instrument has the form of the State's or the Party's symbols."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.citations.symbol_faults import fault_of
from planforge.rules.registry.instruments import at, record, recorded, settled_letters
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Symbols with blanks, of another form than their body's, or with letters misspelt."""
    settled = settled_letters(years)
    for one in recorded(years):
        day = one.instrument.date
        faulty = fault_of(one.symbol, day.year if day else None, settled) if one.symbol else None
        if faulty is not None:
            yield at(years, one, "symbol", found=one.instrument.symbol, wanted=faulty.wanted)


RULE = Rule(
    code="PF251",
    name="recorded-symbol",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("ký hiệu trong danh mục sai thể thức", "a recorded symbol in the wrong form"),
    reason=Words(
        "Ký hiệu ghi ở registry/instruments.yaml được in nguyên vào mọi văn bản. Văn bản của Nhà nước: 84/QĐ-BTP; văn "
        "bản của Đảng: 27-NQ/TW.",
        "A symbol in registry/instruments.yaml is printed as it is in every paper. The State's form is 84/QĐ-BTP, the "
        "Party's 27-NQ/TW.",
    ),
    message=Words("ký hiệu “{found}” sai thể thức, phải là “{wanted}”", "the symbol “{found}” must be “{wanted}”"),
    hint=Words("Đối chiếu bản gốc rồi ghi “{wanted}”.", "Check the original, then write “{wanted}”."),
    law=SYMBOLS,
    flagged=(
        record(symbol="777/QĐ/BVD"),
        record(symbol="777-QĐ/BVD"),
        record(symbol="777/QD-BVD"),
        record(symbol="777 / QĐ-BVD"),
        record(kind="Kế hoạch", symbol="11/KH-TW", issuer=""),
    ),
    fine=(None, record(symbol="777a/QĐ-BVD"), record(kind="Kế hoạch", symbol="11-KH/TW", issuer="")),
    check=check,
)
