"""`planforge check`: whether finished files, ours or anybody's, have the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from planforge.build import BUILD
from planforge.cli.findings import checked_format, count_findings, show_findings
from planforge.cli.formats import FORMAT_NAMES, TEXT
from planforge.cli.workspace import chosen_documents, chosen_years, shown_path, workspace_root
from planforge.diagnostics import Diagnostic, Span
from planforge.errors import PlanforgeError, UserError
from planforge.judging import Judged, KnownFacts, judge_files, known_facts
from planforge.language import message
from planforge.record import file_names, read_record
from planforge.workspace import find_workspace

CHECKED_FORMATS = ("docx", "pdf")
SHOWN_REASONS = 6


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file to check, and what kind of paper it is where that is known."""

    path: Path
    expected: str | None


def check_command(
    language: str,
    workspace: Path | None,
    files: tuple[Path, ...],
    paper_type: str | None,
    year: str | None,
    cluster: str | None,
    everything: bool,
    form: str,
    verbose: bool,
) -> int:
    """Check the files given, or the built files of a year; 1 when one has an error or is no paper."""
    checked_format(form, FORMAT_NAMES)
    of_years = year is not None or everything
    if of_years == bool(files):
        raise UserError("check.files_or_year")
    root = _root(workspace, needed=of_years)
    wanted = list(_built(root, cluster, year, everything=everything)) if of_years and root else []
    wanted += [_Wanted(file, paper_type) for file in files]
    missing = next((one.path for one in wanted if not one.path.exists()), None)
    if missing is not None:
        raise UserError("check.no_such_file", path=str(missing))
    known = known_facts(root) if root else KnownFacts()
    judged = judge_files([(one.path, shown_path(one.path), one.expected) for one in wanted], known)
    findings = [finding for one in judged for finding in _findings(one)]
    code = show_findings(findings, form, root or Path.cwd(), language)
    if form == TEXT:
        for line in (line for one in judged for line in _summary(one, language, verbose=verbose)):
            click.echo(line)
        click.echo(count_findings(findings, language))
    return code


def _root(workspace: Path | None, *, needed: bool) -> Path | None:
    """The workspace, which a check of files can do without."""
    if workspace or needed:
        return workspace_root(workspace)
    try:
        return find_workspace(Path.cwd())
    except PlanforgeError:
        return None


def _built(root: Path, cluster: str | None, year: str | None, *, everything: bool) -> Iterator[_Wanted]:
    """The built files of the cluster-years asked for; UserError when there are none."""
    found = False
    for name, of_year in chosen_years(root, cluster, year, everything=everything):
        folder = root / BUILD / name / of_year
        for document in chosen_documents(root, name, of_year, ()):
            papers = read_record(folder, document).papers
            for file in file_names(papers, CHECKED_FORMATS)[: -len(papers) or None]:
                if (folder / file).is_file():
                    found = True
                    yield _Wanted(folder / file, document)
    if not found:
        raise UserError("check.nothing_built", year=year or "…", cluster=cluster or "…")


def _findings(judged: Judged) -> Sequence[Diagnostic]:
    """What was found in a file, or why it could not be read."""
    if judged.problem is not None:
        code, values = judged.problem
        return (Diagnostic(code, Span(judged.path, 0, 0), values),)
    return judged.diagnostics


def _summary(judged: Judged, language: str, *, verbose: bool) -> Iterator[str]:
    """How many rules hold, are broken, do not apply; and what could not be told, which is never kept silent."""
    if judged.problem is not None:
        return
    counts = {
        "path": judged.path,
        "kind": judged.kind or message("check.kind_unknown", language),
        "held": len(judged.held),
        "broken": len(judged.broken),
        "not_here": len(judged.not_here),
        "untold": len({code for code, _ in judged.untold}),
    }
    yield click.style(message("check.summary", language, counts), bold=True)
    silenced = set(judged.broken) - {finding.code for finding in judged.diagnostics}
    if silenced:
        yield f"  {message('check.silenced', language, {'rules': ', '.join(sorted(silenced))})}"
    reasons: dict[str, list[str]] = {}
    for code, reason in judged.untold:
        reasons.setdefault(reason.in_language(language), []).append(code)
    shown = list(reasons.items())
    for said, codes in shown if verbose else shown[:SHOWN_REASONS]:
        values = {"reason": said, "rules": _listed(dict.fromkeys(codes), every=verbose)}
        yield f"  {message('check.untold', language, values)}"
    if len(shown) > SHOWN_REASONS and not verbose:
        yield f"  {message('check.more', language, {'count': len(shown) - SHOWN_REASONS})}"
    if verbose:
        yield f"  {message('check.held', language, {'rules': ', '.join(judged.held)})}"
        yield f"  {message('check.not_here', language, {'rules': ', '.join(judged.not_here)})}"


def _listed(codes: Iterable[str], *, every: bool) -> str:
    known = list(codes)
    return ", ".join(known) if every or len(known) <= SHOWN_REASONS else f"{', '.join(known[:SHOWN_REASONS])}, …"
