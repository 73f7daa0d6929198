"""PF381: an abbreviation is explained where it is first used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planforge.corpus import Corpus, Passage, Voice
from planforge.diagnostics import Severity
from planforge.remembering import remembered
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.punctuation import is_row, masked
from planforge.rules.words.syllables import is_syllable
from planforge.rules.words.telling import Slip, told
from planforge.rules.words.tokens import Token, tokens
from planforge.rules.words.wordlists import words
from planforge.words import Words

CAPITALS = "A-ZĐ"
SHORT = re.compile(rf"[{CAPITALS}][{CAPITALS}a-z]{{0,3}}[{CAPITALS}]{{1,12}}")
# Beside these a short form is part of a symbol, a number or an address.
JOINED = frozenset("/.&-")
ROMAN = re.compile(r"[IVXLCDM]+")
LETTERS = rf"[{CAPITALS}][{CAPITALS}a-z]{{1,16}}"
EXPLAINED = re.compile(
    rf"\(\s*(?:(?:sau đây|dưới đây)?\s*(?:viết|gọi)\s+tắt\s+là\s*:?\s*)?[“\"]?(?P<short>{LETTERS})[”\"]?\s*\)"
    rf"|(?:viết|gọi) tắt là\s*:?\s*[“\"]?(?P<called>{LETTERS})"
    rf"|\b(?P<before>{LETTERS})\s*(?:\((?=[^)\s]{{0,40}}\s)[^)]{{0,300}}\)|(?::|=|là viết tắt)\s)"
)
# The end of a paper: where it goes and who keeps it.
RECIPIENT = re.compile(r"^\s*[-+]\s|^\s*Nơi nhận|^\s*Lưu:|\(để\s[^)]{0,200}\)")
FEWEST_SMALL = 0.4
FEWEST_WORDS = 7
SHORTEST = 3
# Three first letters meet by chance in many texts.
SHORTEST_OF_WORDS = 4


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each abbreviation of Vietnamese words in running text that its document nowhere explains."""
    candidates = [
        (passage, start, end)
        for passage in legible(corpus)
        if _abbreviations(passage.text) and _is_running_text(passage)
        for start, end in _abbreviations(passage.text)
        if not _is_known(passage.text[start:end], corpus)
    ]
    if not candidates:
        return
    paths = {passage.path for passage, _, _ in candidates}
    told_of = {path: _Told.of(passage.text for passage in corpus.passages if passage.path == path) for path in paths}
    yield from told(
        Slip(passage, start, end, like=passage.text[start:end])
        for passage, start, end in candidates
        if told_of[passage.path].leaves_open(passage.text[start:end])
    )


class _Told(NamedTuple):
    """What one document tells of abbreviations: those it explains, and the first letters of its words, line by line."""

    explained: frozenset[str]
    initials: str

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Told:
        lines = list(texts)
        explained = {
            match["short"] or match["called"] or match["before"] for text in lines for match in EXPLAINED.finditer(text)
        }
        initials = "\n".join("".join(_plain(token.text[0]) for token in tokens(text)) for text in lines)
        return cls(frozenset(explained), initials)

    def leaves_open(self, short: str) -> bool:
        """Whether a short form is not explained though it is Vietnamese: it has a đ, or its words are in the text."""
        if short in self.explained or len(short) < SHORTEST:
            return False
        return "Đ" in short or (len(short) >= SHORTEST_OF_WORDS and _plain(short) in self.initials)


def _plain(text: str) -> str:
    """Small letters without marks; đ stays."""
    return "".join(character for character in unicodedata.normalize("NFD", text.casefold()) if character.isalpha())


def _is_running_text(passage: Passage) -> bool:
    """Whether a passage is a sentence: no heading in capitals, no row of a table, no recipient, no name."""
    text = passage.text
    if passage.voice in {Voice.NAME, Voice.TEMPLATE} or RECIPIENT.search(text) or is_row(text):
        return False
    if len(tokens(text)) < FEWEST_WORDS:
        return False
    letters = [character for character in text if character.isalpha()]
    return sum(character.islower() for character in letters) > FEWEST_SMALL * len(letters)


@remembered(20_000)
def _abbreviations(text: str) -> tuple[tuple[int, int], ...]:
    shown = masked(text)
    return tuple(
        (token.start, token.end)
        for token in tokens(text)
        if token.text[-1].isupper()
        and SHORT.fullmatch(token.text)
        and not _is_word(token.text)
        and not any(one in JOINED or one.isdigit() for one in _beside(text, token))
        and shown[token.start : token.end] == token.text
    )


def _beside(text: str, token: Token) -> str:
    return text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]


def _is_word(found: str) -> bool:
    """Whether the capitals are a number, or a word that is only written large."""
    return ROMAN.fullmatch(found) is not None or is_syllable(found) or not found[-1].isupper()


def _is_known(found: str, corpus: Corpus) -> bool:
    return found in words("abbreviations") or any(found in name.split() for name in corpus.names.abbreviations)


RULE = Rule(
    code="PF381",
    name="unexplained-abbreviation",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("chữ viết tắt không giải thích", "an abbreviation that is not explained"),
    reason=Words(
        "Cụm từ được dùng nhiều lần thì có thể viết tắt, nhưng lần đầu phải viết đầy đủ và đặt chữ viết tắt trong "
        "ngoặc đơn. Chữ viết tắt thông dụng (UBND, VT), ký hiệu văn bản và nơi nhận không báo.",
        "A phrase that is used often may be abbreviated, but is written out the first time, the abbreviation in "
        "brackets behind it. Common ones (UBND, VT), symbols of instruments and recipients are left alone.",
    ),
    message=Words(
        "chữ viết tắt “{found}” chưa được giải thích trong văn bản{again}",
        "the abbreviation “{found}” is explained nowhere in this document{again}",
    ),
    hint=Words(
        "Viết đầy đủ ở lần đầu: “… (sau đây viết tắt là {found})”.",
        "Write it out the first time: “… (sau đây viết tắt là {found})”.",
    ),
    flagged=("báo cáo kết quả công tác TĐKT của các đơn vị", "các thành viên BCĐTĐ tham gia đầy đủ"),
    fine=(
        "Hội đồng Thi đua - Khen thưởng (sau đây viết tắt là HĐTĐKT) đã họp; HĐTĐKT kết luận",
        "Luật số 06/2022/QH15, Quyết định số 84/QĐ-BTP, Đại hội XIII",
        "- Lưu: VT, HSTĐCTĐSII.",
        "KẾ HOẠCH PHÁT ĐỘNG",
        "UBND tỉnh",
    ),
    check=check,
)
