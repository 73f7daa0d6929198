"""PF261: the title of a recorded instrument goes on with the sentence that cites it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Finding, Kind, Rule
from planforge.rules.citations.laws import CITING
from planforge.rules.registry.instruments import Recorded, at, record, recorded
from planforge.words import Words
from planforge.years import Years

CAPITAL = Words("mở đầu bằng chữ hoa", "begins with a capital")
MARK = Words("kết thúc bằng dấu câu", "ends with a mark")
REPEATED = Words("lặp lại tên loại và số, được in ở trước", "repeats kind and number, which are printed before it")


def check(years: Years) -> Iterator[Answer]:
    """Titles that begin with a capital, end with a mark, or repeat what stands before them; laws have names."""
    for one in recorded(years):
        title = str(one.instrument.title or "").strip()
        if not title or (one.kind and one.kind.law):
            continue
        if one.symbol and one.symbol.text in title:
            yield _at(years, one, REPEATED)
        elif title[0].isupper():
            yield _at(years, one, CAPITAL)
        elif title[-1] in ".;,:":
            yield _at(years, one, MARK)


def _at(years: Years, one: Recorded, problem: Words) -> Finding:
    return at(years, one, "title", called=one.called, title=one.instrument.title, problem=problem)


RULE = Rule(
    code="PF261",
    name="title-joins",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("trích yếu không nối được vào câu viện dẫn", "a title that does not join its citation"),
    reason=Words(
        "Trích yếu được in ngay sau cơ quan ban hành, giữa câu: “… của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch "
        "…”. Vì vậy mở đầu bằng chữ nối viết thường (“ban hành”, “về việc”) và không có dấu câu ở cuối.",
        "The title is printed right after the issuing body, within a sentence, so it begins with a joining word "
        "in small letters (“ban hành”, “về việc”) and ends without a mark.",
    ),
    message=Words("trích yếu của {called} {problem}: “{title}”", "the title of {called} {problem}: “{title}”"),
    hint=Words(
        "Ghi như giữa câu: “về việc …”, “ban hành …”, không có dấu câu ở cuối.",
        "Write it as within a sentence: “về việc …”, “ban hành …”, with no mark at its end.",
    ),
    law=CITING,
    flagged=(
        record(title="Về công tác thi đua của Ngành Ví dụ"),
        record(title="về công tác thi đua của Ngành Ví dụ."),
        record(title="về Quyết định số 777/QĐ-BVD của Ngành Ví dụ"),
    ),
    fine=(None, record(title="phê duyệt Đề án “Thi đua của Ngành Ví dụ”")),
    check=check,
)
