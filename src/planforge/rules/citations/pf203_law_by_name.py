"""PF203: a law is cited by kind and name, without number and issuing body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.citations.issuers import plain
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import mentions
from planforge.words import Words

PASSED_BY = re.compile(r"(?:Ủy ban Thường vụ )?Quốc hội(?!\w)")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Laws, codes and ordinances with a number of the Assembly, or with who passed them."""
    for mention in mentions(corpus):
        law = mention.citation
        numbered = law.symbol is not None and law.symbol.of_assembly
        passed = law.symbol is None and law.issuer is not None and PASSED_BY.match(plain(law.issuer.text)) is not None
        if not law.is_law or not (numbered or passed):
            continue
        yield mention.finding(law.number if numbered else law.issuer, wanted=law.short)


RULE = Rule(
    code="PF203",
    name="law-by-name",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("viện dẫn luật kèm số, ký hiệu hoặc cơ quan ban hành", "a law cited with number or issuing body"),
    reason=Words(
        "Luật, pháp lệnh chỉ ghi tên loại và tên của luật, pháp lệnh; không ghi số, ký hiệu và Quốc hội, Ủy ban Thường "
        "vụ Quốc hội.",
        "Laws and ordinances are cited by kind and name alone; number, symbol and National Assembly are left out.",
    ),
    message=Words("viện dẫn luật, pháp lệnh không ghi “{found}”", "a law or ordinance is cited without “{found}”"),
    hint=Words(
        "Chỉ ghi tên loại và tên: “{wanted}”, ví dụ “Luật Thi đua, khen thưởng”.",
        "Write kind and name alone: “{wanted}”, as in “Luật Thi đua, khen thưởng”.",
    ),
    law=CITING,
    form="B03",
    flagged=(
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;",
        "Căn cứ Luật Giáo dục (số 43/2019/QH14);",
        "Căn cứ Bộ luật Lao động của Quốc hội;",
        "Căn cứ Luật số 06/2022/QH15;",
    ),
    fine=(
        "Căn cứ Luật Thi đua, khen thưởng;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Nghị quyết số 76/2019/QH14 ngày 15/11/2019 của Quốc hội về dự toán ngân sách;",
        "Trường Đại học Luật Hà Nội số 87 đường Nguyễn Chí Thanh",
    ),
    check=check,
)
