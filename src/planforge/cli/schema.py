"""`planforge schema`: write the JSON Schemas that editors check the data by."""

from __future__ import annotations

from pathlib import Path

import click

from planforge.cli.workspace import workspace_root
from planforge.field_words import SCHEMA_FOLDER
from planforge.language import message
from planforge.output import writable
from planforge.schema import write_schemas
from planforge.workspace import DATA


def schema_command(language: str, workspace: Path | None) -> int:
    """Write the schemas of every kind of data file."""
    root = workspace_root(workspace)
    with writable(root):
        count = len(write_schemas(root))
    click.echo(message("report.schemas_written", language, {"count": count, "folder": f"{DATA}/{SCHEMA_FOLDER}"}))
    return 0
