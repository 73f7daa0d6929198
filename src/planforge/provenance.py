"""Where the words of a paper come from: a table from the ids in the finished files to YAML and template places."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from planforge.diagnostics import Span
from planforge.source import Origin

FORMAT = 1


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A line of a template."""

    span: Span


@dataclass(frozen=True, slots=True)
class Trace:
    """One anchored stretch: its text, the values in it, and the template lines that made it.

    `whole` tells a paragraph or a line of the frame from a value inside one.
    """

    anchor: str
    text: str
    whole: bool
    origins: tuple[Origin, ...]
    lines: tuple[TemplateLine, ...]


@dataclass(slots=True)
class Provenance:
    """The traces of one paper, in the order of its text.

    An id is a hash of what it stands for, not a serial number: a paragraph that is added elsewhere changes no other id.
    """

    traces: list[Trace] = field(default_factory=list)
    uses: dict[str, int] = field(default_factory=dict)

    def anchor(self, entries: Sequence[Origin | TemplateLine], text: str, *, whole: bool) -> str:
        """The id of a stretch that came from these entries; empty where there are none."""
        if not entries:
            return ""
        origins = tuple(entry for entry in entries if isinstance(entry, Origin))
        lines = tuple(entry for entry in entries if isinstance(entry, TemplateLine))
        # Wording that only the template has is told apart by itself: line numbers move with every edit above them.
        address = [f"{origin.path}#{'/'.join(map(str, origin.route))}" for origin in origins] or [text]
        address += [line.span.path for line in lines]
        digest = hashlib.sha256("\n".join([str(whole), *address]).encode()).hexdigest()[:12]
        count = self.uses[digest] = self.uses.get(digest, 0) + 1
        anchor = f"pf{digest}" if count == 1 else f"pf{digest}x{count}"
        self.traces.append(Trace(anchor, text, whole, origins, lines))
        return anchor

    def to_json(self, document: str) -> str:
        """The table as text for the side file, the same for the same paper."""
        head = json.dumps({"format": FORMAT, "document": document})[:-1]
        rows = ",\n".join(json.dumps(_row(trace), ensure_ascii=False) for trace in self.traces)
        return f'{head}, "traces": [\n{rows}\n]}}\n'


def _row(trace: Trace) -> dict[str, Any]:
    return {
        "anchor": trace.anchor,
        "whole": trace.whole,
        "text": trace.text,
        "data": [_origin(origin) for origin in trace.origins],
        "template": [{"path": line.span.path, "line": line.span.line} for line in trace.lines],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    span = origin.span
    return {
        "path": origin.path,
        "key": list(origin.route),
        "line": span.line,
        "column": span.column,
        "end": span.end_line,
    }
