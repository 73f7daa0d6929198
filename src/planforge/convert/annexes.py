"""Annexes: the fenced divs at the outer level, their labels, and the words in the body that point to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planforge.convert.divs import Div, is_annex, read_div
from planforge.convert.nodes import Node, attributes, described, spaced, words_of
from planforge.convert.numbering import roman
from planforge.convert.problems import Problems
from planforge.diagnostics import Severity
from planforge.spelling import nearest

LABEL, LIST_LABEL = "Phụ lục", "DANH SÁCH"
BREAK = "break"
LIST, ENCLOSURE = "list", "enclosure"
UNNUMBERED = frozenset({LIST, ENCLOSURE})


@dataclass(frozen=True, slots=True)
class AnnexPart:
    """An annex before its blocks are walked; `mention` is what a link to it prints.

    `heading` holds the inlines of its first heading, `blocks` what follows, and `line` is where it begins.
    """

    div: Div
    label: str
    mention: str
    heading: list[Node]
    blocks: list[Node]
    line: int

    @property
    def is_enclosure(self) -> bool:
        """True for a text that a decision encloses, such as a regulation: its heading is its label."""
        return ENCLOSURE in self.div.classes

    @property
    def is_list(self) -> bool:
        """True for a list of names, which is not numbered among the annexes."""
        return LIST in self.div.classes


@dataclass(frozen=True, slots=True)
class _Found:
    div: Div
    heading: list[Node]
    blocks: list[Node]
    line: int


def annex_parts(nodes: list[Node], problems: Problems) -> list[AnnexPart]:
    """The annexes among the blocks of the outer level, with their labels."""
    found = list(_found(nodes, problems))
    identifiers = [annex.div.identifier for annex in found if annex.div.identifier]
    several = sum(not annex.div.classes & UNNUMBERED for annex in found) > 1
    number = 0
    parts = []
    for annex in found:
        problems.line = annex.line
        if identifiers.count(annex.div.identifier) > 1:
            problems.report("annex.twice", name=annex.div.identifier)
        if LIST in annex.div.classes:
            label, mention = LIST_LABEL, LIST_LABEL.lower()
        elif ENCLOSURE in annex.div.classes:
            words = words_of(annex.heading)
            label, mention = words.upper(), words.lower()
        else:
            number += 1
            label = mention = f"{LABEL} {roman(number)}" if several else LABEL
        parts.append(AnnexPart(annex.div, label, mention, annex.heading, annex.blocks, annex.line))
    return parts


def _found(nodes: list[Node], problems: Problems) -> Iterator[_Found]:
    annexes = [index for index, node in enumerate(nodes) if is_annex(node)]
    for node in nodes[annexes[0] :] if annexes else ():
        if not is_annex(node):
            problems.reached(node)
            problems.report("annex.text_after")
    for node in filter(is_annex, nodes):
        problems.reached(node)
        line, div = problems.line, read_div(node, problems)
        if div is None:
            continue
        if div.classes >= UNNUMBERED:
            problems.report("template.unsupported", element=described("Div", node["c"][0]))
            continue
        heading, blocks = _title(div, problems)
        yield _Found(div, heading, blocks, line)


def _title(div: Div, problems: Problems) -> tuple[list[Node], list[Node]]:
    first: Node = div.blocks[0] if div.blocks else {"t": ""}
    if first["t"] != "Header" or first["c"][0] != 1 or any(attributes(first["c"][1])) or not words_of(first["c"][2]):
        problems.report("annex.no_title")
        return [], div.blocks
    return first["c"][2], div.blocks[1:]


class Mentions:
    """Replaces the links to annexes by their labels, and `[]{.break}` by line breaks; notes who was mentioned."""

    def __init__(self, parts: list[AnnexPart], problems: Problems) -> None:
        self.words = {part.div.identifier: part.mention for part in parts if part.div.identifier}
        self.problems = problems
        self.mentioned: set[str] = set()

    def resolved(self, nodes: list[Node]) -> list[Node]:
        """The same blocks or inlines with words for links and breaks."""
        return [part for node in nodes for part in self._node(node)]

    def _node(self, node: Node) -> Iterator[Node]:
        self.problems.reached(node)
        target = _target(node)
        if target:
            yield from self._label(target)
        elif node["t"] == "Span" and node["c"] == [["", [BREAK], []], []]:
            yield {"t": "LineBreak"}
        elif isinstance(node.get("c"), list):
            yield {**node, "c": self._content(node["c"])}
        else:
            yield node

    def _content(self, value: list[Any]) -> list[Any]:
        if value and all(isinstance(child, dict) for child in value):
            return self.resolved(value)
        return [self._content(child) if isinstance(child, list) else child for child in value]

    def _label(self, target: str) -> list[Node]:
        self.mentioned.add(target)
        if target in self.words:
            return spaced(self.words[target])
        guess, known = nearest(target, self.words), ", ".join(self.words)
        self.problems.report("annex.unknown", name=target, guess=guess, known=known)
        return []

    def check(self, parts: list[AnnexPart]) -> None:
        """Report the annexes that the body does not point to (Decree 30/2020/NĐ-CP, Appendix I, section III.1)."""
        for part in parts:
            if part.div.identifier not in self.mentioned and not part.is_enclosure:
                self.problems.line = part.line
                name = part.div.identifier or "…"
                self.problems.report("annex.not_mentioned", severity=Severity.WARNING, label=part.label, name=name)


def _target(node: Node) -> str:
    """The identifier that a link without words of its own points to, or nothing."""
    if node["t"] != "Link":
        return ""
    attr, inlines, (address, title) = node["c"]
    return address[1:] if address.startswith("#") and not (inlines or title or any(attributes(attr))) else ""
