"""The names of WordprocessingML, and the few kinds of values its attributes hold.

Attributes of a stranger's file may hold anything: what is no value of its kind is None, as if it were not there.
"""

from __future__ import annotations

from functools import cache
from string import hexdigits

from lxml import etree

from planforge.verify.reading import BLACK

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"

TWIPS_PER_POINT = 20
HALF_POINTS = 2
EIGHTHS = 8
EMU_PER_POINT = 12700
POINTS_OF_UNIT = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0, "px": 0.75}
# Larger than any sheet, and far from where sums of lengths lose their meaning.
_MOST_POINTS = 100_000.0
_LARGEST_COUNT = 1_000_000
_OFF = frozenset({"0", "false", "off"})
_HEXADECIMAL = frozenset(hexdigits)


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


VAL = w("val")


def is_on(element: Element) -> bool:
    """Whether a property that is either on or off is on; there it is on unless it says otherwise."""
    return element.get(VAL) not in _OFF


def points(value: str | None, units: float = TWIPS_PER_POINT) -> float | None:
    """A length in points, from a number of `units` to a point, or from a number with its unit ("1.5cm")."""
    if value is None:
        return None
    try:
        length = float(value) / units
    except ValueError:
        return _with_unit(value)
    return length if abs(length) <= _MOST_POINTS else None


def _with_unit(value: str) -> float | None:
    value = value.strip()
    unit = POINTS_OF_UNIT.get(value[-2:])
    try:
        length = float(value[:-2]) * unit if unit else None
    except ValueError:
        return None
    return length if length is not None and abs(length) <= _MOST_POINTS else None


def count(value: str | None) -> int | None:
    """A whole number."""
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return int(number) if abs(number) <= _LARGEST_COUNT else None


def colour(value: str | None) -> str | None:
    """Six hexadecimal figures; the automatic colour is black."""
    if value == "auto":
        return BLACK
    if value is None or len(value) != 6 or not _HEXADECIMAL.issuperset(value):
        return None
    return value.upper()
