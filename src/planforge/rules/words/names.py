"""Official names in a text: where one is written otherwise than its registry, or the law, has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from planforge.citations.kinds import law_names
from planforge.corpus import OfficialNames, Passage
from planforge.remembering import remembered
from planforge.rules.words.marks import style_of
from planforge.rules.words.tokens import Token, tokens
from planforge.rules.words.wordlists import lines

# Words before which the last syllable of another word would be taken for the beginning of a name: "cán bộ tư pháp".
NOT_BEFORE = {
    "bộ": frozenset("cán nội toàn đảng chi cục một đồng tiến đội thân trích phiến công trung thứ".split()),
    "vụ": frozenset("phục nhiệm nghiệp công dịch chức nội sự thời thường tác mùa án đặc giáo học nghĩa".split()),
    "ban": frozenset("tiểu ủy phòng phân các".split()),
    "báo": frozenset("thông cảnh dự tố tình trình khai".split()),
    "viện": frozenset("bệnh học".split()),
    "trường": frozenset("thị môi hiện thao nhà quan lập".split()),
    "cục": frozenset("tổng bưu".split()),
    "cờ": frozenset("quốc đảng".split()),
}
SEVERAL = frozenset("các những mỗi từng mấy nhiều hai ba bốn năm sáu bảy tám chín mười".split())
ROMAN = re.compile(r"[IVX]+")
LOOSE_GAP = re.compile(r"\s*[,–—‑‐-]?\s*")
LIST_GAP = re.compile(r"\s*,\s*|\s+")
QUOTES = frozenset('“"‘«')
# A shared beginning shorter than this says nothing: "Cục", "Viện Khoa học".
SHORTEST_SHARED = 3
# Names as short as "Chính phủ", and titles as "Lao động tiên tiến", are also words of daily speech.
LONGEST_COMMON = 2
AWARD_WORDS = frozenset({"Cờ", "Bằng", "Huân", "Huy", "Giấy", "Kỷ", "Anh"})


class NameKind(StrEnum):
    """What a name names, which decides the rule that speaks of it."""

    BODY = "body"
    AWARD = "award"
    CLUSTER = "cluster"
    MOVEMENT = "movement"
    LAW = "law"


class Misnamed(NamedTuple):
    """A stretch that means an official name and is not written so; `certain` if only capitals and dashes differ."""

    start: int
    end: int
    official: str
    kind: NameKind
    certain: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name to look for: its words, the gaps between them, and what must be written.

    `official` is what must be written where it differs from the words looked for. `any_case`: capitals are free.
    `capital`: judged only where it begins with one. `quoted`: only right behind a quotation mark.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    written: str
    kind: NameKind
    official: str = ""
    any_case: bool = False
    capital: bool = False
    quoted: bool = False
    number: bool = False


def misnamed(passage: Passage, names: OfficialNames) -> tuple[Misnamed, ...]:
    """The places in a passage where an official name is written otherwise."""
    return _misnamed(passage.text, names)


@remembered(20_000)
def _misnamed(text: str, names: OfficialNames) -> tuple[Misnamed, ...]:
    book = _book(names)
    words = tokens(text)
    keys = [_key(word.text) for word in words]
    found: list[Misnamed] = []
    last = -1
    for index in [index for index, key in enumerate(keys) if key in book]:
        name = next((one for one in book[keys[index]] if _stands_at(text, words, keys, index, one)), None)
        if name is None or index <= last:
            continue
        last = index + len(name.words) - 1
        judged = _judged(text, words, index, last, name)
        found += [judged] if judged else []
        found += _elided(text, words, keys, last, name, book)
    return tuple(found)


@remembered(16384)
def _key(word: str) -> str:
    """A word as names are compared by: capitals, the style of tone marks and sỹ for sĩ aside."""
    found = style_of(word)
    small = (found[1] if found else word).casefold()
    return "sĩ" if small == "sỹ" else small


@lru_cache(maxsize=8)
def _book(names: OfficialNames) -> dict[str, tuple[Name, ...]]:
    """All names by their first word, the longest first; those of the registries before those of the law."""
    found: dict[str, dict[tuple[str, ...], Name]] = {}
    for name in _names(names):
        found.setdefault(name.words[0], {}).setdefault(name.words, name)
    return {key: tuple(sorted(group.values(), key=lambda one: -len(one.words))) for key, group in found.items()}


def _names(names: OfficialNames) -> Iterator[Name]:
    for written in (*names.units, *names.bodies):
        yield _name(written, NameKind.BODY, capital=len(written.split()) <= LONGEST_COMMON)
        first, _, rest = written.partition(" ")
        if first == "Trường" and len(rest.split()) > SHORTEST_SHARED:
            yield _name(rest, NameKind.BODY)
    for written in names.clusters:
        yield from _cluster(written)
    for written in names.awards:
        yield from _award(written)
    for written in (*names.movements, *lines("movements")):
        yield _name(written, NameKind.MOVEMENT, quoted=True)
    for line in lines("bodies"):
        yield _name(line.lstrip("~"), NameKind.BODY, capital=line.startswith("~"))
    for line in lines("awards"):
        if line.startswith("~"):
            yield _name(line.lstrip("~"), NameKind.AWARD, any_case=True)
        else:
            yield from _award(line)
    for law in law_names():
        yield _name(f"Luật {law}", NameKind.LAW, capital=True)
        yield _name(f"Bộ luật {law}", NameKind.LAW, capital=True)


def _name(
    written: str,
    kind: NameKind,
    *,
    official: str = "",
    any_case: bool = False,
    capital: bool = False,
    quoted: bool = False,
    number: bool = False,
) -> Name:
    words = tokens(written)
    gaps = tuple(written[one.end : two.start] for one, two in pairwise(words))
    keys = tuple(_key(word.text) for word in words)
    return Name(keys, gaps, written, kind, official, any_case, capital, quoted, number)


def _cluster(written: str) -> Iterator[Name]:
    """A cluster, and where its name ends in a Roman number, all of that family, also with an Arabic one."""
    head, _, last = written.rpartition(" ")
    if not (head and ROMAN.fullmatch(last)):
        yield _name(written, NameKind.CLUSTER)
        return
    first = head.split()[0]
    for number, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1):
        yield _name(f"{head} {roman}", NameKind.CLUSTER)
        yield _name(f"{head} {number}", NameKind.CLUSTER, official=f"{head} {roman}")
        yield _name(f"{first} số {number}", NameKind.CLUSTER, official=f"{head} {roman}")


def _award(written: str) -> Iterator[Name]:
    """An award, also without the "của" it has, or with one it has not."""
    yield _name(written, NameKind.AWARD, capital=written.split(maxsplit=1)[0] not in AWARD_WORDS)
    if " của " in written:
        yield _name(written.replace(" của ", " ", 1), NameKind.AWARD, official=written)
    elif written.startswith("Cờ thi đua "):
        yield _name(written.replace("Cờ thi đua ", "Cờ thi đua của ", 1), NameKind.AWARD, official=written)


def _stands_at(text: str, words: tuple[Token, ...], keys: list[str], index: int, name: Name) -> bool:
    """Whether a name stands here, in whatever capitals and with whatever dashes."""
    end = index + len(name.words)
    if tuple(keys[index:end]) != name.words:
        return False
    for offset, gap in enumerate(name.gaps):
        found = text[words[index + offset].end : words[index + offset + 1].start]
        if not (found.isspace() if gap.isspace() else LOOSE_GAP.fullmatch(found)):
            return False
    first = words[index]
    if name.quoted:
        return text[max(0, first.start - 1) : first.start] in QUOTES
    return first.text[0].isupper() or not (name.capital or _belongs_to_word_before(text, words, index))


def _belongs_to_word_before(text: str, words: tuple[Token, ...], index: int) -> bool:
    if index == 0 or not text[words[index - 1].end : words[index].start].isspace():
        return False
    return _key(words[index - 1].text) in NOT_BEFORE.get(_key(words[index].text), frozenset())


def _judged(text: str, words: tuple[Token, ...], index: int, last: int, name: Name) -> Misnamed | None:
    start, end = words[index].start, words[last].end
    written = _tidy(text, words, index, last)
    wanted = name.official or name.written
    if _is_right(written, wanted, name, several=_are_several(words, index)):
        return None
    certain = _letters(written) == _letters(wanted)
    return Misnamed(start, end, wanted.upper() if _all_capitals(written) else wanted, name.kind, certain)


def _tidy(text: str, words: tuple[Token, ...], index: int, last: int) -> str:
    """The stretch with old-style tone marks and single blanks."""
    parts = [_old_style(words[index].text)]
    for position in range(index + 1, last + 1):
        gap = text[words[position - 1].end : words[position].start]
        parts += [" " if gap.isspace() else re.sub(r"\s+", " ", gap), _old_style(words[position].text)]
    return "".join(parts)


@remembered(20_000)
def _old_style(word: str) -> str:
    found = style_of(word)
    return found[1] if found else word


def _is_right(written: str, wanted: str, name: Name, *, several: bool) -> bool:
    if written == wanted or (_all_capitals(written) and written == wanted.upper()):
        return True
    if name.any_case:
        return written.casefold() == wanted.casefold()
    return several and name.kind is NameKind.BODY and written == wanted[0].lower() + wanted[1:]


def _all_capitals(written: str) -> bool:
    return written.isupper() and len(written) > 3


def _are_several(words: tuple[Token, ...], index: int) -> bool:
    """Whether a number or "các" stands before: "ba trường Cao đẳng Luật"."""
    return index > 0 and (words[index - 1].text.isdigit() or words[index - 1].text.casefold() in SEVERAL)


def _letters(text: str) -> str:
    """What is left when capitals, dashes and blanks do not count."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _elided(
    text: str, words: tuple[Token, ...], keys: list[str], last: int, name: Name, book: dict[str, tuple[Name, ...]]
) -> Iterable[Misnamed]:
    """Names that go on with the beginning of this one: "Trường Cao đẳng Luật miền Bắc, miền Trung và Miền Nam"."""
    if name.kind is not NameKind.BODY:
        return
    endings = [
        (one.words[shared:], one.written)
        for one in book.get(name.words[0], ())
        if one.words != name.words
        for shared in range(SHORTEST_SHARED, _shared(one.words, name.words) + 1)
        if shared < len(one.words)
    ]
    index = last + 1
    while index < len(words) and LIST_GAP.fullmatch(text[words[index - 1].end : words[index].start]):
        if keys[index] != "và" and "," not in text[words[index - 1].end : words[index].start]:
            return
        index += keys[index] == "và"
        ending = next((one for one in endings if tuple(keys[index : index + len(one[0])]) == one[0]), None)
        if ending is None:
            return
        end = index + len(ending[0])
        written = " ".join(word.text for word in words[index:end])
        wanted = " ".join(ending[1].split()[-len(ending[0]) :])
        if written != wanted:
            yield Misnamed(words[index].start, words[end - 1].end, wanted, name.kind, certain=True)
        index = end


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    count = 0
    for one, two in zip(first, second, strict=False):
        if one != two:
            break
        count += 1
    return count
