"""Paper → DOCX: pandoc writes the body, the frame is put around it, and the reference document is the package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

from lxml import etree

from planforge.paper import Block, Inline, Paper, Role
from planforge.toolchain import run_pandoc
from planforge.write.columns import columns_table, keep_whole, keep_with_next
from planforge.write.frame import Frame, arrange
from planforge.write.inlines import anchored, for_pandoc
from planforge.write.package import CORE_PROPERTIES, DOCUMENT, core_properties, packed, serialised, unpacked
from planforge.write.reference import reference_document
from planforge.write.styles import Look, Style, heading_style, looks
from planforge.write.wordml import BookmarkNumbers, Element, end_paragraph, frame_paragraph, hidden, tag

_PANDOC_API = (1, 23, 1)


def write_docx(paper: Paper, *, reference_cache: Path) -> bytes:
    """The DOCX of a paper; the reference document is kept in the folder `reference_cache`.

    Raises ToolError as `run_pandoc` does, and `tool.cache_unwritable`.
    """
    styles = looks(paper.profile)
    reference = reference_document(paper.profile, reference_cache)
    arguments = ["--from=json", "--to=docx", f"--reference-doc={reference}", "--output=-"]
    written = unpacked(run_pandoc(arguments, pandoc_document(paper.body, styles)))
    parts = unpacked(reference.read_bytes())
    section = _section(parts[DOCUMENT])
    parts[DOCUMENT] = finished_document(written[DOCUMENT], section, arrange(paper, styles))
    parts[CORE_PROPERTIES] = core_properties(paper.title, paper.author, paper.moment)
    return packed(parts)


def pandoc_document(body: Iterable[Block], styles: dict[Style, Look]) -> bytes:
    """The body as pandoc's JSON: headings as headers, all else as paragraphs in the body's style."""
    blocks = [_pandoc_block(block, styles) for block in body]
    return json.dumps({"pandoc-api-version": _PANDOC_API, "meta": {}, "blocks": blocks}).encode("ascii")


def finished_document(document: bytes, section: Element, frame: Frame) -> bytes:
    """Pandoc's document part with hidden bookmarks, the frame around the body, and the reference's page set-up."""
    root = etree.fromstring(document)
    body = root.find(tag("body"))
    if body is None:
        raise ValueError("no body in the document part")
    paragraphs = [child for child in body if child.tag == tag("p")]
    numbers = BookmarkNumbers(_hide_bookmarks(paragraphs))
    for child in list(body):
        body.remove(child)
    if frame.kept_blocks and frame.closing.rows:
        keep_with_next(paragraphs[-frame.kept_blocks :])
        keep_whole(paragraphs[-frame.kept_blocks :])
    body.append(columns_table(frame.letterhead, numbers))
    body.extend(frame_paragraph(paragraph, numbers) for paragraph in frame.opening)
    body.extend(paragraphs)
    if frame.closing.rows:
        body.append(columns_table(frame.closing, numbers, splits=frame.closing_splits))
        body.append(end_paragraph())
    body.append(section)
    etree.cleanup_namespaces(root)
    return serialised(root)


def _pandoc_block(block: Block, styles: dict[Style, Look]) -> Inline:
    inlines = anchored(block.anchor, for_pandoc(block.inlines))
    if block.role is Role.HEADING:
        level = styles[heading_style(block.level)].outline
        return {"t": "Header", "c": [level, ["", [], []], inlines]}
    attributes = ["", [], [["custom-style", styles[Style.BODY].name]]]
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
    return deepcopy(section)
