"""PF332: every quotation mark that opens is closed."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.quotes import alone
from planforge.words import NOTHING, Words

MISSING = {"“": Words("dấu đóng ”", "its closing ”"), "”": Words("dấu mở “", "its opening “")}


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each curly mark without its partner."""
    for one in alone(corpus, "“", "”"):
        mark = one.passage.text[one.start]
        yield one.passage.finding(one.start, one.start + 1, missing=MISSING[mark], again=NOTHING)


RULE = Rule(
    code="PF332",
    name="unbalanced-quotes",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("ngoặc kép không đủ đôi", "a quotation mark without its partner"),
    reason=Words(
        "Tên phong trào, chủ đề, danh hiệu nằm trong ngoặc kép; thiếu một dấu thì không biết tên gọi hết ở đâu.",
        "Names of movements, themes and awards stand in quotation marks; with one missing, nobody knows where the name "
        "ends.",
    ),
    message=Words("dấu ngoặc kép {found} thiếu {missing}", "the quotation mark {found} lacks {missing}"),
    hint=Words(
        "Thêm dấu còn thiếu, hoặc đổi chiều dấu gõ nhầm.", "Add what is missing, or turn a mark typed the wrong way."
    ),
    flagged=("phong trào thi đua “Đoàn kết, kỷ cương năm 2023.", "chủ đề Đoàn kết, sáng tạo”"),
    fine=("phong trào “Đoàn kết, kỷ cương”, “Chung sức”", ("Điều 3. “Cụm là", "nhóm đơn vị.”")),
    check=check,
    form="U05",
)
