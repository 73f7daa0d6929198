"""PF302: nothing invisible stands between the letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import decoded
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# Zero-width characters and joiners, soft hyphens, marks that turn the direction of writing, control characters. Line
# ends, tabs and the form feed between two pages are layout.
INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\ufe00-\ufe0f"
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029]+"
)
SEPARATORS = frozenset("\u2028\u2029\x0b\x85")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each run of invisible characters."""
    yield from told(_slips(corpus))


def _slips(corpus: Corpus) -> Iterator[Slip]:
    for passage in corpus.passages:
        # A soft hyphen is a letter of TCVN3.
        if not INVISIBLE.search(passage.text) or decoded(passage.text):
            continue
        for match in INVISIBLE.finditer(passage.text):
            code = f"U+{ord(match[0][0]):04X}"
            name = unicodedata.name(match[0][0], "CONTROL CHARACTER")
            fix = " " if SEPARATORS.intersection(match[0]) else ""
            yield Slip(passage, match.start(), match.end(), fix, {"code": code, "character": name})


RULE = Rule(
    code="PF302",
    name="invisible-characters",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("ký tự không nhìn thấy", "invisible characters"),
    reason=Words(
        "Ký tự rộng bằng không, gạch nối mềm, dấu đổi chiều chữ thường theo vào khi chép từ trang web, tin nhắn, tệp "
        "PDF; mắt không thấy nhưng tìm kiếm, đối chiếu đều hỏng, dấu đổi chiều còn làm chữ in khác chữ gõ.",
        "Zero-width characters, soft hyphens and marks that turn the direction of writing come along from web pages, "
        "messages and PDF files; nobody sees them, but searching and comparing fail, and print may differ from what "
        "was typed.",
    ),
    message=Words("có ký tự không nhìn thấy {code} ({character}){again}", "invisible {code} ({character}){again}"),
    hint=Words("Xóa ký tự này.", "Delete it."),
    flagged=("thi\u200b đua, khen thưởng", "phong trào\u00ad thi đua", "Bộ\u202e Tư pháp"),
    fine=("thi đua, khen thưởng", "Số:\t/QĐ-BTP"),
    check=check,
    form="U02",
    fixable=True,
)
