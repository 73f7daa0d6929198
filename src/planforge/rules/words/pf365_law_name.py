"""PF365: a law has the capitals and marks of its name."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.names import NameKind
from planforge.rules.words.naming import misnamings
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each name of a law in other capitals, with a hyphen or without its comma."""
    yield from misnamings(corpus, NameKind.LAW)


RULE = Rule(
    code="PF365",
    name="law-name",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("tên luật viết không đúng", "the name of a law in another spelling"),
    reason=Words(
        "Tên văn bản viết hoa chữ đầu của tên loại và của âm tiết thứ nhất tạo thành tên gọi: “Luật Thi đua, khen "
        "thưởng”; tên luật có dấu phẩy và chữ k thường, khác tên hội đồng “Thi đua - Khen thưởng”.",
        "The name of an instrument has a capital in its kind and in the first syllable of its name: “Luật Thi đua, "
        "khen thưởng”, with a comma and a small k, unlike the council “Thi đua - Khen thưởng”.",
    ),
    message=Words(
        "“{found}” viết không đúng tên luật “{official}”{again}",
        "“{found}” is not how the law is called, it is “{official}”{again}",
    ),
    hint=Words("Viết “{official}”.", "Write “{official}”."),
    law=decree30("Phụ lục II, Mục V.6", "Appendix II, section V.6"),
    flagged=("Luật thi đua, khen thưởng", "Luật Thi đua - Khen thưởng năm 2022", "Luật Phổ biến giáo dục pháp luật"),
    fine=(
        "Luật Thi đua, khen thưởng",
        "pháp luật thi đua, khen thưởng",
        "Bộ luật Hình sự",
        "LUẬT THI ĐUA, KHEN THƯỞNG",
    ),
    check=check,
    form="U08",
    fixable=True,
)
