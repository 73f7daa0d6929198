"""Findings as people read them: file:line:column, the line with a caret, what is wrong, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import click

from planforge.diagnostics import Diagnostic, Severity, Span
from planforge.language import hint, message
from planforge.workspace import is_inside, read_file

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
SHOWN_WIDTH = 100


def report(findings: Iterable[Diagnostic], root: Path, language: str) -> None:
    """Print findings to standard error."""
    for finding in findings:
        click.echo(described(finding, root, language), err=True)


def described(finding: Diagnostic, root: Path, language: str) -> str:
    """One finding as text, in colour where the terminal has any."""
    severity = message(f"severity.{finding.severity.name.lower()}", language)
    colour = COLOURS[finding.severity]
    place = f"{finding.span}: " if finding.span else ""
    words = message(finding.code, language, finding.values)
    lines = [f"{click.style(place, bold=True)}{click.style(severity, fg=colour, bold=True)}: {words} [{finding.code}]"]
    if finding.span:
        lines += _excerpt(finding.span, root, colour)
    advice = hint(finding.code, language, finding.values)
    if advice:
        lines.append(f"  {message('report.hint', language)}: {advice}")
    return "\n".join(lines)


def _excerpt(span: Span, root: Path, colour: str) -> list[str]:
    """The line with a caret under it; a long line is cut around the caret."""
    try:
        path = root / span.path
        if span.line < 1 or not is_inside(root, path):
            return []
        text = read_file(path).decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        line = text.split("\n")[span.line - 1]
    except (OSError, IndexError, ValueError):
        return []
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    end = max(end, start + 1)
    first = max(0, start - SHOWN_WIDTH // 2) if len(line) > SHOWN_WIDTH else 0
    shown = _printable(line[first : first + SHOWN_WIDTH])
    before, after = ("…" if first else ""), ("…" if first + SHOWN_WIDTH < len(line) else "")
    blank = _width(before + shown[: start - first])
    caret = " " * blank + "^" * max(1, _width(shown[start - first : end - first]))
    margin = " " * len(str(span.line))
    return [f"  {span.line} | {before}{shown}{after}", f"  {margin} | {click.style(caret, fg=colour)}"]


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def _width(text: str) -> int:
    """How many columns a terminal gives to a text: combining marks take none, wide characters two."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
