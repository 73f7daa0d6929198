"""Changes in the text of a YAML file, where a value or an item of a list stands; all other text stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

Step = str | int
Route = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML file: its text and its nodes."""

    text: str
    root: yaml.Node

    @classmethod
    def of(cls, text: str) -> Tree:
        """Parse a text that is known to be YAML."""
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        assert root is not None
        return cls(text, root)

    def node(self, route: Sequence[Step]) -> yaml.Node | None:
        """The node at an address; None where there is none."""
        node = self.root
        for step in route:
            if isinstance(node, yaml.MappingNode):
                found = next((value for key, value in node.value if key.value == str(step)), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                found = node.value[step]
            else:
                return None
            if found is None:
                return None
            node = found
        return node

    def scalar(self, route: Sequence[Step]) -> str | None:
        """The text of a value; None where there is no scalar."""
        node = self.node(route)
        return str(node.value) if isinstance(node, yaml.ScalarNode) else None

    def items(self, route: Sequence[Step]) -> int:
        """How many items the list at an address has, if they stand on lines of their own; 0 otherwise."""
        node = self.node(route)
        if not isinstance(node, yaml.SequenceNode) or node.flow_style:
            return 0
        return len(node.value)

    def replaced(self, route: Sequence[Step], value: str) -> str:
        """The file with another text as a value."""
        node = self.node(route)
        assert isinstance(node, yaml.ScalarNode)
        written = json.dumps(value, ensure_ascii=False)
        end = node.end_mark
        if node.style in {"|", ">"}:
            # The mark is on the line after the block, at its indentation.
            written += "\n" + " " * end.column
        return self.text[: node.start_mark.index] + written + self.text[end.index :]

    def leaves(self, route: Sequence[Step]) -> Iterator[Route]:
        """The addresses of all values at or below an address."""
        node = self.node(route)
        if node is not None:
            yield from _leaves(node, tuple(route))

    def without_item(self, route: Sequence[Step], index: int) -> str:
        """The file without one item of a list."""
        lines = self.text.splitlines(keepends=True)
        start, end = self._lines_of(route, index)
        return "".join([*lines[:start], *lines[end:]])

    def with_copy(self, route: Sequence[Step], index: int, at: int) -> str:
        """The file with one more item in a list, the copy of another; `at` is its place in the new list."""
        lines = self.text.splitlines(keepends=True)
        start, end = self._lines_of(route, index)
        place = self._place(route, at)
        return "".join([*lines[:place], *_ended(lines[start:end]), *lines[place:]])

    def with_moved(self, route: Sequence[Step], index: int, at: int) -> str:
        """The file with one item of a list elsewhere in it; `at` is its place among the others."""
        lines = self.text.splitlines(keepends=True)
        start, end = self._lines_of(route, index)
        place = self._place(route, at + (at >= index))
        moved = _ended(lines[start:end])
        if place <= start:
            return "".join([*lines[:place], *moved, *lines[place:start], *lines[end:]])
        return "".join([*lines[:start], *_ended(lines[end:place]), *moved, *lines[place:]])

    def _lines_of(self, route: Sequence[Step], index: int) -> tuple[int, int]:
        node = self.node(route)
        assert isinstance(node, yaml.SequenceNode)
        item = node.value[index]
        if index + 1 < len(node.value):
            return item.start_mark.line, node.value[index + 1].start_mark.line
        lines = self.text.splitlines()
        end = max(_last_line(leaf) for leaf in _scalars(item))
        while end > item.start_mark.line + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip()[0] == "#"):
            end -= 1
        return item.start_mark.line, end

    def _place(self, route: Sequence[Step], at: int) -> int:
        count = self.items(route)
        return self._lines_of(route, at)[0] if at < count else self._lines_of(route, count - 1)[1]


def _ended(lines: list[str]) -> list[str]:
    """Lines of which the last, too, has its end."""
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]


def _leaves(node: yaml.Node, route: Route) -> Iterator[Route]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, (*route, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _leaves(value, (*route, index))
    else:
        yield route


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from (*_scalars(key), *_scalars(value))
    else:
        for value in node.value:
            yield from _scalars(value)


def _last_line(node: yaml.ScalarNode) -> int:
    """The line after the last one of a value."""
    return int(node.end_mark.line) + (0 if node.style in {"|", ">"} else 1)
