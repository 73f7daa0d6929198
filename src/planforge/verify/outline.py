"""The numbered and dashed paragraphs of a text, by their labels: as typed, or as Word counts by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planforge.convert.numbering import POINT_LETTERS, ROMAN
from planforge.verify.anatomy import Level, Numbered
from planforge.verify.likeness import mostly_capitals
from planforge.verify.reading import Paragraph
from planforge.verify.stance import is_bold

_ORDINAL_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LONGEST_TITLE = 220
_LONGEST_BOLD_TITLE = 90


@dataclass(frozen=True, slots=True)
class Label:
    """The beginning of a numbered paragraph: `end` is where its own words begin."""

    level: Level
    text: str
    number: int | None
    end: int


def _roman(text: str) -> int | None:
    values = {sign: value for value, sign in ROMAN if len(sign) == 1}
    total = 0
    for here, following in zip(text, [*text[1:], ""], strict=True):
        value = values.get(here)
        if value is None:
            return None
        total += -value if values.get(following, 0) > value else value
    return total


def _arabic(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _roman_or_arabic(text: str) -> int | None:
    lowered = text.lower()
    if lowered.startswith("thứ "):
        word = lowered.removeprefix("thứ ").strip()
        return _ORDINAL_WORDS.index(word) + 1 if word in _ORDINAL_WORDS else None
    return _arabic(text) if text.isdecimal() else _roman(text.upper())


def _last(text: str) -> int | None:
    return _arabic(text.rstrip(".").rpartition(".")[2])


def _letter(text: str) -> int | None:
    lowered = text.lower()
    return POINT_LETTERS.index(lowered) + 1 if len(lowered) == 1 and lowered in POINT_LETTERS else None


def _capital(text: str) -> int | None:
    return ord(text) - ord("A") + 1


def _nothing(_: str) -> int | None:
    return None


_CAPITAL = f"[{''.join(chr(code) for code in range(0x1F00) if chr(code).isupper())}]"
_COUNT = r"(\d{1,3}|[IVXLivxl]{1,7}|[Tt]hứ \w+)"
# "Điều 3 Luật Thi đua …" begins a sentence that speaks of another text.
_OF_LAW = r"(?!Luật|Bộ luật|Pháp lệnh|Nghị|Quyết|Thông tư|Hiến)"
_FORMS: tuple[tuple[Level, re.Pattern[str], Callable[[str], int | None]], ...] = (
    (Level.PART, re.compile(rf"(?:Phần|PHẦN|phần) {_COUNT}(?![\w)])[.:]?"), _roman_or_arabic),
    (Level.CHAPTER, re.compile(rf"(?:Chương|CHƯƠNG|chương) {_COUNT}(?![\w)])[.:]?"), _roman_or_arabic),
    (
        Level.SECTION_TITLE,
        re.compile(rf"(?:Mục|MỤC|mục|Tiểu mục|TIỂU MỤC|tiểu mục) {_COUNT}(?:[.:](?!\d)|(?=$)|(?= {_CAPITAL}{{2}}))"),
        _roman_or_arabic,
    ),
    (Level.ARTICLE, re.compile(rf"(?:Điều|ĐIỀU|điều) (\d{{1,3}})(?:[.:]|(?=$)|(?= {_OF_LAW}{_CAPITAL}))"), _arabic),
    (Level.CAPITAL, re.compile(r"([A-HK-U])\.(?= )"), _capital),
    (
        Level.HEADING,
        re.compile(rf"([IVX]{{1,6}})(?:[.):](?=\s|[^\W\d_]|$)|[/-](?=\s)|(?= {_CAPITAL}{{2}}))"),
        _roman,
    ),
    (
        Level.DECIMAL,
        re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.)](?=\s|[^\W\d_]|$)|(?= [“]?{_CAPITAL}))"),
        _last,
    ),
    (Level.CLAUSE, re.compile(r"(\d{1,2})(?:[.)](?=\s|[^\W\d_]|[“\"]|$)|[/-](?=\s))"), _arabic),
    (Level.POINT, re.compile(rf"([a-zđăâêôơư]|{_CAPITAL})\)(?=\s|[^\W_]|$)"), _letter),
    (Level.POINT, re.compile(rf"([a-zđăâêôơư])[./](?=\s|{_CAPITAL})"), _letter),
    (Level.DASH, re.compile(r"([-–—+•*●▪])(?=\s|[^\W\d_]|[“\"(])"), _nothing),
)


def label_of(paragraph: Paragraph) -> Label | None:
    """How a paragraph is numbered; None where it is not."""
    words = paragraph.words
    if paragraph.auto_number:
        own = " ".join(paragraph.auto_number.split())
        label = _matched(f"{own} {words}")
        if label is not None:
            return label
        return Label(Level.DASH, own, None, len(own)) if own else None
    return _matched(words)


def _matched(words: str) -> Label | None:
    for level, pattern, value in _FORMS:
        match = pattern.match(words)
        if match:
            return Label(level, match[0].strip(), value(match[1]), match.end())
    return None


def numbered_paragraphs(paragraphs: Sequence[Paragraph], annex: int | None = None) -> Iterator[Numbered]:
    """The numbered paragraphs outside tables, in order."""
    for paragraph in paragraphs:
        if paragraph.cell is not None or not paragraph.words:
            continue
        label = label_of(paragraph)
        if label is not None and (label.level is not Level.CAPITAL or _is_heading(paragraph)):
            titled = _is_titled(paragraph, label)
            yield Numbered(paragraph, label.level, label.text, label.number, titled, annex)


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph looks like a heading: what begins "A. " may be somebody's initial."""
    return is_bold(paragraph) or mostly_capitals(paragraph.words)


def _is_titled(paragraph: Paragraph, label: Label) -> bool:
    """Whether a numbered paragraph is a heading: it ends no sentence, or is short and bold."""
    if label.level in (Level.PART, Level.CAPITAL, Level.CHAPTER, Level.SECTION_TITLE, Level.HEADING):
        return True
    if label.level is Level.DASH:
        return False
    words = paragraph.words
    if words.endswith((".", ";", ":", ",", "…", "/")):
        return is_bold(paragraph) and len(words) <= _LONGEST_BOLD_TITLE and not words.endswith((";", ",", "./."))
    return len(words) <= _LONGEST_TITLE
