"""`planforge setup` and `--version`: what the program works with."""

from __future__ import annotations

import click

from planforge import __version__, toolchain
from planforge.cli.warning import warn
from planforge.errors import ToolError
from planforge.fonts import FoundFont, fetch_font, find_font
from planforge.language import message


def setup_command(language: str) -> int:
    """Fetch the PDF's font and check the tools; without npm the next best font is named, which is no error."""
    versions = toolchain.versions()
    try:
        found = fetch_font()
    except ToolError as error:
        warn(message(error.code, language, error.values), language)
        found = find_font()
    click.echo(message("report.font_ready", language, _font(found, language)))
    click.echo(", ".join(f"{name} {version}" for name, version in versions.items()))
    return 0


def version_lines(language: str) -> list[str]:
    """The versions of the program, its tools and the font in use."""
    lines = [f"planforge {__version__}"]
    lines += [f"{name} {version}" for name, version in toolchain.versions().items()]
    return [*lines, message("report.font_ready", language, _font(find_font(), language))]


def _font(found: FoundFont, language: str) -> dict[str, str]:
    return {"family": found.choice.family, "source": message(f"font.{found.source}", language)}
