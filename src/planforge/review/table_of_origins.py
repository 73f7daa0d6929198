"""Where the paragraphs of our own finished files come from, by the table of origins that lies beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planforge.review.sources import Source
from planforge.workspace import read_file


def origins_beside(*files: Path) -> dict[str, Source]:
    """The place of every anchor of these files, the later file before the earlier; empty for those of others."""
    found: dict[str, Source] = {}
    for file in files:
        found |= dict(_places(file.with_suffix(".provenance.json")))
    return found


def _places(table: Path) -> Iterator[tuple[str, Source]]:
    """Anchors with the place of their data, of the template where there is none; nothing that is not as we write it."""
    try:
        traces = json.loads(read_file(table))["traces"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return
    for trace in traces if isinstance(traces, list) else []:
        if isinstance(trace, dict) and isinstance(trace.get("anchor"), str):
            source = next(_sources(trace.get("data"), trace.get("template")), None)
            if source is not None:
                yield trace["anchor"], source


def _sources(*lists: Any) -> Iterator[Source]:
    for places in lists:
        for place in places if isinstance(places, list) else []:
            match place:
                case {"path": str(path), "line": int(line)}:
                    yield Source(path, line)
