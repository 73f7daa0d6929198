"""PF165: "17 bằng khen, gồm 05 tập thể và 12 cá nhân": the parts make the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.quantities import COUNT, value_of
from planforge.words import Words

WHOLE = re.compile(
    rf"({COUNT}) ([^\W\d]+(?: [^\W\d]+){{0,8}}?),? \(?(?:bao gồm|gồm có|gồm)(?: có)?:? (?=(?:{COUNT}) )", re.IGNORECASE
)
PART = re.compile(rf"({COUNT}) ([^\W\d]+(?: [^\W\d]+){{0,8}})", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:[,;] ?(?:và )?| và )\s*", re.IGNORECASE)
# Awards go to people and to units: their sum is the sum of the awards.
RECEIVERS = ("tập thể", "cá nhân", "đơn vị")
OF_RECEIVERS = re.compile(
    r"\b(?:bằng khen|giấy khen|danh hiệu|hình thức|trường hợp|hồ sơ|tập thể|cá nhân|đề nghị|huân chương|"
    r"kỷ niệm chương|cờ)\b",
    re.IGNORECASE,
)


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each whole that is not the sum of its parts, where all are counts of the same things."""
    for passage in corpus.passages:
        for match in WHOLE.finditer(passage.text):
            parts, end = _parts(passage.text, match.end())
            whole = value_of(match[1])
            counts = [value_of(count) or 0 for count, _ in parts]
            if len(parts) > 1 and _are_alike(match[2], [noun for _, noun in parts]) and sum(counts) != whole:
                stated, sums = f"{match[1]} {match[2]}", " + ".join(map(str, counts))
                yield passage.finding(match.start(), end, whole=stated, sum=sum(counts), parts=sums)


def _parts(text: str, start: int) -> tuple[list[tuple[str, str]], int]:
    """Counts with what they count, one behind the other, and where they end; none where one has a count within it."""
    found: list[tuple[str, str]] = []
    position = start
    while match := PART.match(text, position):
        noun = match[2].removesuffix(" và")
        end = match.start(2) + len(noun)
        found.append((match[1], noun.casefold()))
        position = end
        between = BETWEEN.match(text, end)
        if between is None:
            break
        position = between.end()
    return found, position


def _are_alike(whole: str, nouns: list[str]) -> bool:
    if all(noun.startswith(RECEIVERS) for noun in nouns):
        return bool(OF_RECEIVERS.search(whole)) or len({noun.split()[0] for noun in nouns}) == 1
    first = whole.casefold().split()[0]
    return all(noun.split()[0] == first for noun in nouns)


RULE = Rule(
    code="PF165",
    name="sum-of-parts",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("các phần không cộng thành tổng số", "parts that do not make the whole"),
    reason=Words(
        "“Gồm” là kể hết: cộng các phần phải ra tổng số đứng trước.",
        "“Gồm” tells of all parts, so that they make the number before it.",
    ),
    message=Words(
        "“{whole}”, nhưng các phần cộng lại là {parts} = {sum}", "“{whole}”, but the parts make {parts} = {sum}"
    ),
    hint=Words("Sửa tổng số, hoặc một phần.", "Correct the whole, or a part."),
    form="C01",
    flagged=(
        "tặng 17 bằng khen, gồm 05 tập thể và 11 cá nhân",
        "trao 69 suất, gồm 40 suất cho sinh viên, 30 suất cho học sinh",
    ),
    fine=("tặng 17 bằng khen, gồm 05 tập thể và 12 cá nhân", "tài liệu 100 trang, gồm 05 chương và 32 điều"),
    check=check,
)
