"""Charts as pictures: sober, readable in black and white, and the same bytes whenever they are drawn.

The page of a chart is one plane in points, its origin below on the left: what is written on it is measured first, so
that nothing is cut off or written over. matplotlib takes most of a second to import: only a paper with a chart pays.
"""

from __future__ import annotations

import contextlib
import io
import logging
import math
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import accumulate, pairwise, product
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

TITLE_PT = 12.0
LABEL_PT = 11.0
LEAST_LABEL_PT = 7.0
FIGURES_PT = 10.0
LEAST_FIGURES_PT = 6.0
_SIZES_PT = [LABEL_PT - step / 2 for step in range(int((LABEL_PT - LEAST_LABEL_PT) * 2) + 1)]
_FIGURES_SIZES_PT = [FIGURES_PT - step / 2 for step in range(int((FIGURES_PT - LEAST_FIGURES_PT) * 2) + 1)]

_EDGE_PT = 6.0
_GAP_PT = 4.0
_SWATCH_GAP_PT = 6.0
_LEADING = 1.18
_RULE_PT = 0.7
_SWATCH_PT = (24.0, 9.0)
_PLOT_HEIGHT_PT = 200.0
_MOST_BAR_PT = 24.0
_MOST_COLUMN_PT = 60.0
_MOST_NAME_PT = 170.0
_NAME_SHARES = (0.42, 0.5, 0.58, 0.66)
_MOST_TICKS = 6
_ELLIPSIS = "…"
_INK, _GRID = "black", "0.82"
# Six fills that differ on any printer; those of later series are told apart by their hatches.
_FILLS = (
    ("0.40", ""),
    ("1.00", "////"),
    ("0.80", ""),
    ("1.00", "xxxx"),
    ("0.62", "...."),
    ("1.00", "----"),
    ("0.80", "\\\\\\\\"),
    ("1.00", "||||"),
    ("0.62", "++++"),
)
_STROKES = (("o", "-"), ("s", "--"), ("^", "-."), ("D", ":"), ("v", "-"), ("P", "--"), ("X", "-."), ("<", ":"))
_STROKE_GREYS = ("black", "0.35", "0.15", "0.45")

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


def _drawn(chart: Chart, width_pt: float, lettering: _Lettering) -> Drawing:
    rows = [tuple(_known(value) for value in one.values) for one in chart.series]
    board = _Board(
        chart.kind,
        lettering,
        width_pt,
        title=_cleaned(chart.title),
        names=[_cleaned(name) for name in chart.categories],
        keys=[_cleaned(one.name) for one in chart.series] if len(chart.series) > 1 else [],
        rows=[(*row, *[None] * len(chart.categories))[: len(chart.categories)] for row in rows],
    )
    page = _bars(board) if chart.kind is ChartKind.BARS else _upright(board)
    return Drawing(
        page.saved("svg", {"Date": None, "Creator": None, "Format": None, "Type": None}),
        page.saved("png", {"Software": None}),
        width_pt,
        page.height,
    )


def _known(value: float | None) -> Decimal | None:
    return Decimal(str(value)) if value is not None and math.isfinite(value) else None


def _cleaned(text: str) -> str:
    """The text on one line; no-break spaces stay what they are."""
    return re.sub(r"[ \t\r\n\v\f]+", " ", text).strip()


class _Lettering:
    """The faces of a font, and how wide a text is in them."""

    def __init__(self, choice: FontChoice) -> None:
        from matplotlib.font_manager import FontProperties

        own = {Face.REGULAR: FontProperties("DejaVu Serif"), Face.BOLD: FontProperties("DejaVu Serif", weight="bold")}
        found = {face: _face_file(choice, face) for face in own}
        self._faces = {face: FontProperties(fname=path) for face, path in found.items() if path} or own
        self._faces = own if len(self._faces) < len(own) else self._faces
        self._widths_em: dict[tuple[Face, str], float] = {}
        self._text_widths_em: dict[tuple[Face, str], float] = {}

    def properties(self, face: Face, size_pt: float) -> FontProperties:
        """What matplotlib is told."""
        properties = self._faces[face].copy()
        properties.set_size(size_pt)
        return properties

    def width(self, text: str, size_pt: float, face: Face = Face.REGULAR) -> float:
        """The width of a text on one line, in points; letters that stand closer in pairs only make it smaller."""
        known = self._text_widths_em.get((face, text))
        if known is None:
            known = self._text_widths_em[face, text] = sum(self._width_em(character, face) for character in text)
        return size_pt * known

    def _width_em(self, character: str, face: Face) -> float:
        from matplotlib.textpath import text_to_path

        known = self._widths_em.get((face, character))
        if known is None:
            # Between two letters, as a space alone has no outline to measure.
            with_it, without = (
                text_to_path.get_text_width_height_descent(text, self.properties(face, 100), False)[0]
                for text in (f"n{character}n", "nn")
            )
            known = self._widths_em[face, character] = float(with_it - without) / 100
        return known

    def widest(self, texts: Iterable[str], size_pt: float) -> float:
        """The width of the widest of the texts."""
        return max((self.width(text, size_pt) for text in texts), default=0.0)

    def lines(
        self, text: str, size_pt: float, limit_pt: float, face: Face = Face.REGULAR, most: int | None = None
    ) -> list[str]:
        """The text in as few lines as fit into `limit_pt`, as even as its words allow; cut off after `most` lines."""
        lines = list(self._greedy(text, size_pt, limit_pt, face))
        if most and len(lines) > most:
            last = lines[most - 1]
            while last and self.width(last + _ELLIPSIS, size_pt, face) > limit_pt:
                last = last[:-1]
            return [*lines[: most - 1], last.rstrip() + _ELLIPSIS]
        narrow = max(self.width(word, size_pt, face) for word in text.split(" "))
        wide = limit_pt
        for _ in range(6 if len(lines) > 1 and narrow < wide else 0):
            middle = (narrow + wide) / 2
            fits = len(list(self._greedy(text, size_pt, middle, face))) <= len(lines)
            narrow, wide = (narrow, middle) if fits else (middle, wide)
        return list(self._greedy(text, size_pt, wide, face))

    def count(self, text: str, size_pt: float, limit_pt: float) -> int:
        """How many lines that fit into `limit_pt` the text takes."""
        return sum(1 for _ in self._greedy(text, size_pt, limit_pt, Face.REGULAR))

    def _greedy(self, text: str, size_pt: float, limit_pt: float, face: Face) -> Iterator[str]:
        line, space = "", self.width(" ", size_pt, face)
        used = 0.0
        for word in text.split(" "):
            width = self.width(word, size_pt, face)
            if line and used + space + width <= limit_pt:
                line, used = f"{line} {word}", used + space + width
                continue
            if line:
                yield line
            line, used = word, width
            while used > limit_pt and len(line) > 1:
                widths = accumulate(self.width(character, size_pt, face) for character in line)
                fitting = max(1, sum(width <= limit_pt for width in widths))
                if fitting == len(line):
                    break
                yield line[:fitting]
                line = line[fitting:]
                used = self.width(line, size_pt, face)
        yield line


def _face_file(choice: FontChoice, face: Face) -> Path | None:
    """The file of a face; None for the font inside Typst, which has no file."""
    if choice.folder is None:
        return None
    style = face.value.capitalize()
    usual = choice.folder / f"{choice.family.replace(' ', '')}-{style}.ttf"
    if usual.is_file():
        return usual
    for path in sorted(choice.folder.iterdir()):
        found = read_face(path) if path.suffix.lower() in {".ttf", ".otf"} else None
        if found and (found.family, found.style) == (choice.family, style):
            return path
    return None


class _Page:
    """The plane that a chart is drawn on."""

    def __init__(self, width_pt: float, height_pt: float, lettering: _Lettering) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height, self._lettering = width_pt, height_pt, lettering
        self._figure: Figure = Figure(figsize=(width_pt / 72, height_pt / 72), dpi=72, facecolor="white")
        FigureCanvasAgg(self._figure)
        self.plane: Axes = self._figure.add_axes((0, 0, 1, 1))
        self.plane.set_axis_off()
        self.plane.set(xlim=(0, width_pt), ylim=(0, height_pt), autoscale_on=False)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        size_pt: float,
        at: str = "left",
        *,
        face: Face = Face.REGULAR,
        upright: bool = False,
        clear: bool = False,
    ) -> None:
        """A line of text on the baseline `y`, or on the upright baseline `x` read from below.

        `clear` keeps the grid and the lines off its letters.
        """
        written = self.plane.text(x, y, text, fontproperties=self._lettering.properties(face, size_pt), clip_on=False)
        if upright:
            written.set(rotation=90, rotation_mode="anchor")
        written.set(horizontalalignment=at, verticalalignment="baseline")
        if clear:
            length = self._lettering.width(text, size_pt, face)
            start = -length * {"left": 0.0, "center": 0.5, "right": 1.0}[at]
            if upright:
                self._blank(x - 0.75 * size_pt, y + start, 0.75 * size_pt, length)
            else:
                self._blank(x + start, y, length, 0.75 * size_pt)

    def _blank(self, x: float, y: float, width: float, height: float) -> None:
        from matplotlib.patches import Rectangle

        self.plane.add_patch(Rectangle((x, y), width, height, facecolor="white", edgecolor="none", zorder=2.7))

    def rule(self, x: Sequence[float], y: Sequence[float], colour: str = _INK) -> None:
        """A thin straight line: black for an axis, grey for the grid."""
        order = 0.5 if colour == _GRID else 3
        self.plane.plot(x, y, color=colour, linewidth=_RULE_PT, solid_capstyle="butt", zorder=order)

    def box(self, x: float, y: float, width: float, height: float, series: int) -> None:
        """A bar, a column, or its sample in the key."""
        from matplotlib.patches import Rectangle

        grey, hatch = _FILLS[series % len(_FILLS)]
        self.plane.add_patch(
            Rectangle((x, y), width, height, facecolor=grey, edgecolor=_INK, hatch=hatch, linewidth=_RULE_PT, zorder=2)
        )

    def stroke(self, points: Sequence[tuple[float, float]], series: int) -> None:
        """A line with its markers; a point that is no number leaves a gap."""
        marker, dashes = _STROKES[series % len(_STROKES)]
        grey = _STROKE_GREYS[series % len(_STROKE_GREYS)]
        self.plane.plot(
            [x for x, _ in points], [y for _, y in points], color=grey, linestyle=dashes, linewidth=1.2, marker=marker,
            markersize=5, markerfacecolor="white" if series % 2 else grey, markeredgecolor=grey, zorder=2.5,
        )  # fmt: skip

    def saved(self, form: str, metadata: dict[str, Any]) -> bytes:
        """The bytes of the picture, without the hour and the program's version."""
        stream = io.BytesIO()
        dots = PNG_DOTS_PER_INCH if form == "png" else 72
        self._figure.savefig(stream, format=form, dpi=dots, facecolor="white", metadata=metadata)
        return stream.getvalue()


class _Figures:
    """The values of a chart: how they are written, and how great the greatest is."""

    def __init__(self, rows: Sequence[Sequence[Decimal | None]]) -> None:
        self.known = [value for row in rows for value in row if value is not None]
        greatest = max((abs(value) for value in self.known), default=Decimal(0))
        # Beyond this no number can be written out, and floats could overflow.
        beyond = bool(greatest) and not -6 <= greatest.adjusted() < 15
        self._exponent = greatest.adjusted() if beyond else 0
        self._whole = not beyond and all(value == value.to_integral_value() for value in self.known)

    def number(self, value: Decimal) -> float:
        """The value as a float of a size that can be reckoned with."""
        return float(value.scaleb(-self._exponent))

    def written(self, value: Decimal) -> str:
        """The value with at most two digits after the comma, or three that count; in powers of ten beyond all use."""
        size = value.adjusted() if value else 0
        if not -6 <= size < 15:
            mantissa, _, exponent = f"{value:.2E}".partition("E")
            return f"{decimal(Decimal(mantissa))}E{exponent}"
        return decimal(value.quantize(Decimal(1).scaleb(-2 if size >= 0 else size - 2), ROUND_HALF_UP))

    def ticks(self, low: float, high: float, count: int) -> list[tuple[float, str]]:
        """At most `count` round numbers from `low` to `high`, and how they are written."""
        from matplotlib.ticker import MaxNLocator

        places = MaxNLocator(nbins=max(1, count), steps=[1, 2, 2.5, 5, 10], integer=self._whole).tick_values(low, high)
        slack = (high - low) * 1e-9
        # The locator's floats are not quite round.
        exact = [Decimal(f"{place:.12g}") for place in places if low - slack <= place <= high + slack]
        return [(float(place), self.written(place.scaleb(self._exponent))) for place in exact]


class _Scale(NamedTuple):
    """A straight line from numbers to points."""

    low: float
    zero_pt: float
    pt_per_one: float

    def at(self, number: float) -> float:
        """Where a number lies."""
        return self.zero_pt + (number - self.low) * self.pt_per_one


@dataclass
class _Board:
    """A chart with clean texts, and what its kinds have in common: the title and the key."""

    kind: ChartKind
    lettering: _Lettering
    width: float
    title: str
    names: list[str]
    keys: list[str]
    rows: list[tuple[Decimal | None, ...]]

    @cached_property
    def figures(self) -> _Figures:
        """Its values."""
        return _Figures(self.rows)

    @cached_property
    def title_lines(self) -> list[str]:
        """The title, at most four lines of it."""
        limit = self.width - 2 * _EDGE_PT
        return self.lettering.lines(self.title, TITLE_PT, limit, Face.BOLD, most=4) if self.title else []

    @cached_property
    def key_lines(self) -> list[list[str]]:
        """The names of the series, each at most two lines."""
        limit = self.width - 2 * _EDGE_PT - _SWATCH_PT[0] - _SWATCH_GAP_PT
        return [self.lettering.lines(key, LABEL_PT, limit, most=2) for key in self.keys]

    @cached_property
    def key_rows(self) -> list[list[tuple[int, float]]]:
        """The series by rows of the key, each with its place from the left: one row, or columns of the same width."""
        widths = [_SWATCH_PT[0] + _SWATCH_GAP_PT + self.lettering.widest(one, LABEL_PT) for one in self.key_lines]
        room, between = self.width - 2 * _EDGE_PT, 3 * _GAP_PT
        columns = len(widths)
        if sum(widths) + between * (columns - 1) > room:
            widths = [max(widths)] * len(widths)
            columns = max(1, min(columns, int((room + between) / (widths[0] + between))))
        starts = list(accumulate((width + between for width in widths[: columns - 1]), initial=0.0))
        full = starts[-1] + widths[columns - 1] if widths else 0.0
        left = _EDGE_PT + (room - full) / 2
        series = range(len(widths))
        return [
            [(one, left + start) for one, start in zip(series[first:], starts, strict=False)]
            for first in range(0, len(widths), max(1, columns))
        ]

    @property
    def head_height(self) -> float:
        """The height of what stands above the plot."""
        title = len(self.title_lines) * TITLE_PT * _LEADING
        lines = sum(max(len(self.key_lines[one]) for one, _ in row) for row in self.key_rows)
        key = lines * LABEL_PT * _LEADING + (_GAP_PT if lines else 0)
        return _EDGE_PT + title + key + (2 * _GAP_PT if title or key else 0)

    def draw_head(self, page: _Page) -> None:
        """The title, and under it the key of several series."""
        top = page.height - _EDGE_PT
        for line in self.title_lines:
            top -= TITLE_PT * _LEADING
            page.write(line, self.width / 2, top + 0.25 * TITLE_PT, TITLE_PT, "center", face=Face.BOLD)
        top -= _GAP_PT
        for row in self.key_rows:
            for one, x in row:
                self._draw_key(page, one, x, top)
            top -= max(len(self.key_lines[one]) for one, _ in row) * LABEL_PT * _LEADING

    def _draw_key(self, page: _Page, one: int, x: float, top: float) -> None:
        width, height = _SWATCH_PT
        baseline = top - LABEL_PT * _LEADING + 0.25 * LABEL_PT
        middle = baseline + 0.32 * LABEL_PT
        if self.kind is ChartKind.LINE:
            page.stroke([(x, middle), (x + width / 2, middle), (x + width, middle)], one)
        else:
            page.box(x, middle - height / 2, width, height, one)
        for number, line in enumerate(self.key_lines[one]):
            page.write(line, x + width + _SWATCH_GAP_PT, baseline - number * LABEL_PT * _LEADING, LABEL_PT)


class _Names(NamedTuple):
    """How the names of the categories are written: in lines of a size; every `step`-th of them."""

    size: float
    lines: list[list[str]]
    upright: bool = False
    step: int = 1

    @property
    def deepest(self) -> float:
        """The height of the name with the most lines."""
        return max((len(lines) for lines in self.lines), default=0) * self.size * _LEADING


def _bars(board: _Board) -> _Page:
    """Horizontal bars, the first category above."""
    lettering, figures, rows = board.lettering, board.figures, board.rows
    tick_height = FIGURES_PT * _LEADING + _GAP_PT
    room = MOST_HEIGHT_PT - board.head_height - tick_height - _EDGE_PT
    names, pitch = _names_beside(board, room)
    height = board.head_height + pitch * max(1, len(board.names)) + tick_height + _EDGE_PT
    page = _Page(board.width, height, lettering)
    board.draw_head(page)

    bar = min(_MOST_BAR_PT, (pitch - min(6.0, 0.25 * pitch)) / max(1, len(rows)))
    label_size = next((size for size in _FIGURES_SIZES_PT if size * 0.9 <= bar), 0.0)
    left = _EDGE_PT + max((lettering.widest(lines, names.size) for lines in names.lines), default=0) + 1.5 * _GAP_PT
    labels = _labels_around(board, lambda text: lettering.width(text, label_size) + _GAP_PT if label_size else 0.0)
    right_tick = lettering.width(figures.written(max(figures.known, default=Decimal(0))), FIGURES_PT) / 2
    right = board.width - _EDGE_PT - max(0.0, right_tick - labels[1])
    scale, ticks = _scaled(figures, left, right, labels, lambda texts: 1.3 * lettering.widest(texts, FIGURES_PT))
    bottom, top = _EDGE_PT + tick_height, page.height - board.head_height

    for number, text in ticks:
        if abs(scale.at(number) - board.width / 2) > (board.width - _GAP_PT - lettering.width(text, FIGURES_PT)) / 2:
            continue
        page.rule([scale.at(number)] * 2, [bottom, top], _GRID)
        page.write(text, scale.at(number), _EDGE_PT + 0.25 * FIGURES_PT, FIGURES_PT, "center")
    page.rule([scale.at(0)] * 2, [bottom, top])
    for index, lines in enumerate(names.lines):
        middle = top - (index + 0.5) * pitch
        if index % names.step == 0:
            first = middle + (len(lines) / 2 - 1) * names.size * _LEADING + 0.27 * names.size
            for number, line in enumerate(lines):
                page.write(line, left - 1.5 * _GAP_PT, first - number * names.size * _LEADING, names.size, "right")
        for series, row in enumerate(rows):
            value = row[index]
            if value is None:
                continue
            y = middle + (len(rows) / 2 - series - 1) * bar
            end = scale.at(figures.number(value))
            page.box(min(scale.at(0), end), y, abs(end - scale.at(0)), bar, series)
            if label_size:
                baseline = y + bar / 2 - 0.33 * label_size
                side, shift = ("right", -_GAP_PT / 2) if value < 0 else ("left", _GAP_PT / 2)
                page.write(figures.written(value), end + shift, baseline, label_size, side, clear=True)
    return page


def _names_beside(board: _Board, room: float) -> tuple[_Names, float]:
    """How the names on the left are written, and the height of each category: large letters before roomy ones."""
    count, series = max(1, len(board.names)), max(1, len(board.rows))
    with_figures = ((9.0, 13.0), (5.0, 11.0), (1.0, 9.5 if series > 1 else 7.0))
    for spacings in (with_figures, ((1.0, 2.5),)):
        for size, share in product(_SIZES_PT, _NAME_SHARES):
            limit = share * board.width
            deepest = max((board.lettering.count(name, size, limit) for name in board.names), default=0)
            for gap, bar in spacings:
                pitch = gap + max(deepest * size * _LEADING, series * bar)
                if pitch * count <= room:
                    pitch = min(1.35 * pitch, room / count) if gap == 1.0 else pitch
                    return _Names(size, [board.lettering.lines(name, size, limit) for name in board.names]), pitch
    pitch, size, limit = room / count, LEAST_LABEL_PT, _NAME_SHARES[-1] * board.width
    most = max(1, int(pitch / (size * _LEADING)))
    lines = [board.lettering.lines(name, size, limit, most=most) for name in board.names]
    return _Names(size, lines, step=math.ceil(size * _LEADING / pitch)), pitch


def _labels_around(board: _Board, length: Callable[[str], float]) -> tuple[float, float]:
    """The room that the labels of negative and of other values take beyond the ends of their bars."""
    known, written = board.figures.known, board.figures.written
    before = max((length(written(value)) for value in known if value < 0), default=0.0)
    return before, max((length(written(value)) for value in known if value >= 0), default=0.0)


def _scaled(
    figures: _Figures,
    start: float,
    end: float,
    labels: tuple[float, float],
    spacing: Callable[[list[str]], float],
    *,
    from_zero: bool = True,
) -> tuple[_Scale, list[tuple[float, str]]]:
    """The scale from `start` to `end` with room for the labels of values, and as many round numbers as it can hold."""
    numbers = [figures.number(value) for value in figures.known]
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    if from_zero or 0 <= low <= 0.6 * high:
        low, high = min(0.0, low), max(0.0, high)
    else:
        spread = (high - low) or abs(high) or 1.0
        low -= 0.1 * spread
    if low == high:
        high = low + 1.0
    before, after = labels
    length = max(20.0, end - start - before - after)
    scale = _Scale(low, start + before, length / (high - low))
    reach = high + (end - _GAP_PT - scale.at(high)) / scale.pt_per_one
    for count in range(_MOST_TICKS, 0, -1):
        ticks = figures.ticks(low, max(high, reach), count)
        apart = min((above[0] - below[0] for below, above in pairwise(ticks)), default=high - low)
        if apart * scale.pt_per_one >= spacing([text for _, text in ticks]):
            return scale, ticks
    return scale, ticks[:1]


class _Ground(NamedTuple):
    """How the plane of columns and lines is divided."""

    left: float
    slot: float
    names: _Names
    foot: float
    plot: float
    column: float
    labels: _Labels
    scale: _Scale
    ticks: list[tuple[float, str]]


def _ground(board: _Board, left: float) -> _Ground:
    """The division when the numbers of the axis end at `left`."""
    lettering, series, lines = board.lettering, max(1, len(board.rows)), board.kind is ChartKind.LINE
    slot = (board.width - _EDGE_PT - left) / max(1, len(board.names))
    names = _names_below(board, slot)
    longest = max((lettering.widest(one, names.size) for one in names.lines), default=0.0)
    foot = _EDGE_PT + _GAP_PT + (longest if names.upright else names.deepest)
    plot = min(_PLOT_HEIGHT_PT, MOST_HEIGHT_PT - board.head_height - foot)
    column = min(_MOST_COLUMN_PT, 0.8 * slot / series)
    labels = _value_labels(board, slot if lines else column)
    if lines:
        around = (_GAP_PT + (labels.size if series > 1 else 0.0), 2 * _GAP_PT + labels.size)
    else:
        around = _labels_around(board, lambda text: labels.length(text, lettering) + _GAP_PT)
    scale, ticks = _scaled(board.figures, foot, foot + plot, around, lambda _: 1.6 * FIGURES_PT, from_zero=not lines)
    return _Ground(left, slot, names, foot, plot, column, labels, scale, ticks)


def _upright(board: _Board) -> _Page:
    """Columns or lines over categories that stand side by side, the first on the left."""
    lettering, figures, rows = board.lettering, board.figures, board.rows
    # The numbers of the axis follow from the height of the plot, and that from the room they leave for the names.
    ground = _ground(board, _EDGE_PT + _GAP_PT)
    for _ in range(4):
        needed = _EDGE_PT + _GAP_PT + lettering.widest((text for _, text in ground.ticks), FIGURES_PT)
        if needed <= ground.left:
            break
        ground = _ground(board, needed)
    left, slot, names, foot, plot, column, labels, scale, ticks = ground
    right = board.width - _EDGE_PT
    page = _Page(board.width, board.head_height + plot + foot, lettering)
    board.draw_head(page)

    for number, text in ticks:
        y = scale.at(number)
        page.rule([left, right], [y, y], _GRID)
        page.write(text, left - _GAP_PT, y - 0.33 * FIGURES_PT, FIGURES_PT, "right")
    base = scale.at(0) if scale.low <= 0 else foot
    page.rule([left, right], [base, base])
    _write_names_below(page, names, left, slot, foot - _GAP_PT)
    if board.kind is ChartKind.LINE:
        _draw_lines(page, board, labels, scale, [left + (index + 0.5) * slot for index in range(len(board.names))])
        return page
    for index in range(len(board.names)):
        start = left + (index + 0.5) * slot - column * len(rows) / 2
        for series, row in enumerate(rows):
            value = row[index]
            if value is None:
                continue
            end = scale.at(figures.number(value))
            page.box(start + series * column, min(base, end), column, abs(end - base), series)
            labels.write(page, figures.written(value), start + (series + 0.5) * column, end, below=value < 0)
    return page


class _Labels(NamedTuple):
    """How values are written above columns and points: `size` 0 for not at all; above every `step`-th point."""

    size: float
    upright: bool = False
    step: int = 1

    def length(self, text: str, lettering: _Lettering) -> float:
        """How high a label is."""
        return lettering.width(text, self.size) if self.upright and self.size else self.size

    def write(self, page: _Page, text: str, x: float, end: float, *, below: bool = False) -> None:
        """A label beyond the end of a column."""
        if not self.size:
            return
        shift = _GAP_PT / 2 + (0 if self.upright else 0.72 * self.size if below else 0.05 * self.size)
        y = end - shift if below else end + shift
        if self.upright:
            page.write(text, x + 0.33 * self.size, y, self.size, "right" if below else "left", upright=True, clear=True)
        else:
            page.write(text, x, y, self.size, "center", clear=True)


def _value_labels(board: _Board, room: float) -> _Labels:
    """Level labels if they fit into `room`, else upright ones; above points, fewer of them."""
    lettering, texts = board.lettering, [board.figures.written(value) for value in board.figures.known]
    for size in _FIGURES_SIZES_PT[:5]:
        if lettering.widest(texts, size) + 2 <= max(room, 12.0 if len(board.rows) == 1 else 0):
            return _Labels(size)
    if board.kind is ChartKind.LINE:
        size = _FIGURES_SIZES_PT[4]
        return _Labels(size, step=math.ceil((lettering.widest(texts, size) + 2) / room))
    for size in _FIGURES_SIZES_PT:
        if size * 0.95 <= room and lettering.widest(texts, size) <= 0.45 * _PLOT_HEIGHT_PT:
            return _Labels(size, upright=True)
    return _Labels(0.0)


def _names_below(board: _Board, slot: float) -> _Names:
    """How the names under the plot are written: level, or upright where words are wider than their place."""
    lettering, limit = board.lettering, slot - 2 * _GAP_PT
    for size in _SIZES_PT[:5]:
        widest_word = lettering.widest((word for name in board.names for word in name.split(" ")), size)
        names = _Names(size, [lettering.lines(name, size, max(limit, 1.0)) for name in board.names])
        if widest_word <= limit and names.deepest <= 5 * size * _LEADING:
            return names
    for size in _SIZES_PT:
        names = _Names(size, [lettering.lines(name, size, _MOST_NAME_PT) for name in board.names], upright=True)
        if names.deepest <= slot:
            return names
    size = LEAST_LABEL_PT
    most = max(1, int(slot / (size * _LEADING)))
    lines = [lettering.lines(name, size, _MOST_NAME_PT, most=most) for name in board.names]
    return _Names(size, lines, upright=True, step=math.ceil(size * _LEADING / slot))


def _write_names_below(page: _Page, names: _Names, left: float, slot: float, top: float) -> None:
    pitch = names.size * _LEADING
    for index, lines in list(enumerate(names.lines))[:: names.step]:
        middle = left + (index + 0.5) * slot
        for number, line in enumerate(lines):
            if names.upright:
                x = middle - (len(lines) / 2 - 1 - number) * pitch - 0.27 * names.size
                page.write(line, x, top, names.size, "right", upright=True)
            else:
                page.write(line, middle, top - (number + 1) * pitch + 0.25 * names.size, names.size, "center")


def _draw_lines(page: _Page, board: _Board, labels: _Labels, scale: _Scale, places: list[float]) -> None:
    """The lines of all series; a value that has no room above or below its point is not written."""
    numbers = [[math.nan if value is None else board.figures.number(value) for value in row] for row in board.rows]
    for series, row in enumerate(numbers):
        page.stroke([(x, scale.at(number)) for x, number in zip(places, row, strict=False)], series)
    height = 0.75 * labels.size
    for index, x in list(enumerate(places))[:: labels.step]:
        values = sorted({value for row in board.rows if (value := row[index]) is not None}, reverse=True)
        points = [scale.at(board.figures.number(value)) for value in values]
        taken = [(point - _GAP_PT, point + _GAP_PT) for point in points]
        for position, (value, point) in enumerate(zip(values, points, strict=True)):
            others = taken[:position] + taken[position + 1 :]
            lowest_of_many = 0 < position == len(values) - 1
            for below in (True, False) if lowest_of_many else (False, True):
                start = point - _GAP_PT - height if below else point + _GAP_PT
                if all(start > high or start + height < low for low, high in others):
                    labels.write(
                        page,
                        board.figures.written(value),
                        x,
                        point + (-_GAP_PT if below else _GAP_PT) * 0.6,
                        below=below,
                    )
                    taken.append((start, start + height))
                    break
