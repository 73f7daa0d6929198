"""The running text of a workspace: one corpus for each cluster-year, one for what is shared, one for the templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from planforge.checks.readable import is_read
from planforge.corpus import Corpus, OfficialNames, Passage
from planforge.model.fields import Record
from planforge.passages.raw import unnormalised_lines
from planforge.passages.template import template_passages
from planforge.passages.yaml_file import texts_by_file, yaml_passages
from planforge.source import SourceFile
from planforge.years import ClusterYear, Years


def workspace_corpora(
    years: Years, templates: Mapping[str, str], types: Mapping[str, tuple[SourceFile, Record]]
) -> Iterator[Corpus]:
    """Every text of the workspace in exactly one corpus.

    `templates` are texts by workspace path, `types` the document types that no cluster-year uses, by path.
    """
    names = official_names(years)
    seen: set[str] = set()
    shared: list[Passage] = []
    unnormalised: list[Passage] = []
    for one in years.years:
        own: list[Passage] = []
        texts = texts_by_file(one.content.places.records())
        for path, source in one.sources.yaml.items():
            if path not in seen:
                seen.add(path)
                passages = yaml_passages(source, texts.get(path, ()))
                (own if path.startswith(f"{one.content.folder}/") else shared).extend(passages)
                unnormalised += unnormalised_lines(path, source.text)
        yield Corpus(tuple(own), with_members(names, one, years), years.instruments, paper_dates(one))
    for path, (source, record) in types.items():
        if path not in seen:
            shared.extend(yaml_passages(source, texts_by_file((record,)).get(path, ())))
    yield Corpus(tuple(shared), names, years.instruments, unnormalised=tuple(unnormalised))
    wording = (passage for path, text in templates.items() for passage in template_passages(path, text))
    yield Corpus(tuple(wording), names, years.instruments)


def without_passages(years: Years | None) -> Corpus:
    """What a workspace knows that texts from elsewhere are held against: its names and instruments."""
    return Corpus((), official_names(years), years.instruments) if years is not None else Corpus(())


def official_names(years: Years) -> OfficialNames:
    """The spellings of the registries and of the clusters."""
    registries = years.registries
    units, bodies = _known(registries.units), _known(registries.bodies)
    clusters = [one.content.cluster for one in years.years]
    abbreviations = [record.abbreviation for record in (*units, *bodies, *clusters)]
    return OfficialNames(
        units=_names(units),
        bodies=_names(bodies),
        people=_names(_known(registries.people)),
        awards=_names(_known(registries.awards)),
        movements=_names(_known(registries.movements)),
        clusters=_names(clusters),
        abbreviations=frozenset(str(one) for one in abbreviations if one),
    )


def with_members(names: OfficialNames, year: ClusterYear, years: Years) -> OfficialNames:
    """The names, and the kinds of unit the cluster has: those of its members in this year, or in any year we know."""
    known = year.content.cluster.members or [
        member for one in years.years if one.cluster == year.cluster for member in one.content.cluster.members or ()
    ]
    return names.with_member_kinds(frozenset(str(member.name).split()[0] for member in known if is_read(member)))


def paper_dates(year: ClusterYear) -> dict[str, date]:
    """The day that each file of a cluster-year is judged by: its paper's own date, else the last day of the year."""
    record = year.content.cluster.record
    last = record.ends or date(record.year, 12, 31)
    dates: dict[str, date] = {path: last for path in year.sources.yaml if path.startswith(f"{year.content.folder}/")}
    for document in year.content.documents:
        if document.data.date is not None:
            dates[f"{year.content.folder}/{document.name}.yaml"] = document.data.date
    return dates


def _known(records: Mapping[Any, Any]) -> list[Any]:
    """The records of a registry; one that is wrong itself is None, and told where it stands."""
    return [record for record in records.values() if record is not None]


def _names(records: Iterable[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(record.name) for record in records))
