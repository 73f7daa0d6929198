"""Provenance in the syntax tree: marks in the text become spans, without ever changing what the text means.

The body is parsed twice, with marks and without. A marked part is used only where taking its marks out gives exactly
the unmarked one; otherwise the unmarked part stands, and its values have no origin of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from planforge.compose.marks import CLOSE, LINE, LINE_MARK, NUMBER, OPEN, Marks, strip
from planforge.convert.nodes import Node
from planforge.provenance import TemplateLine
from planforge.source import Origin

PIECES = re.compile(f"({OPEN}{NUMBER}|{LINE_MARK}|{CLOSE})")
# Private-use characters cannot stand in a template, so no template can claim these classes.
VALUE_CLASS = "\ue010value"
LINE_CLASS = "\ue010line"
OURS = frozenset({VALUE_CLASS, LINE_CLASS})


def weave(plain: list[Node], marked: list[Node]) -> list[Node]:
    """The blocks of the plain tree, with spans where the marked tree proves to be the same.

    The spans have the class VALUE_CLASS or LINE_CLASS and their mark as identifier. Where marks have changed something,
    only the smallest part around it stays plain: the cell of a table, not the table.
    """
    woven: list[Node] = _woven(plain, marked)
    return woven


def _woven(plain: Any, marked: Any) -> Any:
    pair = _pair(marked)
    if pair.bare == plain:
        return pair.woven
    if isinstance(plain, dict) and isinstance(marked, dict) and plain["t"] == marked["t"] and "c" in plain:
        return {**plain, "c": _woven(plain["c"], marked["c"])}
    if isinstance(plain, list) and isinstance(marked, list) and len(plain) == len(marked):
        return [_woven(part, part_marked) for part, part_marked in zip(plain, marked, strict=True)]
    return plain


def entry(node: Node, marks: Marks) -> Origin | TemplateLine | None:
    """What a span made by `weave` stands for; None for any other inline."""
    if node["t"] != "Span" or not OURS.intersection(node["c"][0][1]):
        return None
    return marks.entry(node["c"][0][0])


def entries(inlines: Iterable[Node], marks: Marks) -> Iterator[Origin | TemplateLine]:
    """Every origin and template line in inlines, in order and once each."""
    seen = set()
    for node in _walk(inlines):
        found = entry(node, marks)
        if found is not None and found not in seen:
            seen.add(found)
            yield found


def _walk(inlines: Iterable[Node]) -> Iterator[Node]:
    for node in inlines:
        yield node
        yield from _walk(_inlines_of(node))


def _inlines_of(node: Node) -> list[Node]:
    content = node.get("c")
    if node["t"] in {"Span", "Quoted", "Link"} and isinstance(content, list):
        return list(content[1])
    return content if isinstance(content, list) and all(isinstance(child, dict) for child in content) else []


@dataclass(frozen=True, slots=True)
class _Pair:
    """A part of a marked tree in two forms: with spans for its marks, and with nothing for them."""

    woven: Any
    bare: Any


def _pair(node: Any) -> _Pair:
    if isinstance(node, list):
        if node and all(isinstance(child, dict) for child in node):
            return _siblings(node)
        pairs = [_pair(child) for child in node]
        return _Pair([pair.woven for pair in pairs], [pair.bare for pair in pairs])
    if isinstance(node, dict) and "c" in node:
        pair = _pair(node["c"])
        return _Pair({"t": node["t"], "c": pair.woven}, {"t": node["t"], "c": pair.bare})
    bare = strip(node) if isinstance(node, str) else node
    return _Pair(bare, bare)


def _siblings(nodes: list[Node]) -> _Pair:
    """A list of inlines or blocks; where its marks do not pair, it keeps none."""
    bare: list[Node] = []
    spans = _OpenSpans()
    for node in nodes:
        if node["t"] != "Str":
            pair = _pair(node)
            spans.into.append(pair.woven)
            bare.append(pair.bare)
            continue
        text = strip(node["c"])
        if text:
            bare.append({"t": "Str", "c": text})
        for piece in PIECES.split(node["c"]):
            spans.add(piece)
    return _Pair(bare if spans.broken or spans.outer else spans.into, bare)


class _OpenSpans:
    """The spans that are open at a place: `into` is the innermost one's content, `outer` what lies around it."""

    def __init__(self) -> None:
        self.into: list[Node] = []
        self.outer: list[tuple[str, list[Node]]] = []
        self.broken = False

    def add(self, piece: str) -> None:
        """Take the next piece of text: a mark or words."""
        if piece.startswith(OPEN):
            self.outer.append((piece, self.into))
            self.into = []
        elif piece.startswith(LINE):
            self.into.append(_span(piece, LINE_CLASS, []))
        elif piece == CLOSE and self.outer:
            mark, around = self.outer.pop()
            around.append(_span(mark, VALUE_CLASS, self.into))
            self.into = around
        elif piece == CLOSE:
            self.broken = True
        elif piece:
            self.into.append({"t": "Str", "c": piece})


def _span(mark: str, kind: str, content: list[Node]) -> Node:
    return {"t": "Span", "c": [[mark, [kind], []], content]}
