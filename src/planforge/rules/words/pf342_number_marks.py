"""PF342: thousands are parted by full stops, decimals by a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# A full stop before one or two figures parts no thousands; a comma before each three figures parts no decimals.
DECIMAL = re.compile(r"(?<![\d.,/])(?P<number>\d{1,3}\.\d{1,2})(?=\s?(?:%|triệu|tỷ|đồng|ha\b|km\b|kg\b))")
THOUSANDS = re.compile(r"(?<![\d.,/])(?P<number>\d{1,3}(?:,\d{3}){2,}|\d{1,3},000(?=\s?đồng))(?![\d,.]\d)")
POINTS = tuple(f".{figure}" for figure in range(10))
COMMAS = tuple(f",{figure}" for figure in range(10))
SWAP = str.maketrans(".,", ",.")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each number with the marks of English."""
    yield from told(
        Slip(
            passage, *match.span("number"), match["number"].translate(SWAP), {"wanted": match["number"].translate(SWAP)}
        )
        for pattern, needed in ((DECIMAL, POINTS), (THOUSANDS, COMMAS))
        for passage, match in places(corpus, pattern, needed)
    )


RULE = Rule(
    code="PF342",
    name="number-marks",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("dấu phân cách trong số viết kiểu Anh", "a number with the marks of English"),
    reason=Words(
        "Tiếng Việt ngăn hàng nghìn bằng dấu chấm (55.000.000 đồng), phần thập phân bằng dấu phẩy (98,5%); viết "
        "ngược thì người đọc hiểu sai một nghìn lần.",
        "Vietnamese parts thousands with full stops (55.000.000 đồng) and decimals with a comma (98,5%); the other way "
        "round a number is read a thousand times too great or small.",
    ),
    message=Words(
        "số “{found}” viết theo kiểu Anh, phải là “{wanted}”{again}",
        "“{found}” is written in English, it should be “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=("đạt 98.5% kế hoạch", "số tiền 55,000,000 đồng", "tăng 1.5 triệu đồng"),
    fine=(
        "đạt 98,5% kế hoạch",
        "số tiền 55.000.000 đồng",
        "1.234 triệu đồng",
        "mục 1.5. Phương hướng",
        "1,234 tỷ đồng",
    ),
    check=check,
    fixable=True,
)
