"""What one data file must be true to beyond its model: checks of the year's files, each on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from planforge import calendar
from planforge.diagnostics import Diagnostic, Severity
from planforge.load import Sources
from planforge.model.fields import Record
from planforge.model.paper_data import AUTHORITIES_OF_SOMEBODY, PaperData
from planforge.model.registry import Instrument, Unit
from planforge.model.year import ClusterFile, MovementsFile, Wave, WavesFile
from planforge.source import Route, SourceFile
from planforge.spelling import nearest

AnyRecord = TypeVar("AnyRecord", bound=Record)


def check_cluster(sources: Sources, file: ClusterFile, source: SourceFile) -> Iterator[Diagnostic]:
    """The cluster has one identity, in the right folder, and is led by members, none of them twice."""
    if str(file.year) != sources.year:
        yield Diagnostic("cluster.year_differs", source.span(("year",)), {"year": file.year, "folder": sources.year})
    if (file.number is None) == (file.name is None):
        place = source.span(("name",), of_key=True) if file.name else source.span(("kind",))
        yield Diagnostic("cluster.no_identity", place)
    members = file.members
    leaders: list[tuple[Route, Unit | None]] = [(("head",), file.head)]
    leaders += [(("deputies", index), unit) for index, unit in enumerate(file.deputies)]
    for route, unit in leaders:
        if members is not None and unit is not None and unit not in members:
            yield Diagnostic("cluster.leader_not_member", source.span(route), {"unit": unit.name})
    if file.head is not None and file.head in file.deputies:
        index = file.deputies.index(file.head)
        yield Diagnostic("cluster.leader_twice", source.span(("deputies", index)), {"unit": file.head.name})
    seen: list[Unit] = []
    for index, unit in _readable(members or ()):
        if unit in seen:
            yield Diagnostic("cluster.member_twice", source.span(("members", index)), {"unit": unit.name})
        seen.append(unit)
    yield from _check_identity(sources, source)


def _readable(records: Iterable[AnyRecord | None]) -> Iterator[tuple[int, AnyRecord]]:
    """The records with their places in the list; one that is wrong itself is None, and reported at its own place."""
    return ((index, record) for index, record in enumerate(records) if record is not None)


def _check_identity(sources: Sources, source: SourceFile) -> Iterator[Diagnostic]:
    """Two folders that claim the same cluster and year would give two sets of papers under one number."""
    for path, other in sources.neighbours.items():
        if _identity(other) == _identity(source):
            yield Diagnostic("cluster.claimed_twice", source.span(("number",)), {"other": path})


def _identity(source: SourceFile) -> tuple[str, ...]:
    keys = ("parent", "kind", "number", "name", "block", "year")
    written = {"kind": str(ClusterFile.model_fields["kind"].default), **source.data}
    return tuple(str(written.get(key)).casefold() for key in keys)


def check_instruments(instruments: dict[str, Instrument], source: SourceFile) -> Iterator[Diagnostic]:
    """A replaced instrument must name one that is recorded."""
    for name, instrument in instruments.items():
        if instrument.replaced_by and instrument.replaced_by not in instruments:
            guess = nearest(instrument.replaced_by, list(instruments))
            values = {"value": instrument.replaced_by, "kind": "instruments", "known": "", "guess": guess}
            yield Diagnostic("data.unknown_id", source.span((name, "replaced_by")), values)


def check_movements(file: MovementsFile, source: SourceFile) -> Iterator[Diagnostic]:
    """Every other movement is either one of the registry or has a title of its own."""
    for index, _ in enumerate(file.others):
        # By what is written: a movement whose record is wrong is None here, and reported there.
        written = source.data["others"][index]
        if ("movement" in written) == ("title" in written):
            yield Diagnostic("movement.title_or_id", source.span(("others", index)))


def check_waves(file: WavesFile, source: SourceFile) -> Iterator[Diagnostic]:
    """Waves run forward and do not overlap."""
    previous: Wave | None = None
    for index, wave in enumerate(file.waves):
        if wave.end < wave.start:
            values = {"start": calendar.short_date(wave.start), "end": calendar.short_date(wave.end)}
            yield Diagnostic("wave.backwards", source.span(("waves", index, "end")), values)
        elif previous is not None and wave.start <= previous.end:
            values = {"start": calendar.short_date(wave.start), "end": calendar.short_date(previous.end)}
            yield Diagnostic("wave.overlaps", source.span(("waves", index, "start")), values)
        previous = wave
    yield from check_anniversaries(file, source)


def check_anniversaries(file: WavesFile, source: SourceFile) -> Iterator[Diagnostic]:
    """An anniversary is of a year that has passed."""
    for index, wave in enumerate(file.waves):
        for place, anniversary in _readable(wave.anniversaries):
            origin, counted_from, year = anniversary.origin, anniversary.counted_from, wave.start.year
            count = calendar.anniversary_count(origin, counted_from, year)
            if count is not None and count < 1:
                values = {"name": anniversary.name, "year": year}
                yield Diagnostic("wave.not_yet", source.span(("waves", index, "anniversaries", place)), values)


def check_frame(year: str, data: PaperData, source: SourceFile) -> Iterator[Diagnostic]:
    """Numbers count from 1; a date of another year is perhaps left over; who signs for somebody names whom."""
    if data.number == 0:
        yield Diagnostic("data.number_expected", source.span(("number",)), {"key": "number", "value": "0"})
    if data.date is not None and str(data.date.year) != year:
        values = {"value": data.date.isoformat(), "year": year}
        yield Diagnostic("paper.other_year", source.span(("date",)), values, Severity.WARNING)
    for index, signature in enumerate(data.signatures):
        needs = signature.authority in AUTHORITIES_OF_SOMEBODY
        if needs and signature.of is None:
            yield Diagnostic(
                "signature.of_missing",
                source.span(("signatures", index, "authority")),
                {"authority": signature.authority},
            )
        if not needs and signature.of is not None:
            yield Diagnostic("signature.of_alone", source.span(("signatures", index, "of")))
