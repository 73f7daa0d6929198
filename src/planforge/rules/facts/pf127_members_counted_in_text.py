"""PF127: a text that says how many members a cluster has says what cluster.yaml says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.fields import Prose
from planforge.rule import Answer, Finding, Kind, Replaced, Rule
from planforge.rules.facts.mentions import place_in
from planforge.rules.facts.records import texts
from planforge.rules.quantities import COUNT, value_of
from planforge.words import Words
from planforge.years import Years

UNITS = r"(?:đơn vị thành viên|đơn vị|thành viên)\b"
CLUSTER = r"(?:(?:cụm|khối)(?: thi đua)?(?: số \w+)?|\{\{ *cluster(?:\.name)? *\}\})"
ALL_OF = re.compile(
    # "Cụm Thi đua số II hiện có 10 đơn vị"
    rf"{CLUSTER}[^.;:,\d]{{0,40}}? (?:(?:hiện )?có|gồm(?: có)?|bao gồm) ({COUNT}) {UNITS}"
    # "tất cả 10 đơn vị trong Cụm"
    rf"|(?:tất cả|toàn bộ|toàn thể|cả) ({COUNT}) {UNITS}(?: thành viên)? (?:trong|thuộc|của) {CLUSTER}"
    # "thi đua của 10 đơn vị trong Cụm": what all of them signed, registered or launched together
    rf"|(?:đăng ký|ký kết|giao ước)(?: thi đua)? (?:của|giữa) ({COUNT}) {UNITS}"
    # "09/10 đơn vị trong Cụm"
    rf"|(?<![\w/.])\d+/(\d+) {UNITS} (?:trong|thuộc|của) {CLUSTER}",
    re.IGNORECASE,
)
# Another cluster, another year: not what this cluster.yaml tells of.
ELSEWHERE = re.compile(r"\bnăm (?:[12]\d{3}|trước|\{\{ *(?:previous|next)_\w+ *\}\})|số (?!\{)\w+\b", re.IGNORECASE)


def check(years: Years) -> Iterator[Answer]:
    """Each count of all members that is not how many there are, in sentences about this cluster and year."""
    for one in years.years:
        count = one.content.cluster.member_count
        for text in texts(one) if count is not None else ():
            for match, written in _counts(text):
                if value_of(written) != count and not _is_elsewhere(text, match, one.year, one.content.cluster.name):
                    values = {"written": match[0], "count": int(count or 0)}
                    yield Finding(place_in(one, text, match[0]), values)


def _counts(text: Prose) -> Iterator[tuple[re.Match[str], str]]:
    for match in ALL_OF.finditer(text):
        written = next(filter(None, match.groups()), "")
        if value_of(written) is not None:
            yield match, written


def _is_elsewhere(text: Prose, match: re.Match[str], year: str, name: str) -> bool:
    start = max(text.rfind(mark, 0, match.start()) for mark in ".;:") + 1
    sentence = text[start : match.end()]
    own = sentence.casefold().replace(f"năm {year}", "").replace(name.casefold(), "")
    return bool(ELSEWHERE.search(own))


RULE = Rule(
    code="PF127",
    name="members-counted-in-text",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số đơn vị trong lời văn khác danh sách", "a count of members that is not the list's"),
    reason=Words(
        "Khi thêm, bớt đơn vị trong members, con số ghi tay trong lời văn không đổi theo.",
        "When a member comes or goes, a number typed into a text does not follow.",
    ),
    message=Words(
        "lời văn viết “{written}”, nhưng cluster.yaml có {count} đơn vị",
        "the text says “{written}”, but cluster.yaml has {count} members",
    ),
    hint=Words(
        "Viết {{{{ cluster.member_count }}}} thay cho con số.", "Write {{{{ cluster.member_count }}}} for the number."
    ),
    form="C01",
    flagged=(
        Replaced("movements.yaml", "{{ cluster.member_count }} đơn vị", "10 đơn vị"),
        Replaced("reviews.yaml", "{{ cluster }} gồm các đơn vị", "{{ cluster }} gồm 07 đơn vị"),
    ),
    fine=(
        Replaced("movements.yaml", "{{ cluster.member_count }} đơn vị", "08 đơn vị"),
        Replaced("reviews.yaml", "{{ cluster }} gồm các đơn vị", "{{ cluster }} có tám đơn vị"),
        Replaced("reviews.yaml", "05 chương trình", "05 chương trình của 02 đơn vị trong Cụm"),
    ),
    check=check,
)
