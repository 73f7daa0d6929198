"""PF304: every letter is the Vietnamese one, not one that looks like it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.lookalikes import alike_words
from planforge.rules.words.telling import Slip, told
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each word with a foreign letter among its own."""
    yield from told(
        Slip(
            passage,
            found.start,
            found.end,
            found.wanted,
            {
                "wanted": found.wanted,
                "letter": found.letter,
                "code": f"U+{ord(found.letter):04X}",
                "character": unicodedata.name(found.letter, ""),
            },
        )
        for passage in legible(corpus)
        for found in alike_words(passage.text)
    )


RULE = Rule(
    code="PF304",
    name="lookalike-letters",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("chữ cái của bảng chữ khác trông giống chữ Việt", "letters of another alphabet that look Vietnamese"),
    reason=Words(
        "Chữ Kirin, chữ Hy Lạp, chữ Ð (Eth) thay cho Đ, chữ ƣ (U+01A3) thay cho ư in ra giống hệt nhưng là ký tự khác: "
        "tìm không thấy, sắp xếp sai, phần mềm đọc sai. Chúng thường do phông cũ, quét ảnh hoặc chép từ PDF.",
        "Cyrillic, Greek, Eth for Đ, U+01A3 for ư: printed alike, but other characters, so that searching, sorting and "
        "reading aloud fail. They come from old fonts, scans and PDF files.",
    ),
    message=Words(
        "“{found}” có chữ “{letter}” ({code}, {character}) không phải chữ Việt, phải là “{wanted}”{again}",
        "“{found}” has “{letter}” ({code}, {character}), which is no Vietnamese letter; write “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=Words(
        "TCVN 6909:2001; mục I.3, Phần I, Phụ lục I, Nghị định 30/2020/NĐ-CP",
        "TCVN 6909:2001; Appendix I, part I, section I.3, Decree 30/2020/NĐ-CP",
    ),
    flagged=("Bộ Tư рháp", "Ðộc lập - Tự do - Hạnh phúc", "đƣợc Bộ trưởng khen", "Số: 05/КН-BTP"),
    fine=("Độc lập - Tự do - Hạnh phúc", "hệ số α = 0,5", "báo Правда", "được Bộ trưởng khen"),
    check=check,
    form="U07",
    fixable=True,
)
