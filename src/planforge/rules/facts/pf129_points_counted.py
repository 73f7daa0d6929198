"""PF129: a point that announces so many points has so many below it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.conferences import Achievement
from planforge.model.fields import Item, Prose
from planforge.model.year import MainMovement
from planforge.rule import Answer, Finding, Kind, Replaced, Rule
from planforge.rules.countable import announced
from planforge.rules.facts.mentions import place_in
from planforge.rules.facts.records import records
from planforge.words import Words
from planforge.years import ClusterYear, Years


def check(years: Years) -> Iterator[Answer]:
    """Each announced count that is not the length of the list below."""
    for one in years.years:
        for text, length in _announcements(one):
            count = announced(text)
            if count is not None and length and count.number != length:
                written = text[count.start : count.end]
                yield Finding(place_in(one, text, written), {"written": written, "length": length})


def _announcements(one: ClusterYear) -> Iterator[tuple[Prose, int]]:
    for item in records(one, Item):
        yield item.text, len(item.items)
    for achievement in records(one, Achievement):
        for paragraph in achievement.paragraphs[-1:]:
            yield paragraph, len(achievement.items)
    for movement in records(one, MainMovement):
        yield movement.introduction, len(movement.tasks)


RULE = Rule(
    code="PF129",
    name="points-counted",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số ý nêu ra khác số ý liệt kê", "an announced count that is not the list's"),
    reason=Words(
        "“Gồm 03 nội dung:” mà bên dưới có bốn ý: ý thêm vào sau thường quên sửa con số.",
        "A point that is added later is mostly not counted again.",
    ),
    message=Words("câu dẫn viết “{written}”, bên dưới có {length}", "the text says “{written}”, but {length} follow"),
    hint=Words("Sửa con số, hoặc bỏ con số đi.", "Correct the number, or leave it out."),
    form="C01",
    flagged=(Replaced("reviews.yaml", '"Đổi mới chương trình đào tạo:"', '"Đổi mới đào tạo với 03 nội dung:"'),),
    fine=(Replaced("reviews.yaml", '"Đổi mới chương trình đào tạo:"', '"Đổi mới đào tạo với hai nội dung sau:"'),),
    check=check,
)
