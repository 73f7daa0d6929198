"""PF222: a paper cites nothing that was issued after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.mentions import days_of, mentions, wrong_year
from planforge.rules.citations.records import all_records, contradicted
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Citations with a date, or a year, after the day of the paper; dates that a record shows wrong are PF212's."""
    records = all_records(corpus.instruments)
    days = days_of(corpus)
    for mention in mentions(corpus):
        citation, day = mention.citation, days.get(mention.passage.path)
        if day is None or wrong_year(citation) or contradicted(records, citation):
            continue
        issued = citation.date.day if citation.date else None
        year = citation.date.year if citation.date else citation.symbol.year if citation.symbol else None
        if (issued and issued > day) or (not issued and year and year > day.year):
            yield mention.finding(citation.date or citation.number, short=citation.short, day=short_date(day))


RULE = Rule(
    code="PF222",
    name="not-yet-issued",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("viện dẫn văn bản ban hành sau", "an instrument issued after the paper"),
    reason=Words(
        "Văn bản không thể viện dẫn văn bản ban hành sau nó; thường là gõ nhầm năm.",
        "A paper cannot cite what was issued after it; mostly the year is mistyped.",
    ),
    message=Words(
        "văn bản ngày {day} viện dẫn {short} ban hành sau đó (“{found}”)",
        "a paper of {day} cites {short}, which was issued later (“{found}”)",
    ),
    hint=Words("Kiểm tra ngày của văn bản được viện dẫn.", "Check the date of the cited instrument."),
    form="D06",
    flagged=(
        Spoken(("theo Quyết định số 84/QĐ-BTP ngày 31/01/2024 của Bộ trưởng Bộ Tư pháp",), day=date(2023, 2, 28)),
        Spoken(
            (
                "Hà Nội, ngày 28 tháng 02 năm 2023",
                "theo Quyết định số 84/QĐ-BTP ngày 31/3/2023 của Bộ trưởng Bộ Tư pháp",
            )
        ),
    ),
    fine=(
        Spoken(("theo Quyết định số 84/QĐ-BTP ngày 28/02/2023 của Bộ trưởng Bộ Tư pháp",), day=date(2023, 2, 28)),
        "theo Quyết định số 84/QĐ-BTP ngày 31/01/2099 của Bộ trưởng Bộ Tư pháp",
    ),
    check=check,
)
