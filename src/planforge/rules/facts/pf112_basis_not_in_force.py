"""PF112: a paper is based on what is in force on its day."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.calendar import short_date
from planforge.diagnostics import Severity
from planforge.model.registry import Instrument
from planforge.rule import Answer, Finding, Kind, Replaced, Rule, decree30
from planforge.rules.facts.mentions import basis
from planforge.rules.facts.papers import papers
from planforge.words import NOTHING, Words
from planforge.years import Years

EXPIRED = Words("đã hết hiệu lực ngày {date}", "was in force only until {date}")
NOT_YET = Words("đến ngày {date} mới có hiệu lực", "is in force only from {date}")
REPLACED_BY = Words(" (đã có {symbol} thay thế)", " ({symbol} has replaced it)")


def check(years: Years) -> Iterator[Answer]:
    """Each instrument in the list of a paper's basis that is not in force yet, or no longer."""
    for one in years.years:
        for paper in papers(one):
            for cited in basis(one, paper.document.data) if paper.day is not None else ():
                instrument, day = cited.instrument, paper.day
                until, since = instrument.in_force_until, instrument.in_force_from
                if until is not None and day is not None and until < day:
                    problem = Words(*(words.format(date=short_date(until)) for words in EXPIRED))
                elif since is not None and day is not None and since > day and (instrument.date or day) <= day:
                    problem = Words(*(words.format(date=short_date(since)) for words in NOT_YET))
                else:
                    continue
                values = {"instrument": cited.name, "problem": problem, "day": short_date(day)}
                yield Finding(cited.span, {**values, "instead": _instead(years, instrument), "paper": paper.name})


def _instead(years: Years, instrument: Instrument) -> Words:
    """The instrument in whose place it stands at last."""
    known, seen = years.instruments, [instrument]
    while seen[-1].replaced_by and (found := known.get(str(seen[-1].replaced_by))) and found not in seen:
        seen.append(found)
    symbol = seen[-1].symbol
    return Words(*(words.format(symbol=symbol) for words in REPLACED_BY)) if symbol and len(seen) > 1 else NOTHING


RULE = Rule(
    code="PF112",
    name="basis-not-in-force",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("căn cứ không có hiệu lực", "a basis that is not in force"),
    reason=Words(
        "Văn bản nêu trong căn cứ phải đang có hiệu lực vào ngày ký; hiệu lực ghi ở registry/instruments.yaml.",
        "What a paper is based on is in force on its day, as registry/instruments.yaml tells.",
    ),
    message=Words(
        "{instrument} {problem}, còn {paper} ghi ngày {day}", "{instrument} {problem}, but the {paper} is dated {day}"
    ),
    hint=Words("Bỏ hoặc thay căn cứ này{instead}.", "Leave it out or replace it{instead}."),
    law=decree30("Phụ lục I, Phần I, Mục II.6"),
    form="C04",
    flagged=(Replaced("midyear.yaml", "- qd_346a_2029", "- qd_120_2025"),),
    fine=(None, Replaced("midyear.yaml", "- qd_346a_2029", "- luat_thi_dua_khen_thuong")),
    check=check,
)
