"""What a finished file holds, in plain terms and in reading order: the same for DOCX and PDF.

A DOCX tells what it asks for (after the inheritance of styles), a PDF what was drawn. Both are described by the same
types, so that a rule is written once; what one of them cannot tell is None, never a guess. All lengths are in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from planforge.rule import Medium

BLACK = "000000"


class Align(StrEnum):
    """How the lines of a paragraph stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTH = "both"


class Where(StrEnum):
    """Which part of the file a paragraph belongs to; one in a table cell of the body is `BODY` with a `cell`."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named stretch of a paragraph's text; `start` and `end` count characters, the end is exclusive."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; `text` is what is seen, capitals applied.

    `font` is the family as a person would name it ("Times New Roman"), of a PDF without the prefix of its subset and
    without the words for bold and italic; `theme_font` says that a theme, not the name, decides in Word. `colour` is
    six hexadecimal figures. `field` is the instruction of the field that made the text ("PAGE"), else empty.
    """

    text: str
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    colour: str | None = BLACK
    highlighted: bool | None = None
    language: str | None = None
    theme_font: bool = False
    hidden: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Where something was drawn on its page, in points from the left and from the top."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal line that is drawn: a border of a paragraph, a shape, a path.

    `offset` is how far its middle is from the middle of the column it stands in (0: centred), or of the text above it
    in a PDF.
    """

    length: float | None
    weight: float | None = None
    solid: bool | None = True
    offset: float | None = None
    colour: str | None = BLACK
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The table cell a paragraph stands in, counted from 0; a table in a cell is deeper.

    `column` and `columns` count the cells of the row. `width` is the cell's own, `room` what its margins leave of
    it for text. `bordered` tells whether any of the table's borders is drawn. `span` counts the columns of the grid
    that the cell takes, which a PDF does not tell.
    """

    table: int
    row: int
    column: int
    columns: int
    width: float | None = None
    bordered: bool | None = None
    depth: int = 1
    row_kept_whole: bool | None = None
    room: float | None = None
    span: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was drawn (PDF only); `baseline` is in points from the top of the page."""

    text: str
    box: Box
    baseline: float
    page: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text (a line end for a break, a tab for a tab) and how it looks.

    `left`, `right` and `first_line` are indents from the edges of the column (of a hanging indent `first_line` is
    negative). `gap` is the room between this paragraph and the one before it, beyond the spacing of lines. `spacing` is
    in single lines: 1 to 1.5 is what the decree allows; exact spacing is divided by 1.15 times the size. `stroke` is a
    line drawn under the text, by a border of this paragraph or of an empty one after it, a shape, or a path. `centre`
    is how far the middle of the text is from the middle of its column (of the page's text area in a PDF, of the cell in
    a DOCX), None where it is not known. `auto_number` is the number or bullet that Word adds by itself, None where
    there is none. `ordinal` counts the paragraphs of the file from 1 and is how reports name the place. `pitch` is the
    height of one of its lines in points, of an empty paragraph too (DOCX). The text is that of the runs, joined.
    """

    text: str
    style: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    runs: tuple[Run, ...] = ()
    where: Where = Where.BODY
    cell: Cell | None = None
    section: int = 0
    page: int | None = None
    ordinal: int = 0
    align: Align | None = None
    left: float | None = None
    right: float | None = None
    first_line: float | None = None
    gap: float | None = None
    spacing: float | None = None
    centre: float | None = None
    stroke: Stroke | None = None
    auto_number: str | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    widow_control: bool | None = None
    page_break_before: bool | None = None
    contextual_spacing: bool | None = None
    framed: bool | None = None
    box: Box | None = None
    lines: tuple[Line, ...] = ()
    pitch: float | None = None

    @property
    def words(self) -> str:
        """The text with every run of blanks as one space, trimmed."""
        return " ".join(self.text.split())

    @property
    def shown_runs(self) -> tuple[Run, ...]:
        """The runs that put ink on the page: blanks have no look."""
        return tuple(run for run in self.runs if run.text.strip() and not run.hidden)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages of one make-up: a section of a DOCX, a page of a PDF.

    Margins are those asked for in a DOCX (the gutter added to the left one), in a PDF the room that was really left
    around the text, page number excepted: a last page may leave more at the foot, `full` tells that the page was
    filled. `header` and `footer` are the paragraphs shown on its ordinary pages, `first_header` and `first_footer` on
    its first page (the same where the first is not different), `even_header` and `even_footer` on those with an even
    number (None where these are not different). `page` is the number of the page in the file (PDF),
    `shown_number` what is printed on it. `first_number` is where counting restarts, None where it goes on.
    `starts_page` tells whether the section begins a new page.
    """

    width: float
    height: float
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    landscape: bool = False
    full: bool = True
    header_distance: float | None = None
    header: tuple[Paragraph, ...] = ()
    footer: tuple[Paragraph, ...] = ()
    first_header: tuple[Paragraph, ...] = ()
    first_footer: tuple[Paragraph, ...] = ()
    even_header: tuple[Paragraph, ...] | None = None
    even_footer: tuple[Paragraph, ...] | None = None
    different_first: bool | None = None
    number_format: str | None = None
    first_number: int | None = None
    starts_page: bool | None = None
    page: int | None = None
    shown_number: str | None = None


@dataclass(frozen=True, slots=True)
class Font:
    """A font the file uses: its name as in `Run.font`, and whether the file carries it (PDF)."""

    name: str
    embedded: bool | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a file holds. `path` is as it was asked for.

    `paragraphs` are those of the body in reading order, table cells row by row, text boxes where they are anchored;
    headers and footers are with the sheets. `strokes` are all horizontal lines drawn (PDF). `unread` names what the
    reader met and did not take in: pictures of text, embedded objects.
    """

    paragraphs: tuple[Paragraph, ...]
    medium: Medium = Medium.DOCX
    path: str = ""
    sheets: tuple[Sheet, ...] = ()
    fonts: tuple[Font, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    language: str | None = None
    title: str | None = None
    author: str | None = None
    page_count: int | None = None
    unread: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole text, one paragraph per line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
