"""PF303: every character means something to every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]+")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each run of characters of private use, and of the one that stands for a lost character."""
    yield from told(
        Slip(passage, match.start(), match.end(), values={"code": f"U+{ord(match[0][0]):04X}"})
        for passage in corpus.passages
        for match in UNREADABLE.finditer(passage.text)
    )


RULE = Rule(
    code="PF303",
    name="unreadable-characters",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("ký tự không đọc được", "characters that cannot be read"),
    reason=Words(
        "Ký tự vùng dùng riêng chỉ hiện đúng với một phông trên một máy; U+FFFD là dấu vết của chữ đã mất khi chuyển "
        "mã.",
        "Characters of private use show only with one font on one machine; U+FFFD is the trace of a letter that was "
        "lost in conversion.",
    ),
    message=Words(
        "ký tự {code} không thuộc bảng mã chung, nơi nhận sẽ thấy ô vuông{again}",
        "{code} belongs to no common character set, readers will see a box{again}",
    ),
    hint=Words("Gõ lại chữ bị mất.", "Type the lost letter again."),
    flagged=("C\ufffdng hòa xã hội chủ nghĩa Việt Nam", "\uf0b7 Bộ Tư pháp", "thi đua\ue000"),
    fine=("Cộng hòa xã hội chủ nghĩa Việt Nam", "• Bộ Tư pháp"),
    check=check,
    form="U02",
)
