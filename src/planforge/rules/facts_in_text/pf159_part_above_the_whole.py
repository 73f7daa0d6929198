"""PF159: no more vote, come or agree than there are: "9/8 phiếu"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.words import Words

OF_ALL = re.compile(
    r"(?<![\w/.,-])(\d{1,6})/(\d{1,6}) (phiếu|đơn vị|thành viên|đại biểu|đồng chí|ủy viên|hội viên)\b", re.IGNORECASE
)
# What looks like a day is one, unless the word before it says that something is counted.
COUNTING = re.compile(r"\b(?:có|được|đạt|với|đủ|tổng số|là|phiếu|bỏ|thuận|ý|quả|:|\()\s*$", re.IGNORECASE)
DAYS, MONTHS = 31, 12


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each share of people or votes that is above the whole."""
    for passage in corpus.passages:
        for match in OF_ALL.finditer(passage.text):
            part, whole = int(match[1]), int(match[2])
            could_be_a_day = 0 < part <= DAYS and 0 < whole <= MONTHS
            if part > whole and (not could_be_a_day or COUNTING.search(passage.text, 0, match.start())):
                yield passage.finding(match.start(), match.end(), part=match[1], whole=match[2], noun=match[3])


RULE = Rule(
    code="PF159",
    name="part-above-the-whole",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("số phần lớn hơn tổng số", "a part above the whole"),
    reason=Words(
        "Số phiếu đồng ý, số đơn vị dự họp không thể nhiều hơn tổng số; hai con số thường bị đổi chỗ.",
        "Votes for and members present cannot be more than all; the numbers have mostly changed places.",
    ),
    message=Words("{part} không thể lớn hơn tổng số {whole} {noun}", "{part} cannot be above all {whole}"),
    hint=Words("Kiểm tra hai con số.", "Check both numbers."),
    form="C06",
    flagged=("với kết quả 9/8 phiếu đồng ý", "có 15/13 đơn vị dự họp"),
    fine=("với kết quả 8/8 phiếu đồng ý", "trước 30/6 đơn vị phải gửi báo cáo", "có 12/13 đơn vị dự họp"),
    check=check,
)
