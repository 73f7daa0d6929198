"""Findings as the product of a command: in the format asked for, with a line that counts them, and the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from planforge.cli.formats import TEXT, errors_of, rendered
from planforge.cli.report import report
from planforge.diagnostics import Diagnostic, Severity
from planforge.errors import UserError
from planforge.language import message


def checked_format(name: str, known: Sequence[str]) -> str:
    """A format there is; UserError otherwise."""
    if name not in known:
        raise UserError("format.unknown", format=name, known=", ".join(known))
    return name


def show_findings(findings: Sequence[Diagnostic], form: str, root: Path | None, language: str) -> int:
    """Print findings on standard output; 1 when one of them is an error."""
    errors = errors_of(findings)
    if form == TEXT:
        report(findings, root, language, err=False)
    else:
        text = rendered(form, findings, language)
        if text:
            click.echo(text)
    return 1 if errors else 0


def count_findings(findings: Sequence[Diagnostic], language: str) -> str:
    """How many errors, warnings and notes there are, in words."""
    counts = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    values = {"errors": counts[Severity.ERROR], "warnings": counts[Severity.WARNING], "notes": counts[Severity.NOTE]}
    return message("report.counts", language, values)
