"""`planforge todo`: what the papers of a cluster-year still leave blank, and where to fill it in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from planforge.blank import Blank
from planforge.cli.report import report
from planforge.cli.workspace import chosen_documents, chosen_years, workspace_root
from planforge.diagnostics import all_findings
from planforge.field_words import field_words
from planforge.language import message
from planforge.output import working_cache
from planforge.pipeline import make_papers
from planforge.record import readable
from planforge.requirements import required_files
from planforge.workspace import list_document_types, list_documents


def todo_command(
    language: str,
    workspace: Path | None,
    documents: tuple[str, ...],
    year: str | None,
    cluster: str | None,
    everything: bool,
) -> int:
    """List the blanks; 1 when the data has errors, which are told instead."""
    root = workspace_root(workspace)
    code = 0
    for name, of_year in chosen_years(root, cluster, year, everything=everything):
        chosen = chosen_documents(root, name, of_year, tuple(dict.fromkeys(documents)))
        with working_cache() as cache, readable(root):
            checked = make_papers(root, name, of_year, chosen, cache=cache)
        if checked.value is None:
            report(all_findings(checked.diagnostics), root, language)
            code = 1
            continue
        if everything:
            click.echo(click.style(f"{name}/{of_year}", bold=True))
        _show([blank for paper in checked.value for blank in paper.blanks], root, language)
        if not documents:
            _show_missing(root, name, of_year, language)
    return code


def _show(blanks: list[Blank], root: Path, language: str) -> None:
    """A paragraph for each paper: the field, what it means, and file and line."""
    click.echo(message("todo.count" if blanks else "todo.none", language, {"count": len(blanks)}))
    for document in dict.fromkeys(blank.document for blank in blanks):
        click.echo(click.style(f"\n{document}", bold=True))
        own = [blank for blank in blanks if blank.document == document]
        places = [f"{blank.path}:{blank.line}" for blank in own]
        width, room = max(len(blank.field) for blank in own), max(map(len, places))
        for blank, place in zip(own, places, strict=True):
            words = field_words(root, blank.path, blank.field).partition(";")[0].rstrip(".")
            click.echo(f"  {blank.field:<{width}}  {place:<{room}}  {words}".rstrip())


def _show_missing(root: Path, cluster: str, year: str, language: str) -> None:
    """The papers that have no data file yet, and what would make them."""
    present = set(list_documents(root, cluster, year))
    missing: Iterable[str] = [name for name in list_document_types(root) if name not in present]
    for number, document in enumerate(missing):
        if not number:
            click.echo(f"\n{message('todo.no_data', language)}")
        files = [file for file in required_files(root, cluster, year, document) if not file.exists]
        click.echo(f"  {document}: {', '.join(Path(file.path).name for file in files)}")
