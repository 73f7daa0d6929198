"""Provenance in the syntax tree: marks in the text become spans, without ever changing what the text means.

The body is parsed twice, with marks and without. A marked block is used only where taking its marks out gives exactly
the unmarked one; otherwise the unmarked block stands, and its values have no origin of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from planforge.compose.marks import CLOSE, LINE, NUMBER, OPEN, Marks, decode, strip
from planforge.provenance import TemplateLine
from planforge.source import Origin

Node = dict[str, Any]
PIECES = re.compile(f"([{OPEN}{LINE}]{NUMBER}|{CLOSE})")
VALUE_CLASS = "planforge-value"
LINE_CLASS = "planforge-line"
EMPHASIS = {"emph": ("Emph",), "strong": ("Strong",), "strong-emph": ("Strong", "Emph")}


def weave(plain: list[Node], marked: list[Node]) -> list[Node]:
    """The blocks of the plain tree, with spans where the marked tree proves to be the same.

    The spans have the class VALUE_CLASS or LINE_CLASS and the number of their mark as identifier.
    """
    if len(plain) != len(marked):
        return plain
    woven = []
    for before, with_marks in zip(plain, marked, strict=True):
        candidate = _Weaver().node(with_marks)
        woven.append(candidate if _bare(candidate) == _bare(before) else before)
    return woven


def entry(node: Node, marks: Marks) -> Origin | TemplateLine | None:
    """What a span made by `weave` stands for; None for any other inline."""
    if node["t"] != "Span" or not set(node["c"][0][1]) & {VALUE_CLASS, LINE_CLASS}:
        return None
    return marks.entries[int(node["c"][0][0])]


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


@dataclass(slots=True)
class _Weaver:
    """Rebuilds one block, turning marks into spans; a list of inlines whose marks do not pair keeps none."""

    depth: int = field(default=0)

    def node(self, node: Any) -> Any:
        if isinstance(node, list):
            if node and all(isinstance(child, dict) and "t" in child for child in node):
                return self.siblings(node)
            return [self.node(child) for child in node]
        if isinstance(node, dict) and "c" in node:
            return {**node, "c": strip(node["c"]) if isinstance(node["c"], str) else self.node(node["c"])}
        return strip(node) if isinstance(node, str) else node

    def siblings(self, nodes: list[Node]) -> list[Node]:
        """A list of inlines or blocks; only the text of `Str` can hold marks that pair."""
        root: list[Node] = []
        open_spans: list[tuple[int, list[Node]]] = []
        into = root
        for node in nodes:
            if node["t"] != "Str":
                into.append(self.node(node))
                continue
            for piece in PIECES.split(node["c"]):
                if not piece:
                    continue
                if piece[0] == OPEN:
                    open_spans.append((decode(piece[1:]), into))
                    into = []
                elif piece[0] == CLOSE:
                    if not open_spans:
                        return self.unmarked(nodes)
                    number, outer = open_spans.pop()
                    outer.append(_span(number, VALUE_CLASS, into))
                    into = outer
                elif piece[0] == LINE:
                    into.append(_span(decode(piece[1:]), LINE_CLASS, []))
                else:
                    into.append({"t": "Str", "c": piece})
        return self.unmarked(nodes) if open_spans else root

    def unmarked(self, nodes: list[Node]) -> list[Node]:
        """The same list with its marks dropped."""
        return [self.node(node) for node in nodes]


def _span(number: int, kind: str, content: list[Node]) -> Node:
    return {"t": "Span", "c": [[str(number), [kind], []], content]}


def _bare(block: Any) -> str:
    """A block without our spans and with neighbouring texts joined, as a string to compare by."""
    return json.dumps(_flatten(block), ensure_ascii=False, sort_keys=True)


def _flatten(node: Any) -> Any:
    if isinstance(node, dict):
        return {**node, "c": _flatten(node["c"])} if "c" in node else node
    if not isinstance(node, list):
        return node
    flat: list[Any] = []
    for child in node:
        ours = isinstance(child, dict) and child.get("t") == "Span" and set(child["c"][0][1]) & {VALUE_CLASS, LINE_CLASS}
        for part in _flatten(child["c"][1]) if ours else [_flatten(child)]:
            both_text = flat and isinstance(part, dict) and part.get("t") == "Str" == (_kind(flat[-1]))
            if both_text:
                flat[-1] = {"t": "Str", "c": flat[-1]["c"] + part["c"]}
            elif not (isinstance(part, dict) and part.get("t") == "Str" and not part["c"]):
                flat.append(part)
    return flat


def _kind(node: Any) -> Any:
    return node.get("t") if isinstance(node, dict) else None
