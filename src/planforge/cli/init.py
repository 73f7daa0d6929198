"""`planforge init`: a new workspace with an example that builds."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from planforge.errors import UserError
from planforge.language import message
from planforge.output import writable
from planforge.schema import write_schemas
from planforge.starter import starter_data, starter_templates
from planforge.workspace import DATA, TEMPLATES, list_documents, list_years


def init_command(language: str, folder: Path) -> int:
    """Write the example into a new or empty folder; nothing that exists is overwritten."""
    root = folder.absolute()
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise UserError("workspace.exists", path=str(folder))
    with writable(root):
        root.mkdir(parents=True, exist_ok=True)
        shutil.copytree(starter_data(), root / DATA)
        shutil.copytree(starter_templates(), root / TEMPLATES)
        (root / ".gitignore").write_text("/build\n", encoding="utf-8")
        write_schemas(root)
    year = next(year for cluster, year in list_years(root) if list_documents(root, cluster, year))
    click.echo(message("report.initialised", language, {"path": folder, "year": year}))
    return 0
