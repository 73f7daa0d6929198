"""`planforge list`: what is in the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from planforge.build import BUILD
from planforge.cli.workspace import workspace_root
from planforge.language import message
from planforge.printable import printable
from planforge.record import read_record
from planforge.workspace import APPROVALS_FILE, DATA, list_document_types, list_documents, list_years

_LISTED = {
    "approval.stale": "approval.listed_stale",
    "approval.stale_program": "approval.listed_program",
    "approval.unprintable": "approval.listed_unprintable",
}


def list_command(language: str, workspace: Path | None) -> int:
    """List clusters, years and documents, which of them have been built, and which approved."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    root = workspace_root(workspace)
    years = list_years(root)
    if not years:
        click.echo(message("list.nothing", language))
        return 0
    rows = [
        (cluster, year, *_documents(root, cluster, year), "\n".join(_approvals(root, cluster, year, language)))
        for cluster, year in years
    ]
    columns = ["cluster", "year", "documents", "built", *["approved"][: any(row[-1] for row in rows)]]
    table = Table(*(message(f"list.{name}", language) for name in columns))
    for row in rows:
        table.add_row(*(Text(cell) for cell in row[: len(columns)]))
    Console().print(table)
    click.echo(message("list.types", language, {"types": ", ".join(list_document_types(root))}))
    return 0


def _documents(root: Path, cluster: str, year: str) -> tuple[str, str]:
    """The documents that have data, and those of them that have been built."""
    documents = list_documents(root, cluster, year)
    folder = root / BUILD / cluster / year
    return ", ".join(documents), ", ".join(name for name in documents if _is_built(folder, name))


def _is_built(folder: Path, document: str) -> bool:
    """Whether every paper of a document is there."""
    papers = read_record(folder, document).papers
    return bool(papers) and all((folder / f"{paper}.docx").is_file() for paper in papers)


def _approvals(root: Path, cluster: str, year: str, language: str) -> Sequence[str]:
    """A line for each approval: who, when, and whether it is stale, for which files."""
    if not (root / DATA / cluster / year / APPROVALS_FILE).is_file():
        return ()
    from planforge.approval.standing import judge_present, listed, shown_day

    judged = judge_present(root, cluster, year)
    if judged is None:
        return (message("approval.unreadable", language),)
    return [
        message(
            _LISTED.get(one.problem, "approval.listed"),
            language,
            {
                "document": printable(one.approval.document),
                "by": printable(one.approval.by),
                "date": shown_day(one.approval.date),
                "why": printable(listed([_in_year(path, cluster, year) for path in one.changed])),
            },
        )
        for one in judged
    ]


def _in_year(path: str, cluster: str, year: str) -> str:
    """A path without the folder of the year, which stands in the same row."""
    return path.removeprefix(f"{DATA}/{cluster}/{year}/")
