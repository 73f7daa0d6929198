"""Paper → DOCX: pandoc writes the body, the frame is put around it, and the reference document is the package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from copy import deepcopy
from pathlib import Path

from lxml import etree

from planforge.paper import Inline, Paper
from planforge.toolchain import run_pandoc
from planforge.write.body import BodyParagraph, arrange_body
from planforge.write.columns import columns_table, keep_whole, keep_with_next, paragraph_properties
from planforge.write.frame import TEXT_WIDTH_PT, Frame, arrange_frame
from planforge.write.inlines import anchored, for_pandoc
from planforge.write.package import CORE_PROPERTIES, DOCUMENT, core_properties, packed, serialised, unpacked
from planforge.write.reference import reference_document
from planforge.write.styles import FIRST_LINE_PT, Look, Style, looks
from planforge.write.wordml import BookmarkNumbers, Element, end_paragraph, frame_paragraph, hidden, tag, twips, w

_PANDOC_API = (1, 23, 1)


def write_docx(paper: Paper, *, reference_cache: Path) -> bytes:
    """The DOCX of a paper; the reference document is kept in the folder `reference_cache`.

    Raises ToolError as `run_pandoc` does, and `tool.cache_unwritable`.
    """
    styles = looks(paper.profile)
    reference = reference_document(paper.profile, reference_cache)
    arguments = ["--from=json", "--to=docx", f"--reference-doc={reference}", "--output=-"]
    body = arrange_body(paper.body, styles, TEXT_WIDTH_PT)
    written = unpacked(run_pandoc(arguments, pandoc_document(body, styles)))
    parts = unpacked(reference.read_bytes())
    section = _section(parts[DOCUMENT])
    parts[DOCUMENT] = finished_document(written[DOCUMENT], section, body, arrange_frame(paper, body, styles))
    parts[CORE_PROPERTIES] = core_properties(paper.title, paper.author, paper.moment)
    return packed(parts)


def pandoc_document(body: Iterable[BodyParagraph], styles: dict[Style, Look]) -> bytes:
    """The body as pandoc's JSON: headings as headers, all else as paragraphs in the body's style."""
    blocks = [_pandoc_block(paragraph, styles) for paragraph in body]
    return json.dumps({"pandoc-api-version": _PANDOC_API, "meta": {}, "blocks": blocks}).encode("ascii")


def finished_document(document: bytes, section: Element, arranged: Sequence[BodyParagraph], frame: Frame) -> bytes:
    """Pandoc's document part with hidden bookmarks, the frame around the body, and the reference's page set-up."""
    root = etree.fromstring(document)
    body = root.find(tag("body"))
    if body is None:
        raise ValueError("no body in the document part")
    paragraphs = [child for child in body if child.tag == tag("p")]
    numbers = BookmarkNumbers(_hide_bookmarks(paragraphs))
    for child in list(body):
        body.remove(child)
    if frame.kept_paragraphs and frame.closing.rows:
        keep_with_next(paragraphs[-frame.kept_paragraphs :])
        keep_whole(paragraphs[-frame.kept_paragraphs :])
    for paragraph, source in zip(paragraphs, arranged, strict=True):
        if source.right:
            _indent(paragraph, source.right, FIRST_LINE_PT)
    body.append(columns_table(frame.letterhead, numbers))
    body.extend(frame_paragraph(paragraph, numbers) for paragraph in frame.opening)
    body.extend(paragraphs)
    if frame.closing.rows:
        body.append(columns_table(frame.closing, numbers, frame.closing_kept))
        body.append(end_paragraph())
    body.append(section)
    etree.cleanup_namespaces(root)
    return serialised(root)


def _pandoc_block(paragraph: BodyParagraph, styles: dict[Style, Look]) -> Inline:
    inlines = anchored(paragraph.anchor, for_pandoc(paragraph.inlines))
    if paragraph.level:
        return {"t": "Header", "c": [paragraph.level, ["", [], []], inlines]}
    attributes = ["", [], [["custom-style", styles[paragraph.style].name]]]
    return {"t": "Div", "c": [attributes, [{"t": "Para", "c": inlines}]]}


def _indent(paragraph: Element, right: float, first_line: float) -> None:
    """Give a paragraph a right indent; its first line is repeated, since not all programs merge indents."""
    paragraph_properties(paragraph).append(w("ind", right=twips(right), firstLine=twips(first_line)))


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
