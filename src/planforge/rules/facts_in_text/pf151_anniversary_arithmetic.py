"""PF151: "Kỷ niệm 93 năm … (03/02/1930 - 03/02/2023)": the years between the two dates are the years stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.facts_in_text.dates import DASH, DATE, written
from planforge.rules.quantities import COUNT, value_of
from planforge.words import Words

ANNIVERSARY = re.compile(
    rf"\bkỷ niệm (?:lần thứ )?({COUNT})(?: năm)? ([^()]{{0,160}}?)\( ?({DATE}){DASH}({DATE}) ?\)", re.IGNORECASE
)
YEARS = Words("từ năm {first} đến năm {last} là {count} năm", "from {first} to {last} it is {count} years")
DAYS = Words("ngày trong năm của hai mốc khác nhau", "the two are not the same day of the year")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each anniversary whose count is not the difference of its years, or whose two days differ."""
    for passage in corpus.passages:
        for match in ANNIVERSARY.finditer(passage.text):
            first, last, stated = written(match[3]), written(match[4]), value_of(match[1])
            count = last.year - first.year
            if stated is not None and stated != count:
                shown = {"first": first.year, "last": last.year, "count": count}
                problem = Words(*(words.format(**shown) for words in YEARS))
            elif (first.month, first.day) != (last.month, last.day):
                problem = DAYS
            else:
                continue
            dates = f"{match[3]} - {match[4]}"
            yield passage.finding(match.start(1), match.end(), stated=match[1], dates=dates, problem=problem)


RULE = Rule(
    code="PF151",
    name="anniversary-arithmetic",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("số năm kỷ niệm không khớp hai mốc", "an anniversary that is not the difference of its dates"),
    reason=Words(
        "Số năm kỷ niệm là hiệu của hai năm trong ngoặc, và hai mốc là cùng một ngày (hoặc cùng một tháng) trong năm.",
        "The count is the difference of the two years, and both dates are the same day, or month, of the year.",
    ),
    message=Words("“kỷ niệm {stated} năm ({dates})”: {problem}", "“kỷ niệm {stated} năm ({dates})”: {problem}"),
    hint=Words("Sửa số năm, hoặc mốc bị sai.", "Correct the count, or the date that is wrong."),
    form="C02",
    flagged=(
        "chào mừng Kỷ niệm 92 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2023)",
        "Kỷ niệm 42 năm tái lập Bộ Tư pháp (7/1981 - 8/2023)",
    ),
    fine=(
        "Kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2023)",
        "Kỷ niệm 42 năm tái lập Bộ Tư pháp (7/1981 - 7/2023)",
        "Kế hoạch 05 năm (2021 - 2025)",
    ),
    check=check,
)
