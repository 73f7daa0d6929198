"""The sections of a document: their pages, and what is shown at the head and foot of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planforge.verify.docx import limits
from planforge.verify.docx.limits import TooLargeError
from planforge.verify.docx.names import VAL, Element, R, count, is_on, points, w

# The sheet of a program that is told none.
_DEFAULT_WIDTH_PT, _DEFAULT_HEIGHT_PT = 612.0, 792.0
_DEFAULT_COLUMN_GAP_PT = 36.0
_SECTION = w("sectPr")
_ON_THE_SAME_PAGE = frozenset({"continuous", "nextColumn"})


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it is stated; lengths in points. `stories` are ids of headers and footers by kind and page."""

    width: float = _DEFAULT_WIDTH_PT
    height: float = _DEFAULT_HEIGHT_PT
    landscape: bool = False
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    header_distance: float | None = None
    columns: int = 1
    column_width: float | None = None
    column_gap: float = _DEFAULT_COLUMN_GAP_PT
    different_first: bool = False
    number_format: str | None = None
    first_number: int | None = None
    starts_page: bool = True
    stories: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def text_width(self) -> float | None:
        """How wide a column of text is."""
        if self.left is None or self.right is None:
            return None
        room = self.width - self.left - self.right
        if self.columns <= 1:
            return room
        return self.column_width or (room - (self.columns - 1) * self.column_gap) / self.columns


def read_sections(body: Element, *, gutter_at_top: bool) -> tuple[Section, ...]:
    """The sections in order; one that inherits a header or footer has that of the section before it."""
    found: list[Section] = []
    stories: dict[tuple[str, str], str] = {}
    for element in body.iter(_SECTION):
        parent = element.getparent()
        if len(found) == limits.SECTIONS:
            raise TooLargeError
        if parent is not None and parent.tag in {w("pPr"), w("body")}:
            stories = {**stories, **_stories(element)}
            found.append(_section(element, stories, gutter_at_top=gutter_at_top, first=not found))
    return tuple(found) or (Section(),)


def _stories(element: Element) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for kind in ("header", "footer"):
        for reference in element.iterfind(w(f"{kind}Reference")):
            found[kind, reference.get(w("type"), "default")] = reference.get(f"{{{R}}}id", "")
    return found


def _section(element: Element, stories: Mapping[tuple[str, str], str], *, gutter_at_top: bool, first: bool) -> Section:
    size, margins, columns = (element.find(w(name)) for name in ("pgSz", "pgMar", "cols"))
    numbers, title, kind = (element.find(w(name)) for name in ("pgNumType", "titlePg", "type"))

    def margin(name: str) -> float | None:
        # A negative margin of the head or foot does not give way to a tall header.
        length = points(margins.get(w(name))) if margins is not None else None
        return None if length is None else abs(length)

    def stated(name: str, default: float) -> float:
        length = points(size.get(w(name))) if size is not None else None
        return default if length is None else length

    top, left, gutter = margin("top"), margin("left"), margin("gutter") or 0.0
    if gutter_at_top and top is not None:
        top += gutter
    elif left is not None:
        left += gutter
    return Section(
        width=stated("w", _DEFAULT_WIDTH_PT),
        height=stated("h", _DEFAULT_HEIGHT_PT),
        landscape=size is not None and size.get(w("orient")) == "landscape",
        top=top,
        bottom=margin("bottom"),
        left=left,
        right=margin("right"),
        header_distance=margin("header"),
        columns=count(columns.get(w("num"), "1")) or 1 if columns is not None else 1,
        column_width=_column_width(columns),
        column_gap=_column_gap(columns),
        different_first=title is not None and is_on(title),
        number_format=(numbers.get(w("fmt")) if numbers is not None else None) or "decimal",
        first_number=count(numbers.get(w("start"))) if numbers is not None else None,
        starts_page=first or kind is None or kind.get(VAL) not in _ON_THE_SAME_PAGE,
        stories=stories,
    )


def _column_width(columns: Element | None) -> float | None:
    first = columns.find(w("col")) if columns is not None else None
    return points(first.get(w("w"))) if first is not None else None


def _column_gap(columns: Element | None) -> float:
    gap = points(columns.get(w("space"))) if columns is not None else None
    return _DEFAULT_COLUMN_GAP_PT if gap is None else gap
