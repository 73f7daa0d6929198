"""`planforge list`: what is in the workspace."""

from __future__ import annotations

from pathlib import Path

import click

from planforge.build import BUILD
from planforge.cli.workspace import workspace_root
from planforge.language import message
from planforge.record import read_record
from planforge.workspace import list_document_types, list_documents, list_years


def list_command(language: str, workspace: Path | None) -> int:
    """List clusters, years and documents, and which of them have been built."""
    from rich.console import Console
    from rich.table import Table

    root = workspace_root(workspace)
    table = Table(*(message(f"list.{name}", language) for name in ("cluster", "year", "documents", "built")))
    years = list_years(root)
    for cluster, year in years:
        documents = list_documents(root, cluster, year)
        folder = root / BUILD / cluster / year
        built = [name for name in documents if _is_built(folder, name)]
        table.add_row(cluster, year, ", ".join(documents), ", ".join(built))
    if not years:
        click.echo(message("list.nothing", language))
        return 0
    Console().print(table)
    click.echo(message("list.types", language, {"types": ", ".join(list_document_types(root))}))
    return 0


def _is_built(folder: Path, document: str) -> bool:
    """Whether every paper of a document is there."""
    papers = read_record(folder, document).papers
    return bool(papers) and all((folder / f"{paper}.docx").is_file() for paper in papers)
