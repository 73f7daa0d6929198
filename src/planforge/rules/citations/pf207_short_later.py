"""PF207: an instrument that was cited in full is cited by kind, number and symbol afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import in_papers
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Later mentions that give the date again; the line that ties an annex to its paper must give it."""
    seen: set[tuple[object, ...]] = set()
    for mention in in_papers(corpus):
        citation, symbol = mention.citation, mention.citation.symbol
        day = citation.date.day if citation.date else None
        if symbol is None or day is None or citation.is_law:
            continue
        key = (mention.passage.path, symbol.key, day)
        if key in seen and not mention.before.casefold().rstrip().endswith("kèm theo"):
            yield mention.finding(citation.date, short=citation.short)
        seen.add(key)


FULL = "Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII"
RULE = Rule(
    code="PF207",
    name="short-later",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("viện dẫn lại ở dạng đầy đủ", "a later mention in full"),
    reason=Words(
        "Từ lần viện dẫn thứ hai chỉ ghi tên loại và số, ký hiệu của văn bản.",
        "From the second mention on only kind, number and symbol are given.",
    ),
    message=Words(
        "{short} đã được viện dẫn đầy đủ ở trên, không ghi lại ngày “{found}”",
        "{short} was cited in full before: the date “{found}” is not given again",
    ),
    hint=Words("Chỉ ghi “{short}”.", "Write “{short}” alone."),
    law=CITING,
    form="B04",
    flagged=(
        f"Căn cứ {FULL}, Cụm giao các đơn vị nghiên cứu (theo {FULL}).",
        Spoken((f"Căn cứ {FULL}, ban hành kế hoạch:", "Triển khai Nghị quyết số 27-NQ/TW ngày 09 tháng 11 năm 2022.")),
    ),
    fine=(
        f"Căn cứ {FULL}. Các đơn vị nghiên cứu (theo Nghị quyết số 27-NQ/TW)./.",
        Spoken(
            (
                "(Kèm theo Kế hoạch số 05/KH-CTĐVD ngày 05 tháng 01 năm 2030 của Cụm Thi đua)",
                "(Kèm theo Kế hoạch số 05/KH-CTĐVD ngày 05 tháng 01 năm 2030 của Cụm Thi đua)",
            )
        ),
    ),
    check=check,
)
