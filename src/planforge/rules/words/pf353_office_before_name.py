"""PF353: an office right before a person's name begins with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.legacy import legible
from planforge.rules.words.marks import FAMILY_NAMES
from planforge.rules.words.syllables import CAPITAL, SMALL
from planforge.rules.words.telling import Slip, told
from planforge.rules.words.tokens import tokens
from planforge.words import Words

OFFICES = (
    "Tổng Bí thư", "Thủ tướng", "Chủ tịch nước", "Chủ tịch", "Bộ trưởng", "Thứ trưởng", "Tổng cục trưởng", "Cục trưởng",
    "Vụ trưởng", "Viện trưởng", "Tổng Giám đốc", "Giám đốc", "Hiệu trưởng", "Tổng Biên tập", "Chánh Văn phòng",
    "Chánh Thanh tra", "Trưởng phòng", "Trưởng ban", "Bí thư", "Giáo sư", "Tiến sĩ", "Thạc sĩ", "Trung tướng",
    "Thiếu tướng", "Đại tá",
)  # fmt: skip
WRITTEN = {office.casefold(): office for office in OFFICES}
OFFICE = re.compile(
    rf"\b(?P<deputy>phó\s+)?(?P<office>{'|'.join(sorted(WRITTEN, key=len, reverse=True))})\s+$", re.IGNORECASE
)
# A person has a family name and at least one other; "Đoàn Thanh niên" has one capital word and is none.
HOLDER = re.compile(rf"\s+[{CAPITAL}][{SMALL}]*\b(?!\s+[{SMALL}]+\s+[{CAPITAL}])")
LONGEST_OFFICE = 24
DEGREES = frozenset({"Giáo sư", "Tiến sĩ", "Thạc sĩ"})


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each office in small letters that stands next to the name of its holder."""
    yield from told(slip for passage in legible(corpus) for slip in _slips(passage))


def _slips(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    for token in tokens(text):
        if token.text not in FAMILY_NAMES or token.text == "Đoàn" or not HOLDER.match(text, token.end):
            continue
        match = OFFICE.search(text, max(0, token.start - LONGEST_OFFICE), token.start)
        if match and not match["office"].isupper():
            found, wanted = " ".join(text[match.start() : match.end("office")].split()), _wanted(match)
            if found != wanted:
                yield Slip(passage, match.start(), match.end("office"), wanted, {"wanted": wanted})


def _wanted(match: re.Match[str]) -> str:
    office = WRITTEN[" ".join(match["office"].split()).casefold()]
    if office in DEGREES or not match["deputy"]:
        return (match["deputy"] or "") + office
    return f"Phó {office}"


RULE = Rule(
    code="PF353",
    name="office-before-name",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("chức vụ liền với tên người không viết hoa", "an office before a name in small letters"),
    reason=Words(
        "Tên chức vụ, học vị viết hoa khi đi liền với tên người cụ thể: “Thứ trưởng Nguyễn Văn A”; nói chung thì viết "
        "thường: “thủ trưởng các đơn vị”.",
        "An office or degree begins with a capital right before the name of a person: “Thứ trưởng Nguyễn Văn A”; in "
        "general it does not: “thủ trưởng các đơn vị”.",
    ),
    message=Words(
        "chức vụ “{found}” đi liền với tên người, phải viết hoa: “{wanted}”{again}",
        "the office “{found}” stands before a person's name and begins with a capital: “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=decree30("Phụ lục II, Mục V.3", "Appendix II, section V.3"),
    flagged=("ý kiến chỉ đạo của thứ trưởng Nguyễn Văn A", "ông phó giám đốc Trần Thị B"),
    fine=("Thứ trưởng Nguyễn Văn A", "thủ trưởng các đơn vị, giám đốc các trung tâm", "nguyên Bộ trưởng Lê Văn C"),
    check=check,
    fixable=True,
)
