"""Where the columns of a PDF page are: the text area, cells of tables, and blocks of text side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from planforge.verify.pdf_cells import InTable
from planforge.verify.pdf_lines import TextLine, bands_of, gutter_of
from planforge.verify.reading import Box, Cell

CENTRED_SLACK = 3.0
_SAME_EDGE = 0.8
# An edge of the text is where at least this part of the lines begin (or end) of those of the most usual place.
_SHARE_OF_EDGE = 0.05
# A cell keeps this much room between border and text where its text does not show it.
_CELL_PADDING = 5.4
_BESIDE_BORDER = 8.0


@dataclass(frozen=True, slots=True)
class Column:
    """The room a line stands in, from `left` to `right`; `sure` tells whether both edges are known.

    `cell` and `borders` are those of a table; `beside` tells that other text stands next to it, and `stacked` that
    lines of other widths above or below it have the same middle.
    """

    left: float
    right: float
    sure: bool = True
    beside: bool = False
    stacked: bool = False
    cell: Cell | None = None
    borders: Box | None = None

    @property
    def centre(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and the column it stands in."""

    line: TextLine
    column: Column

    @property
    def about_middle(self) -> bool:
        """Whether its middle is that of the column."""
        return abs(self.line.centre - self.column.centre) <= CENTRED_SLACK

    @property
    def centred(self) -> bool:
        """Whether the line stands in the middle of its column, away from both edges, or of a stack of lines."""
        if self.column.beside:
            return self.column.stacked
        return self.about_middle and self.line.left - self.column.left > 2 * CENTRED_SLACK


def text_area(lines: Sequence[TextLine], tables: Sequence[Box], width: float) -> tuple[float, float]:
    """The left and right edge of the text of pages of one width, from what stands there more than once.

    Where nothing does, tables tell how wide the text is, or what is centred tells how far it may go.
    """
    if not lines:
        return min((box.left for box in tables), default=0.0), max((box.right for box in tables), default=width)
    left = _edge([line.left for line in lines], [box.left for box in tables])
    # Seen from the right, the outermost edge is the least one.
    right = -_edge([-line.right for line in lines], [-box.right for box in tables])
    sure_left, sure_right = _shared([line.left for line in lines], left), _shared([line.right for line in lines], right)
    if not (sure_left and sure_right):
        middles = sorted(
            [line.centre for line in lines if line.left - left > 2 * CENTRED_SLACK] + [box.centre for box in tables]
        )
        shared = [one for one in middles if abs(one - width / 2) < width / 10 and _shared(middles, one)]
        if shared and not sure_right:
            right = max(right, 2 * shared[0] - left)
        if shared and not sure_left:
            left = min(left, 2 * shared[0] - right)
    return left, right


def _edge(places: Sequence[float], borders: Sequence[float]) -> float:
    """The least place many lines share, or one and a table; the least of all, tables too, where none does.

    Lines of one edge differ a little where a program rounds the place of every word.
    """
    clusters: list[list[float]] = []
    for place in sorted(places):
        if clusters and place - clusters[-1][-1] <= _SAME_EDGE:
            clusters[-1].append(place)
        else:
            clusters.append([place])
    enough = max(2.0, max(map(len, clusters)) * _SHARE_OF_EDGE)
    outermost = min(borders, default=None)
    for cluster in clusters:
        if len(cluster) >= enough or (outermost is not None and abs(outermost - cluster[0]) <= _BESIDE_BORDER):
            edge = median(cluster)
            # Word lets the border of a table hang out of the text a little.
            return outermost if outermost is not None and outermost < edge - _BESIDE_BORDER else edge
    return clusters[0][0] if outermost is None else min(clusters[0][0], outermost)


def _shared(places: Iterable[float], place: float) -> bool:
    return sum(abs(one - place) <= _SAME_EDGE for one in places) > 1


def place_lines(lines: Sequence[TextLine], area: tuple[float, float], cells: dict[int, InTable]) -> list[Placed]:
    """Every line of a page with its column; `cells` are the cells of lines by identity."""
    beside = _beside([line for line in lines if id(line) not in cells], area)
    placed = []
    for line in lines:
        spot = cells.get(id(line))
        if spot:
            padding = min(_CELL_PADDING, max(1.0, line.left - spot.borders.left))
            column = Column(
                spot.borders.left + padding,
                spot.borders.right - padding,
                sure=False,
                cell=spot.cell,
                borders=spot.borders,
            )
        else:
            column = beside.get(id(line)) or Column(*area)
        placed.append(Placed(line, column))
    return placed


def _beside(lines: Sequence[TextLine], area: tuple[float, float]) -> dict[int, Column]:
    """The columns of lines that stand side by side, and of what goes on under them in the same column."""
    columns: dict[int, Column] = {}
    for group in _groups(lines, area):
        middles = [line.centre for line in group if any(_stacked(line, other) for other in group)]
        for line in group:
            left = max((other.right for other in group if other.right <= line.left), default=None)
            right = min((other.left for other in group if other.left >= line.right), default=None)
            columns[id(line)] = Column(
                area[0] if left is None else left,
                area[1] if right is None else right,
                sure=False,
                beside=True,
                stacked=any(abs(line.centre - middle) <= CENTRED_SLACK for middle in middles),
            )
    return columns


def _stacked(line: TextLine, other: TextLine) -> bool:
    return abs(line.centre - other.centre) <= CENTRED_SLACK and abs(line.left - other.left) > CENTRED_SLACK


def _groups(lines: Sequence[TextLine], area: tuple[float, float]) -> Iterator[list[TextLine]]:
    group: list[TextLine] = []
    for band in bands_of(lines):
        if gutter_of(band) or (group and _goes_on_below(group, band, area)):
            group.extend(band)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _goes_on_below(group: Sequence[TextLine], band: Sequence[TextLine], area: tuple[float, float]) -> bool:
    """Whether lines go on in one of the columns above: the rest of a list, the name under a signature."""
    middle = (area[0] + area[1]) / 2
    for line in band:
        if abs(line.centre - middle) <= CENTRED_SLACK or line.right - line.left > 0.6 * (area[1] - area[0]):
            return False
        above = [other for other in group if min(other.right, line.right) > max(other.left, line.left)]
        if all(other in above for other in group):
            return False
        if not any(
            abs(other.centre - line.centre) <= CENTRED_SLACK or abs(other.left - line.left) <= _SAME_EDGE
            for other in above
        ):
            return False
    return True
