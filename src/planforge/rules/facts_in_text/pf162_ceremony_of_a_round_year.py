"""PF162: a ministry or sector celebrates its founding day in round years only: "Lễ kỷ niệm 80 năm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.known_days import is_of_a_body
from planforge.rules.quantities import COUNT, value_of
from planforge.words import Words

CEREMONY = re.compile(
    rf"(?:\blễ|\bmít tinh)(?: mít tinh| trọng thể| cấp \w+)* kỷ niệm (?:lần thứ )?({COUNT})(?: năm)? "
    r"([^.;()\d]{4,120})",
    re.IGNORECASE,
)
REFUSED = re.compile(r"\bkhông (?:tổ chức )?$", re.IGNORECASE)
ROUND = 10


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each ceremony for a count of years that does not end in 0."""
    for passage in corpus.passages:
        for match in CEREMONY.finditer(passage.text):
            count = value_of(match[1])
            refused = REFUSED.search(passage.text, 0, match.start())
            if count is not None and count % ROUND and is_of_a_body(match[2]) and not refused:
                yield passage.finding(match.start(), match.end(1), count=count)


RULE = Rule(
    code="PF162",
    name="ceremony-of-a-round-year",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("lễ kỷ niệm vào năm không tròn", "a ceremony in a year that is not round"),
    reason=Words(
        "Lễ kỷ niệm ngày thành lập, tái lập, truyền thống, hưởng ứng của bộ, ngành, địa phương chỉ tổ chức vào năm "
        "tròn (số năm có chữ số cuối là 0); các năm khác thì tuyên truyền, thi đua.",
        "Ceremonies of founding and traditional days are held in years whose count ends in 0; in others there is "
        "emulation and publicity.",
    ),
    message=Words(
        "{count} năm không phải năm tròn, không tổ chức lễ kỷ niệm", "{count} years are not round: there is no ceremony"
    ),
    hint=Words("Viết “thi đua lập thành tích chào mừng Kỷ niệm {count} năm …”.", "Write of emulation in its honour."),
    law=Words("Điều 3, Điều 4 và Điều 9, Nghị định 111/2018/NĐ-CP", "Articles 3, 4 and 9, Decree 111/2018/NĐ-CP"),
    form="C03",
    flagged=("Tổ chức Lễ kỷ niệm 78 năm Ngày truyền thống Ngành Tư pháp Việt Nam",),
    fine=(
        "Tổ chức Lễ kỷ niệm 80 năm Ngày truyền thống Ngành Tư pháp Việt Nam",
        "lập thành tích chào mừng Kỷ niệm 78 năm Ngày truyền thống Ngành Tư pháp Việt Nam",
        "không tổ chức Lễ kỷ niệm 78 năm Ngày truyền thống Ngành Tư pháp Việt Nam",
    ),
    check=check,
)
