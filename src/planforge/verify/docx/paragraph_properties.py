"""The properties of paragraphs: what one level of the inheritance states, and the look that comes of all levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from planforge.verify.docx.names import EIGHTHS, VAL, Element, colour, count, is_on, points, w
from planforge.verify.docx.run_properties import Properties
from planforge.verify.reading import Align

SINGLE_LINE = 1.15
"""How high a single line is, in sizes of its letters."""

# What Word leaves where the room is "automatic", and how high a line of its grid is.
_AUTOMATIC_GAP_PT = 14.0
_GRID_LINE_PT = 12.0
_AUTO_LINE = 240
_HUNDREDTHS = 100
_ALIGNMENTS = {
    **dict.fromkeys(("left", "start", "numTab"), Align.LEFT),
    **dict.fromkeys(("right", "end"), Align.RIGHT),
    "center": Align.CENTRE,
    **dict.fromkeys(("both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida"), Align.BOTH),
}
_SWITCHES = {
    w(name): name for name in ("keepNext", "keepLines", "widowControl", "pageBreakBefore", "contextualSpacing")
}
_INDENTS = (("left", "left", "start"), ("right", "right", "end"))
_UNSEEN = frozenset({"nil", "none"})


class Border(NamedTuple):
    """A line at an edge: weight in points, colour (None where it cannot be told), and whether it is one solid line."""

    weight: float | None
    colour: str | None
    solid: bool


def read_border(element: Element | None) -> Border | None:
    """A border that is drawn; None where there is none or it is switched off."""
    kind = element.get(VAL, "none") if element is not None else "none"
    if element is None or kind in _UNSEEN:
        return None
    return Border(
        points(element.get(w("sz")), EIGHTHS), colour(element.get(w("color"), "auto")), kind in {"single", "thick"}
    )


def _alignment(element: Element) -> Iterator[tuple[str, Any]]:
    yield "align", _ALIGNMENTS.get(element.get(VAL, ""), Align.LEFT)


def _indents(element: Element) -> Iterator[tuple[str, Any]]:
    """A hanging first line and one that is indented shut each other out; hundredths of letters beat lengths."""
    for name, *attributes in _INDENTS:
        for attribute in attributes:
            length = points(element.get(w(attribute)))
            if length is not None:
                yield name, length
            letters = count(element.get(w(f"{attribute}Chars")))
            if letters is not None:
                yield f"{name}_letters", letters / _HUNDREDTHS
    for attribute, sign in (("firstLine", 1), ("hanging", -1)):
        length = points(element.get(w(attribute)))
        if length is not None:
            yield "first_line", sign * length
        letters = count(element.get(w(f"{attribute}Chars")))
        if letters is not None:
            yield "first_line_letters", sign * letters / _HUNDREDTHS


def _spacing(element: Element) -> Iterator[tuple[str, Any]]:
    for name in ("before", "after"):
        length = points(element.get(w(name)))
        if length is not None:
            yield name, length
        lines = count(element.get(w(f"{name}Lines")))
        if lines is not None:
            yield f"{name}_lines", lines / _HUNDREDTHS
        automatic = element.get(w(f"{name}Autospacing"))
        if automatic is not None:
            yield f"{name}_automatic", automatic not in {"0", "false", "off"}
    line = points(element.get(w("line")))
    if line:
        yield "line", abs(line)
        yield "line_rule", element.get(w("lineRule"), "auto")


def _numbering(element: Element) -> Iterator[tuple[str, Any]]:
    for name, tag in (("number_list", "numId"), ("number_level", "ilvl")):
        child = element.find(w(tag))
        if child is not None:
            yield name, child.get(VAL, "0") if tag == "numId" else count(child.get(VAL)) or 0


def _borders(element: Element) -> Iterator[tuple[str, Any]]:
    for edge in ("top", "bottom"):
        child = element.find(w(edge))
        if child is not None:
            yield f"{edge}_border", read_border(child)


def _frame(element: Element) -> Iterator[tuple[str, Any]]:
    yield "framed", element.get(w("dropCap"), "none") == "none"
    if element.get(w("xAlign")) and not element.get(w("w")):
        yield "frame_align", _ALIGNMENTS.get(element.get(w("xAlign"), ""), Align.LEFT)


def _style(element: Element) -> Iterator[tuple[str, Any]]:
    yield "style", element.get(VAL)


_READERS: dict[str, Callable[[Element], Iterator[tuple[str, Any]]]] = {
    w("jc"): _alignment,
    w("ind"): _indents,
    w("spacing"): _spacing,
    w("numPr"): _numbering,
    w("pBdr"): _borders,
    w("framePr"): _frame,
    w("pStyle"): _style,
}


def read_paragraph_properties(element: Element | None) -> Properties:
    """What one `w:pPr` states."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        switch = _SWITCHES.get(child.tag)
        if switch is not None:
            found[switch] = is_on(child)
        elif child.tag in _READERS:
            found.update(_READERS[child.tag](child))
    return found


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands; lengths in points. `line_rule` is "auto" (single lines), "exact" or "atLeast"."""

    align: Align
    left: float
    right: float
    first_line: float
    before: float
    after: float
    line: float
    line_rule: str
    top_border: Border | None
    bottom_border: Border | None
    keep_next: bool
    keep_lines: bool
    widow_control: bool
    page_break_before: bool
    contextual_spacing: bool
    framed: bool

    def pitch(self, size: float) -> float:
        """How high a line of letters of this size is."""
        single = SINGLE_LINE * size
        if self.line_rule == "exact":
            return self.line
        return max(self.line, single) if self.line_rule == "atLeast" else self.line * single


def layout(found: Properties, size: float) -> Layout:
    """The layout that comes of all levels together; `size` is that of the letters."""
    rule = found.get("line_rule", "auto")
    line = found.get("line", _AUTO_LINE / 20)
    framed = found.get("framed", False)
    return Layout(
        found.get("frame_align") or found.get("align", Align.LEFT),
        _indent(found, "left", size),
        _indent(found, "right", size),
        _indent(found, "first_line", size),
        _room(found, "before"),
        _room(found, "after"),
        line if rule in {"exact", "atLeast"} else line * 20 / _AUTO_LINE,
        rule,
        found.get("top_border"),
        found.get("bottom_border"),
        found.get("keepNext", False),
        found.get("keepLines", False),
        found.get("widowControl", True),
        found.get("pageBreakBefore", False),
        found.get("contextualSpacing", False),
        framed,
    )


def _indent(found: Properties, name: str, size: float) -> float:
    letters = found.get(f"{name}_letters")
    return float(letters * size if letters else found.get(name, 0.0))


def _room(found: Properties, name: str) -> float:
    if found.get(f"{name}_automatic"):
        return _AUTOMATIC_GAP_PT
    lines = found.get(f"{name}_lines")
    return float(lines * _GRID_LINE_PT if lines else found.get(name, 0.0))
