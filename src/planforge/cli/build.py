"""`planforge build`: make the documents of one cluster-year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from planforge.build import Outcome, Request, build
from planforge.cli.blanks import blank_lines
from planforge.cli.times import times_line
from planforge.cli.warning import warn
from planforge.cli.workspace import chosen_documents, chosen_years, shown_path, workspace_root
from planforge.errors import UserError
from planforge.fonts import EMBEDDED, FontSource, FoundFont, find_font
from planforge.language import message
from planforge.record import FORMATS, Warned


def build_command(
    language: str,
    workspace: Path | None,
    documents: tuple[str, ...],
    year: str | None,
    cluster: str | None,
    everything: bool,
    formats: str,
    force: bool,
    draft: bool,
) -> int:
    """Build and say what was made; 1 when the data has errors."""
    root = workspace_root(workspace)
    wanted = tuple(dict.fromkeys(documents))
    requests = [
        Request(root, name, of_year, chosen_documents(root, name, of_year, wanted), _formats(formats))
        for name, of_year in chosen_years(root, cluster, year, everything=everything)
    ]
    font = find_font() if "pdf" in _formats(formats) else FoundFont(EMBEDDED, FontSource.OVERRIDE)
    if font.source is not FontSource.OVERRIDE and font.choice.family != "Tinos":
        values = {"family": font.choice.family, "source": message(f"font.{font.source}", language)}
        warn(message("report.font_fallback", language, values), language)
    return max(_tell(build(request, font.choice, force=force, draft=draft), request, language) for request in requests)


def _formats(wanted: str) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(part.strip().lower() for part in wanted.split(",") if part.strip()))
    for name in chosen:
        if name not in FORMATS:
            raise UserError("format.unknown", format=name, known=", ".join(FORMATS))
    if not chosen:
        raise UserError("format.unknown", format=wanted, known=", ".join(FORMATS))
    return tuple(name for name in FORMATS if name in chosen)


def _tell(outcome: Outcome, request: Request, language: str) -> int:
    told = {(finding.code, finding.span) for finding in outcome.findings}
    stored = {(finding.code, finding.span): finding for finding in map(_restored, outcome.stored_warnings)}
    findings = [*outcome.findings, *(finding for key, finding in stored.items() if key not in told)]
    if findings:
        from planforge.cli.report import report

        report(findings, request.root, language)
    for kept in outcome.kept:
        values = {"path": shown_path(kept.path), "kept": shown_path(kept.kept)}
        warn(message("report.kept_edited", language, values), language)
    for path in outcome.made:
        click.echo(message("report.made", language, {"path": shown_path(path)}))
    if outcome.made:
        click.echo(times_line(outcome.seconds, language))
    errors = _count(findings, language)
    if errors and not outcome.draft:
        click.echo(message("report.not_ready" if outcome.unready else "report.not_built", language), err=True)
        return 1
    if errors and not (outcome.made or outcome.current):
        click.echo(message("report.not_built", language), err=True)
        return 1
    if errors:
        click.echo(message("report.draft", language, {"count": errors}), err=True)
    if outcome.current and not outcome.made:
        shown = {"count": str(len(outcome.current)), "folder": shown_path(request.folder)}
        click.echo(message("report.up_to_date", language, shown))
    for line in blank_lines(outcome.blanks, request.year, request.cluster, language):
        click.echo(line)
    return 0


def _count(findings: list[Any], language: str) -> int:
    """Say how many errors and warnings there were; the number of errors."""
    errors = sum(1 for finding in findings if finding.severity.name == "ERROR")
    if findings:
        shown = {"errors": errors, "warnings": len(findings) - errors}
        click.echo(message("report.summary", language, shown), err=True)
    return errors


def _restored(stored: Warned) -> Any:
    from planforge.diagnostics import Diagnostic, Excerpt, Severity, Span
    from planforge.words import Words

    values = {key: Words(*value) if isinstance(value, list) else value for key, value in stored.values.items()}
    excerpt = Excerpt(*stored.excerpt) if stored.excerpt else None
    span = Span(*stored.place) if stored.place else None
    return Diagnostic(stored.code, span, values, Severity[stored.severity], excerpt)
