"""DOCX → Reading, of our files and of what Word or LibreOffice made of them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from planforge.errors import UserError
from planforge.verify.reading import Bookmark, Paragraph, Reading

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"
# Deleted and moved-away text is no longer in the document; a fallback repeats what stands beside it.
_SKIPPED = frozenset({f"{{{_W}}}del", f"{{{_W}}}moveFrom", f"{{{_W}}}pPr", f"{{{_W}}}rPr", _FALLBACK})
_MARKS = {f"{{{_W}}}tab": "\t", f"{{{_W}}}br": "\n", f"{{{_W}}}cr": "\n", f"{{{_W}}}noBreakHyphen": _NO_BREAK_HYPHEN}


def read_docx(path: Path) -> Reading:
    """Read the main text of a DOCX. Raises UserError `docx.unreadable` when it is not one."""
    try:
        with zipfile.ZipFile(path) as archive:
            document = archive.read("word/document.xml")
            sheet = archive.read("word/styles.xml") if "word/styles.xml" in archive.namelist() else b""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(document, parser)
        names = _style_names(etree.fromstring(sheet, parser)) if sheet else {}
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise UserError("docx.unreadable", path=str(path), detail=str(error)) from error
    body = root.find(_w("body"))
    return Reading(tuple(_paragraphs(body, names)) if body is not None else ())


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _style_names(sheet: etree._Element) -> dict[str, str]:
    """What Word shows for each style, by identifier: LibreOffice renames the identifiers."""
    names: dict[str, str] = {}
    for style in sheet.iter(_w("style")):
        name = style.find(_w("name"))
        if name is not None:
            names[style.get(_w("styleId"), "")] = name.get(_w("val"), "")
    return names


def _paragraphs(body: etree._Element, names: dict[str, str]) -> Iterator[Paragraph]:
    """Every paragraph in order; a bookmark that begins in one and ends in another covers a part of each."""
    open_names: dict[str, str] = {}
    for element in body.iter(_w("p"), _w("bookmarkStart"), _w("bookmarkEnd")):
        if element.tag == _w("p"):
            if next(element.iterancestors(_FALLBACK), None) is None:
                yield _read(element, names, open_names)
        elif next(element.iterancestors(_w("p")), None) is None:
            _note(element, open_names)


def _read(paragraph: etree._Element, names: dict[str, str], open_names: dict[str, str]) -> Paragraph:
    text = ""
    starts = dict.fromkeys(open_names, 0)
    found: list[Bookmark] = []
    for element in _content(paragraph):
        identifier = element.get(_w("id"), "")
        if element.tag == _w("t"):
            text += element.text or ""
        elif element.tag in _MARKS:
            text += _MARKS[element.tag]
        elif element.tag == _w("bookmarkStart"):
            starts[identifier] = len(text)
            _note(element, open_names)
        elif element.tag == _w("bookmarkEnd") and identifier in starts:
            found.append(Bookmark(open_names[identifier], starts.pop(identifier), len(text)))
            _note(element, open_names)
    found.extend(Bookmark(open_names[identifier], start, len(text)) for identifier, start in starts.items())
    style = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
    identifier = style.get(_w("val"), "") if style is not None else ""
    marks = tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, mark.name)))
    return Paragraph(text, names.get(identifier, identifier), marks)


def _content(element: etree._Element) -> Iterator[etree._Element]:
    """What a paragraph holds, without its properties and without paragraphs inside it (text boxes)."""
    for child in element:
        if child.tag in _SKIPPED or child.tag == _w("p"):
            continue
        yield child
        yield from _content(child)


def _note(element: etree._Element, open_names: dict[str, str]) -> None:
    identifier = element.get(_w("id"), "")
    if element.tag == _w("bookmarkStart"):
        open_names[identifier] = element.get(_w("name"), "")
    else:
        open_names.pop(identifier, None)
