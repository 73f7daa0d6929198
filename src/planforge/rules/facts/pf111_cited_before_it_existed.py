"""PF111: a paper cites only what had been issued when it was signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planforge.calendar import short_date
from planforge.diagnostics import Severity, Span
from planforge.model.fields import Record
from planforge.rule import Answer, Finding, Kind, Replaced, Rule, decree30
from planforge.rules.facts.days import CONFERENCE_NAMES, conferences, sure_conference_days
from planforge.rules.facts.mentions import basis, cited_in_text
from planforge.rules.facts.papers import papers
from planforge.validate import Document
from planforge.words import Words
from planforge.years import ClusterYear, Years

# Files of the year that are printed as a whole by the papers that need them.
PRINTED_WHOLE = ("movements", "waves", "responsibilities")
Speaker = tuple[Record, date, Words]


def check(years: Years) -> Iterator[Answer]:
    """Each instrument that is younger than the paper or the conference that speaks of it; each place once."""
    for one in years.years:
        told: set[Span | None] = set()
        for record, day, speaker in _speakers(one):
            for cited in (*basis(one, record), *cited_in_text(one, record)):
                issued = cited.instrument.date
                if issued is None or issued <= day or cited.span in told:
                    continue
                told.add(cited.span)
                values = {"instrument": cited.name, "issued": short_date(issued), "day": short_date(day)}
                yield Finding(cited.span, {"speaker": speaker, **values})


def _speakers(one: ClusterYear) -> Iterator[Speaker]:
    days: dict[str, date] = {}
    documents: dict[str, Document] = {}
    for paper in papers(one):
        if paper.day is not None:
            name = paper.document.name
            documents[name] = paper.document
            days[name] = min(days.get(name, paper.day), paper.day)
    for name, day in days.items():
        document = documents[name]
        called = Words(str(document.type.name), f"the {name}")
        yield document.data, day, called
        for file in PRINTED_WHOLE:
            printed = getattr(one.content, file)
            if file in map(str, document.type.uses) and printed is not None:
                yield (printed if isinstance(printed, Record) else printed.record), day, called
    held = sure_conference_days(one)
    for name, conference in conferences(one):
        if name in held:
            yield conference, conference.end_date or held[name], CONFERENCE_NAMES[name]


RULE = Rule(
    code="PF111",
    name="cited-before-it-existed",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("viện dẫn văn bản chưa ban hành", "an instrument cited before it existed"),
    reason=Words(
        "Văn bản được viện dẫn phải có trước ngày ký văn bản viện dẫn nó, trước ngày hội nghị nhắc tới nó.",
        "What a paper cites, or a conference speaks of, was issued before.",
    ),
    message=Words(
        "{instrument} ban hành ngày {issued}, sau {speaker} ngày {day}",
        "{instrument} was issued on {issued}, after {speaker} of {day}",
    ),
    hint=Words("Kiểm tra ngày của cả hai.", "Check both dates."),
    law=decree30("Phụ lục I, Phần I, Mục II.6"),
    form="D06",
    flagged=(
        Replaced("midyear.yaml", "- qd_346a_2029", "- qd_2150_2030"),
        Replaced("conferences.yaml", "Bám sát {{ cite.qd_02_2030 }}", "Bám sát {{ cite.qd_2030_2030 }}"),
    ),
    fine=(None,),
    check=check,
)
