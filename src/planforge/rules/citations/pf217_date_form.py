"""PF217: the date of a citation is written with slashes, its year in full."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.mentions import mentions
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Dates with full stops or hyphens, and years of two figures; the padding of dates is another rule's."""
    for mention in mentions(corpus):
        date = mention.citation.date
        if date is not None and date.day is not None and (date.mark not in {"", "/"} or date.short_year):
            wanted = short_date(date.day)
            yield mention.finding(date, fix=wanted, wanted=wanted)


RULE = Rule(
    code="PF217",
    name="citation-date-form",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("ngày ban hành viết không theo lối thường dùng", "the date of a citation in another form"),
    reason=Words(
        "Trong viện dẫn, ngày ghi bằng số với dấu gạch chéo và năm đủ bốn chữ số (31/01/2023), hoặc ghi bằng chữ (ngày "
        "31 tháng 01 năm 2023); một văn bản chỉ dùng một lối.",
        "In a citation the date has slashes and a year of four figures (31/01/2023), or is written out (ngày 31 tháng "
        "01 năm 2023); a paper keeps to one form.",
    ),
    message=Words("ngày “{found}” nên viết là “{wanted}”", "the date “{found}” should be written “{wanted}”"),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=(
        "Quyết định số 84/QĐ-BTP ngày 31.01.2023 của Bộ trưởng Bộ Tư pháp",
        "Chỉ thị số 05-CT/TW ngày 15-5-2016 của Bộ Chính trị",
        "Quyết định số 84/QĐ-BTP ngày 31/01/23 của Bộ trưởng Bộ Tư pháp",
    ),
    fine=(
        "Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "Quyết định số 84/QĐ-BTP ngày 31 tháng 01 năm 2023 của Bộ trưởng Bộ Tư pháp",
        "từ ngày 15-5 đến ngày 20-5",
    ),
    check=check,
    fixable=True,
)
