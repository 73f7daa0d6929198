"""PF216: all mentions of an instrument in a text say the same of it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import Mention, numbered, wrong_year
from planforge.rules.citations.records import all_records, dates_contradict, of_symbol
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Dates that differ from an earlier mention's, where no record decides which is right."""
    records = all_records(corpus.instruments)
    earlier: dict[tuple[object, ...], Mention] = {}
    for mention in numbered(corpus):
        citation, symbol = mention.citation, mention.citation.symbol
        day = citation.date.day if citation.date else None
        if symbol is None or day is None or wrong_year(citation) or of_symbol(records, citation):
            continue
        first = earlier.setdefault((mention.passage.path, symbol.key), mention).citation.date
        if first and first.day and dates_contradict(first.day, day, symbol):
            yield mention.finding(citation.date, short=citation.short, first=first.text)


RULE = Rule(
    code="PF216",
    name="mentions-disagree",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("hai chỗ viện dẫn ghi ngày khác nhau", "two mentions with different dates"),
    reason=Words(
        "Một văn bản có một ngày ban hành; hai chỗ ghi khác nhau thì một chỗ sai.",
        "An instrument has one date; where two mentions differ, one is wrong.",
    ),
    message=Words(
        "{short}: ở đây ghi ngày “{found}”, ở trên ghi “{first}”", "{short}: dated “{found}” here, “{first}” before"
    ),
    hint=Words("Đối chiếu bản gốc và ghi thống nhất.", "Check the original and write one date."),
    law=CITING,
    flagged=(
        (
            "Quyết định số 2659/QĐ-BTP ngày 03/10/2012 của Bộ trưởng Bộ Tư pháp; tiếp tục thực hiện Quyết định số "
            "2659/QĐ-BTP ngày 10/3/2012"
        ),
        Spoken(
            (
                "theo Nghị quyết số 76/2019/QH14 ngày 15/11/2019 của Quốc hội",
                "theo Nghị quyết số 76/2019/QH14 ngày 11/5/2019",
            )
        ),
    ),
    fine=(
        (
            "Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp và Quyết định số 84/QĐ-BTP ngày "
            "05/02/2024 của Bộ trưởng Bộ Tư pháp"
        ),
    ),
    check=check,
)
