"""Edits of a DOCX taken apart that are about pages and the letterhead: sections, headers, fonts, cells, drawn lines."""

from __future__ import annotations

import copy
import io
from typing import Any

from lxml import etree
from tests.mutations.mutation import Parts
from tests.mutations.word_edits import DOCUMENT, STYLES, Edit, Place, found, paragraphs, styled, text_of, w

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS, CONTENT_TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
FACES = ("ascii", "hAnsi", "cs", "eastAsia")
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
_FIRST_OF_SECTION = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar")


def sections(parts: Parts) -> list[Any]:
    """The properties of the sections, in order."""
    return list(parts[DOCUMENT].iter(w("sectPr")))


def in_section(name: str, index: int | None = None, **values: object) -> Edit:
    """Attributes of an element of one section, or of all; it is made where it is not there."""

    def edit(parts: Parts) -> None:
        every = sections(parts)
        for section in every if index is None else [every[index]]:
            element = section.find(w(name))
            if element is None:
                element = etree.Element(w(name))
                before = [one for one in section if etree.QName(one).localname in _FIRST_OF_SECTION]
                section.insert(len(before), element)
            for key, value in values.items():
                element.set(w(key), str(value))

    return edit


def margins(index: int | None = None, **values: int) -> Edit:
    """Margins in twips."""
    return in_section("pgMar", index, **values)


def paper(width: int, height: int, index: int | None = None) -> Edit:
    """The size of the paper in twips."""
    return in_section("pgSz", index, w=width, h=height)


def turned(index: int = 0) -> Edit:
    """A section turned on its side."""
    return in_section("pgSz", index, w=16838, h=11906, orient="landscape")


def first_page_alike(index: int = 0) -> Edit:
    """The first page of a section has the header of the others."""

    def edit(parts: Parts) -> None:
        section = sections(parts)[index]
        title = section.find(w("titlePg"))
        assert title is not None
        section.remove(title)

    return edit


def first_header_numbered(index: int = 0) -> Edit:
    """The header of the first page is the one with the number."""

    def edit(parts: Parts) -> None:
        header = _references(sections(parts)[index], "headerReference")
        header["first"].set(f"{{{R}}}id", header["default"].get(f"{{{R}}}id"))

    return edit


def without_numbers() -> Edit:
    """The headers of all sections emptied."""

    def edit(parts: Parts) -> None:
        for header in _headers(parts):
            for run in list(header.iter(w("r"), w("fldSimple"))):
                run.getparent().remove(run)

    return edit


def number_shaped(**wanted: str) -> Edit:
    """The alignment of the paragraphs in the headers."""

    def edit(parts: Parts) -> None:
        for header in _headers(parts):
            for paragraph in header.iter(w("p")):
                properties = paragraph.find(w("pPr"))
                etree.SubElement(properties, w("jc")).set(w("val"), wanted["align"])

    return edit


def number_set(**wanted: str) -> Edit:
    """Direct properties of the runs in the headers: `sz` in half points, `i`, `rFonts`, `color`."""

    def edit(parts: Parts) -> None:
        for header in _headers(parts):
            for run in header.iter(w("r")):
                _look(run, **wanted)

    return edit


def with_footer(text: str = "", align: str = "center", *, instead: bool = False) -> Edit:
    """A footer with the page number on all pages, the first included; `instead` empties the headers."""

    def edit(parts: Parts) -> None:
        if instead:
            without_numbers()(parts)
        name, identifier = "word/footer9.xml", "rId909"
        footer = etree.Element(w("ftr"), nsmap={"w": etree.QName(w("p")).namespace})
        paragraph = etree.SubElement(footer, w("p"))
        etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("jc")).set(w("val"), align)
        if text:
            _run(paragraph, text)
        field = etree.SubElement(paragraph, w("fldSimple"))
        field.set(w("instr"), " PAGE ")
        _run(field, "2")
        parts[name] = footer
        relation = etree.SubElement(parts[RELATIONSHIPS], f"{{{parts[RELATIONSHIPS].nsmap[None]}}}Relationship")
        relation.attrib.update({"Id": identifier, "Type": f"{R}/footer", "Target": "footer9.xml"})
        kind = etree.SubElement(parts[CONTENT_TYPES], f"{{{parts[CONTENT_TYPES].nsmap[None]}}}Override")
        kind.set("PartName", f"/{name}")
        kind.set("ContentType", "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml")
        for section in sections(parts):
            place = len(_references(section, "headerReference"))
            for which in ("first", "default"):
                reference = etree.Element(w("footerReference"))
                reference.set(w("type"), which)
                reference.set(f"{{{R}}}id", identifier)
                section.insert(place, reference)

    return edit


def looking(place: Place, **wanted: str) -> Edit:
    """Direct properties of the runs of a paragraph: `font`, `color`, `highlight`, `u`."""

    def edit(parts: Parts) -> None:
        for run in found(parts, place).iter(w("r")):
            _look(run, **wanted)

    return edit


def style_looking(style: str, **wanted: str) -> Edit:
    """The same of the text of a style."""

    def edit(parts: Parts) -> None:
        owner = next(one for one in parts[STYLES].iter(w("style")) if one.get(w("styleId")) == style)
        _look(owner, **wanted)

    return edit


def all_looking(**wanted: str) -> Edit:
    """The same of the document's defaults."""
    return lambda parts: _look(next(parts[STYLES].iter(w("rPrDefault"))), **wanted)


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


def fonts_left_out(content: bytes, *, only_first: bool = False) -> bytes:
    """A PDF without the files of its fonts."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        left_out = 0
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                if only_first and left_out:
                    break
                for name in ("/FontFile", "/FontFile2", "/FontFile3"):
                    if name in one:
                        del one[name]
                        left_out += 1
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


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
    _run(paragraph, text)
    return paragraph


def _references(section: Any, name: str) -> dict[str, Any]:
    return {one.get(w("type")): one for one in section.findall(w(name))}


def _headers(parts: Parts) -> list[Any]:
    return [part for name, part in parts.items() if name.startswith("word/header") and name.endswith(".xml")]


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


def _run(parent: Any, text: str) -> None:
    run = etree.SubElement(parent, w("r"))
    words = etree.SubElement(run, w("t"))
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


_LOOKS = {"font": "rFonts", "color": "color", "highlight": "highlight", "u": "u", "sz": "sz", "i": "i"}
_ORDER = "rStyle rFonts b bCs i iCs caps smallCaps strike vanish color spacing sz szCs highlight u lang".split()


def _look(owner: Any, **wanted: str) -> None:
    properties = owner.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        if owner.tag == w("r"):
            owner.insert(0, properties)
        else:
            owner.append(properties)
    for key, value in wanted.items():
        name = _LOOKS[key]
        element = properties.find(w(name))
        if element is None:
            element = etree.Element(w(name))
            rank = _ORDER.index(name)
            later = [
                index
                for index, one in enumerate(properties)
                if (own := etree.QName(one).localname) in _ORDER and _ORDER.index(own) > rank
            ]
            properties.insert(later[0] if later else len(properties), element)
        if name == "rFonts":
            for face in FACES:
                element.set(w(face), value)
        else:
            element.set(w("val"), value)
