"""Reads paragraphs: runs joined, fields as wholes, provenance as anchors, marks by the place where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from planforge.redline.keys import Keys
from planforge.redline.looks import Look, Looks
from planforge.redline.paragraph import (
    BOOKMARK_END_KEY,
    BOOKMARK_KEY,
    OBJECT,
    Kind,
    Paragraph,
    Point,
    Shape,
    Span,
    Unit,
    Wrapper,
)
from planforge.verify.docx.names import VAL, WP, Element, w
from planforge.verify.docx.numbering import sign

PROVENANCE = "_pf"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BLANKS = " \t\r\n"
_P_PR, _R, _R_PR, _T, _SECTION = w("pPr"), w("r"), w("rPr"), w("t"), w("sectPr")
_STYLE, _CONTENT, _FIELD, _FIELD_KIND = w("pStyle"), w("sdtContent"), w("fldChar"), w("fldCharType")
_BOOKMARK, _BOOKMARK_END, _ID, _NAME = w("bookmarkStart"), w("bookmarkEnd"), w("id"), w("name")
_WRAPPERS = frozenset(map(w, ("hyperlink", "smartTag", "customXml", "sdt", "fldSimple", "dir", "bdo")))
# What belongs to the shell of an element around runs, and not to its content.
_OF_SHELL = frozenset(map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")))
_POINTS = frozenset(map(w, ("commentRangeStart", "commentRangeEnd", "permStart", "permEnd")))
_NOTHING = frozenset(map(w, ("proofErr", "lastRenderedPageBreak")))
_NOT_SHAPE = frozenset(map(w, ("rPr", "sectPr", "pPrChange")))
_NOT_SECTION = frozenset(map(w, ("headerReference", "footerReference", "sectPrChange")))
_SHOWN = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("ptab"): "\t"} | {
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_SILENT = frozenset(map(w, ("instrText", "fldChar", "annotationRef", "footnoteRef", "endnoteRef", "separator")))
_NOTES = frozenset(map(w, ("footnoteReference", "endnoteReference")))
_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


@dataclass(slots=True)
class ParagraphReader:
    """Reads the paragraphs of one part in order: a bookmark may go on from one to the next.

    `wanted` are the names of bookmarks to which something refers, `ordinals` the numbers of the paragraphs.
    """

    part: str
    keys: Keys
    looks: Looks
    ordinals: Mapping[Element, int]
    wanted: frozenset[str] = frozenset()
    _open: dict[str, str] = field(default_factory=dict)
    _wanted_open: dict[str, str] = field(default_factory=dict)
    _anchors: tuple[str, ...] = ()

    def bookmark(self, element: Element) -> str:
        """Take note of an end of a bookmark; its key where something refers to the bookmark, else nothing."""
        number = element.get(_ID, "")
        if element.tag == _BOOKMARK:
            name = element.get(_NAME, "")
            if name.startswith(PROVENANCE):
                self._open[number] = name[1:]
            elif name in self.wanted:
                self._wanted_open[number] = name
                return f"{BOOKMARK_KEY}{name}"
            else:
                return ""
        elif number in self._wanted_open:
            return f"{BOOKMARK_END_KEY}{self._wanted_open.pop(number)}"
        elif self._open.pop(number, None) is None:
            return ""
        self._anchors = tuple(self._open.values())
        return ""

    def read(self, element: Element) -> Paragraph:
        """A paragraph with everything in it."""
        shape = self._shape(element.find(_P_PR))
        draft = _Draft(self, shape.style, around=self._anchors)
        draft.add_all(element, ())
        draft.end_field()
        text = "".join(draft.texts)
        return Paragraph(
            element,
            self.part,
            self.ordinals.get(element, 0),
            shape,
            text,
            draft.spans,
            draft.points,
            draft.anchors(),
            draft.content(text),
        )

    @property
    def anchors(self) -> tuple[str, ...]:
        """The provenance that is open here, the outermost first."""
        return self._anchors

    def _shape(self, properties: Element | None) -> Shape:
        if properties is None:
            return Shape(None, "", "", "", "")
        style, keys = properties.find(_STYLE), self.keys
        section = properties.find(_SECTION)
        return Shape(
            properties,
            keys.of(properties, _NOT_SHAPE),
            keys.of(properties.find(_R_PR)),
            section_key(section, keys),
            style.get(VAL, "") if style is not None else "",
        )


@dataclass(slots=True)
class _Draft:
    """A paragraph while it is read."""

    reader: ParagraphReader
    style: str
    around: tuple[str, ...]
    texts: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    length: int = 0
    _field: list[tuple[Unit, tuple[Wrapper, ...]]] = field(default_factory=list)
    _depth: int = 0

    def add_all(self, parent: Element, wrappers: tuple[Wrapper, ...]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, wrappers)
            elif tag in {_BOOKMARK, _BOOKMARK_END}:
                self._bookmark(child, wrappers)
            elif tag in _POINTS:
                self._point(child, wrappers)
            elif tag in _WRAPPERS:
                self.end_field()
                inner = child.find(_CONTENT) if tag == w("sdt") else child
                if inner is not None:
                    self.add_all(inner, (*wrappers, self._wrapper(child)))
            elif tag != _P_PR and tag not in _NOTHING and tag not in _OF_SHELL and isinstance(tag, str):
                self.end_field()
                plain = self.reader.looks.look(self.style, None, self.reader.keys)
                self._object(child, plain, wrappers, Kind.BESIDE)

    def _wrapper(self, element: Element) -> Wrapper:
        shell = shell_of(element)
        return Wrapper(shell, self.reader.keys.of(shell))

    def _bookmark(self, element: Element, wrappers: tuple[Wrapper, ...]) -> None:
        key = self.reader.bookmark(element)
        if key and not self._depth:
            plain = self.reader.looks.look(self.style, None, self.reader.keys)
            self._add(Span(0, 0, plain, self.reader.anchors, wrappers, Kind.BESIDE, element, (), key))
        else:
            self._point(element, wrappers)

    def _point(self, element: Element, wrappers: tuple[Wrapper, ...]) -> None:
        # Inside a field, which is one character, there is no place for it: it stands before.
        self.points.append(Point(self.length, wrappers, element))

    def _run(self, run: Element, wrappers: tuple[Wrapper, ...]) -> None:
        reader = self.reader
        properties = run.find(_R_PR)
        look = reader.looks.look(self.style, properties, reader.keys)
        for child in run:
            tag = child.tag
            if tag == _R_PR or tag in _NOTHING or not isinstance(tag, str):
                continue
            if self._depth or tag == _FIELD:
                self._in_field(child, look, wrappers)
            elif tag == _T:
                self._text(child, look, wrappers)
            elif tag == w("commentReference"):
                bare = empty_copy(run)
                bare.extend([_copy(one) for one in (properties, child) if one is not None])
                self._point(bare, wrappers)
            else:
                self._object(child, look, wrappers, Kind.CHILD)

    def _text(self, element: Element, look: Look, wrappers: tuple[Wrapper, ...]) -> None:
        text = element.text or ""
        if element.get(_XML_SPACE) != "preserve":
            text = text.strip(_BLANKS)
        if not text:
            return
        anchors, spans = self.reader.anchors, self.spans
        self.texts.append(text)
        start, self.length = self.length, self.length + len(text)
        if spans:
            last = spans[-1]
            joined = last.kind is Kind.TEXT and last.look is look and last.wrappers == wrappers
            if joined and last.anchors == anchors:
                last.end = self.length
                return
        spans.append(Span(start, self.length, look, anchors, wrappers))

    def _object(self, element: Element, look: Look, wrappers: tuple[Wrapper, ...], kind: Kind) -> None:
        tag = str(element.tag)
        shown = _SHOWN.get(tag)
        opaque = shown is None and tag not in _SILENT
        if shown is None:
            shown = "" if tag in _SILENT else description(element)
        key = f"<{tag}>" if tag in _NOTES else self.reader.keys.of(element)
        self._add(Span(0, 0, look, self.reader.anchors, wrappers, kind, element, (), key, shown, opaque))

    def _add(self, span: Span) -> None:
        span.start, self.length = self.length, self.length + 1
        span.end = self.length
        self.texts.append(OBJECT)
        self.spans.append(span)

    # -- fields --------------------------------------------------------------------------------------------------

    def _in_field(self, child: Element, look: Look, wrappers: tuple[Wrapper, ...]) -> None:
        kind = child.get(_FIELD_KIND) if child.tag == _FIELD else None
        if not self._depth and kind != "begin":
            # The rest of a field that began in another paragraph.
            self._object(child, look, wrappers, Kind.CHILD)
            return
        self._field.append((Unit(look, child), wrappers))
        self._depth += (kind == "begin") - (kind == "end")
        if self._depth == 0:
            units, self._field = tuple(unit for unit, _ in self._field), []
            plain = self.reader.looks.look(self.style, None, self.reader.keys)
            key = "".join([f"{unit.look.key}\x00{self.reader.keys.of(unit.element)}" for unit in units])
            span = Span(0, 0, plain, self.reader.anchors, wrappers, Kind.FIELD, None, units, key, _result(units))
            self._add(span)

    def end_field(self) -> None:
        """Let the elements of a field that is not whole here stand one by one."""
        waiting, self._field, self._depth = self._field, [], 0
        for unit, wrappers in waiting:
            if unit.element.tag == _T:
                self._text(unit.element, unit.look, wrappers)
            else:
                self._object(unit.element, unit.look, wrappers, Kind.CHILD)

    # -- what the whole says -------------------------------------------------------------------------------------

    def anchors(self) -> tuple[str, ...]:
        """The provenance around everything in it."""
        if not self.spans:
            return self.around or self.reader.anchors
        return tuple(name for name in self.spans[0].anchors if all(name in span.anchors for span in self.spans[1:]))

    def content(self, text: str) -> str:
        """Everything in it but its provenance, as a text."""
        made: list[str] = []
        last: Span | None = None
        for span in self.spans:
            if span.kind is Kind.TEXT:
                if not (
                    last is not None
                    and last.kind is Kind.TEXT
                    and last.look.key == span.look.key
                    and last.wrappers == span.wrappers
                ):
                    made.append(f"\x01{span.look.key}\x02{_around(span)}\x03")
                made.append(text[span.start : span.end])
            else:
                made.append(f"\x04{span.look.key}\x02{_around(span)}\x03{span.key}")
            last = span
        return "".join(made)


def _around(span: Span) -> str:
    return "".join([wrapper.key for wrapper in span.wrappers])


def section_key(section: Element | None, keys: Keys) -> str:
    """What a section says of its pages, empty where none ends; its headers and footers are texts of their own."""
    return "" if section is None else f"section {keys.of(section, _NOT_SECTION)}"


def shell_of(element: Element) -> Element:
    """An element around others without them: its name, attributes and properties."""
    shell = empty_copy(element)
    for child in element:
        if child.tag in _OF_SHELL:
            shell.append(_copy(child))
        elif child.tag == _CONTENT:
            shell.append(empty_copy(child))
    return shell


def empty_copy(element: Element) -> Element:
    """An element of the same name with the same attributes and nothing in it."""
    names: dict[Any, str] = dict(element.nsmap)
    made = etree.Element(element.tag, nsmap=names)
    for name, value in element.attrib.items():
        made.set(name, value)
    return made


def _copy(element: Element) -> Element:
    made = deepcopy(element)
    made.tail = None
    return made


def description(element: Element) -> str:
    """What people may call a picture, formula or other object: its description, its text, or its kind."""
    if element.tag == w("sym"):
        try:
            return sign(chr(int(element.get(w("char"), ""), 16)))
        except (ValueError, OverflowError):
            return ""
    if element.tag in _NOTES:
        return "[*]"
    for about in element.iter(f"{{{WP}}}docPr"):
        said = about.get("descr") or about.get("title") or about.get("name")
        if said:
            return " ".join(said.split())
    texts = [one.text or "" for one in element.iter(_T, f"{_MATH}t")]
    joined = " ".join(" ".join(texts).split()) if element.tag != f"{_MATH}oMath" else "".join(texts)
    return joined or f"[{str(element.tag).rpartition('}')[2]}]"


def _result(units: tuple[Unit, ...]) -> str:
    """What a field shows: its last result, a number where it has none and counts pages."""
    shown, depth, instruction = [], [False], ""
    for unit in units:
        element = unit.element
        if element.tag == _FIELD:
            kind = element.get(_FIELD_KIND)
            if kind == "begin":
                depth.append(False)
            elif kind == "separate":
                depth[-1] = True
            elif len(depth) > 1:
                depth.pop()
        elif element.tag == w("instrText") and not depth[-1]:
            instruction += element.text or ""
        elif all(depth[1:]):
            shown.append((element.text or "") if element.tag == _T else _SHOWN.get(str(element.tag), ""))
    return "".join(shown) or ("1" if instruction.strip().upper().startswith(_NUMBERS) else "")
