"""Random documents and random edits of them: looks, fields, links, formulas, tables in tables, sections."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.unit.redline.documents import SECTION, document, paragraph, run

WORDS = "cụm thi đua khen thưởng đơn vị tổ chức phong trào năm kế hoạch 2023 một hai ba".split()
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
LOOKS = ("", "", "", "<w:b/>", "<w:i/>")
SHAPES = (
    *("", "", '<w:pStyle w:val="Heading1"/>', '<w:jc w:val="center"/>', "<w:rPr><w:b/></w:rPr>"),
    '<w:jc w:val="right"/><w:rPr><w:i/></w:rPr>',
)


@dataclass
class Text:
    """A paragraph: its properties, and the XML of what is in it."""

    shape: str
    inlines: list[str]
    ends_section: bool = False

    def xml(self) -> str:
        return paragraph("".join(self.inlines), self.shape + (SECTION if self.ends_section else ""))


@dataclass
class Cell:
    width: int
    blocks: list[Text | Grid]


@dataclass
class Row:
    properties: str
    cells: list[Cell]


@dataclass
class Grid:
    """A table of rows of cells."""

    width: int
    rows: list[Row] = field(default_factory=list)

    def xml(self) -> str:
        columns = max(len(row.cells) for row in self.rows)
        rows = "".join(map(_row, self.rows))
        grid = f'<w:gridCol w:w="{self.width}"/>' * columns
        size = f'<w:tblPr><w:tblW w:w="{self.width}" w:type="dxa"/></w:tblPr>'
        return f"<w:tbl>{size}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


Blocks = list[Text | Grid]


def _row(row: Row) -> str:
    properties = f"<w:trPr>{row.properties}</w:trPr>" if row.properties else ""
    return f"<w:tr>{properties}{''.join(map(_cell, row.cells))}</w:tr>"


def _cell(cell: Cell) -> str:
    width = f'<w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{width}{''.join(block.xml() for block in cell.blocks)}</w:tc>"


def _text(random: Random) -> str:
    words = " ".join(random.choice(WORDS) for _ in range(random.randrange(1, 9)))
    return words + random.choice(["", "", " ", ".", ", "])


def _run(random: Random) -> str:
    return run(_text(random), random.choice(LOOKS))


def _field(random: Random) -> str:
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    instruction = f"<w:r><w:instrText> {random.choice(['PAGE', 'DATE'])} </w:instrText></w:r>"
    return ends[0] + instruction + ends[1] + run(str(random.randrange(3))) + ends[2]


def _bookmark(random: Random) -> str:
    number = random.randrange(10_000)
    start = f'<w:bookmarkStart w:id="{number}" w:name="_pf{number}"/>'
    return f'{start}{_run(random)}<w:bookmarkEnd w:id="{number}"/>'


INLINES: tuple[tuple[int, Callable[[Random], str]], ...] = (
    (70, _run),
    (5, lambda random: random.choice(["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"])),
    (6, lambda random: f'<w:hyperlink w:anchor="{random.choice("ab")}">{_run(random)}{_run(random)}</w:hyperlink>'),
    (5, _field),
    (5, _bookmark),
    (3, lambda random: f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{random.choice("xyz")}</m:t></m:r></m:oMath>'),
    (4, lambda random: f'<w:smartTag w:uri="u" w:element="e">{_run(random)}</w:smartTag>'),
)
KINDS = [kind for weight, kind in INLINES for _ in range(weight)]


def _inline(random: Random) -> str:
    return random.choice(KINDS)(random)


def _paragraph(random: Random) -> Text:
    return Text(random.choice(SHAPES), [_inline(random) for _ in range(random.randrange(5))], random.random() < 0.04)


def _plain(random: Random) -> Text:
    return Text(random.choice(SHAPES), [_inline(random) for _ in range(random.randrange(5))])


def _grid(random: Random, depth: int = 0) -> Grid:
    def cell() -> Cell:
        blocks: Blocks = [_plain(random) for _ in range(random.randrange(1, 3))]
        if not depth and random.random() < 0.07:
            blocks.insert(0, _grid(random, 1))
        return Cell(random.choice([50, 60]), blocks)

    columns = random.randrange(1, 4)
    rows = [
        Row(random.choice(["", "", "<w:cantSplit/>"]), [cell() for _ in range(columns)])
        for _ in range(random.randrange(1, 4))
    ]
    return Grid(random.choice([100, 200]), rows)


def _block(random: Random) -> Text | Grid:
    return _grid(random) if random.random() < 0.2 else _paragraph(random)


def _edit(random: Random, blocks: Blocks, made: Callable[[Random], Text | Grid]) -> None:
    for _ in range(random.randrange(1, 4)):
        kind = random.randrange(6)
        at = random.randrange(len(blocks))
        block = blocks[at]
        if kind == 0:
            blocks.insert(at, made(random))
        elif kind == 1 and len(blocks) > 1:
            blocks.pop(at)
        elif kind == 2:
            blocks.insert(random.randrange(len(blocks)), blocks.pop(at))
        elif isinstance(block, Text):
            _edit_text(random, block, kind)
        else:
            _edit_grid(random, block, kind)


def _edit_text(random: Random, text: Text, kind: int) -> None:
    if kind == 3:
        text.shape = random.choice(SHAPES)
    elif kind == 4 and text.inlines:
        text.inlines[random.randrange(len(text.inlines))] = _inline(random)
    else:
        text.inlines.insert(random.randrange(len(text.inlines) + 1), _inline(random))


def _edit_grid(random: Random, grid: Grid, kind: int) -> None:
    if kind == 3:
        grid.width = 300 - grid.width
    elif kind == 4:
        grid.rows.insert(random.randrange(len(grid.rows) + 1), copy.deepcopy(random.choice(grid.rows)))
    else:
        cell = random.choice(random.choice(grid.rows).cells)
        _edit(random, cell.blocks, _plain)
        if not isinstance(cell.blocks[-1], Text):
            cell.blocks.append(_plain(random))


def pair(random: Random) -> tuple[bytes, bytes]:
    """A document, and another: the same after some edits, or one time in ten any other."""
    old: Blocks = [_block(random) for _ in range(random.randrange(1, 8))]
    new = copy.deepcopy(old)
    if random.random() < 0.1:
        new = [_block(random) for _ in range(random.randrange(1, 8))]
    else:
        _edit(random, new, _block)
    for blocks in (old, new):
        last = blocks[-1]
        if not isinstance(last, Text):
            blocks.append(_plain(random))
        else:
            last.ends_section = False
    first, second = (document("".join(block.xml() for block in blocks)) for blocks in (old, new))
    return first, second
