"""PF254: the issuing body of a recorded instrument agrees with its symbol."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.citations.symbol_faults import names_of, wrong_issuer
from planforge.rules.registry.instruments import at, record, recorded, settled_letters
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Issuing bodies that certainly have other letters than the symbol; laws have neither."""
    settled = settled_letters(years)
    for one in recorded(years):
        issuer = None if one.kind and one.kind.law else one.instrument.issuer
        if one.symbol and issuer and wrong_issuer(one.symbol, issuer.name, settled):
            values = {"symbol": one.symbol.text, "letters": one.symbol.bodies[0], "found": issuer.name}
            yield at(years, one, "issuer", wanted=names_of(one.symbol, settled), **values)


RULE = Rule(
    code="PF254",
    name="recorded-issuer",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("cơ quan ban hành trong danh mục trái với ký hiệu", "a recorded issuer that disagrees with the symbol"),
    reason=Words(
        "Chữ viết tắt cuối ký hiệu là của cơ quan hoặc người ban hành: TTg là Thủ tướng Chính phủ, CP là Chính phủ.",
        "The last letters of a symbol are those of who issued it: TTg is the Prime Minister, CP the Government.",
    ),
    message=Words(
        "“{symbol}” là văn bản của {wanted} ({letters}), danh mục lại ghi của “{found}”",
        "“{symbol}” is issued by {wanted} ({letters}), but recorded as issued by “{found}”",
    ),
    hint=Words("Sửa `issuer` hoặc `symbol`.", "Mend `issuer` or `symbol`."),
    law=SYMBOLS,
    flagged=(
        record(symbol="777/QĐ-TTg"),
        record(symbol="777/QĐ-BTP"),
        record(issuer="chinh_phu"),
        record(kind="Nghị quyết", symbol="777-NQ/TW"),
    ),
    fine=(None, record(issuer="bo_vi_du"), record(kind="Nghị quyết", symbol="777/NQ-CP", issuer="chinh_phu")),
    check=check,
)
