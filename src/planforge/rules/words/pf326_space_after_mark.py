"""PF326: a space stands behind a comma, a full stop or the like, and around brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import is_form, places
from planforge.rules.words.syllables import CAPITAL
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

MARK = re.compile(rf"[,;:?!)”(“]|\.\.\.|…|\.(?=[{CAPITAL}])")
CLOSING = frozenset(")]”’")
OPENING = frozenset("“‘(")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each mark with a word too close to it."""
    yield from told(_slip(passage, match) for passage, match in places(corpus, MARK) if _is_slip(match))


def _slip(passage: Passage, match: re.Match[str]) -> Slip:
    mark = match[0]
    fix = f" {mark}" if mark in OPENING else f"{mark} "
    return Slip(passage, match.start(), match.end(), fix, {"mark": mark}, like=mark)


def _is_slip(match: re.Match[str]) -> bool:
    mark, text = match[0], match.string
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if mark in {",", ";"}:
        return (before.isalnum() or before in CLOSING) and (behind.isalpha() or behind in OPENING) and bool(behind)
    if mark in {"...", "…"}:
        return before.isalpha() and behind.isalpha() and not is_form(match)
    if mark == ".":
        return _ends_a_word(text, match.start()) and text[match.end() + 1 : match.end() + 2].islower()
    if mark in OPENING:
        return _are_words(text[match.start() - 2 : match.start()], text[match.end() : match.end() + 2])
    return behind.isalpha() and (
        _are_words(text[match.start() - 2 : match.start()]) if mark == ")" else before.isalpha()
    )


def _ends_a_word(text: str, position: int) -> bool:
    """Whether a sentence can end here: after a word in small letters, not after "TP" or "ThS"."""
    before = text[max(0, position - 2) : position]
    return (len(before) == 2 and before.islower() and before.isalpha()) or before[-1:] in CLOSING


def _are_words(*parts: str) -> bool:
    return all(len(part) == 2 and part.isalpha() for part in parts)


RULE = Rule(
    code="PF326",
    name="space-after-mark",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("thiếu dấu cách cạnh dấu câu", "no space beside a punctuation mark"),
    reason=Words(
        "Sau dấu phẩy, chấm, chấm phẩy, hai chấm, sau ngoặc đóng và trước ngoặc mở có một dấu cách; viết dính thì "
        "hai từ thành một khi ngắt dòng, tìm kiếm.",
        "A space stands behind commas, full stops and colons, behind closing and before opening brackets; without it "
        "two words are one for line breaks and searches.",
    ),
    message=Words("thiếu dấu cách cạnh dấu “{mark}”{again}", "no space beside “{mark}”{again}"),
    hint=Words("Thêm một dấu cách.", "Add a space."),
    flagged=(
        "trên cơ sở chức năng,nhiệm vụ được giao",
        "của Bộ Tư pháp.Đồng thời, các đơn vị",
        "lý lịch tư pháp...trong đó chú trọng",
        "các đơn vị(trong đó có Trưởng Cụm)",
    ),
    fine=(
        "đạt 98,5% kế hoạch; tỷ lệ 1:2",
        "xem https://moj.gov.vn,hoặc gửi thư tới ban@vidu.vn",
        "ngày...tháng...năm 2023",
        "Quyết định số 84/QĐ-BTP ngày 31/01/2023",
        "TP.Hồ Chí Minh, PGS.TS",
    ),
    check=check,
    form="U06",
    fixable=True,
)
