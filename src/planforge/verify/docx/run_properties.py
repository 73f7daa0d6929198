"""The properties of runs: what one level of the inheritance states, and the look that comes of all levels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from planforge.verify.docx.names import HALF_POINTS, VAL, Element, colour, is_on, points, w
from planforge.verify.docx.theme import Theme
from planforge.verify.reading import BLACK, Run

Properties = dict[str, Any]
"""What one level states, by names of our own; what it does not state is not in it."""

# What programs show where no level states a font or a size.
_DEFAULT_FONT, _DEFAULT_SIZE_PT = "Times New Roman", 10.0
# Letters that a program sets in the font for complex scripts, and in the font for East Asian ones.
_COMPLEX_LETTERS = r"\u0590-\u08ff\u0900-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufeff"
_EAST_ASIAN_LETTERS = r"\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
_OTHER_SCRIPT = re.compile(f"[{_COMPLEX_LETTERS}{_EAST_ASIAN_LETTERS}]")
_STRETCH = re.compile(
    f"(?P<ascii>[\\x00-\\x7f]+)|(?P<cs>[{_COMPLEX_LETTERS}]+)|(?P<eastAsia>[{_EAST_ASIAN_LETTERS}]+)"
    f"|(?P<hAnsi>[^\\x00-\\x7f{_COMPLEX_LETTERS}{_EAST_ASIAN_LETTERS}]+)"
)
_TOGGLES = {w(name): name for name in ("b", "bCs", "i", "iCs", "caps", "vanish")}
_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_SLOT_ATTRIBUTES = tuple((slot, w(slot), w("cstheme" if slot == "cs" else f"{slot}Theme")) for slot in _SLOTS)
_WHITE = frozenset({None, "auto", "FFFFFF", "ffffff"})


def _fonts(element: Element, theme: Theme) -> Iterator[tuple[str, Any]]:
    """A theme's font beats one that is named beside it."""
    for slot, named, themed in _SLOT_ATTRIBUTES:
        name = element.get(themed)
        if name:
            yield slot, (theme.font(name), True)
        elif name := element.get(named):
            yield slot, (name, False)


def _size(element: Element, _: Theme) -> Iterator[tuple[str, Any]]:
    yield "size", points(element.get(VAL), HALF_POINTS)


def _complex_size(element: Element, _: Theme) -> Iterator[tuple[str, Any]]:
    yield "complex_size", points(element.get(VAL), HALF_POINTS)


def _underline(element: Element, _: Theme) -> Iterator[tuple[str, Any]]:
    yield "underline", element.get(VAL, "none") != "none"


def _colour(element: Element, theme: Theme) -> Iterator[tuple[str, Any]]:
    name = element.get(w("themeColor"))
    changed = element.get(w("themeTint")) or element.get(w("themeShade"))
    themed = theme.colour(name) if name and not changed else None
    stated = element.get(VAL)
    # Beside a theme's colour stands what it was when the file was written, changes included.
    yield "colour", themed or (None if name and stated == "auto" else colour(stated))


def _highlight(element: Element, _: Theme) -> Iterator[tuple[str, Any]]:
    yield "highlighted", element.get(VAL, "none") not in {"none", "white"}


def _shading(element: Element, _: Theme) -> Iterator[tuple[str, Any]]:
    pattern = element.get(VAL, "clear") not in {"clear", "nil"}
    yield "shaded", pattern or element.get(w("fill")) not in _WHITE


def _language(element: Element, _: Theme) -> Iterator[tuple[str, Any]]:
    if element.get(VAL):
        yield "language", element.get(VAL)


def _complex(element: Element, _: Theme) -> Iterator[tuple[str, Any]]:
    yield "complex", is_on(element)


def _style(element: Element, _: Theme) -> Iterator[tuple[str, Any]]:
    yield "style", element.get(VAL)


_READERS: dict[str, Callable[[Element, Theme], Iterator[tuple[str, Any]]]] = {
    w("rFonts"): _fonts,
    w("sz"): _size,
    w("szCs"): _complex_size,
    w("u"): _underline,
    w("color"): _colour,
    w("highlight"): _highlight,
    w("shd"): _shading,
    w("lang"): _language,
    w("cs"): _complex,
    w("rtl"): _complex,
    w("rStyle"): _style,
}


def read_run_properties(element: Element | None, theme: Theme) -> Properties:
    """What one `w:rPr` states."""
    found: Properties = {}
    if element is None:
        return found
    for child in element:
        toggle = _TOGGLES.get(child.tag)
        if toggle is not None:
            found[toggle] = is_on(child)
        elif child.tag in _READERS:
            found.update(_READERS[child.tag](child, theme))
    return found


@dataclass(frozen=True, slots=True)
class Look:
    """How the letters of a run look; a slot of `fonts` is a name and whether a theme decides it."""

    fonts: tuple[tuple[str | None, bool], ...]
    size: float
    complex_size: float
    bold: bool
    complex_bold: bool
    italic: bool
    complex_italic: bool
    capitals: bool
    underline: bool
    colour: str | None
    highlighted: bool
    language: str | None
    hidden: bool
    complex: bool

    def runs(self, text: str, field: str) -> Iterator[Run]:
        """A text that is shown in this look, in as many runs as it takes fonts."""
        if self.complex:
            yield self._run(text, "cs", field)
        elif text.isascii():
            yield self._run(text, "ascii", field)
        elif self.fonts[0] == self.fonts[1] and not _OTHER_SCRIPT.search(text):
            yield self._run(text, "hAnsi", field)
        else:
            yield from self._mixed(text, field)

    def _mixed(self, text: str, field: str) -> Iterator[Run]:
        """Stretches of one font; one of blanks alone goes with what stands before it."""
        slot, start = "", 0
        for match in _STRETCH.finditer(text):
            found = match.lastgroup or "ascii"
            if slot and self.fonts[_SLOTS.index(found)] != self.fonts[_SLOTS.index(slot)] and match[0].strip():
                yield self._run(text[start : match.start()], slot, field)
                slot, start = found, match.start()
            slot = slot or found
        yield self._run(text[start:], slot, field)

    def _run(self, text: str, slot: str, field: str) -> Run:
        font, themed = self.fonts[_SLOTS.index(slot)]
        apart = slot == "cs"
        return Run(
            text,
            font,
            self.complex_size if apart else self.size,
            self.complex_bold if apart else self.bold,
            self.complex_italic if apart else self.italic,
            self.underline,
            self.colour,
            self.highlighted,
            self.language,
            themed,
            self.hidden,
            field,
        )


@dataclass(frozen=True, slots=True)
class RunLevels:
    """What the levels of the inheritance state, from the weakest to the strongest; a level holds its own chain."""

    defaults: Properties
    table: Properties
    paragraph: Properties
    character: Properties
    direct: Properties

    def look(self) -> Look:
        """The look that comes of them (ECMA-376 part 1, 17.7.2 and 17.7.3)."""
        found = {**self.defaults, **self.table, **self.paragraph, **self.character, **self.direct}
        size = found.get("size") or _DEFAULT_SIZE_PT
        fallback = (_DEFAULT_FONT, False)
        return Look(
            tuple(found.get(slot, fallback) for slot in _SLOTS),
            size,
            found.get("complex_size") or _DEFAULT_SIZE_PT,
            self._toggle("b"),
            self._toggle("bCs"),
            self._toggle("i"),
            self._toggle("iCs"),
            self._toggle("caps"),
            found.get("underline", False),
            found.get("colour", BLACK),
            found.get("highlighted", False) or found.get("shaded", False),
            found.get("language"),
            self._toggle("vanish"),
            found.get("complex", False),
        )

    def _toggle(self, name: str) -> bool:
        """Styles switch such a property over; what is stated directly holds."""
        if name in self.direct:
            return bool(self.direct[name])
        if self.defaults.get(name):
            return True
        return bool(self.table.get(name)) ^ bool(self.paragraph.get(name)) ^ bool(self.character.get(name))
