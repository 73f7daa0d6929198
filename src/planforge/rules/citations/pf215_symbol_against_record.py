"""PF215: the symbol of a citation is the one recorded for its date and title."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import numbered, settled_letters, wrong_year
from planforge.rules.citations.records import all_records, of_symbol, title_words, titles_agree
from planforge.rules.citations.symbol_faults import fault_of, wrong_issuer, wrong_kind
from planforge.words import Words

# Shorter titles ("về công tác văn thư") may be those of several instruments of one day.
WORDS_FOR_CERTAIN = 6


def check(corpus: Corpus) -> Iterator[Answer]:
    """Citations whose kind, date and whole title are a record's, but under another symbol."""
    records = all_records(corpus.instruments)
    settled = settled_letters(corpus)
    for mention in numbered(corpus):
        citation = mention.citation
        if not citation.symbol or not citation.type or not citation.title or of_symbol(records, citation):
            continue
        issuer = citation.issuer.text if citation.issuer else ""
        if wrong_kind(citation.kind, citation.symbol) or wrong_issuer(citation.symbol, issuer, settled):
            continue
        if wrong_year(citation) or fault_of(citation.symbol):
            continue
        day, title = citation.date.day if citation.date else None, citation.title.text
        for record in records:
            length = len(title_words(record.title))
            whole = WORDS_FOR_CERTAIN <= length <= len(title_words(title)) and titles_agree(title, record.title)
            if (
                whole
                and day == record.day
                and record.symbol
                and citation.kind
                and not wrong_kind(citation.kind, record.symbol)
            ):
                yield mention.finding(citation.number, recorded=record.symbol.text)
                break


QD_84 = {
    "id": "qd_84",
    "type": "Quyết định",
    "symbol": "84/QĐ-BTP",
    "date": "2023-01-31",
    "title": "ban hành Kế hoạch phát động phong trào thi đua Ngành Tư pháp năm 2023",
}
REST = "ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch phát động phong trào thi đua Ngành Tư pháp năm 2023"
RULE = Rule(
    code="PF215",
    name="symbol-against-record",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("số, ký hiệu khác danh mục văn bản", "a symbol other than the recorded one"),
    reason=Words(
        "Cùng tên loại, ngày và trích yếu mà số khác thì là gõ nhầm số (48 thay 84).",
        "The same kind, date and title under another number is a mistyped number (48 for 84).",
    ),
    message=Words(
        "văn bản này trong danh mục mang số “{recorded}”, ở đây ghi “{found}”",
        "the registry has this instrument under “{recorded}”, here it is “{found}”",
    ),
    hint=Words("Ghi “{recorded}”, hoặc sửa danh mục.", "Write “{recorded}”, or mend the registry."),
    law=CITING,
    flagged=(Spoken((f"Căn cứ Quyết định số 48/QĐ-BTP {REST};",), registry=(QD_84,)),),
    fine=(
        Spoken((f"Căn cứ Quyết định số 84/QĐ-BTP {REST};",), registry=(QD_84,)),
        Spoken((f"Căn cứ Quyết định số 48/QĐ-BTP {REST.replace('31/01', '30/01')};",), registry=(QD_84,)),
    ),
    check=check,
)
