"""PF145: a wave honours each anniversary that falls into it, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.model.fields import PartialDate
from planforge.resolve import ResolvedWave
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import Years

OUTSIDE = Words("không nằm trong đợt này (từ {start} đến {end})", "is not within this wave ({start} to {end})")
TWICE = Words("đã có ở trên", "is listed above already")


def check(years: Years) -> Iterator[Answer]:
    """Each anniversary of a wave that falls outside it, or that was listed before."""
    for one in years.years:
        seen: list[str] = []
        for wave in one.content.waves.waves if one.content.waves else ():
            for index, anniversary in enumerate(wave.record.anniversaries):
                name = str(anniversary.name)
                problem = TWICE if name in seen else None if _falls_into(anniversary.origin, wave) else OUTSIDE
                seen.append(name)
                if problem is not None:
                    days = {"start": short_date(wave.start), "end": short_date(wave.end)}
                    told = Words(*(words.format(**days) for words in problem))
                    yield one.finding(wave, "anniversaries", index, name=name, problem=told)


def _falls_into(day: PartialDate, wave: ResolvedWave) -> bool:
    months = {(year, day.month) for year in range(wave.start.year, wave.end.year + 1)}
    if day.day is None or (day.month, day.day) == (2, 29):
        first, last = (wave.start.year, wave.start.month), (wave.end.year, wave.end.month)
        return any(first <= month <= last for month in months)
    return any(wave.start <= date(year, month, day.day) <= wave.end for year, month in months)


RULE = Rule(
    code="PF145",
    name="anniversary-in-its-wave",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("ngày kỷ niệm không thuộc đợt thi đua", "an anniversary outside its wave"),
    reason=Words(
        "Mỗi đợt lập thành tích chào mừng những ngày kỷ niệm trong thời gian của đợt, mỗi ngày một lần trong năm.",
        "A wave honours the days that fall into it, each of them once a year.",
    ),
    message=Words("{name} {problem}", "{name} {problem}"),
    hint=Words("Chuyển sang đúng đợt, hoặc bỏ đi.", "Move it to its wave, or leave it out."),
    flagged=(Replaced("waves.yaml", "      - thanh_lap_bo_vi_du\n", "      - ngay_vi_du\n"),),
    fine=(None,),
    check=check,
)
