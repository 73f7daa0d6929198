"""PF163: "gồm 10 đơn vị: …": as many are listed as are stated."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus, Voice
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.countable import announced
from planforge.rules.facts_in_text.enumerations import listed_below, listed_within
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each stated count of a list, in the same passage or in those below, that the list cannot have."""
    for index, passage in enumerate(corpus.passages):
        if passage.voice is Voice.TEMPLATE:
            continue
        for stated, (least, most) in listed_within(passage.text):
            if not least <= stated.number <= most:
                yield passage.finding(stated.start, stated.end, listed=least if stated.number < least else most)
        count = announced(passage.text)
        if count is not None:
            below = (other.text for other in corpus.passages[index + 1 :] if other.path == passage.path)
            length = listed_below(below)
            if length is not None and length != count.number:
                yield passage.finding(count.start, count.end, listed=length)


RULE = Rule(
    code="PF163",
    name="list-as-long-as-stated",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("số lượng nêu ra khác danh sách", "a list of another length than stated"),
    reason=Words(
        "Danh sách được thêm, bớt mà con số đứng trước không sửa theo, hoặc ngược lại.",
        "The list was changed and the number before it was not, or the other way round.",
    ),
    message=Words("viết “{found}” nhưng liệt kê {listed}", "“{found}” are stated, but {listed} are listed"),
    hint=Words("Sửa con số, hoặc danh sách.", "Correct the number, or the list."),
    form="C01",
    flagged=(
        "Cụm có 04 đơn vị, gồm: Trường Ví dụ Một; Viện Ví dụ; Tạp chí Ví dụ.",
        "đề nghị tặng cờ cho 02 đơn vị (Cục Ví dụ Một; Cục Ví dụ Hai, Vụ Ví dụ)",
        ("Trong đó cao điểm là hai đợt:", "1. Đợt thứ nhất.", "2. Đợt thứ hai.", "3. Đợt thứ ba.", "Kinh phí tự túc."),
    ),
    fine=(
        "Cụm có 04 đơn vị, bao gồm: Trường Ví dụ Một; Viện Ví dụ cùng hai trường Ví dụ Hai và Ví dụ Ba.",
        "đề nghị tặng cờ cho 03 đơn vị (Cục Hộ tịch, quốc tịch; Cục Ví dụ Hai, Vụ Ví dụ)",
        "có 10 đơn vị (chi tiết tại Phụ lục I)",
        ("Trong đó cao điểm là hai đợt:", "1. Đợt thứ nhất.", "2. Đợt thứ hai.", "Kinh phí tự túc."),
    ),
    check=check,
)
