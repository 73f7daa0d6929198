"""PF253: the kind of a recorded instrument agrees with its symbol."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.citations.kinds import kind_called
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import KINDS
from planforge.rules.citations.symbol_faults import wrong_kind
from planforge.rules.registry.instruments import at, record, recorded
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Kinds whose abbreviation is another than the one in the symbol; laws with a symbol are PF256's."""
    for one in recorded(years):
        if one.symbol and one.kind and not one.kind.law and wrong_kind(one.kind, one.symbol):
            letters = one.symbol.letters[0]
            values = {"type": one.instrument.type, "symbol": one.symbol.text, "letters": letters}
            yield at(years, one, "type", wanted=kind_called(letters), **values)


RULE = Rule(
    code="PF253",
    name="recorded-kind",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("tên loại trong danh mục trái với ký hiệu", "a recorded kind that disagrees with the symbol"),
    reason=Words(
        "Chữ viết tắt đầu ký hiệu cho biết tên loại: QĐ là quyết định, NQ là nghị quyết, KH là kế hoạch.",
        "The first letters of a symbol say the kind: QĐ is a decision, NQ a resolution, KH a plan.",
    ),
    message=Words(
        "“{type}” không đi với ký hiệu “{symbol}”: {letters} là chữ viết tắt của “{wanted}”",
        "“{type}” does not go with the symbol “{symbol}”: {letters} stands for “{wanted}”",
    ),
    hint=Words("Sửa `type` thành “{wanted}” hoặc sửa `symbol`.", "Write `type: {wanted}`, or mend `symbol`."),
    law=KINDS,
    flagged=(record(kind="Nghị quyết"), record(kind="Kế hoạch"), record(kind="Công văn")),
    fine=(None, record(kind="Kế hoạch", symbol="777/KH-BVD"), record(kind="Công văn", symbol="777/BVD-TĐ")),
    check=check,
)
