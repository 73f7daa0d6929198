"""The body of a paper or annex: headings and lists become labelled paragraphs, divs and tables what they stand for.

This walk is the only place that knows which elements can be printed: what it has no branch for is a problem, and so is
every inline that `Finisher` does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from planforge.convert.charts import chart
from planforge.convert.divs import ANNEX, CENTRED, CHART, NOTES, TABLE, Div, read_div
from planforge.convert.inlines import Finisher, labelled
from planforge.convert.nodes import Node, attributes, described, string, text_of, upper
from planforge.convert.numbering import ARTICLE, CHAPTER, Counters, Scheme, dash
from planforge.convert.tables import table
from planforge.paper import Block, Element, Role

ROLES = {CENTRED: Role.CENTRED, NOTES: Role.NOTE}


@dataclass(slots=True)
class BodyWalk:
    """Walks the blocks of one body; `level` is the one that a list would stand below."""

    scheme: Scheme
    finisher: Finisher
    role: Role = Role.BODY
    level: int = 0
    counters: Counters = field(init=False)
    opening: list[Node] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.counters = Counters(self.scheme)

    def elements(self, nodes: Iterable[Node]) -> Iterator[Element]:
        """What a paper prints for these blocks."""
        for node in nodes:
            self.finisher.problems.reached(node)
            if self.opening and node["t"] != "Para":
                yield from self._opened([])
            yield from self._element(node["t"], node)
        if self.opening:
            yield from self._opened([])

    def _element(self, kind: str, node: Node) -> Iterator[Element]:
        content: Any = node.get("c")
        if kind == "Header":
            yield from self._heading(node)
        elif kind in {"Para", "Plain"}:
            yield from self._opened(content) if self.opening else self._paragraph(self.role, 0, content)
        elif kind == "OrderedList":
            # Outside any heading a list counts 1., 2., 3.: Roman numbers are for sections.
            depth = max(self.level, self.scheme.arabic) + 1
            for item in content[1]:
                yield from self._item(item, depth)
        elif kind == "BulletList":
            yield from self._dashes(content, 0)
        elif kind == "Table":
            yield table(node, {}, compact=False, finisher=self.finisher)
        elif kind == "Div":
            yield from self._div(node)
        else:
            self.finisher.problems.report("template.unsupported", element=kind)

    def _paragraph(self, role: Role, level: int, inlines: Iterable[Node]) -> Iterator[Block]:
        anchor, finished = self.finisher.paragraph(inlines)
        yield Block(role, level, anchor, finished)

    def _heading(self, node: Node) -> Iterator[Element]:
        level, attr, inlines = node["c"]
        if any(attributes(attr)) or self.role is not Role.BODY:
            self.finisher.problems.report("template.unsupported", element=described("Header", attr))
        self.level = level
        label, style = self.counters.next_label(level), self.scheme.style(level)
        if style == CHAPTER:
            title = [{"t": "LineBreak"}, _strong(upper(inlines))] if inlines else []
            yield from self._paragraph(Role.CENTRED, level, [_strong([string(label)]), *title])
        elif style == ARTICLE and not text_of(inlines).strip():
            self.opening = [_strong([string(label)]), *inlines]
        else:
            text = upper(inlines) if level == 1 else inlines
            yield from self._paragraph(Role.HEADING, level, labelled(label, text))

    def _opened(self, inlines: list[Node]) -> Iterator[Block]:
        """The paragraph that an article without a title of its own begins with: its label leads the words."""
        label, self.opening = self.opening, []
        yield from self._paragraph(self.role, 0, [*label, {"t": "Space"}, *inlines] if inlines else label)

    def _item(self, item: list[Node], depth: int) -> Iterator[Element]:
        """A numbered item: its first paragraph is labelled, what follows stands below it."""
        first, rest = _parted(item)
        self._reached(item)
        yield from self._paragraph(self.role, 0, labelled(self.counters.next_label(depth), first))
        outer, self.level = self.level, depth
        yield from self.elements(rest)
        self.level = outer

    def _dashes(self, items: list[list[Node]], depth: int) -> Iterator[Element]:
        for item in items:
            first, rest = _parted(item)
            self._reached(item)
            yield from self._paragraph(self.role, 0, labelled(dash(depth), first))
            for node in rest:
                if node["t"] == "BulletList":
                    yield from self._dashes(node["c"], depth + 1)
                else:
                    yield from self.elements([node])

    def _reached(self, item: list[Node]) -> None:
        for node in item[:1]:
            self.finisher.problems.reached(node)

    def _div(self, node: Node) -> Iterator[Element]:
        div = read_div(node, self.finisher.problems)
        if div is None:
            return
        if div.kind in ROLES:
            # What stands apart from the body counts apart, too.
            yield from replace(self, role=ROLES[div.kind], level=0, opening=[]).elements(div.blocks)
        elif div.kind == TABLE:
            yield from self._table(div)
        elif div.kind == CHART:
            drawn = chart(div, self.finisher)
            yield from [drawn] if drawn else []
        elif div.kind == ANNEX:
            self.finisher.problems.report("annex.inside")
        else:
            yield from self.elements(div.blocks)

    def _table(self, div: Div) -> Iterator[Element]:
        if [block["t"] for block in div.blocks] != ["Table"]:
            self.finisher.problems.report("table.alone")
            return
        yield table(div.blocks[0], div.values, compact="compact" in div.classes, finisher=self.finisher)


def _parted(item: list[Node]) -> tuple[list[Node], list[Node]]:
    """The inlines of an item's first paragraph, and the blocks that follow it."""
    if item and item[0]["t"] in {"Para", "Plain"}:
        return item[0]["c"], item[1:]
    return [], item


def _strong(inlines: list[Node]) -> Node:
    return {"t": "Strong", "c": inlines}
