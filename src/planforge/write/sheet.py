"""The two sheets of paper: A4 upright and A4 turned, as the reader of the turned page sees its margins."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.decree30 import (
    HEADER_DISTANCE_MM,
    MARGIN_BOTTOM_MM,
    MARGIN_LEFT_MM,
    MARGIN_RIGHT_MM,
    MARGIN_TOP_MM,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    POINTS_PER_MILLIMETRE,
)


def whole_twips(millimetres: float) -> float:
    """A length in points, rounded as Word stores it: in twentieths of a point."""
    return round(millimetres * POINTS_PER_MILLIMETRE * 20) / 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size and the margins of a page, in points."""

    width: float
    height: float
    landscape: bool = False
    top: float = whole_twips(MARGIN_TOP_MM)
    bottom: float = whole_twips(MARGIN_BOTTOM_MM)
    left: float = whole_twips(MARGIN_LEFT_MM)
    right: float = whole_twips(MARGIN_RIGHT_MM)
    header_distance: float = whole_twips(HEADER_DISTANCE_MM)

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


PORTRAIT = Sheet(whole_twips(PAGE_WIDTH_MM), whole_twips(PAGE_HEIGHT_MM))
LANDSCAPE = Sheet(whole_twips(PAGE_HEIGHT_MM), whole_twips(PAGE_WIDTH_MM), landscape=True)
