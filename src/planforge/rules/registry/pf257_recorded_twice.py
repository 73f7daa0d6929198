"""PF257: an instrument is recorded once."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.registry.instruments import Recorded, at, record, recorded
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Symbols that an earlier record has; in another year the same number is another instrument's."""
    earlier: dict[object, list[Recorded]] = {}
    for one in recorded(years):
        if one.symbol is None:
            continue
        same = earlier.setdefault(one.symbol.key, [])
        twin = next((other for other in same if _one_instrument(one, other)), None)
        if twin is not None:
            yield at(years, one, "symbol", symbol=one.symbol.text, other=twin.id)
        same.append(one)


def _one_instrument(one: Recorded, other: Recorded) -> bool:
    first, second = one.instrument.date, other.instrument.date
    return bool(one.symbol and one.symbol.year) or not first or not second or first.year == second.year


RULE = Rule(
    code="PF257",
    name="recorded-twice",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("một văn bản có hai mục trong danh mục", "an instrument recorded twice"),
    reason=Words(
        "Trong một năm mỗi số, ký hiệu chỉ cấp một lần. Hai mục cho một văn bản sẽ bị sửa lệch nhau, và lần viện "
        "dẫn sau không được rút gọn.",
        "Within a year a number is given once. Two records of one instrument drift apart, and later mentions are not "
        "shortened.",
    ),
    message=Words("“{symbol}” đã có ở mục {other}", "“{symbol}” is recorded already, as {other}"),
    hint=Words(
        "Gộp hai mục làm một và dùng mã {other}; hoặc sửa số, ngày nếu là hai văn bản.",
        "Make them one record, {other}; or mend number and date where they are two instruments.",
    ),
    law=SYMBOLS,
    flagged=(
        record(symbol="900/QĐ-BVD"),
        record(symbol="900/QĐ-BVD", date=""),
        record(symbol="0900/QĐ-BVD"),
    ),
    fine=(None, record(symbol="900/QĐ-BVD", date="2028-07-07"), record(symbol="900a/QĐ-BVD")),
    check=check,
)
