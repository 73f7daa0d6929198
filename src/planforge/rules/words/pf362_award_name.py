"""PF362: an award has one name."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.names import NameKind
from planforge.rules.words.naming import misnamings
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each name of an award that is written otherwise."""
    yield from misnamings(corpus, NameKind.AWARD)


RULE = Rule(
    code="PF362",
    name="award-name",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("tên danh hiệu, hình thức khen thưởng viết không đúng", "the name of an award in another spelling"),
    reason=Words(
        "Danh hiệu thi đua và hình thức khen thưởng ghi đúng tên trong luật và trong registry: “Cờ thi đua của Chính "
        "phủ”, “Chiến sĩ thi đua”, “Huân chương Lao động”.",
        "Titles and awards have the names of the law and of the registry: “Cờ thi đua của Chính phủ”, “Chiến sĩ thi "
        "đua”, “Huân chương Lao động”.",
    ),
    message=Words(
        "“{found}” viết không đúng tên, tên đúng là “{official}”{again}",
        "“{found}” is not how the award is called, it is “{official}”{again}",
    ),
    hint=Words("Viết “{official}”.", "Write “{official}”."),
    law=Words(
        "Luật Thi đua, khen thưởng; Phụ lục II, Mục V.2, Nghị định 30/2020/NĐ-CP",
        "the Law on Emulation and Commendation; Appendix II, section V.2, Decree 30/2020/NĐ-CP",
    ),
    flagged=("đề nghị tặng “Cờ thi đua Chính phủ”", "danh hiệu Chiến sỹ thi đua cơ sở", "Huân chương lao động hạng Ba"),
    fine=("đề nghị tặng “Cờ thi đua của Chính phủ”", "chiến sĩ thi đua cơ sở", "cờ thi đua của Bộ"),
    check=check,
    form="U08",
    fixable=True,
)
