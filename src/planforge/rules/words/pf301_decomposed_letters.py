"""PF301: letters are written with one character each, as Unicode's form NFC has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """In each passage, the stretch from the first to the last letter that is put together."""
    for passage in (*corpus.passages, *corpus.unnormalised):
        text = passage.text
        if unicodedata.is_normalized("NFC", text):
            continue
        wanted = unicodedata.normalize("NFC", text)
        start = next(index for index, pair in enumerate(zip(text, wanted, strict=False)) if pair[0] != pair[1])
        behind = 0
        while behind < min(len(text), len(wanted)) - start and text[-1 - behind] == wanted[-1 - behind]:
            behind += 1
        end = len(text) - behind
        yield passage.finding(start, end, fix=wanted[start : len(wanted) - behind], count=_marks(text))


def _marks(text: str) -> int:
    return len(text) - len(unicodedata.normalize("NFC", text))


RULE = Rule(
    code="PF301",
    name="decomposed-letters",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("chữ có dấu bị tách rời", "letters taken apart from their marks"),
    reason=Words(
        "Mỗi chữ cái tiếng Việt có một mã dựng sẵn (chuẩn NFC). Khi dấu bị tách thành ký tự riêng, chữ vẫn trông như "
        "cũ nhưng tìm kiếm, so sánh, sắp xếp đều sai và dấu có thể lệch khi in.",
        "Every Vietnamese letter has one composed character (form NFC). With marks as characters of their own the text "
        "looks the same, but searching, comparing and sorting fail, and marks may be misplaced in print.",
    ),
    message=Words(
        "{count} dấu được gõ thành ký tự riêng, không nằm trong chữ cái (không phải dạng NFC)",
        "{count} marks are characters of their own, apart from their letters (not in form NFC)",
    ),
    hint=Words("Chuyển về Unicode dựng sẵn (NFC).", "Convert to composed Unicode (NFC)."),
    law=Words(
        "TCVN 6909:2001; mục I.3, Phần I, Phụ lục I, Nghị định 30/2020/NĐ-CP",
        "TCVN 6909:2001; Appendix I, part I, section I.3, Decree 30/2020/NĐ-CP",
    ),
    flagged=("Co\u0323\u0302ng hòa xã hội chủ nghĩa Việt Nam", "Bô\u0323 Tư pháp"),
    fine=("Cộng hòa xã hội chủ nghĩa Việt Nam",),
    check=check,
    form="U01",
    fixable=True,
)
