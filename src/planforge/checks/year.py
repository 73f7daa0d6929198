"""Checks of the instruments, the movements and the waves."""

from __future__ import annotations

from collections.abc import Iterator

from planforge import calendar
from planforge.checks.readable import readable
from planforge.diagnostics import Diagnostic
from planforge.model.registry import Instrument
from planforge.model.year import MovementsFile, Wave, WavesFile
from planforge.source import SourceFile
from planforge.spelling import nearest


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
        for place, anniversary in readable(wave.anniversaries):
            origin, counted_from = anniversary.origin, anniversary.counted_from
            year = calendar.anniversary_year(origin, wave.start, wave.end)
            count = calendar.anniversary_count(origin, counted_from, year)
            if count is not None and count < 1:
                values = {"name": anniversary.name, "year": year}
                yield Diagnostic("wave.not_yet", source.span(("waves", index, "anniversaries", place)), values)
