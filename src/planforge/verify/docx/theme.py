"""The theme of a document: the fonts, colours and weights of lines that styles name instead of stating them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from planforge.verify.docx.names import EMU_PER_POINT, A, Element, colour, points

_LATIN, _EAST_ASIAN, _COMPLEX = "latin", "ea", "cs"
# "minorHAnsi", "majorBidi", …: the set, then the script.
_SCRIPTS = {"Ascii": _LATIN, "HAnsi": _LATIN, "EastAsia": _EAST_ASIAN, "Bidi": _COMPLEX}
_COLOURS = {
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "bg1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "tx2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "bg2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


@cache
def a(name: str) -> str:
    """The full name of an element of DrawingML."""
    return f"{{{A}}}{name}"


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by set and script, colours by the theme's own names, weights of lines in points."""

    fonts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    colours: Mapping[str, str | None] = field(default_factory=dict)
    lines: tuple[float | None, ...] = ()

    def font(self, name: str) -> str | None:
        """The font that a name such as "minorHAnsi" stands for; None where the theme leaves it open."""
        return self.fonts.get((name[:5], _SCRIPTS.get(name[5:], "")))

    def colour(self, name: str) -> str | None:
        """The colour that a name such as "accent1" or "text1" stands for."""
        return self.colours.get(_COLOURS.get(name, name))

    def line(self, index: int | None) -> float | None:
        """The weight of the line style of this number, counted from 1."""
        return self.lines[index - 1] if index and 0 < index <= len(self.lines) else None


def read_theme(root: Element | None) -> Theme:
    """The theme in a part; one that states nothing where there is no part."""
    if root is None:
        return Theme()
    fonts: dict[tuple[str, str], str] = {}
    for kind in ("major", "minor"):
        for element in root.iterfind(f".//{a(f'{kind}Font')}/*"):
            name = element.get("typeface")
            if name:
                fonts.setdefault((kind, element.tag.rpartition("}")[2]), name)
    colours = {
        element.tag.rpartition("}")[2]: drawn_colour(element, None)
        for element in root.iterfind(f".//{a('clrScheme')}/*")
    }
    lines = [points(line.get("w"), EMU_PER_POINT) for line in root.iterfind(f".//{a('lnStyleLst')}/{a('ln')}")]
    return Theme(fonts, colours, tuple(lines))


def drawn_colour(parent: Element, theme: Theme | None) -> str | None:
    """The colour inside a fill or a reference to a style; None where it is changed or cannot be told."""
    for element in parent:
        if len(element):
            return None
        if element.tag == a("srgbClr"):
            return colour(element.get("val"))
        if element.tag == a("sysClr"):
            return colour(element.get("lastClr"))
        if element.tag == a("schemeClr") and theme:
            return theme.colour(element.get("val", ""))
        if element.tag == a("prstClr"):
            return {"black": "000000", "white": "FFFFFF"}.get(element.get("val", ""))
    return None
