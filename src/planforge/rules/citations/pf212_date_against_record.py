"""PF212: the date of a citation is the one recorded for its symbol."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import numbered, wrong_year
from planforge.rules.citations.records import all_records, contradicted, source_of
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Dates that cannot be those of the recorded instrument; another year's number may be another instrument's."""
    records = all_records(corpus.instruments)
    for mention in numbered(corpus):
        citation = mention.citation
        record = None if wrong_year(citation) else contradicted(records, citation)
        if record is not None and record.day:
            recorded = short_date(record.day)
            yield mention.finding(citation.date, short=citation.short, recorded=recorded, source=source_of(record))


QD_84 = {"id": "qd_84", "type": "Quyết định", "symbol": "84/QĐ-BTP", "date": "2023-01-31"}
RULE = Rule(
    code="PF212",
    name="date-against-record",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("ngày ban hành khác danh mục văn bản", "a date other than the recorded one"),
    reason=Words(
        "Trong một năm mỗi số, ký hiệu chỉ cấp một lần, nên cùng số, ký hiệu thì cùng ngày; cùng ngày, tháng mà khác "
        "năm cũng thường là gõ nhầm. Số của năm khác, ngày khác là văn bản khác, không báo.",
        "Within a year a number is given once, so one symbol has one date; the same day and month of another year is "
        "mostly a slip. Another day of another year is another instrument and is left alone.",
    ),
    message=Words(
        "{short}: ở đây ghi ngày “{found}”, {source} ghi {recorded}",
        "{short}: dated “{found}” here, but {recorded} in {source}",
    ),
    hint=Words(
        "Ghi {recorded}, hoặc sửa danh mục nếu danh mục sai.", "Write {recorded}, or mend the record if that is wrong."
    ),
    law=CITING,
    flagged=(
        Spoken(("Quyết định số 84/QĐ-BTP ngày 13/01/2023 của Bộ trưởng Bộ Tư pháp",), registry=(QD_84,)),
        Spoken(("Quyết định số 84/QĐ-BTP ngày 31/01/2022 của Bộ trưởng Bộ Tư pháp",), registry=(QD_84,)),
        "Nghị định số 30/2020/NĐ-CP ngày 03/5/2020 của Chính phủ",
    ),
    fine=(
        Spoken(("Quyết định số 84/QĐ-BTP ngày 31 tháng 01 năm 2023 của Bộ trưởng Bộ Tư pháp",), registry=(QD_84,)),
        Spoken(("Quyết định số 84/QĐ-BTP ngày 05/02/2024 của Bộ trưởng Bộ Tư pháp",), registry=(QD_84,)),
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
    ),
    check=check,
)
