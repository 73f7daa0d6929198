"""From nouns to content: what follows from them is computed here, never typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from planforge import calendar
from planforge.model.conferences import ConferencesFile, InspectionsFile, ReviewsFile
from planforge.model.fields import Number
from planforge.model.places import Places
from planforge.model.registry import Anniversary, Body, Instrument, Person, Unit
from planforge.model.year import ClusterFile, Leader, MovementsFile, ResponsibilitiesFile, Wave, WavesFile
from planforge.source import Origin, Text
from planforge.tally import (
    Nominations,
    Scholarships,
    Scores,
    Titles,
    tally_nominations,
    tally_scholarships,
    tally_scores,
    tally_titles,
)
from planforge.validate import Document, Registries, Workspace

NOUNS = {"cụm": "Cụm", "khối": "Khối", "khu vực": "Khu vực"}


@dataclass(frozen=True, slots=True)
class ResolvedLeader:
    """Who leads a cluster: `name` is the unit's, or else the person's, or else the office."""

    name: Text | None
    unit: Unit | None
    person: Person | None
    office: Text | None
    sector: Text | None
    record: Leader


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster in one year, with its composed names; `noun` is what it calls itself for short: Cụm, Khối."""

    name: Text
    kind: Text
    noun: Text
    parent: Body
    block: Text | None
    abbreviation: Text | None
    sector: Text | None
    council: Body | None
    members: tuple[Unit, ...] | None
    member_count: Number | None
    head: ResolvedLeader | None
    deputies: tuple[ResolvedLeader, ...] | None
    decision: Instrument | None
    theme: Text | None
    record: ClusterFile


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
    record: Wave


@dataclass(frozen=True, slots=True)
class Waves:
    """The waves of the year, in order."""

    introduction: Text | None
    waves: tuple[ResolvedWave, ...]
    record: WavesFile


@dataclass(frozen=True, slots=True)
class Content:
    """All that the documents of one cluster-year may say; a file of the year that does not exist is None.

    `folder` is where the year's files are, `places` where each record was written.
    `period` is what the year is called ("năm 2023", "năm học 2030 - 2031"); the clusters of the years before and after
    are there when their data is.
    """

    folder: str
    year: Number
    period: Text
    next_period: Text
    profile: Text
    cluster: Cluster
    previous_cluster: Cluster | None
    next_cluster: Cluster | None
    registries: Registries
    commemorations: dict[str, Commemoration]
    movements: MovementsFile | None
    waves: Waves | None
    responsibilities: ResponsibilitiesFile | None
    conferences: ConferencesFile | None
    reviews: ReviewsFile | None
    titles: Titles | None
    inspections: InspectionsFile | None
    scores: Scores | None
    nominations: Nominations | None
    scholarships: Scholarships | None
    documents: tuple[Document, ...]
    places: Places


def resolve(workspace: Workspace) -> Content:
    """Compute names, counts, totals and anniversaries."""
    year = workspace.cluster.year
    registry = workspace.registries
    cluster = _cluster(workspace.cluster)
    following = workspace.next_cluster
    period = _period(workspace.cluster)
    return Content(
        folder=workspace.folder,
        year=year,
        period=period,
        next_period=_period(following) if following else _one_later(period),
        profile=workspace.settings.profile,
        cluster=cluster,
        previous_cluster=_cluster(workspace.previous_cluster) if workspace.previous_cluster else None,
        next_cluster=_cluster(following) if following else None,
        registries=registry,
        commemorations={name: _commemorate(record, year) for name, record in registry.anniversaries.items()},
        movements=workspace.movements,
        waves=_waves(workspace.waves, workspace.cluster) if workspace.waves else None,
        responsibilities=workspace.responsibilities,
        conferences=workspace.conferences,
        reviews=workspace.reviews,
        titles=tally_titles(workspace.titles) if workspace.titles else None,
        inspections=workspace.inspections,
        scores=tally_scores(workspace.scores) if workspace.scores else None,
        nominations=tally_nominations(workspace.nominations, cluster.member_count) if workspace.nominations else None,
        scholarships=tally_scholarships(workspace.scholarships) if workspace.scholarships else None,
        documents=workspace.documents,
        places=workspace.places,
    )


def _period(file: ClusterFile) -> Text:
    return file.period or Text(f"năm {file.year}", file.year.origin)


def _one_later(period: Text) -> Text:
    """The name of the following period: every year in it is one later."""
    return Text(re.sub(r"\b[12][0-9]{3}\b", lambda year: str(int(year[0]) + 1), period), period.origin)


def _cluster(file: ClusterFile) -> Cluster:
    identity = file.name or file.number
    origin = identity.origin if identity else None
    noun = NOUNS[file.kind]
    count = file.member_count
    if file.members is not None:
        count = Number(len(file.members))
        count.origin = _beside(origin, "members")
    return Cluster(
        name=Text(file.name or f"{noun} Thi đua số {file.number}", origin),
        kind=file.kind,
        noun=Text(noun, file.kind.origin),
        parent=file.parent,
        block=file.block,
        abbreviation=file.abbreviation,
        sector=file.sector,
        council=file.council,
        members=None if file.members is None else tuple(file.members),
        member_count=count,
        head=_leader(file.head) if file.head else None,
        deputies=tuple(map(_leader, file.deputies)) if "deputies" in file.model_fields_set else None,
        decision=file.decision,
        theme=file.theme,
        record=file,
    )


def _leader(leader: Leader) -> ResolvedLeader:
    person = leader.person
    unit = leader.unit or (person.unit if person else None)
    office = leader.office or (person.position if person else None)
    name = unit.name if unit else person.name if person else leader.office
    return ResolvedLeader(name, unit, person, office, leader.sector, leader)


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


def _waves(file: WavesFile, cluster: ClusterFile) -> Waves:
    first, last = cluster.starts or date(cluster.year, 1, 1), cluster.ends or date(cluster.year, 12, 31)

    def resolved(rank: int, wave: Wave) -> ResolvedWave:
        return ResolvedWave(
            rank=rank,
            start=wave.start,
            end=wave.end,
            opens_year=wave.start == first,
            closes_year=wave.end == last,
            anniversaries=tuple(
                _commemorate(record, calendar.anniversary_year(record.origin, wave.start, wave.end))
                for record in wave.anniversaries
            ),
            and_others=wave.and_others,
            review=wave.review,
            record=wave,
        )

    return Waves(file.introduction, tuple(resolved(rank, wave) for rank, wave in enumerate(file.waves, 1)), file)
