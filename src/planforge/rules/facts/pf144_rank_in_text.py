"""PF144: a text that says which rank a unit has says what the points say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.model.fields import Prose
from planforge.model.results import Nominee
from planforge.rule import Answer, Finding, Kind, Replaced, Rule
from planforge.rules.facts.mentions import place_in
from planforge.rules.facts.records import records, texts
from planforge.rules.quantities import value_of
from planforge.vietnamese import ORDINALS
from planforge.words import Words
from planforge.years import ClusterYear, Years

RANK = r"(?:xếp|đứng|đạt|giữ)(?: vị trí| hạng)?(?: thứ| hạng| thứ hạng) (nhất|nhì|\w+)(?: (?:trong|toàn) Cụm)?"
FIRST = r"(?:dẫn đầu|đứng đầu)(?: phong trào thi đua)?(?: năm \d{4}| \{\{ ?period ?\}\})? (?:của|trong|toàn) Cụm"
CLAIM = re.compile(rf"{RANK}|{FIRST}", re.IGNORECASE)
WORDS = {**{word: number for number, word in ORDINALS.items()}, "nhì": 2}


def check(years: Years) -> Iterator[Answer]:
    """Each claim of a rank right behind a unit's name, or in a nominee's achievement, that the points contradict."""
    for one in years.years:
        if one.content.scores is None or any(unit.rank is None for unit in one.content.scores.units):
            continue
        ranks = {str(unit.unit.name): int(unit.rank or 0) for unit in one.content.scores.units}
        for text, unit, match in _claims(one, ranks):
            claimed = WORDS.get((match[1] or "nhất").casefold()) or value_of(match[1] or "")
            if claimed is not None and unit in ranks and claimed != ranks[unit]:
                values = {"unit": unit, "written": match[0], "rank": ranks[unit]}
                yield Finding(place_in(one, text, match[0]), values)


def _claims(one: ClusterYear, ranks: dict[str, int]) -> Iterator[tuple[Prose, str, re.Match[str]]]:
    for nominee in records(one, Nominee):
        match = CLAIM.search(nominee.achievement or "")
        if match and nominee.achievement is not None and nominee.unit is not None:
            yield nominee.achievement, str(nominee.unit.name), match
    names = {f"units.{name}": str(unit.name) for name, unit in one.content.registries.units.items()}
    subject = re.compile(r"(?:\{\{ *(units\.\w+?)(?:\.name)? *\}\}|" + "|".join(map(re.escape, ranks)) + r")\s+$")
    for text in texts(one):
        for match in CLAIM.finditer(text):
            named = subject.search(text, 0, match.start())
            if named:
                yield text, names.get(named[1] or "", named[0].strip()), match


RULE = Rule(
    code="PF144",
    name="rank-in-text",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("thứ hạng trong lời văn khác điểm", "a rank in a text that is not by the points"),
    reason=Words(
        "Thứ hạng được tính từ điểm thống nhất ở scores.yaml; con số ghi tay trong lời văn không đổi theo.",
        "Ranks follow from the points in scores.yaml; what is typed into a text does not.",
    ),
    message=Words(
        "lời văn viết {unit} “{written}”, nhưng theo scores.yaml xếp thứ {rank}",
        "the text says “{written}” of {unit}, but by scores.yaml its rank is {rank}",
    ),
    hint=Words("Sửa lời văn, hoặc điểm.", "Correct the text, or the points."),
    form="C01",
    flagged=(
        Replaced("nominations.yaml", "Nghiệm thu đúng hạn", "Đơn vị dẫn đầu phong trào thi đua của Cụm, nghiệm thu"),
        Replaced("reviews.yaml", "xuất bản 24 số", "xếp thứ nhất, xuất bản 24 số"),
    ),
    fine=(None,),
    check=check,
)
