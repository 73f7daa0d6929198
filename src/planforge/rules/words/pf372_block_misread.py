"""PF372: a group of units is a "khối", not "khởi" or "khôi"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import places
from planforge.rules.words.syllables import CAPITAL, SMALL
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# "phấn khởi" and a person called Khôi are right.
MISREAD = re.compile(
    r"(?<!phấn )(?<!hào )(?<!cao )\b(?P<word>[Kk]h[ởô]i)"
    r"(?=\s+(?:báo chí|xuất bản|nghiên cứu|đào tạo|tham mưu|hành chính|cơ quan|đơn vị|thi đua"
    r"|các (?:đơn vị|trường|cơ quan|doanh nghiệp|bộ))\b)"
    r"|\b(?P<lost>Khôi)(?= tạo\b)"
)
PERSON = re.compile(rf"[{CAPITAL}][{SMALL}]+\s+$")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each of them before the kind of its units."""
    yield from told(
        Slip(passage, match.start(), match.end(), _fix(match), like="khối")
        for passage, match in places(corpus, MISREAD, ("hởi", "hôi"))
        if not (match[0].istitle() and PERSON.search(passage.text, max(0, match.start() - 12), match.start()))
    )


def _fix(match: re.Match[str]) -> str | None:
    """Of "Khôi tạo" a syllable was lost, which nobody can put back safely."""
    return f"{match['word'][0]}hối" if match["word"] else None


RULE = Rule(
    code="PF372",
    name="block-misread",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("“Khởi”, “Khôi” thay cho “Khối”", "“Khởi” or “Khôi” for “Khối”"),
    reason=Words(
        "Máy quét hay đọc “Khối” thành “Khởi”, “Khôi”. Trước loại đơn vị (khối báo chí, khối nghiên cứu) thì đó là "
        "“khối”; “phấn khởi”, “khởi nghiệp” thì đúng.",
        "Scanners read “Khối” as “Khởi” or “Khôi”. Before a kind of unit (khối báo chí, khối nghiên cứu) it is "
        "“khối”; “phấn khởi” and “khởi nghiệp” are right.",
    ),
    message=Words(
        "“{found}” trước tên loại đơn vị có lẽ là “khối” bị quét sai{again}",
        "“{found}” before a kind of unit is probably a misread “khối”{again}",
    ),
    hint=Words("Viết “khối”, ví dụ “Khối nghiên cứu”.", "Write “khối”, as in “Khối nghiên cứu”."),
    flagged=(
        "- Khởi báo chí, xuất bản với mục tiêu",
        "khởi nghiên cứu cần tập trung nguồn lực",
        "- Khôi tạo tập trung công tác",
    ),
    fine=(
        "tinh thần phấn khởi thi đua",
        "khởi nghiệp, khởi công, khôi phục",
        "Khối nghiên cứu",
        "đồng chí Nguyễn Minh Khôi",
    ),
    check=check,
    form="C08",
    fixable=True,
)
