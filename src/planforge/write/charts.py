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
from itertools import chain, product
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from planforge.fonts import find_font, read_face
from planforge.paper import Chart, ChartKind
from planforge.toolchain import FontChoice
from planforge.vietnamese import decimal
from planforge.write.metrics import Face, is_known
from planforge.write.metrics import width_pt as usual_width_pt

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

MOST_HEIGHT_PT = 640.0
PNG_DOTS_PER_INCH = 200

_TITLE_PT, _KEY_PT, _TICK_PT, _LEVEL_PT, _LEAST_PT = 12.0, 11.0, 10.0, 9.0, 5.5
_NAME_SIZES_PT = (11.0, 10.0, 9.0, 8.0, 7.0)
_LEADING = 1.2
_EDGE_PT = 5.0
_PLOT_PT = 200.0
_BAR_PT, _MOST_BAR_PT, _MOST_COLUMN_PT = 13.0, 24.0, 60.0
_NAME_SHARES, _MOST_NAME_PT = (0.42, 0.5, 0.58), 170.0
_MARK_PT = 4.0
_BLANK = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
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
_SAMPLE = "Kết quả thi đua của các đơn vị năm 2030"
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
        from matplotlib.textpath import text_to_path

        files = [_face_file(choice, face) for face in (Face.REGULAR, Face.BOLD)]
        self._faces = [FontProperties("DejaVu Serif", weight=weight) for weight in ("normal", "bold")]
        if all(files):
            self._faces = [FontProperties(fname=file) for file in files]
        # To measure every text with the library takes longer than to draw it.
        drawn = text_to_path.get_text_width_height_descent(_SAMPLE, self.font(100), False)[0]
        self._stretch = max(1.0, float(drawn) / usual_width_pt(_SAMPLE, Face.REGULAR, 100))

    def font(self, size_pt: float, *, bold: bool = False) -> FontProperties:
        """What matplotlib is told."""
        font = self._faces[bold].copy()
        font.set_size(size_pt)
        return font

    def width(self, texts: Iterable[str], size_pt: float, *, bold: bool = False) -> float:
        """The width of the widest line, in points; a letter that the font may lack is as wide as its box."""
        face, lines = Face.BOLD if bold else Face.REGULAR, [line for text in texts for line in text.split("\n")]
        widths = (usual_width_pt(one, face, size_pt) if is_known(one) else 1.2 * size_pt * len(one) for one in lines)
        return self._stretch * max(widths, default=0.0)

    def wrapped(self, text: str, size_pt: float, room_pt: float, most: int = 99, *, bold: bool = False) -> str:
        """The text in lines of even length that fit into `room_pt`; one that takes more than `most` is cut off."""
        text = re.sub(r"[ \t\r\n\v\f]+", " ", text).strip()
        share = self.width([text], size_pt, bold=bold) / room_pt
        if share <= 1:
            return text
        even = [math.ceil(len(text) / lines) + 2 for lines in range(math.ceil(share), most + 1)]
        for letters in (*even, *range(int(1.1 * len(text) / share) + 1, 1, -1)):
            found = textwrap.fill(text, letters, max_lines=most, placeholder="…", break_on_hyphens=False)
            if self.width([found], size_pt, bold=bold) <= room_pt:
                return found
        return "…"


def _face_file(choice: FontChoice, face: Face) -> Path | None:
    """The file of a face; None for the font inside Typst, which has no file."""
    style = face.value.capitalize()
    usual = f"{choice.family.replace(' ', '')}-{style}.ttf"
    if choice.folder is None or (choice.folder / usual).is_file():
        return choice.folder and choice.folder / usual
    faces = ((path, read_face(path)) for path in sorted(choice.folder.glob("*.[ot]tf")))
    return next(
        (path for path, found in faces if found and (found.family, found.style) == (choice.family, style)), None
    )


class _Values:
    """The values of a chart, as numbers that can be drawn and as they are written."""

    def __init__(self, chart: Chart) -> None:
        rows = [[*one.values, *[None] * len(chart.categories)][: len(chart.categories)] for one in chart.series]
        self.rows = [[Decimal(str(one)) if one is not None and math.isfinite(one) else None for one in r] for r in rows]
        self.known = [value for row in self.rows for value in row if value is not None]
        greatest = max(map(abs, self.known), default=Decimal(0))
        # Beyond this no number can be written out, and floats could overflow.
        beyond = bool(greatest) and not -6 <= greatest.adjusted() < 15
        self._exponent = greatest.adjusted() if beyond else 0
        self._whole = not beyond and all(value == value.to_integral_value() for value in self.known)

    def number(self, value: Decimal | None) -> float:
        """The value as a float of a size that can be drawn; one that is not known leaves a gap."""
        return math.nan if value is None else float(value.scaleb(-self._exponent))

    def scale(self, below: float, above: float, *, from_zero: bool) -> tuple[float, float]:
        """The ends of the axis, with these shares of its length left free for what is written below and above."""
        numbers = [self.number(value) for value in self.known]
        low, high = min(numbers, default=0.0), max(numbers, default=0.0)
        if from_zero or 0 <= low <= 0.6 * high:
            low, high = min(0.0, low), max(0.0, high)
        high = high if high > low else low + (abs(low) or 1.0)
        below = below if min(numbers, default=low) - low < 0.15 * (high - low) else 0.0
        length = (high - low) / (1 - below - above)
        return low - below * length, high + above * length

    def ticks(self, low: float, high: float, most: int) -> tuple[list[float], list[str]]:
        """At most so many round numbers within an axis, and how they are written."""
        from matplotlib.ticker import MaxNLocator

        places = MaxNLocator(max(1, most), steps=[1, 2, 2.5, 5, 10], integer=self._whole).tick_values(low, high)
        # The locator's floats are not quite round.
        exact = [Decimal(f"{place:.12g}") for place in places if low <= place <= high]
        return [float(place) for place in exact], [_written(place.scaleb(self._exponent)) for place in exact]


def _written(value: Decimal | None) -> str:
    """The value with at most two digits after the comma, or three that count; in powers of ten beyond all use."""
    if value is None:
        return ""
    size = value.adjusted() if value else 0
    if -6 <= size < 15:
        return decimal(value.quantize(Decimal(1).scaleb(-2 if size >= 0 else size - 2), ROUND_HALF_UP))
    mantissa, _, exponent = f"{value:.2E}".partition("E")
    return f"{decimal(Decimal(mantissa))}E{exponent}"


def _look(kind: ChartKind, series: int) -> dict[str, Any]:
    """What a series looks like: no two of nine bars or of eight lines are alike without colours."""
    if kind is ChartKind.LINE:
        marker, dashes = _STROKES[series % len(_STROKES)]
        inside = "white" if series % 2 else "black"
        return {"color": "black", "ls": dashes, "lw": 1.2, "marker": marker, "ms": 5, "mfc": inside}
    grey, hatch = _FILLS[series % len(_FILLS)]
    return {"facecolor": grey, "hatch": hatch, "edgecolor": "black", "linewidth": 0.7}


def _drawn(chart: Chart, width: float, lettering: _Lettering) -> Drawing:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    layout = ConstrainedLayoutEngine(w_pad=_EDGE_PT / 72, h_pad=_EDGE_PT / 72)
    figure = Figure((width / 72, MOST_HEIGHT_PT / 72), dpi=72, facecolor="white", layout=layout)
    FigureCanvasAgg(figure)
    room = width - 2 * _EDGE_PT
    title = lettering.wrapped(chart.title, _TITLE_PT, room, 4, bold=True)
    around: list[Artist] = []
    if title:
        around.append(figure.suptitle(title, fontproperties=lettering.font(_TITLE_PT, bold=True)))
    if len(chart.series) > 1:
        around.append(_key(figure, lettering, chart, room))
    taken = sum(one.get_window_extent().height + 2 * _EDGE_PT for one in around)
    needed = taken + _plot(figure.add_subplot(), lettering, chart, width, MOST_HEIGHT_PT - taken)
    height = min(MOST_HEIGHT_PT, math.ceil(needed))
    figure.set_size_inches(width / 72, height / 72)
    # Both forms have one layout.
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    svg, png = io.BytesIO(), io.BytesIO()
    # Without the hour and the program's version.
    figure.savefig(svg, format="svg", dpi=72, metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    figure.savefig(png, format="png", dpi=PNG_DOTS_PER_INCH, metadata={"Software": None})
    return Drawing(svg.getvalue(), png.getvalue(), width, height)


def _key(figure: Figure, lettering: _Lettering, chart: Chart, room: float) -> Artist:
    """Write the names of the series under the plot, at most three side by side."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    columns = min(3, len(chart.series))
    names = [lettering.wrapped(one.name, _KEY_PT, room / columns - 5 * _KEY_PT, 3) for one in chart.series]
    looks = [_look(chart.kind, number) for number in range(len(names))]
    samples = [Line2D([], [], **look) if chart.kind is ChartKind.LINE else Patch(**look) for look in looks]
    return figure.legend(
        samples, names, loc="outside lower center", ncols=columns, prop=lettering.font(_KEY_PT), frameon=False,
        borderpad=0, columnspacing=1.5, labelspacing=0.35, handlelength=2.4, handletextpad=0.5,
    )  # fmt: skip


class _Names(NamedTuple):
    """How the names of the categories are written: every `step`-th of them, in letters of a size."""

    size: float
    texts: list[str]
    step: int = 1
    upright: bool = False

    @property
    def height(self) -> float:
        """The height of the name with the most lines."""
        return (1 + max((text.count("\n") for text in self.texts), default=0)) * self.size * _LEADING


def _names(lettering: _Lettering, names: Sequence[str], rooms: Sequence[float], slot: float) -> _Names:
    """The names in the largest letters with which each fits into its slot; cut off where none does."""
    for size, room in product(_NAME_SIZES_PT, rooms):
        fitting = _Names(size, [lettering.wrapped(name, size, room) for name in names])
        if fitting.height <= slot:
            return fitting
    high = size * _LEADING
    cut = [lettering.wrapped(name, size, room, max(1, int(slot / high))) for name in names]
    return _Names(size, cut, math.ceil(high / slot))


def _names_below(lettering: _Lettering, names: Sequence[str], slot: float) -> _Names:
    """The names under a plot: level, or upright where words are wider than their place."""
    words = [word for name in names for word in name.split()]
    for size in _NAME_SIZES_PT[:3]:
        level = _Names(size, [lettering.wrapped(name, size, slot - 6) for name in names])
        if lettering.width(words, size) <= slot - 6 and level.height <= _MOST_NAME_PT / 2:
            return level
    return _names(lettering, names, [_MOST_NAME_PT], slot)._replace(upright=True)


def _plot(axes: Axes, lettering: _Lettering, chart: Chart, width: float, room: float) -> float:
    """Draw the axes and what is between them; the height that they need, at most `room`."""
    values, count, series = _Values(chart), max(1, len(chart.categories)), max(1, len(chart.series))
    bars, widest = chart.kind is ChartKind.BARS, lettering.width(map(_written, values.known), _TICK_PT)
    if bars:
        foot = _TICK_PT * _LEADING + 3 * _EDGE_PT
        slot = (room - foot) / count
        rooms = [share * width for share in _NAME_SHARES]
        names = _names(lettering, chart.categories, rooms, max(0.75 * slot, min(slot, 25.0)) - 2)
        slot = min(slot, max(names.height + 5, series * _BAR_PT + 8))
        height, length = foot + slot * count, width - lettering.width(names.texts, names.size) - 4 * _EDGE_PT
    else:
        slot = (width - widest - 4 * _EDGE_PT) / count
        names = _names_below(lettering, chart.categories, slot)
        foot = 4 * _EDGE_PT + (lettering.width(names.texts, names.size) if names.upright else names.height)
        height = min(room, foot + _PLOT_PT)
        length = height - foot
    if chart.kind is ChartKind.LINE:
        low, high = _draw_lines(axes, values, lettering, slot, length)
    else:
        low, high = _draw_bars(axes, values, lettering, chart.kind, slot, length)

    places, written = values.ticks(low, high, min(6, int(length / (1.4 * widest + 8 if bars else 20))))
    along, across = (axes.yaxis, axes.xaxis) if bars else (axes.xaxis, axes.yaxis)
    along.set_ticks(
        range(0, len(names.texts), names.step), names.texts[:: names.step], fontproperties=lettering.font(names.size),
        rotation=90 if names.upright else 0, multialignment="right" if bars or names.upright else "center",
    )  # fmt: skip
    across.set_ticks(places, written, fontproperties=lettering.font(_TICK_PT))
    across.grid(color="0.82", linewidth=0.7)
    axes.set(xlim=(low, high) if bars else (-0.5, count - 0.5), ylim=(count - 0.5, -0.5) if bars else (low, high))
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    if low <= 0 <= high:
        (axes.axvline if bars else axes.axhline)(0, color="black", linewidth=0.7, zorder=3)
    return height


def _draw_bars(
    axes: Axes, values: _Values, lettering: _Lettering, kind: ChartKind, slot: float, length: float
) -> tuple[float, float]:
    """Draw bars or columns, each with its value: level if it is no wider than its column; the ends of their axis."""
    most, free = (_MOST_BAR_PT, min(8, 0.25 * slot)) if kind is ChartKind.BARS else (_MOST_COLUMN_PT, 0.2 * slot)
    thick = min(most, (slot - free) / max(1, len(values.rows)))
    texts = [[_written(value) for value in values.known if (value < 0) is below] for below in (True, False)]
    level = kind is ChartKind.COLUMNS and lettering.width(chain(*texts), _LEVEL_PT) + 2 <= thick
    size = _LEVEL_PT if level else min(_TICK_PT, thick / 0.9)
    labelled = size >= _LEAST_PT
    ends = [((size if level else lettering.width(one, size)) + 7) / length if one and labelled else 0 for one in texts]
    for number, row in enumerate(values.rows):
        middles = [index + (number - (len(values.rows) - 1) / 2) * thick / slot for index in range(len(row))]
        bars = (axes.barh if kind is ChartKind.BARS else axes.bar)(
            middles, [values.number(value) for value in row], thick / slot, zorder=2, **_look(kind, number)
        )
        if labelled:
            axes.bar_label(
                bars, [_written(value) for value in row], padding=2, fontproperties=lettering.font(size),
                rotation=0 if level or kind is ChartKind.BARS else 90, bbox=_BLANK,
            )  # fmt: skip
    return values.scale(*(min(0.4, end) for end in ends), from_zero=True)


def _draw_lines(axes: Axes, values: _Values, lettering: _Lettering, slot: float, length: float) -> tuple[float, float]:
    """Draw lines; a value that has no room above or below its point is not written; the ends of their axis."""
    low, high = values.scale(*[(_LEVEL_PT + 8) / length] * 2, from_zero=False)
    for number, row in enumerate(values.rows):
        axes.plot([values.number(value) for value in row], zorder=2, **_look(ChartKind.LINE, number))
    step = math.ceil((lettering.width(map(_written, values.known), _LEVEL_PT) + 2) / slot)
    for index, column in list(enumerate(zip(*values.rows, strict=True)))[::step]:
        known = sorted({value for value in column if value is not None}, reverse=True)
        points = [values.number(value) * length / (high - low) for value in known]
        taken = [(point - _MARK_PT, point + _MARK_PT) for point in points]
        for value, point in zip(known, points, strict=True):
            for side in (-1, 1) if point == points[-1] < points[0] else (1, -1):
                ends = sorted((point + side * _MARK_PT, point + side * (_MARK_PT + 0.75 * _LEVEL_PT)))
                if all(ends[1] <= start or ends[0] >= end for start, end in taken):
                    taken.append((ends[0], ends[1]))
                    axes.annotate(
                        _written(value), (index, values.number(value)), (0, side * _MARK_PT), ha="center",
                        textcoords="offset points", va="bottom" if side > 0 else "top", bbox=_BLANK,
                        fontproperties=lettering.font(_LEVEL_PT),
                    )  # fmt: skip
                    break
    return low, high
