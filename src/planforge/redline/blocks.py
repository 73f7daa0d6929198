"""What a text is made of: paragraphs, tables, content controls, and what stands between them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from planforge.redline.paragraph import Paragraph
from planforge.redline.reading_paragraphs import ParagraphReader, shell_of
from planforge.redline.tokens import is_word, tokens_of
from planforge.verify.docx.names import Element, w

_P, _TBL, _TR, _TC, _SDT, _CONTENT = (w(name) for name in ("p", "tbl", "tr", "tc", "sdt", "sdtContent"))
_BOOKMARKS = frozenset({w("bookmarkStart"), w("bookmarkEnd")})
_POINTS = frozenset(map(w, ("commentRangeStart", "commentRangeEnd", "permStart", "permEnd"))) | _BOOKMARKS
_NOTHING = frozenset(map(w, ("proofErr", "sectPr", "tcPr")))
_ROW_PROPERTIES = (w("trPr"), w("tblPrEx"))
_OF_ROW = frozenset(map(w, ("ins", "del", "trPrChange")))
_OF_CELL = frozenset({w("tcPrChange")})
_MOST_ORDINAL_LETTERS = 8


class Block(Protocol):
    """What can be paired with another: a paragraph, a table, a row."""

    @property
    def exact(self) -> Hashable:
        """What is the same for what is the same in everything."""

    @property
    def plain(self) -> str:
        """Its text without labels and ordinals."""

    @property
    def bag(self) -> Counter[str]:
        """Its words."""

    @property
    def words(self) -> int:
        """How many words it has."""

    @property
    def group(self) -> str:
        """What it can be paired with at all."""


@dataclass(slots=True)
class Flow:
    """Blocks one under the other: a body, a cell, a header. Marks of places stand before the block at their number."""

    blocks: list[Paragraph | Table | Control | Other]
    marks: dict[int, list[Element]] = field(default_factory=dict)

    @property
    def exact(self) -> tuple[Hashable, ...]:
        """What two flows have in common that are the same in everything."""
        return tuple(block.exact for block in self.blocks)

    @property
    def plain(self) -> str:
        """The texts of its blocks."""
        return "\n".join(block.plain for block in self.blocks)


class _Counted(ABC):
    """Bags and keys that are made when they are first asked for."""

    @abstractmethod
    def flows(self) -> list[Flow]:
        """The texts in it."""

    @cached_property
    def plain(self) -> str:
        """The texts in it, without labels."""
        return "\v".join(flow.plain for flow in self.flows())

    @cached_property
    def bag(self) -> Counter[str]:
        """The words in it."""
        bag: Counter[str] = Counter()
        for flow in self.flows():
            for block in flow.blocks:
                bag.update(block.bag)
        return bag

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return self.bag.total()


@dataclass(eq=False)
class Cell:
    """A cell of a table; `key` is what its properties say."""

    element: Element
    flow: Flow
    key: str


@dataclass(eq=False)
class Row(_Counted):
    """A row; `keys` are what its properties say (of the row, of the table in it). `group` counts its cells."""

    element: Element
    cells: list[Cell]
    keys: tuple[str, str]

    @cached_property
    def exact(self) -> Hashable:
        """What two rows have in common that are the same in everything."""
        return self.keys, tuple((cell.key, cell.flow.exact) for cell in self.cells)

    @property
    def group(self) -> str:
        """How many cells there are."""
        return str(len(self.cells))

    def flows(self) -> list[Flow]:
        """The cells, but for one in front that only counts the rows."""
        flows = [cell.flow for cell in self.cells]
        return flows[1:] if len(flows) > 1 and _is_ordinal(flows[0].plain) else flows


@dataclass(eq=False)
class Table(_Counted):
    """A table of rows; `rows` is empty where rows stand in content controls, then it is only taken as a whole."""

    element: Element
    rows: list[Row]
    keys: tuple[str, str]
    columns: int
    whole: str = ""

    @cached_property
    def exact(self) -> Hashable:
        """What two tables have in common that are the same in everything."""
        return self.whole, self.keys, tuple(row.exact for row in self.rows)

    @property
    def group(self) -> str:
        """A table with as many columns, where both are made of plain rows."""
        return f"table {self.columns}" if self.rows else "whole table"

    def flows(self) -> list[Flow]:
        """All cells."""
        return [flow for row in self.rows for flow in row.flows()]


@dataclass(eq=False)
class Control(_Counted):
    """A content control around blocks; `key` is what it says of itself."""

    element: Element
    flow: Flow
    key: str

    @cached_property
    def exact(self) -> Hashable:
        """What two controls have in common that are the same in everything."""
        return self.key, self.flow.exact

    @property
    def group(self) -> str:
        """A control that says the same of itself."""
        return f"control {self.key}"

    def flows(self) -> list[Flow]:
        """What is in it."""
        return [self.flow]


@dataclass(eq=False)
class Other:
    """A block that is neither: an end of a bookmark to which something refers, an embedded document."""

    element: Element
    exact: str
    plain: str = ""
    bag: Counter[str] = field(default_factory=Counter)
    words: int = 0

    @property
    def group(self) -> str:
        """Only what is the same."""
        return f"other {self.exact}"


def _is_ordinal(text: str) -> bool:
    """Whether a cell holds a number or letter that counts the rows and nothing else."""
    if not text or len(text) > _MOST_ORDINAL_LETTERS:
        return not text
    return sum(is_word(token) for token in tokens_of(text)) == 1


class FlowReader:
    """Reads the flows of one part."""

    def __init__(self, paragraphs: ParagraphReader) -> None:
        self._paragraphs, self._keys = paragraphs, paragraphs.keys

    def read(self, parent: Element) -> Flow:
        """The blocks below an element."""
        flow = Flow([])
        for child in parent:
            tag = child.tag
            if tag == _P:
                flow.blocks.append(self._paragraphs.read(child))
            elif tag == _TBL:
                flow.blocks.append(self._table(child))
            elif tag in _BOOKMARKS and (key := self._paragraphs.bookmark(child)):
                flow.blocks.append(Other(child, key))
            elif tag in _POINTS:
                flow.marks.setdefault(len(flow.blocks), []).append(child)
            elif tag == _SDT and child.find(_CONTENT) is not None:
                inner = self.read(next(child.iterchildren(_CONTENT)))
                flow.blocks.append(Control(child, inner, self._keys.of(shell_of(child))))
            elif tag not in _NOTHING:
                flow.blocks.append(Other(child, self._keys.of(child)))
        return flow

    def _table(self, element: Element) -> Table:
        keys = self._keys
        properties, grid = element.find(w("tblPr")), element.find(w("tblGrid"))
        said = keys.of(properties), keys.of(grid, frozenset({w("tblGridChange")}))
        plain = all(child.tag in {_TR, w("tblPr"), w("tblGrid")} | _POINTS for child in element) and all(
            child.tag in {_TC, *_ROW_PROPERTIES} | _POINTS for row in element.iterchildren(_TR) for child in row
        )
        rows = [self._row(row) for row in element.iterchildren(_TR)] if plain else []
        columns = len(grid) if grid is not None else 0
        return Table(element, rows, said, columns, "" if rows else keys.of(element))

    def _row(self, element: Element) -> Row:
        keys = self._keys
        cells: list[Cell] = []
        for child in element:
            if child.tag in _BOOKMARKS:
                self._paragraphs.bookmark(child)
            elif child.tag == _TC:
                properties = child.find(w("tcPr"))
                key = keys.of(properties, _OF_CELL) if properties is not None and len(properties) else ""
                cells.append(Cell(child, self.read(child), key))
        own = element.find(w("trPr"))
        row_key = keys.of(own, _OF_ROW) if own is not None and len(own) else ""
        return Row(element, cells, (row_key, keys.of(element.find(w("tblPrEx")))))
