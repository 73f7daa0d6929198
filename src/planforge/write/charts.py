"""Charts as pictures: sober, readable in black and white, and the same bytes whenever they are drawn.

matplotlib lays them out; what is decided here is how high a chart is and how large its letters are. The library takes
most of a second to import: only a paper with a chart pays.
"""

from __future__ import annotations

import contextlib
import io
import logging
import math
import re
import textwrap
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from planforge.fonts import find_font, read_face
from planforge.paper import Chart, ChartKind
from planforge.toolchain import FontChoice
from planforge.vietnamese import decimal
from planforge.write.metrics import Face

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

MOST_HEIGHT_PT = 640.0
PNG_DOTS_PER_INCH = 200

_TITLE_PT, _KEY_PT, _FIGURES_PT, _LEAST_FIGURES_PT = 12.0, 11.0, 10.0, 5.5
_SIZES_PT = (11.0, 10.0, 9.0, 8.0, 7.0)
_LEADING = 1.2
_EDGE_PT = 5.0
_PLOT_PT = 200.0
_MOST_BAR_PT, _MOST_COLUMN_PT, _MOST_NAME_PT = 24.0, 60.0, 170.0
_RULE = {"color": "black", "linewidth": 0.7}
# Six fills that differ on any printer; those of later series are told apart by their hatches.
_FILLS = (
    *(("0.40", ""), ("1.00", "////"), ("0.80", ""), ("1.00", "xxxx"), ("0.62", "...."), ("1.00", "----")),
    *(("0.80", "\\\\\\\\"), ("1.00", "||||"), ("0.62", "++++")),
)
_STROKES = (("o", "-"), ("s", "--"), ("^", "-."), ("D", ":"), ("v", "-"), ("P", "--"), ("X", "-."), ("<", ":"))
_SETTINGS = {
    "svg.fonttype": "path",
    "svg.hashsalt": "planforge",
    "text.parse_math": False,
    "text.hinting": "none",
    "hatch.linewidth": 0.6,
    "path.simplify": False,
}
# Settings and warnings of matplotlib belong to the whole process.
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as lines and as dots, and its size in points."""

    svg: bytes
    png: bytes
    width_pt: float
    height_pt: float


def draw_chart(chart: Chart, width_pt: float, font: FontChoice | None = None) -> Drawing:
    """The picture of a chart, `width_pt` wide and never higher than `MOST_HEIGHT_PT`; in the font of the PDF."""
    choice = font or find_font().choice
    with _LOCK, warnings.catch_warnings():
        # A letter that the font lacks is shown as a box; that it does is said elsewhere.
        warnings.simplefilter("ignore")
        matplotlib = _matplotlib()
        with matplotlib.rc_context():
            matplotlib.rcdefaults()
            matplotlib.rcParams.update(_SETTINGS)
            return _drawn(chart, width_pt, _Lettering(choice))


def _matplotlib() -> ModuleType:
    """The library, without the settings that lie in the current folder: it may be a stranger's workspace."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    elsewhere = contextlib.chdir(Path(__file__).parent) if Path("matplotlibrc").exists() else contextlib.nullcontext()
    with elsewhere:
        import matplotlib
    return matplotlib


class _Lettering:
    """The two faces of a font, and the room that texts take in them."""

    def __init__(self, choice: FontChoice) -> None:
        from matplotlib.font_manager import FontProperties

        files = [_face_file(choice, face) for face in (Face.REGULAR, Face.BOLD)]
        self._regular, self._bold = (FontProperties("DejaVu Serif", weight=weight) for weight in ("normal", "bold"))
        if all(files):
            self._regular, self._bold = (FontProperties(fname=file) for file in files)

    def font(self, size_pt: float, *, bold: bool = False) -> FontProperties:
        """What matplotlib is told."""
        font = (self._bold if bold else self._regular).copy()
        font.set_size(size_pt)
        return font

    def width(self, texts: Iterable[str], size_pt: float, *, bold: bool = False) -> float:
        """The width of the widest line, in points."""
        from matplotlib.textpath import text_to_path

        font = self.font(size_pt, bold=bold)
        measured = (text_to_path.get_text_width_height_descent(line, font, False)[0] for line in texts)
        return max(map(float, measured), default=0.0)

    def lines(
        self, text: str, size_pt: float, room_pt: float, *, bold: bool = False, most: int | None = None
    ) -> list[str]:
        """The text in lines that fit into `room_pt`, of even length; cut off after `most` lines."""
        full = self.width([text], size_pt, bold=bold)
        longest = int(1.15 * len(text) * room_pt / full) if full > room_pt else len(text)
        for letters in range(max(1, longest), 0, -1):
            lines = textwrap.wrap(text, letters, max_lines=most, placeholder="…", break_on_hyphens=False)
            if letters == 1 or self.width(lines, size_pt, bold=bold) <= room_pt:
                break
        for fewer in range(math.ceil(len(text) / max(1, len(lines))), letters):
            even = textwrap.wrap(text, fewer, break_on_hyphens=False)
            if len(even) <= len(lines) and self.width(even, size_pt, bold=bold) <= room_pt:
                return even
        return lines


def _face_file(choice: FontChoice, face: Face) -> Path | None:
    """The file of a face; None for the font inside Typst, which has no file."""
    style = face.value.capitalize()
    usual = f"{choice.family.replace(' ', '')}-{style}.ttf"
    if choice.folder is None or (choice.folder / usual).is_file():
        return choice.folder and choice.folder / usual
    for path in sorted(choice.folder.glob("*.[to]tf")):
        found = read_face(path)
        if found and (found.family, found.style) == (choice.family, style):
            return path
    return None


class _Values:
    """The values of a chart, as numbers that can be drawn and as they are written."""

    def __init__(self, chart: Chart) -> None:
        rows = [(*one.values, *[None] * len(chart.categories))[: len(chart.categories)] for one in chart.series]
        self.rows = [[Decimal(str(one)) if one is not None and math.isfinite(one) else None for one in r] for r in rows]
        known = [value for row in self.rows for value in row if value is not None]
        greatest = max(map(abs, known), default=Decimal(0))
        # Beyond this no number can be written out, and floats could overflow.
        beyond = bool(greatest) and not -6 <= greatest.adjusted() < 15
        self._exponent = greatest.adjusted() if beyond else 0
        self._whole = not beyond and all(value == value.to_integral_value() for value in known)
        self.texts = [self.written(value) for value in known]
        self.numbers = [[math.nan if one is None else float(one.scaleb(-self._exponent)) for one in r] for r in self.rows]
        self.finite = [number for row in self.numbers for number in row if not math.isnan(number)]

    def labels(self, series: int) -> list[str]:
        """What is written beside each value; nothing beside one that is not known."""
        return ["" if value is None else self.written(value) for value in self.rows[series]]

    @staticmethod
    def written(value: Decimal) -> str:
        """The value with at most two digits after the comma, or three that count; in powers of ten beyond all use."""
        size = value.adjusted() if value else 0
        if not -6 <= size < 15:
            mantissa, _, exponent = f"{value:.2E}".partition("E")
            return f"{decimal(Decimal(mantissa))}E{exponent}"
        return decimal(value.quantize(Decimal(1).scaleb(-2 if size >= 0 else size - 2), ROUND_HALF_UP))

    def scale(self, below: float, above: float, *, from_zero: bool) -> tuple[float, float]:
        """The ends of the axis, with these shares of its length left free for what is written below and above."""
        low, high = min(self.finite, default=0.0), max(self.finite, default=0.0)
        if from_zero or 0 <= low <= 0.6 * high:
            low, high = min(0.0, low), max(0.0, high)
        length = (high - low) or abs(high) or 1.0
        high = high if high > low else low + length
        length /= 1 - below - above
        return low - below * length, high + above * length

    def ticks(self, low: float, high: float, most: int) -> tuple[list[float], list[str]]:
        """At most so many round numbers within an axis, and how they are written."""
        from matplotlib.ticker import MaxNLocator

        places = MaxNLocator(max(1, most), steps=[1, 2, 2.5, 5, 10], integer=self._whole).tick_values(low, high)
        # The locator's floats are not quite round.
        exact = [Decimal(f"{place:.12g}") for place in places if low <= place <= high]
        return [float(place) for place in exact], [self.written(place.scaleb(self._exponent)) for place in exact]
