"""The fingerprint of what papers say: everything that is printed, and nothing of where it came from.

Wording that moves between data and template, lines that are broken elsewhere, and a program that finds the origins of
other words leave it as it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from planforge.convert.papers import ConvertedPaper
from planforge.decree30 import Profile
from planforge.paper import LABEL_CLASS, Inline

LENGTH = 32
# The moment is for the properties of a file; the day that is printed is a line of the paper.
_NOT_PRINTED = frozenset({"anchor", "moment"})
_BREAKS = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}


def content_of(papers: Iterable[ConvertedPaper]) -> str:
    """The fingerprint of all papers of a document, by their names."""
    said = [[one.name, _printed(one.paper)] for one in sorted(papers, key=lambda one: one.name)]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _printed(value: Any) -> Any:
    """A value as plain lists and mappings; what is empty is left out, so that a new field changes nothing."""
    if isinstance(value, Profile):
        return value.name
    if is_dataclass(value) and not isinstance(value, type):
        named = ((field.name, getattr(value, field.name)) for field in fields(value) if field.name not in _NOT_PRINTED)
        return {name: _inlines(own) if name == "inlines" else _printed(own) for name, own in named if own}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_printed(one) for one in value]
    return value


def _inlines(inlines: Sequence[Inline]) -> list[Any]:
    """Inlines as texts and pairs of a look and what has it; spans of values are not seen."""
    found: list[Any] = []
    for inline in inlines:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str" or kind in _BREAKS:
            parts: list[Any] = [content if kind == "Str" else _BREAKS[kind]]
        elif kind == "Span" and LABEL_CLASS not in content[0][1]:
            parts = _inlines(content[1])
        else:
            parts = [[kind, _inlines(content[1] if kind == "Span" else content)]]
        for part in parts:
            if isinstance(part, str) and found and isinstance(found[-1], str):
                found[-1] += part
            else:
                found.append(part)
    return found
