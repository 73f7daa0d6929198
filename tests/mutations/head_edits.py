"""Edits of the head of a DOCX taken apart: its cells, and the lines drawn under its parts."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree
from tests.mutations.mutation import Parts
from tests.mutations.page_edits import run_of
from tests.mutations.word_edits import DOCUMENT, STYLES, Edit, Place, found, paragraphs, styled, text_of, w

RULE = "DuongKe"
ROOM = {"left": 3742, "right": 5613, "whole": 9355}
EMU = 12700
_SHAPE = """
<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:pPr>
<w:spacing w:before="0" w:after="0"
 w:line="60" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">
<wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>19050</wp:posOffset>
</wp:positionV><wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="91" name="Line 91"/><wp:cNvGraphicFramePr/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>
<a:ln w="{weight}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash val="{dash}"/></a:ln></wps:spPr>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"""


def blank_before(place: Place) -> Edit:
    """An empty paragraph of the same style above one."""

    def edit(parts: Parts) -> None:
        paragraph = found(parts, place)
        blank = etree.Element(w("p"))
        properties = paragraph.find(w("pPr"))
        if properties is not None:
            blank.append(copy.deepcopy(properties))
        paragraph.addprevious(blank)

    return edit


def columns_swapped(row: int = 0) -> Edit:
    """The two cells of a row of the letterhead, the other way round."""

    def edit(parts: Parts) -> None:
        cells = _letterhead_row(parts, row).findall(w("tc"))
        cells[1].addnext(cells[0])

    return edit


def in_a_row_of_its_own(place: Place) -> Edit:
    """A paragraph of the letterhead moved into the same column of a further row."""

    def edit(parts: Parts) -> None:
        paragraph = found(parts, place)
        cell = paragraph.getparent()
        row = cell.getparent()
        twin = copy.deepcopy(row)
        column = row.findall(w("tc")).index(cell)
        for index, other in enumerate(twin.findall(w("tc"))):
            for child in other.findall(w("p")):
                other.remove(child)
            if index == column:
                cell.remove(paragraph)
                other.append(paragraph)
            else:
                etree.SubElement(other, w("p"))
        if cell.find(w("p")) is None:
            etree.SubElement(cell, w("p"))
        row.addnext(twin)

    return edit


def letterhead_bordered(*edges: str, weight: int = 4) -> Edit:
    """Borders of the table of the letterhead."""

    def edit(parts: Parts) -> None:
        for edge in next(parts[DOCUMENT].iter(w("tblBorders"))):
            if etree.QName(edge).localname in edges:
                edge.attrib.update({w("val"): "single", w("sz"): str(weight), w("space"): "0", w("color"): "000000"})

    return edit


def letterhead_cells_bordered() -> Edit:
    """Borders of the first row's own cells."""

    def edit(parts: Parts) -> None:
        for properties in _letterhead_row(parts, 0).iter(w("tcPr")):
            borders = etree.SubElement(properties, w("tcBorders"))
            for name in ("top", "left", "bottom", "right"):
                edge = etree.SubElement(borders, w(name))
                edge.attrib.update({w("val"): "single", w("sz"): "8", w("space"): "0", w("color"): "000000"})

    return edit


def column_widths(left: int, right: int) -> Edit:
    """The columns of the letterhead in twips; the lines under its parts keep their lengths."""

    def edit(parts: Parts) -> None:
        _widen(next(parts[DOCUMENT].iter(w("tbl"))), left, right)

    return edit


def line_under(place: Place, length: float, *, room: str, off: float = 0.0) -> Edit:
    """The line under a part made so long, in points, and moved to the right; `room` is the column it stands in."""

    def edit(parts: Parts) -> None:
        indent = _rule(parts, place).find(f"{w('pPr')}/{w('ind')}")
        rest = ROOM[room] - round(length * 20)
        indent.set(w("left"), str(rest // 2 + round(off * 20)))
        indent.set(w("right"), str(rest // 2 - round(off * 20)))

    return edit


def measure_changed(change: int) -> Edit:
    """What follows from a measure that is wider by so many twips: tables of two columns fit, lines stay as long."""

    def edit(parts: Parts) -> None:
        for table in parts[DOCUMENT].iter(w("tbl")):
            columns = [int(column.get(w("w"))) for column in table.iter(w("gridCol"))]
            if len(columns) == 2 and change < 0:
                _widen(table, columns[0] + change, columns[1])
        for rule in _rules(parts[DOCUMENT]):
            if rule.getparent().tag == w("body"):
                indent = rule.find(f"{w('pPr')}/{w('ind')}")
                for side in ("left", "right"):
                    indent.set(w(side), str(int(indent.get(w(side))) + change // 2))

    return edit


def no_line_under(place: Place) -> Edit:
    """The line under a part taken away."""

    def edit(parts: Parts) -> None:
        rule = _rule(parts, place)
        rule.getparent().remove(rule)

    return edit


def border_under(place: Place, **values: object) -> Edit:
    """The border that is the line under a part, with other attributes: `val`, `sz` in eighths of a point."""

    def edit(parts: Parts) -> None:
        own = next(one for one in parts[STYLES].iter(w("style")) if one.get(w("styleId")) == RULE)
        borders = copy.deepcopy(own.find(f"{w('pPr')}/{w('pBdr')}"))
        for key, value in values.items():
            borders.find(w("bottom")).set(w(key), str(value))
        properties = _rule(parts, place).find(w("pPr"))
        following = next(one for one in properties if etree.QName(one).localname in ("spacing", "ind"))
        following.addprevious(borders)

    return edit


def style_border(**values: object) -> Edit:
    """The same of the style of all lines."""

    def edit(parts: Parts) -> None:
        own = next(one for one in parts[STYLES].iter(w("style")) if one.get(w("styleId")) == RULE)
        for key, value in values.items():
            own.find(f"{w('pPr')}/{w('pBdr')}/{w('bottom')}").set(w(key), str(value))

    return edit


def drawn_under(place: Place, length: float, *, weight: float = 0.75, dash: str = "solid") -> Edit:
    """A line drawn as a shape in a paragraph under a part, in the middle of the column; lengths in points."""

    def edit(parts: Parts) -> None:
        paragraph = found(parts, place)
        bearer = etree.fromstring(_SHAPE.format(length=round(length * EMU), weight=round(weight * EMU), dash=dash))
        paragraph.addnext(bearer)

    return edit


def added_in_style(place: Place, text: str, style: str) -> Edit:
    """A further paragraph of a style behind one."""

    def edit(parts: Parts) -> None:
        found(parts, place).addnext(_paragraph(text, style))

    return edit


def added_beside_number(text: str, style: str) -> Edit:
    """A paragraph in the right column, level with the number."""

    def edit(parts: Parts) -> None:
        cell = _letterhead_row(parts, 1).findall(w("tc"))[1]
        for empty in cell.findall(w("p")):
            cell.remove(empty)
        cell.append(_paragraph(text, style))

    return edit


def _widen(table: Any, left: int, right: int) -> None:
    table.find(f"{w('tblPr')}/{w('tblW')}").set(w("w"), str(left + right))
    for column, width in zip(table.iter(w("gridCol")), (left, right), strict=True):
        column.set(w("w"), str(width))
    for row in table.iter(w("tr")):
        for cell, width in zip(row.findall(w("tc")), (left, right), strict=True):
            own = cell.find(f"{w('tcPr')}/{w('tcW')}")
            change = (width - int(own.get(w("w")))) // 2
            own.set(w("w"), str(width))
            for rule in _rules(cell):
                indent = rule.find(f"{w('pPr')}/{w('ind')}")
                for side in ("left", "right"):
                    indent.set(w(side), str(int(indent.get(w(side))) + change))


def _rules(owner: Any) -> list[Any]:
    return [one.getparent().getparent() for one in owner.iter(w("pStyle")) if one.get(w("val")) == RULE]


def _paragraph(text: str, style: str) -> Any:
    paragraph = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("pStyle")).set(w("val"), style)
    run_of(paragraph, text)
    return paragraph


def _letterhead_row(parts: Parts, row: int) -> Any:
    return next(parts[DOCUMENT].iter(w("tbl"))).findall(w("tr"))[row]


def _rule(parts: Parts, place: Place) -> Any:
    """The empty paragraph below a part whose border is the line."""
    every = list(paragraphs(parts))
    start = every.index(found(parts, place))
    rules = styled(parts, RULE)
    following = [one for one in every[start:] if one in rules and not text_of(one)]
    if not following:
        raise LookupError(f"no line under {place!r}")
    return following[0]
