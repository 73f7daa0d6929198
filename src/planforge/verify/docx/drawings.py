"""Drawings in a run: lines that are drawn, boxes that hold text, and what cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.verify.docx import limits
from planforge.verify.docx.limits import TooLargeError
from planforge.verify.docx.names import (
    EMU_PER_POINT,
    MC,
    OFFICE,
    POINTS_OF_UNIT,
    VML,
    WP,
    WPS,
    Element,
    colour,
    count,
    points,
    w,
)
from planforge.verify.docx.theme import Theme, a, drawn_colour
from planforge.verify.reading import BLACK, Stroke

CHOICE, FALLBACK, ALTERNATIVES = f"{{{MC}}}Choice", f"{{{MC}}}Fallback", f"{{{MC}}}AlternateContent"

_TEXT = w("txbxContent")
_SHAPE = f"{{{WPS}}}wsp"
_GROUPS = frozenset({"wgp", "grpSp", "wpc"})
_LINES = frozenset({"line", "straightConnector1"})
_VML_LINE, _VML_SHAPE = f"{{{VML}}}line", f"{{{VML}}}shape"
# The kinds of shapes that are lines: plain ones and connectors.
_VML_LINES = ("_x0000_t20", "_x0000_t32")
_UNREAD = {
    f"{{{VML}}}imagedata": "picture",
    f"{{{OFFICE}}}OLEObject": "embedded object",
    w("control"): "embedded object",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic": "picture",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "chart",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart": "chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "diagram",
}
_DEFAULT_WEIGHT_PT = 0.75
_DEFAULT_INSET_PT = 7.2
_FLATNESS = 0.1
_HALF_TURN = 10_800_000
_COLOURS = {"black": BLACK, "windowtext": BLACK, "white": "FFFFFF", "red": "FF0000", "blue": "0000FF"}


@dataclass(frozen=True, slots=True)
class Room:
    """The column a drawing is anchored in: its width and, outside tables, the left margin and width of the page."""

    width: float | None
    margin: float | None = None
    page: float | None = None


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A horizontal line, and how far it is below the top of the paragraph that it is anchored in, None if unknown."""

    stroke: Stroke
    down: float | None = None
    inline: bool = False


@dataclass(frozen=True, slots=True)
class TextBox:
    """What a box holds, and the room for text in it."""

    content: Element
    width: float | None


Drawn = DrawnLine | TextBox | str


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the shape that is being read stands, and how large it is."""

    width: float | None
    height: float | None
    middle: float | None = None
    down: float | None = None
    inline: bool = False
    grouped: bool = False


def chosen(alternatives: Element) -> Element | None:
    """The one of several versions of the same content that a program of today shows."""
    choice = alternatives.find(CHOICE)
    return choice if choice is not None else alternatives.find(FALLBACK)


def read_drawing(element: Element, room: Room, theme: Theme) -> list[Drawn]:
    """What `w:drawing`, `w:pict` or `w:object` shows: lines, boxes of text, and words for what is not read."""
    if element.tag == w("object"):
        return ["embedded object"]
    drawing = _Drawing(room, theme)
    for child in element:
        if child.tag in {f"{{{WP}}}inline", f"{{{WP}}}anchor"}:
            drawing.add_content(child, _placed(child, room))
        else:
            drawing.add(child, _Shape(None, None))
    return drawing.found


class _Drawing:
    """Collects what the elements of one drawing show."""

    def __init__(self, room: Room, theme: Theme) -> None:
        self.found: list[Drawn] = []
        self._room, self._theme = room, theme

    def add_content(self, element: Element, shape: _Shape) -> None:
        for child in element:
            self.add(child, shape)

    def add(self, element: Element, shape: _Shape) -> None:
        tag = element.tag
        if len(self.found) > limits.DRAWINGS:
            raise TooLargeError
        if tag == _TEXT:
            width = None if shape.width is None else max(shape.width - 2 * _DEFAULT_INSET_PT, 0.0)
            self.found.append(TextBox(element, width))
        elif tag in _UNREAD:
            self.found.append(_UNREAD[tag])
        elif tag == ALTERNATIVES:
            choice = chosen(element)
            if choice is not None:
                self.add_content(choice, shape)
        else:
            self.add_content(element, self._add_shape(element, shape))

    def _add_shape(self, element: Element, shape: _Shape) -> _Shape:
        """Add what an element itself draws; the shape that holds for what is in it."""
        tag = element.tag
        if tag == _SHAPE:
            self._add_line(_line(element, shape, self._theme))
        elif tag == _VML_LINE and element.get("to"):
            self._add_line(_vml_line(element, self._room))
        elif tag.startswith(f"{{{VML}}}"):
            shape = _vml_shape(element, shape, self._room)
            if tag == _VML_LINE or (tag == _VML_SHAPE and element.get("type", "").endswith(_VML_LINES)):
                self._add_line(_vml_stroke(element, shape))
        elif tag.rpartition("}")[2] in _GROUPS:
            shape = _Shape(shape.width, shape.height, grouped=True)
        return shape

    def _add_line(self, line: DrawnLine | None) -> None:
        if line is not None:
            self.found.append(line)


def _placed(element: Element, room: Room) -> _Shape:
    """An inline or anchored drawing."""
    extent = element.find(f"{{{WP}}}extent")
    width, height = (points(extent.get(name), EMU_PER_POINT) if extent is not None else None for name in ("cx", "cy"))
    if element.tag == f"{{{WP}}}inline":
        return _Shape(width, height, inline=True)
    across, below = element.find(f"{{{WP}}}positionH"), element.find(f"{{{WP}}}positionV")
    middle = _middle(across, width, room) if across is not None and width is not None else None
    down = None
    if below is not None and below.get("relativeFrom") in {"paragraph", "line"}:
        offset = below.find(f"{{{WP}}}posOffset")
        down = points(offset.text, EMU_PER_POINT) if offset is not None else None
    return _Shape(width, height, middle, down)


def _middle(across: Element, width: float, room: Room) -> float | None:
    """How far the middle of a drawing is from the middle of its column."""
    frame = _frame(across.get("relativeFrom", ""), room)
    if frame is None or room.width is None:
        return None
    left, frame_width = frame
    align, offset = across.find(f"{{{WP}}}align"), across.find(f"{{{WP}}}posOffset")
    if align is not None:
        places = {"left": left + width / 2, "center": left + frame_width / 2, "right": left + frame_width - width / 2}
        at = places.get((align.text or "").strip())
        return None if at is None else at - room.width / 2
    start = points(offset.text, EMU_PER_POINT) if offset is not None else None
    return None if start is None else left + start + width / 2 - room.width / 2


def _frame(relative: str, room: Room) -> tuple[float, float] | None:
    """Where what a position refers to begins, from the left edge of the column, and how wide it is."""
    if room.width is None:
        return None
    if relative in {"column", "text"} or (relative == "margin" and room.margin is not None):
        return 0.0, room.width
    if relative == "page" and room.margin is not None and room.page is not None:
        return -room.margin, room.page
    return None


def _line(element: Element, shape: _Shape, theme: Theme) -> DrawnLine | None:
    """A shape of DrawingML that is a horizontal line."""
    properties = element.find(f"{{{WPS}}}spPr")
    geometry = properties.find(a("prstGeom")) if properties is not None else None
    if properties is None or geometry is None or geometry.get("prst") not in _LINES:
        return None
    width, height = shape.width, shape.height
    transform = properties.find(a("xfrm"))
    if transform is not None:
        if (count_of_turn(transform.get("rot")) or 0) % _HALF_TURN:
            return None
        extent = transform.find(a("ext"))
        if shape.grouped and extent is not None:
            width, height = points(extent.get("cx"), EMU_PER_POINT), points(extent.get("cy"), EMU_PER_POINT)
    if not width or (height or 0.0) > _FLATNESS * width:
        return None
    stroke = _drawn_stroke(element, properties, width, shape.middle, theme)
    return None if stroke is None else DrawnLine(stroke, shape.down, shape.inline)


def count_of_turn(value: str | None) -> int | None:
    """A turn in sixty thousandths of a degree."""
    try:
        return int(value) if value and len(value) < 12 else None
    except ValueError:
        return None


def _drawn_stroke(
    element: Element, properties: Element, width: float, middle: float | None, theme: Theme
) -> Stroke | None:
    line, reference = properties.find(a("ln")), element.find(f"{{{WPS}}}style/{a('lnRef')}")
    weight = points(line.get("w"), EMU_PER_POINT) if line is not None else None
    if weight is None:
        weight = theme.line(count(reference.get("idx"))) if reference is not None else _DEFAULT_WEIGHT_PT
    solid, hue = True, drawn_colour(reference, theme) if reference is not None else BLACK
    if line is not None:
        if line.find(a("noFill")) is not None:
            return None
        dash, fill = line.find(a("prstDash")), line.find(a("solidFill"))
        solid = line.get("cmpd", "sng") == "sng" and (dash is None or dash.get("val") == "solid")
        hue = drawn_colour(fill, theme) if fill is not None else hue
    return Stroke(width, weight, solid, middle, hue)


def _vml_shape(element: Element, shape: _Shape, room: Room) -> _Shape:
    """The size and place of a shape of VML, inside a group those of the group."""
    style = _style(element)
    width, height = _length(style.get("width")), _length(style.get("height"))
    if shape.grouped or width is None:
        return shape
    relative = style.get("mso-position-horizontal-relative", "text")
    middle = _vml_middle(style.get("mso-position-horizontal", "absolute"), style, width, _frame(relative, room), room)
    vertical = style.get("mso-position-vertical-relative", "text")
    down = _length(style.get("margin-top", "0")) if vertical in {"text", "line"} else None
    inline = style.get("position") != "absolute"
    return _Shape(width, height, middle, down, inline, grouped=element.tag == f"{{{VML}}}group")


def _vml_middle(
    align: str, style: dict[str, str], width: float, frame: tuple[float, float] | None, room: Room
) -> float | None:
    if frame is None or room.width is None:
        return None
    left, frame_width = frame
    if align == "center":
        return left + frame_width / 2 - room.width / 2
    start = _length(style.get("margin-left", style.get("left", "0"))) if align == "absolute" else None
    return None if start is None else left + start + width / 2 - room.width / 2


def _vml_line(element: Element, room: Room) -> DrawnLine | None:
    """A line from one point to another."""
    ends = [_point(element.get(name, "0,0")) for name in ("from", "to")]
    style = _style(element)
    (left, top), (right, bottom) = ends
    if left is None or right is None or top is None or bottom is None:
        return None
    width = abs(right - left)
    frame = _frame(style.get("mso-position-horizontal-relative", "text"), room)
    moved = _length(style.get("margin-left", "0")) or 0.0
    place = {"margin-left": f"{moved + min(left, right)}pt"}
    middle = _vml_middle(style.get("mso-position-horizontal", "absolute"), place, width, frame, room)
    down = min(top, bottom) + (_length(style.get("margin-top", "0")) or 0.0)
    known = style.get("mso-position-vertical-relative", "text") in {"text", "line"}
    return _vml_stroke(element, _Shape(width, abs(bottom - top), middle, down if known else None))


def _vml_stroke(element: Element, shape: _Shape) -> DrawnLine | None:
    if not shape.width or (shape.height or 0.0) > _FLATNESS * shape.width:
        return None
    if element.get("stroked", "t") in {"f", "false", "0"}:
        return None
    weight = _length(element.get("strokeweight"))
    stroke = element.find(f"{{{VML}}}stroke")
    solid = stroke is None or (
        stroke.get("dashstyle", "solid") == "solid" and stroke.get("linestyle", "single") == "single"
    )
    named = element.get("strokecolor", "black").partition(" ")[0].lower()
    hue = _COLOURS.get(named) or colour(named.removeprefix("#"))
    drawn = Stroke(shape.width, _DEFAULT_WEIGHT_PT if weight is None else weight, solid, shape.middle, hue)
    return DrawnLine(drawn, shape.down, shape.inline)


def _style(element: Element) -> dict[str, str]:
    pairs = (item.partition(":") for item in element.get("style", "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}


def _point(value: str) -> tuple[float | None, float | None]:
    across, _, down = value.partition(",")
    return _length(across or "0"), _length(down or "0")


def _length(value: str | None) -> float | None:
    """A length of VML; one without a unit counts the dots of a screen."""
    return points(value.strip(), 1 / POINTS_OF_UNIT["px"]) if value else None
