"""The blanks of papers as a build lists them: few lines, for the whole story there is `planforge todo`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.blank import Blank
from planforge.language import message

SHOWN_FIELDS = 8


def blank_lines(blanks: Iterable[Blank], year: str, cluster: str, language: str) -> Iterator[str]:
    """How many blanks there are, which fields of which paper, and in which file to fill them in."""
    groups: dict[tuple[str, str], list[str]] = {}
    for blank in blanks:
        groups.setdefault((blank.document, blank.path), []).append(blank.field)
    if not groups:
        return
    yield message("report.blanks", language, {"count": sum(map(len, groups.values()))})
    for (document, path), fields in groups.items():
        shown = ", ".join(fields[:SHOWN_FIELDS]) + (", …" if len(fields) > SHOWN_FIELDS else "")
        yield f"  {document}: {shown} ({path})"
    yield "  " + message("report.blanks_more", language, {"year": year, "cluster": cluster})
