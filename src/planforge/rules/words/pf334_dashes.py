"""PF334: what joins is a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.names import misnamed
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# A minus sign stands before its figure.
DASH = re.compile("[\u2010-\u2015]|\u2212(?!\\d)")
DASHES = tuple("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
LONGEST_MOTTO = 100


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each dash and each hyphen of another kind, but in names, which have their own rules."""
    yield from told(
        Slip(passage, match.start(), match.end(), "-", {"code": f"U+{ord(match[0]):04X}"}, like="dash")
        for passage, match in places(corpus, DASH, DASHES)
        if not _is_in_name(corpus, passage, match.start())
    )


def _is_in_name(corpus: Corpus, passage: Passage, position: int) -> bool:
    return any(one.start <= position < one.end for one in misnamed(passage, corpus.names))


RULE = Rule(
    code="PF334",
    name="dashes",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("gạch dài thay cho gạch nối", "a dash where a hyphen belongs"),
    reason=Words(
        "Nghị định 30/2020/NĐ-CP viết Tiêu ngữ, khoảng năm, gạch đầu dòng bằng dấu gạch nối (-); gạch dài thường do "
        "phần mềm tự đổi, làm tên gọi, ký hiệu thành khác nhau khi tìm kiếm.",
        "Decree 30/2020/NĐ-CP writes the motto, spans of years and list items with the hyphen (-); dashes are mostly "
        "made by the word processor, and make names and symbols differ in a search.",
    ),
    message=Words(
        "gạch dài “{found}” ({code}) thay cho gạch nối “-”{again}", "“{found}” ({code}) for a hyphen “-”{again}"
    ),
    hint=Words("Dùng dấu gạch nối “-”.", "Use the hyphen “-”."),
    law=decree30("Phụ lục I, Phần I, Mục II.1"),
    flagged=("giai đoạn 2021 – 2025", "kinh tế — xã hội", "chính trị ‑ xã hội"),
    fine=("giai đoạn 2021 - 2025", "kinh tế - xã hội", "nhiệt độ −5 độ"),
    check=check,
    form="U04",
    fixable=True,
)
