"""`planforge approve`: records that somebody reviewed a document, and of which content."""

from __future__ import annotations

from pathlib import Path

import click

from planforge.approval.fingerprint import content_of
from planforge.approval.records import Approved, checked_reviewer
from planforge.approval.register import record_approval, remove_approval
from planforge.approval.standing import present_files
from planforge.build import BUILD
from planforge.cli.report import report
from planforge.cli.workspace import chosen_cluster, chosen_documents, chosen_year, shown_path, workspace_root
from planforge.convert.papers import ConvertedPaper
from planforge.diagnostics import Diagnostic, all_findings, has_errors
from planforge.errors import PlanforgeError, UserError
from planforge.fonts import find_font
from planforge.git import run_git
from planforge.language import message
from planforge.output import working_cache
from planforge.pipeline import load_writers, make_papers, write_papers
from planforge.readiness import CHECKED, Readiness
from planforge.record import readable
from planforge.toolchain import today


def approve_command(
    language: str,
    workspace: Path | None,
    documents: tuple[str, ...],
    year: str | None,
    cluster: str | None,
    reviewer: str,
    remove: bool,
) -> int:
    """Record or take away approvals; 1 when a document has errors, which are told instead."""
    root = workspace_root(workspace)
    name = chosen_cluster(root, cluster)
    of_year = chosen_year(root, name, year)
    chosen = chosen_documents(root, name, of_year, tuple(dict.fromkeys(documents)))
    by = checked_reviewer(reviewer or _git_user(root))
    if remove:
        path = remove_approval(root, name, of_year, chosen, by)
        _say("approval.removed", chosen, by, path, language)
        return 0
    papers, findings = _made(root, name, of_year, chosen)
    if findings:
        report(findings, root, language)
    if papers is None or has_errors(findings):
        click.echo(message("approval.not_ready", language), err=True)
        return 1
    entries = [
        Approved(
            document,
            by,
            today(),
            content_of(paper for paper in papers if paper.document == document),
            present_files(root, name, of_year, document),
        )
        for document in chosen
    ]
    path = record_approval(root, name, of_year, entries)
    _say("approval.recorded", chosen, by, path, language)
    return 0


def _say(code: str, documents: tuple[str, ...], by: str, path: Path, language: str) -> None:
    values = {"documents": ", ".join(documents), "by": by, "path": shown_path(path)}
    click.echo(message(code, language, values))


def _git_user(root: Path) -> str:
    """Name and mail address as git is configured with. Raises UserError `approval.nobody` without both."""
    name, mail = (_git_setting(root, f"user.{part}") for part in ("name", "email"))
    if not name or not mail:
        raise UserError("approval.nobody")
    return f"{name} <{mail}>"


def _git_setting(root: Path, setting: str) -> str:
    try:
        return run_git(root, ("config", "--get", setting), fails=True).decode("utf-8", "replace").strip()
    except PlanforgeError as error:
        if error.code == "repository.no_git":
            raise
        return ""


def _made(
    root: Path, cluster: str, year: str, documents: tuple[str, ...]
) -> tuple[tuple[ConvertedPaper, ...] | None, list[Diagnostic]]:
    """The papers, and everything that is wrong with their data or with the files that would be made of them."""
    with working_cache() as cache, readable(root):
        checked = make_papers(root, cluster, year, documents, cache=cache)
        if checked.value is None:
            return None, all_findings(checked.diagnostics)
        formats = [ending.removeprefix(".") for ending in CHECKED]
        files = write_papers(checked.value, load_writers(formats, find_font().choice, cache))
        readiness = Readiness(root, cluster, year, documents)
        findings = [*checked.diagnostics, *readiness.of_data(), *readiness.of_files(files, f"{BUILD}/{cluster}/{year}")]
    return checked.value, all_findings(findings)
