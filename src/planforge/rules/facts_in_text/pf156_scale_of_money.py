"""PF156: millions are not counted in millions: "55.000.000 triệu đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.quantities import SCALES
from planforge.words import Words

ROUND, OF_THE_COUNTRY = 10**5, 10**16
DOUBLED = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{3}){2,}) (nghìn|ngàn|triệu|tỷ|tỉ)( đồng)?\b", re.IGNORECASE)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each sum that is written out in full and counted in millions besides.

    Budgets do count in them, up to the product of the whole country, but not in round hundreds of thousands.
    """
    for passage in corpus.passages:
        for match in DOUBLED.finditer(passage.text):
            amount, scale = int(re.sub(r"[.,]", "", match[1])), SCALES[match[2].casefold()]
            is_round = scale < SCALES["tỷ"] and amount % ROUND == 0
            if amount * scale > OF_THE_COUNTRY or is_round:
                yield passage.finding(match.start(), match.end(), amount=match[1], scale=match[2])


RULE = Rule(
    code="PF156",
    name="scale-of-money",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("số tiền thừa chữ “triệu”, “nghìn”", "a sum a thousand or a million times too big"),
    reason=Words(
        "55.000.000 đã là năm mươi lăm triệu; thêm chữ “triệu” thì số tiền lớn gấp một triệu lần.",
        "55.000.000 are 55 million already; with “triệu” behind it the sum is a million times as big.",
    ),
    message=Words(
        "“{found}”: {amount} đã viết đủ chữ số, không thêm “{scale}”",
        "“{found}”: {amount} is written in full, without “{scale}”",
    ),
    hint=Words("Viết “{amount} đồng”.", "Write “{amount} đồng”."),
    form="C07",
    flagged=("ủng hộ với số tiền 55.000.000 triệu đồng", "kinh phí 1.250.000.000 tỷ đồng"),
    fine=(
        "ủng hộ với số tiền 55.000.000 đồng",
        "ủng hộ 55 triệu đồng",
        "dự toán 1.250 triệu đồng",
        "tổng chi ngân sách 2.076.244 tỷ đồng",
    ),
    check=check,
)
