"""What a writer receives: one finished paper, arranged by role and not yet by format.

The frame (letterhead, title, recipients, signatures) is plain text, never markup. The body is a sequence of paragraphs,
tables and charts; the content of paragraphs and cells is pandoc's inline JSON, restricted to `INLINES`, in which
numbers and dashes are already literal text.
An `anchor` is an id of the provenance table (`^pf[0-9a-f]{12}(x[0-9]+)?$`); an empty anchor means "no origin".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from planforge.decree30 import Profile

Inline = dict[str, Any]
INLINES = frozenset(
    {"Str", "Space", "SoftBreak", "LineBreak", "Emph", "Strong", "Underline", "Superscript", "Subscript", "Span"}
)
# The class of the span that holds a number or dash; private-use, so that no template can claim it.
LABEL_CLASS = "\ue010label"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Role(StrEnum):
    """What a block of the body is, whatever it looks like.

    `CENTRED` is for the lines of a decision or regulation that stand in the middle ("QUYẾT ĐỊNH:", "Chương I"), `NOTE`
    for the smaller notes under a table or form.
    """

    HEADING = "heading"
    BODY = "body"
    CENTRED = "centred"
    NOTE = "note"


class CellAlignment(StrEnum):
    """How the lines of a table cell stand; numbers stand right."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class ChartKind(StrEnum):
    """What a chart draws: horizontal bars (for long names), upright columns, or a line over time."""

    BARS = "bars"
    COLUMNS = "columns"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the frame."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Cells 1 to 4: the national name and motto are fixed by the decree and added by the writers.

    `parent` and `issuer` are already in upper case; `issuer` may be several lines. `number` is the whole line
    ("Số: 05/KH-XXX"), `place_date` too; minutes have no `place_date` and a pledge has no `number`.
    """

    parent: Line | None
    issuer: tuple[Line, ...]
    number: Line | None
    place_date: Line | None


@dataclass(frozen=True, slots=True)
class Signer:
    """Cells 7a to 7c: authority and title in upper case, room for the signature, the office in the host unit, name."""

    authority: tuple[Line, ...]
    office: tuple[Line, ...] = ()
    name: Line | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the body; `level` is the outline level of a heading (from 1) and 0 otherwise.

    A centred block may have a level too: the chapters of a regulation.
    """

    role: Role
    level: int
    anchor: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: one paragraph, over one or more columns and rows."""

    anchor: str
    inlines: tuple[Inline, ...]
    alignment: CellAlignment = CellAlignment.LEFT
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that begin in a row, from left to right; what a cell of an earlier row covers is not among them."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table over the whole width of the text; `widths` are relative, one per column.

    The rows of `head` are repeated on every page. `compact` asks for smaller letters, for tables of many columns.
    """

    widths: tuple[float, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart, one per category; None where a value is not known."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its title, and the words that stand for it where it cannot be seen."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alternative: str
    anchor: str = ""


Element = Block | Table | Chart


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: a section of its own whose pages are numbered from 1 (Appendix I, section III.1).

    `label` is "Phụ lục", "Phụ lục II" or "DANH SÁCH", `reference` the line in brackets that names the paper it belongs
    to. A text that a decision encloses (a regulation) has a `letterhead` without number and date.
    """

    label: Line | None
    title: Line | None
    reference: Line | None
    body: tuple[Element, ...]
    letterhead: Letterhead | None = None
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, ready to be written in any format.

    `title` and `author` go into the file's properties. `moment` (with a time zone) is the only time a writer may
    put into a file: the same input must give the same bytes. A paper that is itself an annex has no letterhead, no
    body and one annex. `issuing_authority` stands above the body of a decision ("BỘ TRƯỞNG BỘ TƯ PHÁP").
    """

    profile: Profile
    title: str
    author: str
    moment: datetime
    letterhead: Letterhead | None
    type_name: Line | None
    subject: Line | None
    letter_subject: Line | None
    addressees: tuple[Line, ...]
    body: tuple[Element, ...]
    recipients: tuple[Line, ...]
    signers: tuple[Signer, ...]
    annexes: tuple[Annex, ...] = ()
    issuing_authority: Line | None = None
