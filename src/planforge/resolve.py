"""From nouns to content: what follows from them is computed here, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planforge import calendar
from planforge.model.fields import Number
from planforge.model.registry import Anniversary, Body, Instrument, Unit
from planforge.model.year import ClusterFile, MovementsFile, ResponsibilitiesFile, Wave, WavesFile
from planforge.source import Origin, Text
from planforge.validate import Document, Registries, Workspace

CLUSTER_NAMES = {"cụm": "Cụm Thi đua", "khối": "Khối Thi đua", "khu vực": "Khu vực Thi đua"}


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster in one year, with its composed names."""

    name: Text
    kind: Text
    parent: Body
    block: Text | None
    abbreviation: Text | None
    sector: Text | None
    council: Body | None
    members: tuple[Unit, ...] | None
    member_count: Number | None
    head: Unit | None
    deputies: tuple[Unit, ...]
    decision: Instrument | None
    theme: Text | None


@dataclass(frozen=True, slots=True)
class Commemoration:
    """An anniversary in one year: "Kỷ niệm 93 năm Ngày … (03/02/1930 - 03/02/2023)"."""

    name: Text
    count: Number | None
    dates: Text | None


@dataclass(frozen=True, slots=True)
class ResolvedWave:
    """A wave of the year with its rank and its anniversaries counted."""

    rank: int
    start: date
    end: date
    opens_year: bool
    closes_year: bool
    anniversaries: tuple[Commemoration, ...]
    and_others: bool
    review: Text | None


@dataclass(frozen=True, slots=True)
class Waves:
    """The waves of the year, in order."""

    introduction: Text | None
    waves: tuple[ResolvedWave, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that the documents of one cluster-year may say."""

    year: Number
    profile: Text
    cluster: Cluster
    registries: Registries
    commemorations: dict[str, Commemoration]
    movements: MovementsFile | None
    waves: Waves | None
    responsibilities: ResponsibilitiesFile | None
    documents: tuple[Document, ...]


def resolve(workspace: Workspace) -> Content:
    """Compute names, counts and anniversaries."""
    year = workspace.cluster.year
    registry = workspace.registries
    return Content(
        year=year,
        profile=workspace.settings.profile,
        cluster=_cluster(workspace.cluster),
        registries=registry,
        commemorations={name: _commemorate(record, year) for name, record in registry.anniversaries.items()},
        movements=workspace.movements,
        waves=_waves(workspace.waves, year) if workspace.waves else None,
        responsibilities=workspace.responsibilities,
        documents=workspace.documents,
    )


def _cluster(file: ClusterFile) -> Cluster:
    identity = file.name or file.number
    origin = identity.origin if identity else None
    numbered = f"{CLUSTER_NAMES[file.kind]} số {file.number}"
    count = None
    if file.members is not None:
        count = Number(len(file.members))
        count.origin = _beside(origin, "members")
    return Cluster(
        name=Text(file.name or numbered, origin),
        kind=file.kind,
        parent=file.parent,
        block=file.block,
        abbreviation=file.abbreviation,
        sector=file.sector,
        council=file.council,
        members=None if file.members is None else tuple(file.members),
        member_count=count,
        head=file.head,
        deputies=tuple(file.deputies),
        decision=file.decision,
        theme=file.theme,
    )


def _beside(origin: Origin | None, key: str) -> Origin | None:
    return Origin(origin.path, (*origin.route[:-1], key), origin.span) if origin else None


def _commemorate(record: Anniversary, year: int) -> Commemoration:
    number = calendar.anniversary_count(record.origin, record.counted_from, year)
    count = None
    if number is not None and number > 0:
        count = Number(number)
        count.origin = (record.counted_from or record.origin).origin
    dates = None
    if record.show_dates and record.origin.year is not None:
        first, last = (calendar.partial_date(record.origin, shown) for shown in (record.origin.year, year))
        dates = Text(f"{first} - {last}", record.origin.origin)
    return Commemoration(record.name, count, dates)


def _waves(file: WavesFile, year: int) -> Waves:
    def resolved(rank: int, wave: Wave) -> ResolvedWave:
        return ResolvedWave(
            rank=rank,
            start=wave.start,
            end=wave.end,
            opens_year=wave.start == date(year, 1, 1),
            closes_year=wave.end == date(year, 12, 31),
            anniversaries=tuple(_commemorate(record, year) for record in wave.anniversaries),
            and_others=wave.and_others,
            review=wave.review,
        )

    return Waves(file.introduction, tuple(resolved(rank, wave) for rank, wave in enumerate(file.waves, 1)))
