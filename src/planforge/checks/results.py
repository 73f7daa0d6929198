"""Checks of what is counted: without these, totals, shares and ranks would mean nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from planforge.checks.readable import is_read, readable
from planforge.diagnostics import Diagnostic
from planforge.model.amounts import Money
from planforge.model.conferences import InspectionsFile
from planforge.model.registry import Award, Unit
from planforge.model.results import PHASES, NominationsFile, ScholarshipsFile, ScoresFile, TitlesFile
from planforge.source import Route, SourceFile
from planforge.spelling import nearest
from planforge.tally import tally_scholarships, total
from planforge.vietnamese import grouped


def _twice(units: Iterable[tuple[Route, Unit | None]], source: SourceFile) -> Iterator[Diagnostic]:
    seen: list[Unit] = []
    for route, unit in units:
        if unit is not None and unit in seen:
            yield Diagnostic("data.unit_twice", source.span(route), {"unit": unit.name})
        seen += [unit] if unit else []


def check_titles(file: TitlesFile, source: SourceFile) -> Iterator[Diagnostic]:
    """Every unit registers once, each award once, and what is listed is not counted by hand."""
    rows = list(readable(file.registrations))
    yield from _twice(((("registrations", index, "unit"), row.unit) for index, row in rows), source)
    for index, row in rows:
        seen: list[Award] = []
        for place, entry in readable(row.awards):
            route = ("registrations", index, "awards", place)
            if is_read(entry.award) and entry.award in seen:
                yield Diagnostic("data.award_twice", source.span((*route, "award")), {"award": entry.award.name})
            seen.append(entry.award)
            if entry.count is not None and entry.names:
                yield Diagnostic("data.count_typed", source.span((*route, "count"), of_key=True))


def check_scores(file: ScoresFile, source: SourceFile) -> Iterator[Diagnostic]:
    """Points are for criteria that exist and not above their maximum; a unit is scored once."""
    maxima = {str(key): criterion for group in file.groups for key, criterion in group.criteria.items()}
    keys = [str(key) for group in file.groups for key in group.criteria]
    for index, group in enumerate(file.groups):
        for key in group.criteria:
            if keys.count(str(key)) > 1:
                place = source.span(("groups", index, "criteria", str(key)), of_key=True)
                yield Diagnostic("scores.criterion_twice", place, {"criterion": key})
    rows = list(readable(file.units))
    yield from _twice(((("units", index, "unit"), row.unit) for index, row in rows), source)
    for index, row in rows:
        for phase in PHASES:
            for key, points in getattr(row, phase).items():
                route = ("units", index, phase, str(key))
                if str(key) not in maxima:
                    values = {"criterion": key, "known": ", ".join(maxima), "guess": nearest(key, list(maxima))}
                    yield Diagnostic("scores.unknown_criterion", source.span(route, of_key=True), values)
                elif points > maxima[str(key)].maximum:
                    values = {"points": points, "maximum": maxima[str(key)].maximum}
                    yield Diagnostic("scores.above_maximum", source.span(route), values)


def check_nominations(file: NominationsFile, source: SourceFile) -> Iterator[Diagnostic]:
    """A nominee is a unit or a person, and voted on once for an award."""
    for index, nomination in readable(file.nominations):
        seen: list[object] = []
        for place, nominee in readable(nomination.nominees):
            route = ("nominations", index, "nominees", place)
            written = source.data["nominations"][index]["nominees"][place]
            if ("unit" in written) == ("person" in written):
                yield Diagnostic("nominations.unit_or_person", source.span(route))
            named = nominee.unit or nominee.person
            if named is not None and named in seen:
                yield Diagnostic("data.unit_twice", source.span(route), {"unit": named.name})
            seen.append(named)


def check_scholarships(file: ScholarshipsFile, source: SourceFile) -> Iterator[Diagnostic]:
    """Sums that follow from others are not typed beside them."""
    if file.contributed is not None and file.contributions:
        yield Diagnostic("data.count_typed", source.span(("contributed",), of_key=True))
    for index, _ in readable(file.contributions):
        written = source.data["contributions"][index]
        if ("unit" in written) == ("giver" in written):
            yield Diagnostic("scholarships.unit_or_giver", source.span(("contributions", index)))
    itemised = total(Money, (one.amount for _, one in readable(file.contributions)))
    complete = len(source.data.get("contributions", ())) == len(file.contributions)
    if not complete or any(one.unit is None and one.giver is None for one in file.contributions):
        return
    contributed = itemised if file.contributed is None else file.contributed
    opening, raised_to = file.opening, file.raised_to
    fund = tally_scholarships(file)
    for key, balance in (("opening", fund.opening), ("closing", fund.closing)):
        if balance is not None and balance < 0:
            place = source.span(("raised_to",) if key == "opening" else ("scholarships",), of_key=True)
            yield Diagnostic("scholarships.overspent", place, {"missing": grouped(-balance)})
    if opening is None or contributed is None or raised_to is None or opening + contributed == raised_to:
        return
    values = {"opening": grouped(opening), "contributed": grouped(contributed), "raised_to": grouped(raised_to)}
    yield Diagnostic("scholarships.balance", source.span(("raised_to",)), values)


def check_inspections(file: InspectionsFile, source: SourceFile) -> Iterator[Diagnostic]:
    """A unit is inspected once, and not by itself."""
    rows = list(readable(file.inspections))
    yield from _twice(((("inspections", index, "inspected"), row.inspected) for index, row in rows), source)
    for index, row in rows:
        if is_read(row.inspected) and row.inspected in row.inspectors:
            place = ("inspections", index, "inspectors", row.inspectors.index(row.inspected))
            yield Diagnostic("inspections.itself", source.span(place), {"unit": row.inspected.name})


RESULT_CHECKS: dict[str, Callable[..., Iterator[Diagnostic]]] = {
    "titles": check_titles,
    "inspections": check_inspections,
    "scores": check_scores,
    "nominations": check_nominations,
    "scholarships": check_scholarships,
}
