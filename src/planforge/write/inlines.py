"""Pandoc's inlines as the writers need them: cleaned for pandoc, as plain text, and as runs for the PDF layout."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planforge.errors import PlanforgeError
from planforge.paper import Inline
from planforge.write.characters import holdable

_ANCHOR = re.compile(r"pf[0-9a-f]{12}(x[0-9]+)?")
_BLANKS = frozenset({"Space", "SoftBreak"})
_STYLED = frozenset({"Emph", "Strong", "Underline", "Superscript", "Subscript"})

Run = str | dict[str, object]


def anchored(anchor: str, inlines: list[Inline]) -> list[Inline]:
    """The inlines inside a span that carries the anchor, or as they are when it is empty."""
    if not _ANCHOR.fullmatch(anchor):
        return inlines
    return [{"t": "Span", "c": [[anchor, [], []], inlines]}]


def for_pandoc(inlines: Iterable[Inline]) -> list[Inline]:
    """The same inlines with holdable text only, and with spans reduced to their anchors.

    A class or an attribute could otherwise mean something to pandoc (`mark`, `custom-style`) that nobody meant.
    """
    cleaned: list[Inline] = []
    for inline in inlines:
        kind = inline["t"]
        if kind == "Str":
            cleaned.append({"t": "Str", "c": holdable(inline["c"])})
        elif kind in _BLANKS:
            cleaned.append({"t": "Space"})
        elif kind == "LineBreak":
            cleaned.append({"t": "LineBreak"})
        elif kind in _STYLED:
            cleaned.append({"t": kind, "c": for_pandoc(inline["c"])})
        elif kind == "Span":
            cleaned.extend(anchored(inline["c"][0][0], for_pandoc(inline["c"][1])))
        else:
            raise PlanforgeError("internal.inline", kind=kind)
    return cleaned


def runs(inlines: Iterable[Inline]) -> list[Run]:
    """The inlines as strings, hard breaks, and runs with a kind; spans dissolve."""
    merged: list[Run] = []
    words: list[str] = []
    for run in _runs(inlines):
        if isinstance(run, str):
            words.append(run)
            continue
        if words:
            merged.append("".join(words))
            words.clear()
        merged.append(run)
    if words:
        merged.append("".join(words))
    return merged


def plain(content: Iterable[Run]) -> str:
    """The text of runs, with a line end for a hard break."""
    return "".join(_plain_run(run) for run in content)


def _runs(inlines: Iterable[Inline]) -> Iterable[Run]:
    for inline in inlines:
        kind = inline["t"]
        if kind == "Str":
            yield holdable(inline["c"])
        elif kind in _BLANKS:
            yield " "
        elif kind == "LineBreak":
            yield {"kind": kind}
        elif kind in _STYLED:
            yield {"kind": kind, "runs": runs(inline["c"])}
        elif kind == "Span":
            yield from _runs(inline["c"][1])
        else:
            raise PlanforgeError("internal.inline", kind=kind)


def _plain_run(run: Run) -> str:
    if isinstance(run, str):
        return run
    inner = run.get("runs")
    return "".join(_plain_run(part) for part in inner) if isinstance(inner, list) else "\n"
