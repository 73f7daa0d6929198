"""The lint of a workspace: every cluster-year is resolved, then the rules about facts and about text are asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planforge.diagnostics import Diagnostic
from planforge.load import load
from planforge.resolve import resolve
from planforge.rule import Kind, ask
from planforge.rules import rules_of
from planforge.validate import lowered, unused_files, validate
from planforge.workspace import list_documents, list_years
from planforge.years import ClusterYear, Years


@dataclass(frozen=True, slots=True)
class Resolved:
    """The cluster-years of a workspace that could be resolved (None where there is none), and what kept the others."""

    years: Years | None
    diagnostics: tuple[Diagnostic, ...]


def resolve_years(root: Path, *, today: date, only: Iterable[tuple[str, str]] | None = None) -> Resolved:
    """Load, validate and resolve cluster-years with all their documents; `today` is the day of the run."""
    found: list[ClusterYear] = []
    diagnostics: list[Diagnostic] = []
    registries = None
    for cluster, year in list_years(root) if only is None else only:
        loaded = load(root, cluster, year, tuple(list_documents(root, cluster, year)))
        sources = loaded.product()
        validated = validate(sources)
        diagnostics += [*lowered(loaded.diagnostics, unused_files(sources)), *validated.diagnostics]
        if validated.value is not None:
            registries = registries or validated.value.registries
            found.append(ClusterYear(cluster, year, sources, resolve(validated.value)))
    years = Years(tuple(found), registries, today) if registries is not None else None
    return Resolved(years, tuple(diagnostics))


def lint_facts(root: Path, *, today: date) -> Resolved:
    """What the rules about facts find in a workspace."""
    resolved = resolve_years(root, today=today)
    if resolved.years is None:
        return resolved
    findings = [found for rule in rules_of(Kind.FACTS) for found, _ in ask(rule, resolved.years).findings]
    return Resolved(resolved.years, (*resolved.diagnostics, *findings))
