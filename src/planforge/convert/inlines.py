"""Inlines as the writers know them: what a paper can print becomes so, the rest is a problem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from planforge.compose.marks import Marks
from planforge.convert.nodes import Node, attributes, described, string, text_of, words_of
from planforge.convert.problems import Problems
from planforge.convert.weave import entries, entry
from planforge.paper import INLINES, LABEL_CLASS, Inline, Line
from planforge.provenance import Provenance, TemplateLine

EMPHASIS = {"emph": ("Emph",), "strong": ("Strong",), "strong-emph": ("Strong", "Emph")}


def labelled(label: str, inlines: Iterable[Node]) -> list[Node]:
    """Inlines with a label in front."""
    return [{"t": "Span", "c": [["", [LABEL_CLASS], []], [string(label)]]}, {"t": "Space"}, *inlines]


@dataclass(frozen=True, slots=True)
class Finisher:
    """Finishes the inlines of one paper and records where they come from."""

    marks: Marks
    provenance: Provenance
    problems: Problems

    def paragraph(self, inlines: Iterable[Node]) -> tuple[str, tuple[Inline, ...]]:
        """The anchor of a whole paragraph or cell, and its finished inlines."""
        inlines = list(inlines)
        return self.anchor(inlines, text_of(inlines)), tuple(self._all_finished(inlines))

    def anchor(self, inlines: Iterable[Node], text: str) -> str:
        """The anchor of a text that is made of these inlines."""
        return self.provenance.anchor(list(entries(inlines, self.marks)), text, whole=True)

    def line(self, inlines: list[Node], *, capitals: bool = False) -> Line:
        """Inlines as a line of plain text."""
        text = self.words(inlines)
        text = text.upper() if capitals else text
        return Line(text, self.anchor(inlines, text))

    def words(self, inlines: list[Node]) -> str:
        """The plain text of inlines; what cannot be printed is a problem here too."""
        return words_of(replace(self, provenance=Provenance())._all_finished(inlines))

    def _all_finished(self, nodes: Iterable[Node]) -> list[Inline]:
        return [part for node in nodes for part in self._finished(node)]

    def _finished(self, node: Node) -> list[Inline]:
        self.problems.reached(node)
        kind, content = node["t"], node.get("c")
        if kind == "Span":
            return self._span(node)
        if kind not in INLINES:
            self.problems.report("template.unsupported", element=kind)
            return []
        return [{"t": kind, "c": self._all_finished(content)}] if isinstance(content, list) else [node]

    def _span(self, node: Node) -> list[Inline]:
        """Spans of values bear their anchor, spans of emphasis become emphasis."""
        attr, content = node["c"]
        found = entry(node, self.marks)
        if isinstance(found, TemplateLine):
            return []
        if found is not None:
            anchor = self.provenance.anchor([found], text_of(content), whole=False)
            return [{"t": "Span", "c": [[anchor, [], []], self._all_finished(content)]}]
        identifier, classes, pairs = attributes(attr)
        if classes == [LABEL_CLASS]:
            return [{"t": "Span", "c": [attr, self._all_finished(content)]}]
        if identifier or pairs or not set(classes) <= EMPHASIS.keys():
            self.problems.report("template.unsupported", element=described("Span", attr))
            return []
        inner: list[Any] = self._all_finished(content)
        for kind in reversed([kind for name in classes for kind in EMPHASIS[name]]):
            inner = [{"t": kind, "c": inner}]
        return inner
