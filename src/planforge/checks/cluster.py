"""Checks of `cluster.yaml`: one identity, led by its members."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from planforge.checks.readable import readable
from planforge.diagnostics import Diagnostic
from planforge.load import Sources
from planforge.model.fields import read_day
from planforge.model.registry import Unit
from planforge.model.year import ClusterFile, Leader
from planforge.source import Route, SourceFile
from planforge.workspace import CLUSTER, DATA, YEAR

Days = tuple[datetime.date, datetime.date]


def days_of_year(sources: Sources) -> Days | None:
    """The first and the last day of the cluster's year, which need not be a calendar year.

    None where the file does not tell, which is then told where it is read.
    """
    source = sources.yaml.get(f"{DATA}/{sources.cluster}/{sources.year}/{CLUSTER}.yaml")
    starts, ends = (source.data.get(key) if source else None for key in ("starts", "ends"))
    try:
        if starts is not None and ends is not None:
            return read_day(starts), read_day(ends)
    except ValueError:
        return None
    if starts is not None or ends is not None or not YEAR.fullmatch(sources.year):
        return None
    return datetime.date(int(sources.year), 1, 1), datetime.date(int(sources.year), 12, 31)


def _written(source: SourceFile, route: Route) -> bool:
    """Whether a leader is a mapping without anybody in it, not one whose unit is wrong."""
    node = source.data
    for step in route:
        node = node[step]
    return isinstance(node, dict) and not {"unit", "person", "office"} & set(node)


def check_cluster(sources: Sources, file: ClusterFile, source: SourceFile) -> Iterator[Diagnostic]:
    """The cluster has one identity, in the right folder, and is led by members, none of them twice."""
    if str(file.year) != sources.year:
        yield Diagnostic("cluster.year_differs", source.span(("year",)), {"year": file.year, "folder": sources.year})
    if (file.number is None) == (file.name is None):
        place = source.span(("name",), of_key=True) if file.name else source.span(("kind",))
        yield Diagnostic("cluster.no_identity", place)
    members = file.members
    if members is not None and file.member_count is not None:
        yield Diagnostic("cluster.count_typed", source.span(("member_count",), of_key=True))
    if ("starts" in source.data) != ("ends" in source.data):
        yield Diagnostic("cluster.half_period", source.span(("starts" if file.starts else "ends",), of_key=True))
    yield from _check_leaders(file, source)
    seen: list[Unit] = []
    for index, unit in readable(members or ()):
        if unit in seen:
            yield Diagnostic("cluster.member_twice", source.span(("members", index)), {"unit": unit.name})
        seen.append(unit)
    yield from _check_identity(sources, source)


def _check_leaders(file: ClusterFile, source: SourceFile) -> Iterator[Diagnostic]:
    leaders: list[tuple[Route, Leader]] = [(("head",), file.head)] if file.head else []
    leaders += [(("deputies", index), leader) for index, leader in readable(file.deputies)]
    led: list[Unit] = []
    for route, leader in leaders:
        unit = leader.unit or (leader.person.unit if leader.person else None)
        if not (leader.unit or leader.person or leader.office) and _written(source, route):
            yield Diagnostic("cluster.leader_nobody", source.span(route))
        if unit is not None and unit not in (file.members or [unit]):
            yield Diagnostic("cluster.leader_not_member", source.span(route), {"unit": unit.name})
        if unit is not None and unit in led:
            yield Diagnostic("cluster.leader_twice", source.span(route), {"unit": unit.name})
        led += [unit] if unit else []


def _check_identity(sources: Sources, source: SourceFile) -> Iterator[Diagnostic]:
    """Two folders that claim the same cluster and year would give two sets of papers under one number."""
    for path, other in sources.neighbours.items():
        if _identity(other) == _identity(source):
            yield Diagnostic("cluster.claimed_twice", source.span(("number",)), {"other": path})


def _identity(source: SourceFile) -> tuple[str, ...]:
    keys = ("parent", "kind", "number", "name", "block", "year")
    written = {"kind": str(ClusterFile.model_fields["kind"].default), **source.data}
    return tuple(str(written.get(key)).casefold() for key in keys)
