"""What is wrong with a body, and where: the walk over the tree tells what, a second one over a tree of lines where."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from planforge.compose.marks import ANY_MARK, LINE, Marks, strip
from planforge.convert.nodes import WRAPPER, Node
from planforge.diagnostics import Diagnostic, Severity, Span
from planforge.provenance import TemplateLine

LINE_KEY = "line"
FENCE = re.compile(r"\s*(?:[-*+]\s+|\d+[.)]\s+)*:::")
POSITION = "data-pos"
POSITION_LINE = re.compile(r"(\d+):\d+-")
ATTRIBUTES_AT = {
    "Header": 1,
    **dict.fromkeys(("Div", "Span", "Table", "CodeBlock", "Code", "Link", "Image", "Figure"), 0),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that cannot be printed as it is written; `line` counts the body's lines from 1, 0 is unknown."""

    code: str
    line: int
    values: tuple[tuple[str, object], ...]
    severity: Severity

    @property
    def complaint(self) -> tuple[str, tuple[tuple[str, object], ...]]:
        """What is said, wherever it is."""
        return self.code, self.values


@dataclass(slots=True)
class Problems:
    """Collects the problems of one walk; `line` is where the walk has come to."""

    line: int = 0
    found: list[Problem] = field(default_factory=list)

    def reached(self, node: Node) -> None:
        """Note that the walk has come to a node; only a tree of lines tells where that is."""
        self.line = node.get(LINE_KEY, self.line)

    def report(self, code: str, *, severity: Severity = Severity.ERROR, **values: object) -> None:
        """Add a problem of the place the walk has come to."""
        self.found.append(Problem(code, self.line, tuple(values.items()), severity))


def located(problems: Iterable[Problem], again: Iterable[Problem]) -> list[Problem]:
    """The problems that a second walk found with their lines, and those of the first that it did not find."""
    placed = list(again)
    missing = [problem.complaint for problem in placed]
    for problem in problems:
        if problem.complaint in missing:
            missing.remove(problem.complaint)
        else:
            placed.append(problem)
    return placed


def lined(output: bytes) -> list[Node]:
    """The blocks of a tree that pandoc made with positions, as without them, but with the line at every node it told.

    pandoc puts divs and spans around what has no attributes to hold a position; they are taken out again.
    """
    blocks: list[Node] = _lined(json.loads(output)["blocks"])
    return blocks


def _lined(value: Any) -> Any:
    if isinstance(value, list):
        if value and all(isinstance(child, dict) for child in value):
            return [part for child in value for part in _lined_node(child)]
        return [_lined(child) for child in value]
    return value


def _lined_node(node: Node) -> Iterator[Node]:
    kind, content = node["t"], _lined(node.get("c"))
    if kind not in ATTRIBUTES_AT:
        yield {**node, "c": content} if "c" in node else node
        return
    place = ATTRIBUTES_AT[kind]
    identifier, classes, pairs = content[place]
    told = [value for key, value in pairs if key == POSITION]
    lines = [int(match[1]) for match in POSITION_LINE.finditer(told[-1])] if told else []
    position = {LINE_KEY: min(lines)} if lines else {}
    pairs = [pair for pair in pairs if pair[0] != POSITION]
    if pairs == [[WRAPPER, "1"]] and not identifier and not classes:
        for inner in content[1]:
            yield {**position, **inner}
        return
    yield {**node, "c": [*content[:place], [identifier, classes, pairs], *content[place + 1 :]], **position}


@dataclass(frozen=True, slots=True)
class TemplatePlaces:
    """Tells the template line behind a line of a body; `template` stands where even that cannot be told."""

    lines: list[str]
    marks: Marks
    template: Span

    def diagnostics(self, problems: Iterable[Problem]) -> list[Diagnostic]:
        """The problems as findings at their template lines, each once however often a loop has printed the line."""
        findings: list[Diagnostic] = []
        for problem in problems:
            span = self._span(problem.line)
            finding = Diagnostic(problem.code, span, dict(problem.values), problem.severity)
            if finding not in findings:
                findings.append(finding)
        return findings

    def _span(self, number: int) -> Span:
        """By the line's own mark, or counted from the nearest one: a fence has none and belongs to what follows it."""
        if not 0 < number <= len(self.lines):
            return self.template
        is_fence = FENCE.match(strip(self.lines[number - 1])) is not None
        for distance in range(len(self.lines)):
            above = self._marked(number - distance)
            below = self._marked(number + distance) if is_fence else None
            if below is not None:
                return Span(below.path, max(below.line - distance, 1), 1)
            if above is not None:
                return Span(above.path, above.line + distance, 1)
        return self.template

    def _marked(self, number: int) -> Span | None:
        if not 0 < number <= len(self.lines):
            return None
        found = [match[0] for match in ANY_MARK.finditer(self.lines[number - 1]) if match[0][0] == LINE]
        entry = self.marks.entry(found[0]) if found else None
        return entry.span if isinstance(entry, TemplateLine) else None
