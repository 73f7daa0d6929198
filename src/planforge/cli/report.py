"""Findings as people read them: file:line:column, the line with a caret, what is wrong, what to do."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import click

from planforge.diagnostics import Diagnostic, Excerpt, Severity, Span
from planforge.language import message
from planforge.phrasing import phrase
from planforge.printable import printable
from planforge.workspace import is_inside, read_file

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
SHOWN_WIDTH = 100
# In data every finding is to be mended one by one, in a finished file all at once.
MOST_ALIKE, MOST_ALIKE_IN_DATA = 20, 200


def report(findings: Iterable[Diagnostic], root: Path | None, language: str, *, err: bool = True) -> None:
    """Print findings, to standard error where they are not what was asked for.

    Of one rule and one file the first are shown, and how many more there are.
    """
    counts: Counter[tuple[str, str]] = Counter()
    left: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        alike = (finding.span.path if finding.span else "", finding.code)
        most = MOST_ALIKE if finding.excerpt else MOST_ALIKE_IN_DATA
        counts[alike] += 1
        if counts[alike] <= most:
            click.echo(described(finding, root, language), err=err)
        else:
            left[alike] += 1
    for (path, code), count in left.items():
        values = {"path": path, "code": code, "count": count}
        click.echo(message("report.more_alike", language, values), err=err)


def described(finding: Diagnostic, root: Path | None, language: str) -> str:
    """One finding as text, in colour where the terminal has any.

    Lines of files are shown that lie in `root`; without one, of any file that was asked for by its own path.
    """
    severity = message(f"severity.{finding.severity.name.lower()}", language)
    colour = COLOURS[finding.severity]
    said = phrase(finding, language)
    place = _place(finding, language)
    lines = [
        f"{click.style(place, bold=True)}{click.style(severity, fg=colour, bold=True)}: {said.text} [{finding.code}]"
    ]
    if finding.excerpt:
        lines += _of_paper(finding.excerpt, colour)
    elif finding.span:
        lines += _of_file(finding.span, root, colour)
    if said.hint:
        lines.append(f"  {message('report.hint', language)}: {said.hint}")
    if said.law:
        lines.append(f"  {message('report.law', language)}: {said.law}")
    return "\n".join(lines)


def _place(finding: Diagnostic, language: str) -> str:
    span, excerpt = finding.span, finding.excerpt
    if span is None:
        return ""
    path = printable(span.path)
    if not span.line:
        return f"{path}: "
    if excerpt is None:
        return f"{path}:{span.line}:{span.column}: "
    values = {"paragraph": span.line, "page": excerpt.page}
    return f"{path}: {message('report.on_page' if excerpt.page else 'report.in_file', language, values)}: "


def _of_paper(excerpt: Excerpt, colour: str) -> list[str]:
    """The paragraph of a finished file with a caret under the stretch."""
    text = excerpt.text.replace("\n", " ").replace("\t", " ")
    return _shown("", text, excerpt.start, excerpt.end, colour) if text.strip() else []


def _of_file(span: Span, root: Path | None, colour: str) -> list[str]:
    """The line with a caret under it."""
    try:
        path = root / span.path if root else Path(span.path)
        if span.line < 1 or (root and not is_inside(root, path)):
            return []
        status = path.stat()
        line = _lines(path, status.st_mtime_ns, status.st_size)[span.line - 1]
    except (OSError, IndexError, ValueError):
        return []
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    return _shown(str(span.line), line, span.column - 1, end, colour)


@lru_cache(maxsize=4)
def _lines(path: Path, _moment: int, _size: int) -> list[str]:
    """The lines of a file as it was at a moment: thousands of findings may be in one."""
    text = read_file(path).decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _shown(label: str, line: str, start: int, last: int, colour: str) -> list[str]:
    """A line, cut around the caret where it is long, and the caret."""
    end = max(last, start + 1)
    first = max(0, start - SHOWN_WIDTH // 2) if len(line) > SHOWN_WIDTH else 0
    shown = _columns(line[first : first + SHOWN_WIDTH])
    before, after = ("…" if first else ""), ("…" if first + SHOWN_WIDTH < len(line) else "")
    blank = _width(before + shown[: start - first])
    caret = " " * blank + "^" * max(1, _width(shown[start - first : end - first]))
    margin = " " * len(label)
    return [f"  {label} | {before}{shown}{after}", f"  {margin} | {click.style(caret, fg=colour)}"]


def _columns(text: str) -> str:
    """The text with a blank for each character that has no look, so that the caret stands where it belongs."""
    return "".join(character if character.isprintable() else " " for character in text)


def _width(text: str) -> int:
    """How many columns a terminal gives to a text: combining marks take none, wide characters two."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
