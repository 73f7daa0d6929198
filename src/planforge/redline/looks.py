"""How letters and paragraphs look after the inheritance of styles, as far as a comparison shows it."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.redline.keys import Keys
from planforge.redline.parts import Parts
from planforge.verify.docx.draft import Ground
from planforge.verify.docx.names import VAL, Element, count, w
from planforge.verify.docx.numbering import read_numbering
from planforge.verify.docx.paragraph_properties import read_paragraph_properties
from planforge.verify.docx.styles import Inherited, Styles
from planforge.verify.docx.theme import read_theme
from planforge.verify.reading import Align

_OUTLINE, _BASED_ON, _MOST_LEVELS = w("outlineLvl"), w("basedOn"), 9
_NO_SIZE = 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a run: the key of its own properties, these as they are written, and what is seen of them."""

    key: str
    element: Element | None
    bold: bool
    italic: bool
    underline: bool
    capitals: bool


class Looks:
    """The looks of one file; each is worked out once."""

    def __init__(self, parts: Parts) -> None:
        theme, numbering = read_theme(parts.tree("theme")), read_numbering(parts.tree("numbering"))
        root = parts.tree("styles")
        styles = Styles(root, theme, numbering)
        self._known = styles, theme, numbering, Inherited()
        self._styles = styles
        self._elements = {
            one.get(w("styleId"), ""): one for one in (root.iterfind(w("style")) if root is not None else ())
        }
        self._grounds: dict[str, Ground] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._levels: dict[str, int] = {}

    def look(self, style: str, properties: Element | None, keys: Keys) -> Look:
        """The look of a run with these properties in a paragraph of a style (its identifier)."""
        key = keys.of(properties)
        found = self._looks.get((style, key))
        if found is None:
            seen = self._ground(style).look(properties)
            found = self._looks[style, key] = Look(
                key, properties if key else None, seen.bold, seen.italic, seen.underline, seen.capitals
            )
        return found

    def align(self, style: str, properties: Element | None) -> Align:
        """How the lines of a paragraph stand."""
        direct = read_paragraph_properties(properties)
        direct.pop("style", None)
        return self._ground(style).layout(direct, _NO_SIZE).align

    def level(self, style: str, properties: Element | None) -> int:
        """The outline level of a heading from 1, 0 of other text."""
        found = properties.find(_OUTLINE) if properties is not None else None
        if found is not None:
            return _level(found)
        if style not in self._levels:
            self._levels[style] = self._level_of_style(style)
        return self._levels[style]

    def _level_of_style(self, style: str) -> int:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            element = self._elements.get(style)
            if element is None:
                break
            outline = element.find(f"{w('pPr')}/{_OUTLINE}")
            if outline is not None:
                return _level(outline)
            base = element.find(_BASED_ON)
            style = base.get(VAL, "") if base is not None else ""
        return 0

    def _ground(self, style: str) -> Ground:
        found = self._grounds.get(style)
        if found is None:
            styles = self._styles
            found = self._grounds[style] = Ground(*self._known, styles.known("paragraph", style or None))
        return found


def _level(outline: Element) -> int:
    level = count(outline.get(VAL))
    return level + 1 if level is not None and 0 <= level < _MOST_LEVELS else 0
