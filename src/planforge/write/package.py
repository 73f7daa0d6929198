"""A DOCX as a zip of parts, with the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from planforge.stamp.stamp import CUSTOM_PROPERTIES
from planforge.write.characters import holdable

DOCUMENT = "word/document.xml"
CORE_PROPERTIES = "docProps/core.xml"
APPLICATION_PROPERTIES = "docProps/app.xml"
PACKAGE_RELATIONSHIPS = "_rels/.rels"
CONTENT_TYPES = "[Content_Types].xml"

_EARLIEST = (1980, 1, 1, 0, 0, 0)
# Word refuses a file whose core properties are longer.
_LONGEST_PROPERTY = 255
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# Fixed by the format for every property that is somebody's own, and the number of the first.
_OWN_PROPERTY, _FIRST_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", 2
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The package of some parts: the content types first, as the format advises, the others by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def serialised(root: etree._Element) -> bytes:
    """A part's XML with its declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def core_properties(title: str, author: str, moment: datetime) -> bytes:
    """The part that holds title, author, language, and the one time a file may know."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, value in (
        (f"{{{_DC}}}title", title),
        (f"{{{_DC}}}creator", author),
        (f"{{{_CORE}}}lastModifiedBy", author),
        (f"{{{_DC}}}language", "vi-VN"),
    ):
        etree.SubElement(root, name).text = holdable(value)[:_LONGEST_PROPERTY]
    for name in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        element.text = stamp
    return serialised(root)


def application_properties() -> bytes:
    """The part that names the program; no version of Word, and no number of pages that nobody has counted."""
    names: Any = {None: f"{_OFFICE}/extended-properties"}
    root = etree.Element(f"{{{_OFFICE}/extended-properties}}Properties", nsmap=names)
    etree.SubElement(root, f"{{{_OFFICE}/extended-properties}}Application").text = "planforge"
    return serialised(root)


def announce_custom_properties(parts: dict[str, bytes]) -> None:
    """Add to the lists of a package the part that `custom_properties` makes, before anything counts their bytes."""
    types = etree.fromstring(parts[CONTENT_TYPES])
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{CUSTOM_PROPERTIES}", ContentType=_CUSTOM_TYPE)
    parts[CONTENT_TYPES] = serialised(types)
    relationships = etree.fromstring(parts[PACKAGE_RELATIONSHIPS])
    etree.SubElement(
        relationships,
        f"{{{_RELATIONSHIPS}}}Relationship",
        Id="rIdPlanforge",
        Type=f"{_OFFICE}/relationships/custom-properties",
        Target=CUSTOM_PROPERTIES,
    )
    parts[PACKAGE_RELATIONSHIPS] = serialised(relationships)


def custom_properties(values: Mapping[str, str]) -> bytes:
    """The part that holds properties of our own."""
    space, types = f"{_OFFICE}/custom-properties", f"{_OFFICE}/docPropsVTypes"
    names: Any = {None: space, "vt": types}
    root = etree.Element(f"{{{space}}}Properties", nsmap=names)
    for number, (name, value) in enumerate(values.items(), _FIRST_PROPERTY):
        entry = etree.SubElement(root, f"{{{space}}}property", fmtid=_OWN_PROPERTY, pid=str(number), name=name)
        etree.SubElement(entry, f"{{{types}}}lpwstr").text = holdable(value)
    return serialised(root)
