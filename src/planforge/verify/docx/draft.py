"""A paragraph while it is being read: what it holds, before it is known what stands above and below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from planforge.verify.docx import limits
from planforge.verify.docx.drawings import DrawnLine
from planforge.verify.docx.limits import TooLargeError
from planforge.verify.docx.names import Element
from planforge.verify.docx.numbering import Numbering
from planforge.verify.docx.paragraph_properties import SINGLE_LINE, Layout, layout
from planforge.verify.docx.run_properties import Look, Properties, RunLevels, read_run_properties
from planforge.verify.docx.styles import Inherited, Styles
from planforge.verify.docx.theme import Theme
from planforge.verify.reading import Align, Bookmark, Cell, Paragraph, Stroke, Where

_NO_LIST = "0"


class Ground:
    """What paragraphs of one style in one kind of table cell start from; looks and layouts are worked out once."""

    def __init__(self, styles: Styles, theme: Theme, numbering: Numbering, lent: Inherited, style: str) -> None:
        self.lent, self.style, self.name = lent, style, styles.shown_name(style)
        self._styles, self._theme, self._numbering = styles, theme, numbering
        own = styles.paragraph(style)
        self._paragraph: Properties = {**styles.defaults.paragraph, **lent.paragraph, **own.paragraph}
        self._run = own.run
        self._layouts: dict[tuple[object, ...], Layout] = {}
        self._looks: dict[tuple[object, ...], Look] = {}
        self.plain = self._look({})

    def look(self, properties: Element | None) -> Look:
        """The look of a run with these properties of its own."""
        direct = read_run_properties(properties, self._theme)
        key = tuple(direct.items())
        found = self._looks.get(key)
        if found is None:
            found = self._look(direct)
            found = self._looks[key] = self.plain if found == self.plain else found
        return found

    def _look(self, direct: Properties) -> Look:
        character = self._styles.character(self._styles.known("character", direct.get("style")))
        return RunLevels(self._styles.defaults.run, self.lent.run, self._run, character, direct).look()

    def layout(self, direct: Properties, size: float) -> Layout:
        """How a paragraph with these properties of its own stands."""
        key = (size, *direct.items())
        found = self._layouts.get(key)
        if found is None:
            found = self._layouts[key] = layout(self._together(direct), size)
        return found

    def list_of(self, direct: Properties) -> tuple[str, int] | None:
        """The list and level a paragraph is counted in."""
        name = direct.get("number_list", self._paragraph.get("number_list", _NO_LIST))
        if name == _NO_LIST:
            return None
        inherited = 0 if "number_list" in direct else self._paragraph.get("number_level", 0)
        return str(name), int(direct.get("number_level", inherited) or 0)

    def _together(self, direct: Properties) -> Properties:
        """All levels; a list that is stated by the paragraph itself indents it more strongly than its style."""
        listed = self.list_of(direct) if "number_list" in direct or "number_level" in direct else None
        lent = self._numbering.properties(*listed) if listed else {}
        return {**self._paragraph, **lent, **direct}


@dataclass(slots=True)
class Piece:
    """A stretch of one look."""

    look: Look
    field: str
    texts: list[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where paragraphs stand: the part of the file, the cell, the room for text, and what a table's style lends.

    `flow` are the paragraphs of the same column in order, None where a table stands between two.
    """

    where: Where
    section: int
    flow: list[Draft | None]
    width: float | None = None
    cell: Cell | None = None
    lent: Inherited = field(default_factory=Inherited)


@dataclass(slots=True)
class Draft:
    """A paragraph of which all but its neighbours is known."""

    ground: Ground
    place: Place
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    bookmarks: list[Bookmark] = field(default_factory=list)
    direct: Properties = field(default_factory=dict)
    mark: Look | None = None
    auto_number: str | None = None
    page: int = 0
    begins_page: bool = False
    breaks_page: bool = False
    drawn: list[DrawnLine] = field(default_factory=list)
    has_object: bool = False
    size: float = 0.0
    layout: Layout | None = None
    gap: float = 0.0
    stroke: Stroke | None = None

    @property
    def has_text(self) -> bool:
        """Whether any word is in it."""
        return any(text.strip() for piece in self.pieces for text in piece.texts)

    def settle(self) -> Layout:
        """Work out how it stands, now that its letters are known."""
        seen = [piece.look.size for piece in self.pieces if not piece.look.hidden]
        self.size = max(seen) if seen else (self.mark or self.ground.plain).size
        self.layout = self.ground.layout(self.direct, self.size)
        return self.layout

    def pitch(self) -> float:
        """How high one of its lines is."""
        return (self.layout or self.settle()).pitch(self.size)

    def finished(self, ordinal: int, *, paged: bool) -> Paragraph:
        """The paragraph; `paged` tells that the file knows its pages."""
        stands = self.layout or self.settle()
        made = (run for piece in self.pieces for run in piece.look.runs("".join(piece.texts), piece.field))
        runs = tuple(islice(made, limits.RUNS))
        if len(runs) == limits.RUNS:
            raise TooLargeError
        pitch = stands.pitch(self.size)
        return Paragraph(
            "".join([run.text for run in runs]),
            self.ground.name,
            tuple(sorted(self.bookmarks, key=lambda mark: (mark.start, -mark.end, mark.name))),
            runs,
            self.place.where,
            self.place.cell,
            self.place.section,
            self.page if paged else None,
            ordinal,
            stands.align,
            stands.left,
            stands.right,
            stands.first_line,
            self.gap,
            pitch / (SINGLE_LINE * self.size) if stands.line_rule != "auto" else stands.line,
            self._centre(stands),
            self.stroke,
            self.auto_number,
            stands.keep_next,
            stands.keep_lines,
            stands.widow_control,
            stands.page_break_before or self.begins_page,
            stands.contextual_spacing,
            stands.framed,
            pitch=pitch,
        )

    def _centre(self, stands: Layout) -> float | None:
        if stands.align is not Align.CENTRE or stands.framed:
            return None
        return (stands.left + stands.first_line - stands.right) / 2
