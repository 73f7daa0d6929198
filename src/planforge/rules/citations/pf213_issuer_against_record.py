"""PF213: who issued an instrument is who the registry says."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.citations.issuers import named
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import numbered, settled_letters
from planforge.rules.citations.records import all_records, names_agree, of_symbol, same_instrument, source_of
from planforge.rules.citations.symbol_faults import wrong_issuer
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Issuing bodies known by name that are not the recorded one; those the symbol itself excludes are PF210's."""
    records = all_records(corpus.instruments)
    settled = settled_letters(corpus)
    known = tuple(name for record in records for name in record.issuers)
    for mention in numbered(corpus):
        citation = mention.citation
        same = [
            record for record in of_symbol(records, citation) if record.issuers and same_instrument(record, citation)
        ]
        if not citation.symbol or not citation.issuer or not same:
            continue
        words = citation.issuer.text
        if wrong_issuer(citation.symbol, words, settled) or any(names_agree(words, record.issuers) for record in same):
            continue
        if named(words) or names_agree(words, known):
            yield mention.finding(
                citation.issuer, short=citation.short, recorded=same[0].issuers[0], source=source_of(same[0])
            )


NQ_27 = {
    "id": "nq_27",
    "type": "Nghị quyết",
    "symbol": "27-NQ/TW",
    "date": "2022-11-09",
    "issuer": "Ban Chấp hành Trung ương Đảng khóa XIII",
}
RULE = Rule(
    code="PF213",
    name="issuer-against-record",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("cơ quan ban hành khác danh mục văn bản", "an issuing body other than the recorded one"),
    reason=Words(
        "Nhiều cơ quan dùng chung một chữ viết tắt (Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư đều là TW), nên "
        "phải đối chiếu với danh mục.",
        "Several bodies share their letters (the Central Committee, the Political Bureau and the Secretariat are all "
        "TW), so the record decides.",
    ),
    message=Words(
        "{short}: ở đây ghi của “{found}”, {source} ghi của {recorded}",
        "{short}: issued by “{found}” here, but by {recorded} in {source}",
    ),
    hint=Words("Ghi “{recorded}”, hoặc sửa danh mục nếu danh mục sai.", "Write “{recorded}”, or mend the record."),
    law=CITING,
    flagged=(Spoken(("Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Bộ Chính trị",), registry=(NQ_27,)),),
    fine=(
        Spoken(("Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương",), registry=(NQ_27,)),
        Spoken(("Nghị quyết số 27-NQ/TW ngày 06/9/2017 của Bộ Chính trị",), registry=(NQ_27,)),
    ),
    check=check,
)
