"""PF158: "7/8 phiếu (87,5%)": the percentage is that of the two numbers before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.quantities import decimal_of
from planforge.vietnamese import decimal
from planforge.words import Words

SHARE = re.compile(
    r"(?<![\w/.,-])(\d{1,6})/(\d{1,6})(?![\w/.-])((?: [^\W\d]+){0,5}?)"
    r"(?: \(|, | (?=đạt|chiếm|bằng|tương đương|ứng với|tỷ lệ|=))"
    r"(?:(?:đạt|chiếm|bằng|tương đương|ứng với|=) ?)?(?:tỷ lệ:? ?)?(\d{1,3}(?:[.,]\d{1,4})?) ?%"
    # Of a plan, or of last year: not of the number before.
    r"(?! (?:kế hoạch|chỉ tiêu|mục tiêu|định mức|dự toán|so với|trở lên))",
    re.IGNORECASE,
)
# "đến 30/6 đạt 50%" is a day and how far a plan is.
OF_THE_CALENDAR = re.compile(r"\b(?:ngày|đến|trước|sau|hết|từ|quý|tháng|mùng|hạn|tính)\s*$", re.IGNORECASE)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each percentage that differs from its share by more than rounding does."""
    for passage in corpus.passages:
        for match in SHARE.finditer(passage.text):
            part, whole, stated = int(match[1]), int(match[2]), decimal_of(match[4])
            if not whole or part > whole or OF_THE_CALENDAR.search(passage.text, 0, match.start()):
                continue
            exact = Decimal(part) * 100 / whole
            places = -int(stated.as_tuple().exponent)
            if abs(exact - stated) >= Decimal(1).scaleb(-places):
                right = decimal(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))
                share = f"{match[1]}/{match[2]}"
                yield passage.finding(match.start(), match.end(), share=share, stated=match[4], right=right)


RULE = Rule(
    code="PF158",
    name="per-cent-of-parts",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("tỷ lệ phần trăm không khớp hai con số", "a percentage that is not of its numbers"),
    reason=Words(
        "Tỷ lệ được tính từ hai con số đứng trước; làm tròn thì được.",
        "The percentage is of the two numbers before it, rounded as one likes.",
    ),
    message=Words("{share} là {right}%, không phải {stated}%", "{share} is {right}%, not {stated}%"),
    hint=Words("Sửa tỷ lệ, hoặc hai con số.", "Correct the percentage, or the numbers."),
    form="C06",
    flagged=("đạt 7/8 phiếu (78,5%)", "có 10/13 đơn vị, chiếm 67%"),
    fine=("đạt 7/8 phiếu (87,5%)", "có 10/13 đơn vị, chiếm 76,9%", "tính đến 30/6 đạt 50% kế hoạch", "2/3 (66%)"),
    check=check,
)
