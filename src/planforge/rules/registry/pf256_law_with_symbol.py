"""PF256: a law is recorded by kind and name, without symbol and issuing body."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import CITING
from planforge.rules.registry.instruments import at, record, recorded
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Laws and ordinances with a symbol or an issuing body, neither of which is ever printed."""
    for one in recorded(years):
        if one.kind and one.kind.law and (one.instrument.symbol or one.instrument.issuer):
            field = "symbol" if one.instrument.symbol else "issuer"
            yield at(years, one, field, type=one.instrument.type, title=one.instrument.title or "", key=field)


LAW = {"kind": "Luật", "date": "", "title": "Lưu trữ"}
RULE = Rule(
    code="PF256",
    name="law-with-symbol",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("luật trong danh mục có ký hiệu hoặc cơ quan ban hành", "a recorded law with symbol or issuer"),
    reason=Words(
        "Luật, pháp lệnh chỉ được viện dẫn bằng tên loại và tên, nên ký hiệu và cơ quan ban hành không bao giờ "
        "được in.",
        "A law is cited by kind and name, so its symbol and issuing body are never printed.",
    ),
    message=Words(
        "{type} {title} được viện dẫn bằng tên: ô `{key}` phải bỏ trống",
        "{type} {title} is cited by its name: `{key}` must stay empty",
    ),
    hint=Words("Bỏ ô `{key}`; `title` là tên luật.", "Take `{key}` out; `title` is the name of the law."),
    law=CITING,
    flagged=(
        record("luat_luu_tru", symbol="33/2024/QH15", issuer="", **LAW),
        record("luat_luu_tru", symbol="", issuer="chinh_phu", **LAW),
    ),
    fine=(None, record("luat_luu_tru", symbol="", issuer="", **LAW)),
    check=check,
)
