"""PF214: the title of a citation is the recorded one."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.citations import Part
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import numbered
from planforge.rules.citations.records import all_records, of_symbol, same_instrument, title_differs
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Titles that go another way than the record, as far as both go; what only begins alike may be the sentence's."""
    records = all_records(corpus.instruments)
    for mention in numbered(corpus):
        citation = mention.citation
        same = [record for record in of_symbol(records, citation) if record.title and same_instrument(record, citation)]
        if citation.title is None or not same:
            continue
        lengths = [title_differs(citation.title.text, record.title) for record in same]
        if all(lengths):
            start = citation.title.start
            span = Part(start, start + lengths[0], citation.title.text[: lengths[0]])
            yield mention.finding(span, short=citation.short, recorded=same[0].title.strip())


QD_84 = {
    "id": "qd_84",
    "type": "Quyết định",
    "symbol": "84/QĐ-BTP",
    "date": "2023-01-31",
    "title": "ban hành Kế hoạch phát động phong trào thi đua Ngành Tư pháp năm 2023",
}
RULE = Rule(
    code="PF214",
    name="title-against-record",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("trích yếu khác danh mục văn bản", "a title other than the recorded one"),
    reason=Words(
        "Trích yếu được ghi đúng như trong văn bản được viện dẫn.",
        "A title is given as the cited instrument has it.",
    ),
    message=Words(
        "trích yếu của {short} ở đây là “{found}”, trong danh mục là “{recorded}”",
        "the title of {short} is “{found}” here, “{recorded}” in the registry",
    ),
    hint=Words("Ghi “{recorded}”, hoặc sửa danh mục.", "Write “{recorded}”, or mend the registry."),
    law=CITING,
    flagged=(
        Spoken(
            (
                (
                    "Căn cứ Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch phát "
                    "động phong trào thi đua Ngành Tư pháp năm 2022;"
                ),
            ),
            registry=(QD_84,),
        ),
        Spoken(
            ("Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp về việc cử Trưởng Cụm thi đua;",),
            registry=(QD_84,),
        ),
    ),
    fine=(
        Spoken(
            (
                (
                    "Căn cứ Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp về việc ban hành Kế hoạch "
                    "phát động phong trào thi đua Ngành Tư pháp năm 2023, Cụm xây dựng kế hoạch như sau:"
                ),
                "Quyết định số 84/QĐ-BTP ban hành Kế hoạch phát động phong trào thi đua;",
            ),
            registry=(QD_84,),
        ),
        Spoken(
            ("Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp giao các đơn vị triển khai",),
            registry=(QD_84,),
        ),
    ),
    check=check,
)
