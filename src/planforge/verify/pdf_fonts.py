"""What the name of a font in a PDF says: the family as a person names it, and whether it is bold or italic."""

from __future__ import annotations

import re
from typing import NamedTuple

# PostScript names of the faces of a family run its words together, and some families have names of their own there.
_FAMILIES = {
    "timesnewroman": "Times New Roman",
    "timesnewromanps": "Times New Roman",
    "times": "Times",
    "arial": "Arial",
    "arialunicode": "Arial Unicode",
    "couriernew": "Courier New",
    "couriernewps": "Courier New",
    "nimbusroman": "Nimbus Roman",
    "segoeui": "Segoe UI",
    "dejavuserif": "DejaVu Serif",
    "dejavusans": "DejaVu Sans",
    "nimbusromno9l": "Nimbus Roman No9 L",
}
_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE_WORDS = frozenset(
    "semibold demibold extrabold bold black heavy demi italic oblique regular roman book medium light normal".split()
)
_STYLES = re.compile(
    r"((semi|demi|extra|bold|black|heavy|italic|oblique|reg|regu|regular|roman|book|medi|medium|light"
    r"|normal|it|ital|obl|bd|mt|ps|identity|[hv])[-\s]*)+",
    re.IGNORECASE,
)
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd")
_ITALIC = re.compile(r"italic|oblique|[-,](bold|bd)?it\b|[-,](bold|bd)?obl\b|slanted")
# A name given by a converter, which says nothing of the face.
_NAMELESS = re.compile(r"(cidfont\+)?f\d+|t3font_?\d*|unknown|untitled", re.IGNORECASE)
# The fonts of TCVN3, whose names begin with a full stop.
_VIETNAMESE_OF_OLD = ".Vn"
_LONGEST_NAME = 200
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class FaceName(NamedTuple):
    """A font as a person names it (None where the name tells nothing), and what its name says of its look."""

    family: str | None
    bold: bool
    italic: bool


def face_of_name(name: str) -> FaceName:
    """What a PostScript name tells: "ABCDEF+TimesNewRomanPS-BoldMT" is Times New Roman, bold."""
    plain = _SUBSET.sub("", name[:_LONGEST_NAME], count=1).strip()
    lowered = plain.lower()
    bold, italic = bool(_BOLD.search(lowered)), bool(_ITALIC.search(lowered))
    if not plain or _NAMELESS.fullmatch(plain):
        return FaceName(None, bold, italic)
    if plain.startswith(_VIETNAMESE_OF_OLD):
        return FaceName(plain, bold, italic)
    family, mark, style = plain.partition("," if "," in plain else "-")
    if mark and not _STYLES.fullmatch(style):
        family = plain
    words = _HUMP.sub(" ", _without_maker(family)).replace("_", " ").split()
    while len(words) > 1 and words[-1].lower() in _STYLE_WORDS and words[-2:] != ["New", "Roman"]:
        words.pop()
    known = _FAMILIES.get("".join(words).lower())
    return FaceName(known or " ".join(words) or None, bold, italic)


def _without_maker(family: str) -> str:
    """The name without the letters of Monotype and PostScript at its end ("ArialMT", "TimesNewRomanPSMT")."""
    for ending in ("PSMT", "MT", "PS"):
        if family.endswith(ending) and len(family) > len(ending) and family[-len(ending) - 1].islower():
            return family[: -len(ending)]
    return family
