"""How many things are listed behind a count: between a least and a most, since a name may hold a comma itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planforge.rules.countable import NOUNS, StatedCount, stated
from planforge.rules.quantities import COUNT, value_of

UPPER = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
# First words of the names of units: before them a comma, or an "and", parts two names.
KINDS = (
    "Trường|Học viện|Viện|Tạp chí|Báo|Nhà xuất bản|Trung tâm|Cục|Tổng cục|Tổng Cục|Vụ|Sở|Ban|Phòng|Khoa|Thanh tra|"
    "Văn phòng|Chi cục|Công ty|Ủy ban|Hội|Đoàn"
)
LIST = re.compile(
    rf"({COUNT}) ({NOUNS})\b(?P<between>[^.:;!?\d“”()]{{0,60}}?)"
    r"(?:,? ?(?:bao gồm|gồm có|gồm|là|đó là)? ?: (?=(?P<behind>.{1,3000}))"
    r"|,? \((?:(?:bao gồm|gồm có|gồm):? )?(?P<inside>[^()]{1,3000})\))",
    re.IGNORECASE | re.DOTALL,
)
END = re.compile(r"\.(?:\s|$)|\)")
# A list that says itself that it is not whole, or in which things are counted once more.
SOME = re.compile(r"\b(?:trong đó|như|tiêu biểu|điển hình|nhất là|đặc biệt|chủ yếu|trước hết)\b", re.IGNORECASE)
OPEN = re.compile(r"\.\.\.|…|v\.v|trong đó|các \w+ (?:\w+ )?khác|^\s*(?:" + COUNT + r")\s", re.IGNORECASE)
# What stands in sentences and not in names: such a list is parted by semicolons only.
SENTENCE = re.compile(
    r"\b(?:chủ trì|phối hợp|xây dựng|thực hiện|báo cáo|chuẩn bị|đề nghị|được|đã|có|phải|cần|do|để|với)\b", re.IGNORECASE
)
BUNDLE = re.compile(rf"(?:\bcùng(?: với)?|\bvà|[,;]) ({COUNT}) (?:{NOUNS})\b[^;]*", re.IGNORECASE)
SURE = re.compile(rf";\s*(?:và )?(?=\S)|,\s+(?=(?:{KINDS}) )|\s+(?:và|cùng|cùng với)\s+(?=(?:{KINDS}) )")
POSSIBLE = re.compile(rf";\s*(?=\S)|,\s+(?=[{UPPER}])")
AND = re.compile(rf"\s+(?:và|cùng|cùng với)\s+(?=[{UPPER}])")
MARKER = re.compile(r"\s*(?:(?P<dash>[-–•+*])|(?P<letter>[a-zđ])\)|(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)])\s")
LETTERS = "abcdđeghiklmnopqrstuvxy"


def listed_within(text: str) -> Iterator[tuple[StatedCount, tuple[int, int]]]:
    """The counts of a text with a list of names behind them, and how many there are at least and at most."""
    for match in LIST.finditer(text):
        count = stated(match)
        entries = match["inside"] or END.split(match["behind"], maxsplit=1)[0]
        if count is None or OPEN.search(entries) or SOME.search(match["between"]):
            continue
        bundled = [value_of(bundle[1]) or 0 for bundle in BUNDLE.finditer(entries)]
        entries = BUNDLE.sub("", entries)
        least = (entries.count(";") if SENTENCE.search(entries) else len(SURE.findall(entries))) + 1
        # Where semicolons part the names, an "and" can do so only before the last one.
        last = entries.rpartition(";")[2]
        most = len(POSSIBLE.findall(entries)) + len(AND.findall(last)) + 1
        if least > 1:
            yield count, (least + sum(bundled), max(least, most) + sum(bundled))


def listed_below(texts: Iterable[str]) -> int | None:
    """How many points of one kind follow at once; None where none does, or where they are not numbered in order."""
    count, kind = 0, ""
    for text in texts:
        match = MARKER.match(text)
        if not count:
            if match is None:
                return None
            kind = _kind(match)
        if match is None or _kind(match) != kind:
            if _ends(match, kind):
                break
            continue
        place = _place(match)
        if place is not None and place != count + 1:
            return None if place != 1 else count or None
        count += 1
    return count or None


def _kind(match: re.Match[str]) -> str:
    """The level of a point: the sign of a dash, a letter, or a number below some other."""
    number = match["number"]
    return f"number {number.rpartition('.')[0]}" if number else match["dash"] or "letter"


def _ends(match: re.Match[str] | None, kind: str) -> bool:
    """Whether a passage of another kind ends a list.

    A plain passage ends dashes, and may go on with a numbered point; a number ends letters and dashes, and a shorter
    one a longer one.
    """
    numbered = kind.startswith("number ")
    if match is None:
        return not numbered and kind != "letter"
    if not match["number"]:
        return bool(match["letter"]) and not numbered
    above = kind.removeprefix("number ")
    return not numbered or match["number"].count(".") <= above.count(".") + bool(above)


def _place(match: re.Match[str]) -> int | None:
    if match["number"]:
        return int(match["number"].rpartition(".")[2])
    return LETTERS.index(match["letter"]) + 1 if match["letter"] and match["letter"] in LETTERS else None
