"""PF221: a paper rests only on instruments that are in force on its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.citations import Citation
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import BASES
from planforge.rules.citations.mentions import Mention, days_of, mentions
from planforge.rules.citations.records import Record, all_records, in_place_of, of_symbol, same_instrument
from planforge.words import Words

RESTS_ON = re.compile(r"(?<!\w)(?:căn cứ|theo|thực hiện|áp dụng|quy định tại|hướng dẫn tại)(?!\w)", re.IGNORECASE)
# The sentence tells what was, or what will be, of the instrument: it does not rest on it.
TELLS_OF = re.compile(
    r"(?<!\w)(?:đã|trước đây|trước đó|thay thế|bãi bỏ|hết hiệu lực|có hiệu lực|sửa đổi|dự thảo|tổng kết)(?!\w)",
    re.IGNORECASE,
)
ENDED = Words("hết hiệu lực sau ngày {day}", "ended with {day}")
NOT_BEGUN = Words("chỉ có hiệu lực từ ngày {day}", "is in force only from {day}")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Instruments that a paper rests on before they begin or after they end."""
    records = all_records(corpus.instruments)
    days = days_of(corpus)
    for mention in mentions(corpus):
        day = days.get(mention.passage.path)
        record = _record(records, mention.citation) if day is not None else None
        if day is None or record is None or (record.day and record.day > day) or not _rests_on(mention):
            continue
        if record.in_force_until and record.in_force_until < day:
            yield _finding(mention, day, ENDED, record.in_force_until, in_place_of(records, record, day))
        elif record.in_force_from and record.in_force_from > day:
            yield _finding(mention, day, NOT_BEGUN, record.in_force_from, record.earlier)


def _rests_on(mention: Mention) -> bool:
    if mention.passage.text.lstrip(" -+").startswith("Căn cứ"):
        return True
    return RESTS_ON.search(mention.before) is not None and TELLS_OF.search(mention.words_of_its_own) is None


def _record(records: tuple[Record, ...], citation: Citation) -> Record | None:
    if citation.is_law:
        year = citation.date.year if citation.date else citation.symbol.year if citation.symbol else None
        name = citation.name.text.casefold() if citation.name else ""
        return next(
            (one for one in records if one.name and one.name.casefold() == name and one.day and one.day.year == year),
            None,
        )
    return next((one for one in of_symbol(records, citation) if same_instrument(one, citation)), None)


def _finding(mention: Mention, day: date, how: Words, when: date, instead: str) -> Answer:
    state = Words(how.vi.format(day=short_date(when)), how.en.format(day=short_date(when)))
    advice = Words(f"viện dẫn {instead}", f"cite {instead}") if instead else Words("bỏ viện dẫn này", "leave it out")
    return mention.finding(short=mention.citation.short, day=short_date(day), state=state, advice=advice)


OLD = {
    "id": "qd_120",
    "type": "Quyết định",
    "symbol": "120/QĐ-BVD",
    "date": "2025-03-10",
    "in_force_until": "2029-06-14",
}
RULE = Rule(
    code="PF221",
    name="in-force",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("văn bản viện dẫn không có hiệu lực vào ngày ban hành", "an instrument that is not in force"),
    reason=Words(
        "Văn bản dùng làm căn cứ phải đang có hiệu lực vào ngày ban hành. Ví dụ Nghị định 98/2023/NĐ-CP được Nghị "
        "định 152/2025/NĐ-CP thay thế từ ngày 01/7/2025; Luật Thi đua, khen thưởng năm 2022 có hiệu lực từ ngày "
        "01/01/2024. Câu kể lại việc đã qua thì không báo.",
        "What a paper rests on is in force on its day. Decree 98/2023/NĐ-CP was replaced by Decree 152/2025/NĐ-CP "
        "from 01/7/2025; the Law on Emulation and Commendation of 2022 is in force from 01/01/2024. A sentence that "
        "tells of the past is left alone.",
    ),
    message=Words(
        "văn bản ngày {day} dựa vào {short}, văn bản này {state}", "a paper of {day} rests on {short}, which {state}"
    ),
    hint=Words("Nên {advice}.", "Better {advice}."),
    law=BASES,
    form="C04",
    flagged=(
        Spoken(
            ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết;",),
            day=date(2025, 9, 1),
        ),
        Spoken(("Căn cứ Luật Thi đua, khen thưởng năm 2022;",), day=date(2023, 3, 1)),
        Spoken(("thực hiện Luật Thi đua, khen thưởng ngày 26/11/2003, các đơn vị",), day=date(2024, 3, 1)),
        Spoken(
            ("theo Quyết định số 120/QĐ-BVD ngày 10/3/2025 của Bộ trưởng Bộ Ví dụ",),
            day=date(2030, 1, 5),
            registry=(OLD,),
        ),
    ),
    fine=(
        Spoken(
            ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết;",),
            day=date(2025, 6, 30),
        ),
        Spoken(("Căn cứ Luật Thi đua, khen thưởng;",), day=date(2023, 3, 1)),
        Spoken(("tổng kết việc thực hiện Luật Thi đua, khen thưởng năm 2003",), day=date(2024, 3, 1)),
        "Căn cứ Luật Thi đua, khen thưởng năm 2003;",
    ),
    check=check,
)
