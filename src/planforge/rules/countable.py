"""How many things a text says there are, where it goes on to list them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planforge.rules.quantities import COUNT, value_of

# What official papers count and then list. Longer nouns come first, so that they are read whole.
NOUNS = (
    "đơn vị thành viên|đơn vị|thành viên|nội dung|nhiệm vụ|giải pháp|tập thể|cá nhân|nhóm|đợt|phong trào|trường|"
    "tiêu chí|mục tiêu|chỉ tiêu|yêu cầu|nguyên tắc|vấn đề|lĩnh vực|danh hiệu|điểm|ý|việc|khối|"
    "cơ quan|hội nghị|báo cáo|phần"
)
# Between the count and the colon there may be what kind of things they are, but no other sentence and no other count.
ANNOUNCED = re.compile(rf"({COUNT}) ({NOUNS})\b([^.:;!?\d“”\"()]{{0,60}}):\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A count in a text, from `start` to `end`, of some noun."""

    number: int
    noun: str
    start: int
    end: int


def announced(text: str) -> StatedCount | None:
    """The count of what a text that ends in a colon announces: "gồm 03 nội dung sau:"."""
    match = ANNOUNCED.search(text)
    return stated(match) if match else None


def stated(match: re.Match[str]) -> StatedCount | None:
    """The count of a match whose first two groups are count and noun; one thing is no list."""
    number = value_of(match[1])
    if number is None or number < 2:
        return None
    return StatedCount(number, match[2], match.start(1), match.end(2))
