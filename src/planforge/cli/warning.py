"""A warning on standard error."""

from __future__ import annotations

import click

from planforge.language import message


def warn(words: str, language: str) -> None:
    """Print one line of warning."""
    click.echo(f"{click.style(message('severity.warning', language), fg='yellow', bold=True)}: {words}", err=True)
