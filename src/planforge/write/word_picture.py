"""Pictures in a DOCX: the drawing in the text, and the parts and relationships it needs.

Word shows the SVG; programs that do not know it show the PNG.
"""

from __future__ import annotations

from lxml import etree

from planforge.write.package import CONTENT_TYPES, serialised
from planforge.write.pictures import Picture
from planforge.write.styles import Style
from planforge.write.wordml import BookmarkNumbers, Element, bookmarked, hidden, w

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
_UNITS_PER_POINT = 12700


class Pictures:
    """The pictures of one document, numbered from 1 in their order."""

    def __init__(self) -> None:
        self._pictures: list[Picture] = []

    def paragraph(self, picture: Picture, anchor: str, numbers: BookmarkNumbers) -> Element:
        """A paragraph that holds a picture and nothing else."""
        self._pictures.append(picture)
        run = w("r", w("drawing", _inline(picture, len(self._pictures))))
        content = bookmarked([run], hidden(anchor), numbers.following()) if anchor else [run]
        return w("p", w("pPr", w("pStyle", val=Style.CHART.value)), *content)

    def add_parts(self, parts: dict[str, bytes]) -> None:
        """Add the files of the pictures to the parts of a package, their types and relationships included."""
        if not self._pictures:
            return
        relationships = etree.fromstring(parts[_RELATIONSHIPS])
        for number, picture in enumerate(self._pictures, start=1):
            for extension, content in (("png", picture.png), ("svg", picture.svg)):
                parts[f"word/media/chart{number}.{extension}"] = content
                relationship = etree.SubElement(relationships, f"{{{_PACKAGE_RELATIONSHIPS}}}Relationship")
                relationship.set("Id", _relationship(number, extension))
                relationship.set("Type", f"{_R}/image")
                relationship.set("Target", f"media/chart{number}.{extension}")
        parts[_RELATIONSHIPS] = serialised(relationships)
        types = etree.fromstring(parts[CONTENT_TYPES])
        for extension, media_type in _MEDIA_TYPES.items():
            default = etree.Element(f"{{{_TYPES}}}Default", Extension=extension, ContentType=media_type)
            types.insert(0, default)
        parts[CONTENT_TYPES] = serialised(types)


def _relationship(number: int, extension: str) -> str:
    return f"chart{number}{extension}"


def _inline(picture: Picture, number: int) -> Element:
    name = f"Biểu đồ {number}"
    size = {"cx": str(round(picture.width * _UNITS_PER_POINT)), "cy": str(round(picture.height * _UNITS_PER_POINT))}
    no_distance = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    svg = _element(_SVG, "svgBlip", attributes={f"{{{_R}}}embed": _relationship(number, "svg")})
    extension = _element(_A, "ext", svg, attributes={"uri": _SVG_EXTENSION})
    blip = _element(
        _A, "blip", _element(_A, "extLst", extension), attributes={f"{{{_R}}}embed": _relationship(number, "png")}
    )
    shape = _element(
        _PICTURE,
        "spPr",
        _element(
            _A, "xfrm", _element(_A, "off", attributes={"x": "0", "y": "0"}), _element(_A, "ext", attributes=size)
        ),
        _element(_A, "prstGeom", _element(_A, "avLst"), attributes={"prst": "rect"}),
    )
    properties = {"id": str(number), "name": name, "descr": picture.alternative}
    content = _element(
        _PICTURE,
        "pic",
        _element(
            _PICTURE, "nvPicPr", _element(_PICTURE, "cNvPr", attributes=properties), _element(_PICTURE, "cNvPicPr")
        ),
        _element(_PICTURE, "blipFill", blip, _element(_A, "stretch", _element(_A, "fillRect"))),
        shape,
    )
    return _element(
        _DRAWING,
        "inline",
        _element(_DRAWING, "extent", attributes=size),
        _element(_DRAWING, "docPr", attributes=properties),
        _element(_A, "graphic", _element(_A, "graphicData", content, attributes={"uri": _PICTURE})),
        attributes=no_distance,
    )


def _element(namespace: str, name: str, *children: Element, attributes: dict[str, str] | None = None) -> Element:
    prefixes = {"wp": _DRAWING, "a": _A, "pic": _PICTURE, "r": _R, "asvg": _SVG}
    element = etree.Element(f"{{{namespace}}}{name}", attributes or {}, nsmap=prefixes)
    element.extend(children)
    return element
