"""Edits of a DOCX taken apart that are about pages: sections, headers and footers, fonts and colours."""

from __future__ import annotations

import io
from typing import Any

from lxml import etree
from tests.mutations.mutation import Parts
from tests.mutations.word_edits import DOCUMENT, STYLES, Edit, Place, found, w

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS, CONTENT_TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
FACES = ("ascii", "hAnsi", "cs", "eastAsia")
_FIRST_OF_SECTION = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar")
_LOOKS = {"font": "rFonts", "color": "color", "highlight": "highlight", "u": "u", "sz": "sz", "i": "i"}
_ORDER = "rStyle rFonts b bCs i iCs caps smallCaps strike vanish color spacing sz szCs highlight u lang".split()


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
            run_of(paragraph, text)
        field = etree.SubElement(paragraph, w("fldSimple"))
        field.set(w("instr"), " PAGE ")
        run_of(field, "2")
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


def _references(section: Any, name: str) -> dict[str, Any]:
    return {one.get(w("type")): one for one in section.findall(w(name))}


def _headers(parts: Parts) -> list[Any]:
    return [part for name, part in parts.items() if name.startswith("word/header") and name.endswith(".xml")]


def run_of(parent: Any, text: str) -> None:
    """A run with a text at the end of an element."""
    run = etree.SubElement(parent, w("r"))
    words = etree.SubElement(run, w("t"))
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


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
