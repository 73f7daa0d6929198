"""PF211: the year in a symbol is the year of the date."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import SYMBOLS
from planforge.rules.citations.mentions import numbered, wrong_year
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Symbols with a year in them, beside a date of another year."""
    for mention in numbered(corpus):
        citation = mention.citation
        if citation.symbol and citation.date and wrong_year(citation):
            yield mention.finding(citation.date, symbol=citation.symbol.text, year=citation.symbol.year)


RULE = Rule(
    code="PF211",
    name="year-against-date",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("năm trong ký hiệu trái với ngày ban hành", "the year in a symbol disagrees with the date"),
    reason=Words(
        "Văn bản quy phạm pháp luật mang năm ban hành trong số, ký hiệu (30/2020/NĐ-CP), nên ngày ban hành phải thuộc "
        "năm ấy. Số trông giống năm thì không phải năm: 2013/QĐ-UBND.",
        "A normative instrument carries the year of issue in its symbol (30/2020/NĐ-CP), so its date is of that year. "
        "A number that looks like a year is none: 2013/QĐ-UBND.",
    ),
    message=Words(
        "“{symbol}” được ban hành năm {year}, ngày ghi ở đây là “{found}”",
        "“{symbol}” was issued in {year}, the date given here is “{found}”",
    ),
    hint=Words("Đối chiếu bản gốc, sửa ngày hoặc năm trong ký hiệu.", "Check the original; mend the date or the year."),
    law=SYMBOLS,
    flagged=(
        "Nghị định số 98/2023/NĐ-CP ngày 31/12/2024 của Chính phủ",
        "Thông tư số 11/2023/TT-BTP ngày 29 tháng 12 năm 2022 của Bộ trưởng Bộ Tư pháp",
    ),
    fine=(
        "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ",
        "Quyết định số 2013/QĐ-UBND ngày 15/8/2022 của Ủy ban nhân dân tỉnh",
    ),
    check=check,
)
