"""`planforge blame`: which data and which template line a stretch of a finished document came from."""

from __future__ import annotations

from pathlib import Path

import click

from planforge.blame import Answer, blame
from planforge.cli.warning import warn
from planforge.language import message


def blame_command(language: str, file: Path, text: str) -> int:
    """Answer where a text came from; raises UserError when the file or the text is not there."""
    answers, changed = blame(file, text)
    if changed:
        warn(message("blame.changed", language, {"path": file}), language)
    for answer in answers:
        click.echo("\n".join(_lines(answer, language)))
    return 0


def _lines(answer: Answer, language: str) -> list[str]:
    lines = [f"{message('report.in_paragraph', language)}: {_short(answer.paragraph)}"]
    for value in answer.values:
        for place in value.data:
            words = f"“{_short(value.text)}”" if value.text else ""
            lines.append(f"  {message('report.from_data', language)}  {place}  {words}")
    lines += [f"  {message('report.from_template', language)}  {place}" for place in answer.template]
    return lines


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:88]}…"
