"""PF130: a wave reviewed with the first six months is the first six months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.resolve import ResolvedWave
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.days import bounds
from planforge.rules.quantities import IN_FIGURES, IN_WORDS, months_between, value_of
from planforge.words import Words
from planforge.years import Years

MONTHS_OF_YEAR = re.compile(rf"\b({IN_FIGURES}|{IN_WORDS}) tháng (đầu|cuối) (?:năm|\{{\{{)", re.IGNORECASE)


def check(years: Years) -> Iterator[Answer]:
    """Each wave whose review is of other months than the wave; where waves leave gaps, that is told first."""
    for one in years.years:
        first, last = bounds(one)
        waves = one.content.waves.waves if one.content.waves else ()
        whole = waves and sum((wave.end - wave.start).days + 1 for wave in waves) == (last - first).days + 1
        for wave in waves if whole else ():
            match = MONTHS_OF_YEAR.search(wave.review or "")
            months = value_of(match[1]) if match else None
            if match and months is not None and not _is(wave, months, match[2].casefold(), first, last):
                values = {"written": match[0].removesuffix(" {{"), "start": short_date(wave.start)}
                yield one.finding(wave, "review", end=short_date(wave.end), **values)


def _is(wave: ResolvedWave, months: int, half: str, first: date, last: date) -> bool:
    length = months_between((wave.start.year, wave.start.month), (wave.end.year, wave.end.month)) + 1
    edge = wave.start == first if half == "đầu" else wave.end == last
    return edge and length == months


RULE = Rule(
    code="PF130",
    name="half-year-of-a-wave",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số tháng sơ kết khác thời gian của đợt", "a review of other months than the wave's"),
    reason=Words(
        "Đợt được sơ kết cùng với “06 tháng đầu năm” thì phải là sáu tháng đầu năm.",
        "A wave that is reviewed with the first six months is those six months.",
    ),
    message=Words(
        "câu sơ kết viết “{written}”, nhưng đợt này từ {start} đến {end}",
        "the review is of “{written}”, but the wave is from {start} to {end}",
    ),
    hint=Words("Sửa số tháng, hoặc ngày đầu, ngày cuối của đợt.", "Correct the months, or the days of the wave."),
    flagged=(Replaced("waves.yaml", "06 tháng đầu năm", "09 tháng đầu năm"),),
    fine=(Replaced("waves.yaml", "06 tháng đầu năm", "sáu tháng đầu năm"),),
    check=check,
)
