"""Paper → DOCX: pandoc writes the paragraphs, the rest is put around them, the reference document is the package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import etree

from planforge.paper import Inline, Paper
from planforge.stamp.stamp import CUSTOM_PROPERTIES, PROPERTY, Stamp, docx_content
from planforge.toolchain import run_pandoc
from planforge.write.inlines import anchored, for_pandoc
from planforge.write.package import (
    APPLICATION_PROPERTIES,
    CORE_PROPERTIES,
    DOCUMENT,
    announce_custom_properties,
    application_properties,
    core_properties,
    custom_properties,
    packed,
    serialised,
    unpacked,
)
from planforge.write.paragraphs import BodyParagraph
from planforge.write.reference import reference_document
from planforge.write.sections import Section, arrange_sections, paragraphs_of
from planforge.write.styles import Look, Style, heading_style, looks
from planforge.write.word_picture import Pictures
from planforge.write.word_section import SectionWriter, end_section, section_properties
from planforge.write.wordml import BookmarkNumbers, Element, hidden, tag

_PANDOC_API = (1, 23, 1)


def write_docx(paper: Paper, *, reference_cache: Path, stamp: Stamp | None = None) -> bytes:
    """The DOCX of a paper; the reference document is kept in the folder `reference_cache`.

    The stamp is no part of the paper: papers of two revisions are compared.
    Raises ToolError as `run_pandoc` does, and `tool.cache_unwritable`.
    """
    styles = looks(paper.profile)
    reference = reference_document(paper.profile, reference_cache)
    arguments = ["--from=json", "--to=docx", f"--reference-doc={reference}", "--output=-"]
    sections = arrange_sections(paper, styles)
    written = unpacked(run_pandoc(arguments, pandoc_document(paragraphs_of(sections), styles)))
    parts = unpacked(reference.read_bytes())
    properties = _section(parts[DOCUMENT])
    parts[DOCUMENT], pictures = finished_document(written[DOCUMENT], properties, sections, styles)
    parts[CORE_PROPERTIES] = core_properties(paper.title, paper.author, paper.moment)
    parts[APPLICATION_PROPERTIES] = application_properties()
    pictures.add_parts(parts)
    if stamp:
        _add_stamp(parts, stamp)
    return packed(parts)


def _add_stamp(parts: dict[str, bytes], stamp: Stamp) -> None:
    announce_custom_properties(parts)
    said = {**stamp.entries(), "content": docx_content(parts, stamp)}
    parts[CUSTOM_PROPERTIES] = custom_properties({f"{PROPERTY}{name}": value for name, value in said.items()})


def pandoc_document(paragraphs: Iterable[BodyParagraph], styles: dict[Style, Look]) -> bytes:
    """The paragraphs as pandoc's JSON: headings as headers, all else in a style of its own."""
    blocks = [_pandoc_block(paragraph, styles) for paragraph in paragraphs]
    return json.dumps({"pandoc-api-version": _PANDOC_API, "meta": {}, "blocks": blocks}).encode("ascii")


def finished_document(
    document: bytes, properties: Element, sections: Sequence[Section], styles: dict[Style, Look]
) -> tuple[bytes, Pictures]:
    """Pandoc's document part with hidden bookmarks, its paragraphs at their places, and the pictures it refers to."""
    root = etree.fromstring(document)
    body = root.find(tag("body"))
    if body is None:
        raise ValueError("no body in the document part")
    paragraphs = [child for child in body if child.tag == tag("p")]
    numbers = BookmarkNumbers(_hide_bookmarks(paragraphs))
    for child in list(body):
        body.remove(child)
    if len(paragraphs) != len(paragraphs_of(sections)):
        raise ValueError("not all paragraphs are in the document part")
    writer = SectionWriter(iter(paragraphs), numbers, styles)
    last = len(sections) - 1
    for number, section in enumerate(sections):
        body.extend(writer.elements(section))
        finished = section_properties(properties, section.sheet, first=number == 0)
        if number < last:
            end_section(body[-1], finished)
        else:
            body.append(finished)
    etree.cleanup_namespaces(root)
    return serialised(root), writer.pictures


def _pandoc_block(paragraph: BodyParagraph, styles: dict[Style, Look]) -> Inline:
    inlines = anchored(paragraph.anchor, for_pandoc(paragraph.inlines))
    if paragraph.level and paragraph.style is heading_style(paragraph.level):
        return {"t": "Header", "c": [paragraph.level, ["", [], []], inlines]}
    attributes = ["", [], [["custom-style", styles[paragraph.style].name]]]
    return {"t": "Div", "c": [attributes, [{"t": "Para", "c": inlines}]]}


def _hide_bookmarks(paragraphs: Iterable[Element]) -> int:
    """Give the bookmarks pandoc wrote for anchors their hidden names; returns the highest bookmark number."""
    highest = 0
    for paragraph in paragraphs:
        for start in paragraph.iter(tag("bookmarkStart")):
            highest = max(highest, int(start.get(tag("id"), "0")))
            start.set(tag("name"), hidden(start.get(tag("name"), "")))
    return highest


def _section(reference_document_part: bytes) -> Element:
    """The page set-up of the reference document, with its headers."""
    section = etree.fromstring(reference_document_part).find(f"{tag('body')}/{tag('sectPr')}")
    if section is None:
        raise ValueError("no section in the reference document")
    return section
