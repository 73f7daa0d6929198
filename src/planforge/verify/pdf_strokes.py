"""What is drawn on a page of a PDF besides letters: horizontal and vertical lines, filled areas, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from planforge.verify.pdf_words import View
from planforge.verify.reading import Box

# A filled rectangle no thicker than this is a line; borders of Word are such.
THICKEST_LINE = 3.0
_STRAIGHT = 0.5
_TOUCHING = 1.0
_SAME = 0.6
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 400
_DEEPEST = 8
_WHITE = "FFFFFF"
# A picture that takes a twentieth of the page may hold text; a logo or a seal does not.
_PICTURE_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Drawn:
    """A straight line along one axis: from `start` to `end`, at `level` on the other; `weight` is its thickness."""

    start: float
    end: float
    level: float
    weight: float
    solid: bool = True
    colour: str | None = None

    @property
    def length(self) -> float:
        """From one end to the other."""
        return self.end - self.start

    def covers(self, place: float, slack: float = 1.0) -> bool:
        """Whether it passes a place along its axis."""
        return self.start - slack <= place <= self.end + slack


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle."""

    box: Box
    colour: str | None


@dataclass(slots=True)
class Drawing:
    """Everything drawn on one page; `cut_short` tells that there was more than any office draws."""

    horizontal: list[Drawn] = field(default_factory=list)
    vertical: list[Drawn] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    cut_short: bool = False


Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_drawing(pdfium: Any, page: Any, view: View) -> Drawing:
    """The lines, areas and pictures of a page; lines drawn in pieces are put together."""
    drawing = Drawing()
    pen = _Pen(pdfium, view, drawing)
    count = pdfium.FPDFPage_CountObjects(page)
    pen.objects((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), _IDENTITY, 0)
    drawing.horizontal = _joined(drawing.horizontal)
    drawing.vertical = _joined(drawing.vertical)
    return drawing


def has_large_picture(drawing: Drawing, view: View) -> bool:
    """Whether a picture on the page is large enough to hold text."""
    page = view.width * view.height
    return any(box.width * (box.bottom - box.top) >= _PICTURE_SHARE * page for box in drawing.pictures)


class _Pen:
    """Goes through the objects of a page, forms included."""

    def __init__(self, pdfium: Any, view: View, drawing: Drawing) -> None:
        self.pdfium = pdfium
        self.view = view
        self.drawing = drawing
        self.left = _MOST_OBJECTS
        self.matrix = pdfium.FS_MATRIX()
        self.floats = tuple(ctypes.c_float() for _ in range(4))
        self.integers = (ctypes.c_int(), ctypes.c_int())
        self.colours = tuple(ctypes.c_uint() for _ in range(4))

    def objects(self, objects: Iterable[Any], matrix: Matrix, depth: int) -> None:
        pdfium = self.pdfium
        for one in objects:
            if not one or self.left <= 0:
                self.drawing.cut_short = self.drawing.cut_short or self.left <= 0
                return
            self.left -= 1
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(one, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.drawing.pictures.append(self._bounds(one, matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _product(self._matrix(one), matrix)
                count = pdfium.FPDFFormObj_CountObjects(one)
                inside = (pdfium.FPDFFormObj_GetObject(one, index) for index in range(max(0, count)))
                self.objects(inside, inner, depth + 1)

    def _path(self, path: Any, matrix: Matrix) -> None:
        pdfium = self.pdfium
        fill, stroke = self.integers
        if not pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
            return
        if not fill.value and not stroke.value:
            return
        count = pdfium.FPDFPath_CountSegments(path)
        if not 2 <= count <= _MOST_SEGMENTS:
            return
        full = _product(self._matrix(path), matrix)
        if stroke.value:
            self._stroked(path, count, full)
        if fill.value:
            self._filled(path, count, full)

    def _stroked(self, path: Any, count: int, matrix: Matrix) -> None:
        pdfium = self.pdfium
        width = self.floats[0]
        pdfium.FPDFPageObj_GetStrokeWidth(path, ctypes.byref(width))
        weight = width.value * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
        solid = pdfium.FPDFPageObj_GetDashCount(path) <= 0
        colour = self._colour(pdfium.FPDFPageObj_GetStrokeColor, path)
        if colour == _WHITE:
            return
        for start, end in self._edges(path, count, matrix):
            self._line(start, end, weight, solid, colour)

    def _line(
        self, start: tuple[float, float], end: tuple[float, float], weight: float, solid: bool, colour: str | None
    ) -> None:
        (left, top), (right, bottom) = start, end
        if abs(top - bottom) <= _STRAIGHT and abs(right - left) > _STRAIGHT:
            level = (top + bottom) / 2
            self.drawing.horizontal.append(Drawn(min(left, right), max(left, right), level, weight, solid, colour))
        elif abs(left - right) <= _STRAIGHT and abs(bottom - top) > _STRAIGHT:
            level = (left + right) / 2
            self.drawing.vertical.append(Drawn(min(top, bottom), max(top, bottom), level, weight, solid, colour))

    def _filled(self, path: Any, count: int, matrix: Matrix) -> None:
        """Rectangles that are filled: thin ones are lines, the others areas."""
        colour = self._colour(self.pdfium.FPDFPageObj_GetFillColor, path)
        for points in self._outlines(path, count, matrix):
            across, down = [point[0] for point in points], [point[1] for point in points]
            box = Box(min(across), min(down), max(across), max(down))
            width, height = box.width, box.bottom - box.top
            if len(points) > 5 or (len(points) < 4 and min(width, height) > _STRAIGHT):
                continue
            if height <= THICKEST_LINE and width > height and colour != _WHITE:
                level = (box.top + box.bottom) / 2
                self.drawing.horizontal.append(Drawn(box.left, box.right, level, height, colour=colour))
            elif width <= THICKEST_LINE and height > width and colour != _WHITE:
                self.drawing.vertical.append(Drawn(box.top, box.bottom, box.centre, width, colour=colour))
            elif width > THICKEST_LINE and height > THICKEST_LINE:
                self.drawing.areas.append(Area(box, colour))

    def _edges(
        self, path: Any, count: int, matrix: Matrix
    ) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        for points in self._outlines(path, count, matrix):
            yield from pairwise(points)

    def _outlines(self, path: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        """The straight outlines of a path as they are seen; one with a curve in it is left out."""
        pdfium = self.pdfium
        across, up = self.floats[0], self.floats[1]
        points: list[tuple[float, float]] = []
        curved = False
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if len(points) > 1 and not curved:
                    yield points
                points, curved = [], False
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(up))
            points.append(self._seen(across.value, up.value, matrix))
            if pdfium.FPDFPathSegment_GetClose(segment) and points[-1] != points[0]:
                points.append(points[0])
        if len(points) > 1 and not curved:
            yield points

    def _seen(self, x: float, y: float, matrix: Matrix) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        return self.view.place(a * x + c * y + e, b * x + d * y + f)

    def _bounds(self, one: Any, matrix: Matrix) -> Box:
        self.pdfium.FPDFPageObj_GetBounds(one, *map(ctypes.byref, self.floats))
        left, bottom, right, top = (one.value for one in self.floats)
        corners = [self._seen(x, y, matrix) for x in (left, right) for y in (bottom, top)]
        across, down = [corner[0] for corner in corners], [corner[1] for corner in corners]
        return Box(min(across), min(down), max(across), max(down))

    def _matrix(self, one: Any) -> Matrix:
        found = self.matrix
        if not self.pdfium.FPDFPageObj_GetMatrix(one, ctypes.byref(found)):
            return _IDENTITY
        return (found.a, found.b, found.c, found.d, found.e, found.f)

    def _colour(self, call: Any, one: Any) -> str | None:
        if not call(one, *map(ctypes.byref, self.colours)):
            return None
        red, green, blue, _ = self.colours
        return f"{red.value:02X}{green.value:02X}{blue.value:02X}"


def _product(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does the first and then the second."""
    a, b, c, d, e, f = first
    right, up, across, down, x, y = second
    return (
        a * right + b * across,
        a * up + b * down,
        c * right + d * across,
        c * up + d * down,
        e * right + f * across + x,
        e * up + f * down + y,
    )


def _joined(lines: list[Drawn]) -> list[Drawn]:
    """Lines in order, those that lie on each other or follow each other as one."""
    joined: list[Drawn] = []
    for line in sorted(lines, key=lambda one: (round(one.level), one.start, one.end)):
        for index in range(len(joined) - 1, max(-1, len(joined) - 12), -1):
            other = joined[index]
            if (
                abs(other.level - line.level) <= _SAME
                and other.start - _TOUCHING <= line.start <= other.end + _TOUCHING
                and other.colour == line.colour
            ):
                joined[index] = replace(other, end=max(other.end, line.end), weight=max(other.weight, line.weight))
                break
        else:
            joined.append(line)
    return sorted(joined, key=lambda one: (one.level, one.start))
