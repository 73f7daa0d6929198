"""A reading as a DOCX of bare text, so that a PDF is compared by what compares DOCX files, with tables and moves."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from planforge.verify.anatomy import Level
from planforge.verify.outline import numbered_paragraphs
from planforge.verify.reading import Paragraph, Reading
from planforge.write.wordml import Element, text_run, w

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATED = "application/vnd.openxmlformats-package.relationships+xml"
# XML 1.0 has no place for these.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# One bullet of many fonts; a dash and a plus are typed.
_BULLET = re.compile("^[•·▪●○■□◦‣\uf0a7\uf0b7\uf0d8\uf0fc]\\s+")


def plain_docx(reading: Reading) -> bytes:
    """The text of a reading as a DOCX: its paragraphs in order, tables as tables, headings with their level.

    What DOCX and PDF tell differently of the same text is left out: empty paragraphs, breaks, columns without borders.
    """
    paragraphs = [one for one in reading.paragraphs if one.words]
    body = w("body", *_blocks(paragraphs, _levels(paragraphs)))
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(),
        "word/document.xml": w("document", body),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, element in parts.items():
            archive.writestr(zipfile.ZipInfo(name), etree.tostring(element, xml_declaration=True, encoding="UTF-8"))
    return buffer.getvalue()


def _levels(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """The outline level of every heading, by the number of its paragraph: 1 is the highest that there is."""
    titles = [one for one in numbered_paragraphs(paragraphs) if one.titled]
    used = {one.level for one in titles}
    ranks = [level for level in Level if level in used]
    return {one.paragraph.ordinal: ranks.index(one.level) + 1 for one in titles}


def _blocks(paragraphs: Sequence[Paragraph], levels: dict[int, int]) -> Iterator[Element]:
    last_is_table = False
    for table, members in groupby(paragraphs, _table_of):
        last_is_table = table is not None
        if table is None:
            yield from (_paragraph(one, levels.get(one.ordinal, 0)) for one in members)
        else:
            yield _table(list(members))
    if last_is_table:
        # Word wants a paragraph after a table at the end.
        yield w("p")


def _table_of(paragraph: Paragraph) -> int | None:
    cell = paragraph.cell
    return cell.table if cell is not None and cell.bordered else None


def _table(members: Sequence[Paragraph]) -> Element:
    rows = []
    width = 1
    for _, row in groupby(members, lambda one: one.cell.row if one.cell else 0):
        cells = [
            w("tc", *[_paragraph(one, 0) for one in cell])
            for _, cell in groupby(row, lambda one: one.cell.column if one.cell else 0)
        ]
        width = max(width, len(cells))
        rows.append(w("tr", *cells))
    borders = w("tblBorders", w("top", val="single", sz="4"))
    return w("tbl", w("tblPr", borders), w("tblGrid", *[w("gridCol", w="1000") for _ in range(width)]), *rows)


def _paragraph(paragraph: Paragraph, level: int) -> Element:
    text = f"{paragraph.auto_number} {paragraph.words}" if paragraph.auto_number else paragraph.words
    text = _BULLET.sub("• ", text)
    properties = [w("outlineLvl", val=str(level - 1))] if level else []
    return w("p", w("pPr", *properties), text_run(_NO_XML.sub("\ufffd", text)))


def _types() -> Element:
    types = etree.Element(f"{{{_TYPES}}}Types")
    for ending, kind in (("rels", _RELATED), ("xml", "application/xml")):
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName="/word/document.xml", ContentType=_WORD)
    return types


def _relations() -> Element:
    relations = etree.Element(f"{{{_RELATIONS}}}Relationships")
    related = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
    related.attrib.update({"Id": "a", "Type": _DOCUMENT, "Target": "word/document.xml"})
    return relations
