"""How wide a text is in a Times-like font, without asking any program."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).with_name("glyph_widths.json")
_USUAL_WIDTH_EM = 0.5


class Face(StrEnum):
    """The faces of the family."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"


def face_of(*, bold: bool, italic: bool) -> Face:
    """The face of a text."""
    if bold:
        return Face.BOLD_ITALIC if italic else Face.BOLD
    return Face.ITALIC if italic else Face.REGULAR


@cache
def _widths_em(face: Face) -> dict[str, float]:
    """The width of each known character of a face, in em."""
    table: dict[str, Any] = json.loads(_TABLE.read_text(encoding="utf-8"))
    units: int = table["units_per_em"]
    groups: dict[str, str] = table["faces"][face]
    return {character: int(width) / units for width, characters in groups.items() for character in characters}


def width_pt(text: str, face: Face, size_pt: float) -> float:
    """The width of a text on one line, in points; a character that is not in the table counts half an em."""
    return size_pt * _width_em(text, face)


def is_known(text: str) -> bool:
    """Whether the width of every character of a text is known."""
    return _widths_em(Face.REGULAR).keys() >= set(text) - {"\n"}


@lru_cache(maxsize=16384)
def _width_em(text: str, face: Face) -> float:
    widths = _widths_em(face)
    return sum(widths.get(character, _USUAL_WIDTH_EM) for character in text)
