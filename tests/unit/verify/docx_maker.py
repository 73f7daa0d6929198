"""Hand-made DOCX files: a body and whatever other parts a test needs."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from planforge.verify.docx import read_docx
from planforge.verify.reading import Paragraph, Reading
from planforge.write.wordml import XML, Element, w

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
R = KINDS


def run(text: str, *properties: Element) -> Element:
    """A run with properties of its own."""
    shown = w("t")
    shown.text = text
    shown.set(f"{{{XML}}}space", "preserve")
    return w("r", w("rPr", *properties), shown) if properties else w("r", shown)


def paragraph(text: str, *properties: Element) -> Element:
    """A paragraph with properties of its own."""
    return w("p", w("pPr", *properties), *([run(text)] if text else []))


def style(name: str, *content: Element, kind: str = "paragraph", based_on: str = "", default: bool = False) -> Element:
    """A style whose identifier is its name."""
    element = w("style", w("name", val=name), type=kind, styleId=name)
    if based_on:
        element.append(w("basedOn", val=based_on))
    if default:
        element.set(f"{{{w('style').nsmap['w']}}}default", "1")
    element.extend(content)
    return element


def reference(kind: str, page: str, name: str) -> Element:
    """A section's header or footer, by the name of its part."""
    element = w(f"{kind}Reference", type=page)
    element.set(f"{{{R}}}id", name)
    return element


def packed(*body: Element, parts: Mapping[str, Element] | None = None) -> dict[str, bytes]:
    """The parts of a whole package; those of `parts` ("styles", "header1") lie beside the document and belong to it."""
    others = parts or {}
    main = etree.Element(f"{{{RELATIONS}}}Relationships")
    for name in others:
        kind = name.rstrip("0123456789")
        related = etree.SubElement(main, f"{{{RELATIONS}}}Relationship")
        related.attrib.update({"Id": name, "Type": f"{KINDS}/{kind}", "Target": f"{name}.xml"})
    root = etree.Element(f"{{{RELATIONS}}}Relationships")
    document = etree.SubElement(root, f"{{{RELATIONS}}}Relationship")
    document.attrib.update({"Id": "a", "Type": f"{KINDS}/officeDocument", "Target": "word/document.xml"})
    types = etree.Element(f"{{{TYPES}}}Types")
    etree.SubElement(types, f"{{{TYPES}}}Override", PartName="/word/document.xml", ContentType=WORD)
    elements = {
        "[Content_Types].xml": types,
        "_rels/.rels": root,
        "word/_rels/document.xml.rels": main,
        "word/document.xml": w("document", w("body", *body)),
        **{f"word/{name}.xml": element for name, element in others.items()},
    }
    return {name: etree.tostring(element) for name, element in elements.items()}


def written(path: Path, parts: Mapping[str, bytes]) -> Path:
    """A file of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def reading_of(folder: Path, *body: Element, **parts: Element) -> Reading:
    """What is read of a file with this body and these parts."""
    return read_docx(written(folder / "made.docx", packed(*body, parts=parts)))


def first_of(folder: Path, *body: Element, **parts: Element) -> Paragraph:
    """The first paragraph of such a file."""
    return reading_of(folder, *body, **parts).paragraphs[0]
