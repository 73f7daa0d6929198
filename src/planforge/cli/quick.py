"""The commonest run of all, a build with nothing to do, answered before click and everything else is imported.

It recognises only the plainest form of the command and only a wholly current build; anything else is left to the
real command line, which would give the same answer more slowly.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from planforge.build import Request, find_current
from planforge.cli.blanks import blank_lines
from planforge.cli.workspace import chosen_cluster, language_of, shown_path
from planforge.fonts import FontSource, find_font
from planforge.language import message
from planforge.record import DEFAULT_FORMATS
from planforge.workspace import choose_documents, find_workspace

OPTIONS = ("--year", "--cluster")


def nothing_to_do(arguments: Sequence[str]) -> bool:
    """Say so and return True when the command is a build whose files are all current."""
    command = _plain_build(arguments)
    if command is None:
        return False
    documents, options = command
    try:
        root = find_workspace(Path.cwd())
        cluster, year = chosen_cluster(root, options.get("--cluster")), options.get("--year", "")
        chosen = choose_documents(root, cluster, year, tuple(dict.fromkeys(documents)))
        request = Request(root, cluster, year, chosen, DEFAULT_FORMATS)
        font = find_font()
        if font.source not in {FontSource.OVERRIDE, FontSource.FETCHED}:
            return False
        current = find_current(request, font.choice)
    except Exception:  # noqa: BLE001  # whatever is wrong, the real command line says it better
        return False
    if current is None:
        return False
    language = language_of(arguments)
    values = {"count": len(current.files), "folder": shown_path(request.folder)}
    lines = [message("report.up_to_date", language, values), *blank_lines(current.blanks, year, cluster, language)]
    try:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()
    except OSError:
        return False
    return True


def _plain_build(arguments: Sequence[str]) -> tuple[list[str], dict[str, str]] | None:
    """The documents and options of `build [DOCUMENT…] --year Y [--cluster C]`; None for any other command line."""
    if not arguments or arguments[0] != "build":
        return None
    documents: list[str] = []
    options: dict[str, str] = {}
    rest = iter(arguments[1:])
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name in OPTIONS:
            options[name] = value if equals else next(rest, "")
        elif argument.startswith("-"):
            return None
        else:
            documents.append(argument)
    return documents, options
