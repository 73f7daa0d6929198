"""PF331: quotation marks are curly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import is_unprinted, places
from planforge.rules.words.quotes import faces
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

STRAIGHT = re.compile(r"(?<!\d)\"|(?<=\d)\"(?![\w\s])|(?<!')''(?!')|[«»„‟]")
FRENCH = {"«": "“", "»": "”", "„": "“"}


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each straight mark, and those of other languages."""
    yield from told(
        Slip(
            passage, match.start(), match.end(), faces(passage, match.start()) or FRENCH.get(match[0]), like="straight"
        )
        for passage, match in places(corpus, STRAIGHT, ('"', "''", *FRENCH, "‟"))
        if not is_unprinted(passage)
    )


RULE = Rule(
    code="PF331",
    name="straight-quotes",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("dấu ngoặc kép thẳng", "straight quotation marks"),
    reason=Words(
        "Nghị định 30/2020/NĐ-CP và các văn bản hành chính dùng dấu ngoặc kép cong “ ”, có mở, có đóng; dấu thẳng "
        "thường do chép từ trang web, thư điện tử.",
        "Decree 30/2020/NĐ-CP and official papers use curly quotation marks “ ”, which open and close; straight ones "
        "come from web pages and mail.",
    ),
    message=Words(
        "dấu ngoặc kép {found} không phải dấu cong “ ”{again}", "{found} is no curly quotation mark “ ”{again}"
    ),
    hint=Words("Dùng “ và ”.", "Use “ and ”."),
    flagged=('Cuộc vận động "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh"', "phong trào «Đoàn kết, sáng tạo»"),
    fine=("Cuộc vận động “Học tập và làm theo tấm gương đạo đức Hồ Chí Minh”", 'màn hình 24" của Cụm'),
    check=check,
    form="U05",
    fixable=True,
)
