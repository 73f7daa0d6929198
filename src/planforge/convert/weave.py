"""Provenance in the syntax tree: marks in the text become spans, without ever changing what the text means.

The body is parsed twice, with marks and without. A marked block is used only where taking its marks out gives exactly
the unmarked one; otherwise the unmarked block stands, and its values have no origin of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from planforge.compose.marks import CLOSE, LINE, LINE_MARK, NUMBER, OPEN, Marks, strip
from planforge.provenance import TemplateLine
from planforge.source import Origin

Node = dict[str, Any]
PIECES = re.compile(f"({OPEN}{NUMBER}|{LINE_MARK}|{CLOSE})")
VALUE_CLASS = "planforge-value"
LINE_CLASS = "planforge-line"
OURS = frozenset({VALUE_CLASS, LINE_CLASS})
EMPHASIS = {"emph": ("Emph",), "strong": ("Strong",), "strong-emph": ("Strong", "Emph")}


def weave(plain: list[Node], marked: list[Node]) -> list[Node]:
    """The blocks of the plain tree, with spans where the marked tree proves to be the same.

    The spans have the class VALUE_CLASS or LINE_CLASS and their mark as identifier.
    """
    if len(plain) != len(marked):
        return plain
    woven = []
    for before, with_marks in zip(plain, marked, strict=True):
        candidate = _woven(with_marks)
        woven.append(candidate if _same(before, candidate) else before)
    return woven


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
    return content if isinstance(content, list) and content and isinstance(content[0], dict) else []


def _woven(node: Any) -> Any:
    """A part of a tree with its marks turned into spans."""
    if isinstance(node, list):
        if node and all(isinstance(child, dict) for child in node):
            return _siblings(node)
        return [_woven(child) for child in node]
    if isinstance(node, dict) and "c" in node:
        return {**node, "c": _woven(node["c"])}
    return strip(node) if isinstance(node, str) else node


def _siblings(nodes: list[Node]) -> list[Node]:
    """A list of inlines or blocks; where its marks do not pair, it keeps none."""
    root: list[Node] = []
    open_spans: list[tuple[str, list[Node]]] = []
    into = root
    for node in nodes:
        if node["t"] != "Str":
            into.append(_woven(node))
            continue
        for piece in PIECES.split(node["c"]):
            if not piece:
                continue
            if piece[0] == OPEN:
                open_spans.append((piece, into))
                into = []
            elif piece[0] == LINE:
                into.append(_span(piece, LINE_CLASS, []))
            elif piece != CLOSE:
                into.append({"t": "Str", "c": piece})
            elif open_spans:
                mark, outer = open_spans.pop()
                outer.append(_span(mark, VALUE_CLASS, into))
                into = outer
            else:
                return _unmarked(nodes)
    return _unmarked(nodes) if open_spans else root


def _unmarked(nodes: list[Node]) -> list[Node]:
    return [{"t": "Str", "c": strip(node["c"])} if node["t"] == "Str" else _woven(node) for node in nodes]


def _span(mark: str, kind: str, content: list[Node]) -> Node:
    return {"t": "Span", "c": [[mark, [kind], []], content]}


def _same(plain: Any, woven: Any) -> bool:
    """Whether a tree is another one with our spans in it, texts being allowed to be cut in pieces."""
    if isinstance(plain, dict) and isinstance(woven, dict):
        return plain["t"] == woven["t"] and _same(plain.get("c"), woven.get("c"))
    if not isinstance(plain, list) or not isinstance(woven, list):
        return bool(plain == woven)
    inlines = all(isinstance(child, dict) for child in (*plain, *woven))
    left, right = (_joined(plain), _joined(woven)) if inlines else (plain, woven)
    return len(left) == len(right) and all(map(_same, left, right))


def _joined(nodes: Iterable[Any]) -> list[Any]:
    """Inlines with our spans dissolved and neighbouring texts in one."""
    joined: list[Any] = []
    for node in _dissolved(nodes):
        if node["t"] == "Str" and joined and joined[-1]["t"] == "Str":
            joined[-1] = {"t": "Str", "c": joined[-1]["c"] + node["c"]}
        else:
            joined.append(node)
    return joined


def _dissolved(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        if node["t"] == "Span" and OURS.intersection(node["c"][0][1]):
            yield from _dissolved(node["c"][1])
        else:
            yield node
