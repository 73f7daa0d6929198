"""A YAML text as a tree of its entries, each with the very lines it is written in: what a merge cuts and joins.

An entry is a key with its value, or an item of a list. Comments and blank lines before it are its `leader`. Only block
style is taken apart: what is written in brackets, and every scalar, is one leaf.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from planforge.source import Loader


class UnmergeableError(Exception):
    """A text whose form this module does not take apart."""


class Fact(NamedTuple):
    """A scalar: the type YAML gives it (`str`, `int`, `null` …) and its text."""

    kind: str
    value: str


# What a text says: `Fact`, a list, or a dictionary of the same.
Data = Any


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that is not taken apart; `start` and `end` are where it stands in the text of its entry."""

    data: Data
    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping or a list in block style, whose entries stand in `column` (from 0).

    `inline` says that the first entry stands on the line of the dash before it.
    """

    is_list: bool
    column: int
    entries: tuple[Entry, ...]
    inline: bool = False

    @property
    def data(self) -> Data:
        """What it says."""
        if self.is_list:
            return [entry.node.data for entry in self.entries]
        return {entry.key: entry.node.data for entry in self.entries}


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item (whose key is empty).

    `text` is from its column to the end of its last line, without the leader; lines after the first are whole.
    `head` is what stands before the first entry of a block: "key:" with what follows on its line, or the dash.
    """

    key: str
    column: int
    leader: tuple[str, ...]
    text: str
    node: Leaf | Block
    head: str = ""

    def lines(self, column: int, opening: str) -> list[str]:
        """Its lines when it stands in `column`, with `opening` before it on the first one."""
        first, *others = self.text.split("\n")
        return [opening + first, *(shifted(line, column - self.column) for line in others)]


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file: what stands before its first entry and belongs to the file, its entries, what stands after them."""

    preamble: tuple[str, ...]
    root: Block
    trailer: tuple[str, ...]


def shifted(line: str, by: int) -> str:
    """A line moved to the right or, as far as it can be, to the left."""
    if by >= 0:
        return " " * by + line if line.strip() else line
    room = len(line) - len(line.lstrip(" "))
    return line[min(-by, room) :]


EMPTY = Block(is_list=False, column=0, entries=())


def read_tree(text: str) -> Tree:
    """The tree of a text that `source.parse` finds no fault with. Raises UnmergeableError."""
    lines = text.split("\n")
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise UnmergeableError(str(error)) from error
    if node is None:
        return Tree(tuple(lines), EMPTY, ())
    if isinstance(node, yaml.MappingNode) and not node.value:
        number = node.start_mark.line
        if lines[number].strip() == "{}":
            return Tree(tuple(lines[:number]), EMPTY, tuple(lines[number + 1 :]))
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise UnmergeableError("not a mapping in block style")
    root, last = _Reader(lines).block(node, 0)
    trailer = tuple(lines[last + 1 :])
    first = root.entries[0]
    preamble = _preamble(first.leader)
    entries = (_with_leader(first, first.leader[len(preamble) :]), *root.entries[1:])
    return Tree(preamble, Block(root.is_list, root.column, entries), trailer)


def data_of(text: str) -> Data:
    """What a text says. Raises UnmergeableError where it cannot be read."""
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise UnmergeableError(str(error)) from error
    return _data(node) if node is not None else {}


def comments_of(text: str) -> list[str]:
    """The comments of a text without their number sign, wherever they stand."""
    lines = text.split("\n")
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise UnmergeableError(str(error)) from error
    for scalar in _scalars(node) if node is not None else ():
        start, end = scalar.start_mark, scalar.end_mark
        first, column = (start.line + 1, 0) if scalar.style in {"|", ">"} else (start.line, start.column)
        for number in range(first, min(end.line + 1, len(lines))):
            left = column if number == first else 0
            right = end.column if number == end.line else len(lines[number])
            lines[number] = lines[number][:left] + "x" * (right - left) + lines[number][right:]
    found = (re.search(r"(?:^|\s)#(.*)", line) for line in lines)
    return [match[1].strip() for match in found if match]


def _preamble(leader: tuple[str, ...]) -> tuple[str, ...]:
    """The lines that speak of the whole file: up to the first blank line after a comment, or all of them."""
    for number, line in enumerate(leader):
        if number and not line.strip():
            return leader[: number + 1]
    return leader


def _with_leader(entry: Entry, leader: tuple[str, ...]) -> Entry:
    return Entry(entry.key, entry.column, leader, entry.text, entry.node, entry.head)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, yaml.ScalarNode):
            yield one
        elif isinstance(one, yaml.MappingNode):
            waiting += [part for pair in one.value for part in pair]
        elif isinstance(one, yaml.SequenceNode):
            waiting += one.value


def _data(node: yaml.Node) -> Data:
    if isinstance(node, yaml.ScalarNode):
        return Fact(str(node.tag).rsplit(":", 1)[-1], unicodedata.normalize("NFC", node.value))
    if isinstance(node, yaml.SequenceNode):
        return [_data(child) for child in node.value]
    return {_key(key): _data(value) for key, value in node.value}


def _key(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise UnmergeableError("a key that is no text")
    return unicodedata.normalize("NFC", node.value)


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def block(self, node: yaml.CollectionNode, first: int, *, inline: bool = False) -> tuple[Block, int]:
        """A block whose leader may begin in line `first`, and the last line of its content."""
        column, last, entries = node.start_mark.column, first - 1, []
        is_list = isinstance(node, yaml.SequenceNode)
        for number, child in enumerate(node.value):
            on_dash = inline and not number
            if is_list:
                start = node.start_mark.line if on_dash else self._dash(last + 1, child, column)
            else:
                start = child[0].start_mark.line
                if child[0].start_mark.column != column:
                    raise UnmergeableError("a key beside its column")
            if start <= last or (not on_dash and self.lines[start][:column].strip()):
                raise UnmergeableError("two entries on one line")
            leader = () if on_dash else tuple(self.lines[last + 1 : start])
            if is_list:
                entry, last = self._item(child, start, column, leader)
            else:
                entry, last = self._pair(child[0], child[1], column, leader)
            entries.append(entry)
        return Block(is_list, column, tuple(entries), inline), last

    def _dash(self, first: int, child: yaml.Node, column: int) -> int:
        for number in range(first, child.start_mark.line + 1):
            line = self.lines[number]
            if not line[:column].strip() and re.match(r"-(\s|$)", line[column:]):
                return number
        raise UnmergeableError("an item without its dash")

    def _pair(self, key: yaml.Node, value: yaml.Node, column: int, leader: tuple[str, ...]) -> tuple[Entry, int]:
        name, start = _key(key), key.start_mark.line
        if isinstance(value, yaml.CollectionNode) and not value.flow_style:
            if value.start_mark.line == start:
                raise UnmergeableError("a block on the line of its key")
            block, last = self.block(value, start + 1)
            head = self.lines[start][column:]
            return Entry(name, column, leader, self._text(start, column, last), block, head), last
        return self._leaf(name, value, start, column, leader)

    def _item(self, value: yaml.Node, start: int, column: int, leader: tuple[str, ...]) -> tuple[Entry, int]:
        if isinstance(value, yaml.CollectionNode) and not value.flow_style and value.start_mark.line == start:
            block, last = self.block(value, start, inline=True)
            head = self.lines[start][column : value.start_mark.column]
            return Entry("", column, leader, self._text(start, column, last), block, head), last
        return self._leaf("", value, start, column, leader)

    def _leaf(self, name: str, value: yaml.Node, start: int, column: int, leader: tuple[str, ...]) -> tuple[Entry, int]:
        last, after = value.end_mark.line, value.end_mark.column
        if (isinstance(value, yaml.ScalarNode) and value.style in {"|", ">"}) or (
            isinstance(value, yaml.CollectionNode) and not value.flow_style
        ):
            last = last if after else last - 1
            last = min(last, len(self.lines) - 1)
            while last > value.start_mark.line and self._is_no_content(last, value):
                last -= 1
            after = len(self.lines[last])
        text = self._text(start, column, last)
        leaf = Leaf(
            _data(value),
            self._offset(start, column, value.start_mark.line, value.start_mark.column),
            self._offset(start, column, last, after),
            (value.style or "") if isinstance(value, yaml.ScalarNode) else "collection",
        )
        return Entry(name, column, leader, text, leaf), last

    def _is_no_content(self, number: int, value: yaml.Node) -> bool:
        line = self.lines[number].strip()
        return not line or (line.startswith("#") and not isinstance(value, yaml.ScalarNode))

    def _text(self, start: int, column: int, last: int) -> str:
        return "\n".join((self.lines[start][column:], *self.lines[start + 1 : last + 1]))

    def _offset(self, start: int, column: int, line: int, after: int) -> int:
        if line == start:
            return after - column
        return len(self.lines[start]) - column + 1 + sum(len(one) + 1 for one in self.lines[start + 1 : line]) + after
