"""The styles of a document, each with what it inherits; read when they are first used."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from planforge.verify.docx import limits
from planforge.verify.docx.limits import TooLargeError
from planforge.verify.docx.names import VAL, Element, points, w
from planforge.verify.docx.numbering import Numbering
from planforge.verify.docx.paragraph_properties import Border, read_border, read_paragraph_properties
from planforge.verify.docx.run_properties import Properties, read_run_properties
from planforge.verify.docx.theme import Theme

_EDGES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_SIDES = (("left", "left"), ("left", "start"), ("right", "right"), ("right", "end"))

Borders = Mapping[str, Border | None]


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a style and those it is based on state together, of paragraphs and of runs."""

    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A style of tables: of the whole table, and of its parts ("firstRow", "band1Horz"), in points."""

    whole: Inherited = field(default_factory=Inherited)
    parts: Mapping[str, Inherited] = field(default_factory=dict)
    borders: Borders = field(default_factory=dict)
    part_borders: Mapping[str, Borders] = field(default_factory=dict)
    margins: Mapping[str, float] = field(default_factory=dict)


class Styles:
    """Every style by its identifier, and what holds where no style says otherwise."""

    def __init__(self, root: Element | None, theme: Theme, numbering: Numbering) -> None:
        self._theme, self._numbering = theme, numbering
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, str] = {}
        self._read: dict[tuple[str, str], Inherited] = {}
        self._tables: dict[tuple[str, str], TableStyle] = {}
        self.defaults = Inherited()
        if root is not None:
            self._index(root)

    def _index(self, root: Element) -> None:
        for element in root.iterfind(w("style")):
            kind, name = element.get(w("type"), "paragraph"), element.get(w("styleId"), "")
            self._elements.setdefault((kind, name), element)
            if len(self._elements) > limits.STYLES:
                raise TooLargeError
            if element.get(w("default"), "0") not in {"0", "false", "off"}:
                self._defaults.setdefault(kind, name)
        found = root.find(w("docDefaults"))
        if found is not None:
            self.defaults = Inherited(
                read_paragraph_properties(found.find(f"{w('pPrDefault')}/{w('pPr')}")),
                read_run_properties(found.find(f"{w('rPrDefault')}/{w('rPr')}"), self._theme),
            )

    def known(self, kind: str, name: str | None) -> str:
        """The identifier of the style that a paragraph, run or table really has: the default where its own is none."""
        if name is not None and (kind, name) in self._elements:
            return name
        return self._defaults.get(kind, "")

    def shown_name(self, name: str | None) -> str:
        """What Word calls the style of a paragraph: other programs rename the identifiers."""
        identifier = self.known("paragraph", name)
        element = self._elements.get(("paragraph", identifier))
        title = element.find(w("name")) if element is not None else None
        return title.get(VAL, identifier) if title is not None else identifier

    def paragraph(self, name: str) -> Inherited:
        """A style of paragraphs; the list that a style belongs to indents it unless it does so itself."""
        return self._inherited("paragraph", name)

    def character(self, name: str) -> Properties:
        """A style of runs."""
        return self._inherited("character", name).run

    def _inherited(self, kind: str, name: str) -> Inherited:
        found = self._read.get((kind, name))
        if found is None:
            found = Inherited()
            for identifier, element in self._chain(kind, name, self._read):
                known = self._read.get((kind, identifier))
                found = self._read[kind, identifier] = known or self._based(found, identifier, element)
        return found

    def _based(self, base: Inherited, name: str, element: Element) -> Inherited:
        """A style with what it is based on."""
        paragraph = read_paragraph_properties(element.find(w("pPr")))
        lent: Properties = {}
        if "number_list" in paragraph:
            paragraph.setdefault("number_level", self._numbering.level_of(paragraph["number_list"], name))
            lent = self._numbering.properties(paragraph["number_list"], paragraph["number_level"])
        run = read_run_properties(element.find(w("rPr")), self._theme)
        return Inherited({**base.paragraph, **lent, **paragraph}, {**base.run, **run})

    def _chain(self, kind: str, name: str, known: Container[tuple[str, str]]) -> list[tuple[str, Element]]:
        """The style and those it is based on, from the farthest that is not yet known; a circle ends where it closes.

        One that is known is the first.
        """
        chain: dict[str, Element] = {}
        while name not in chain:
            element = self._elements.get((kind, name))
            if element is None:
                break
            chain[name] = element
            if (kind, name) in known:
                break
            base = element.find(w("basedOn"))
            name = base.get(VAL, "") if base is not None else ""
        return list(reversed(chain.items()))

    def table(self, name: str) -> TableStyle:
        """A style of tables."""
        found = self._tables.get(("table", name))
        if found is None:
            found = TableStyle()
            for identifier, element in self._chain("table", name, self._tables):
                known = self._tables.get(("table", identifier))
                found = self._tables["table", identifier] = known or self._based_table(found, element)
        return found

    def _based_table(self, base: TableStyle, element: Element) -> TableStyle:
        parts, part_borders = dict(base.parts), dict(base.part_borders)
        for part in element.iterfind(w("tblStylePr")):
            kind = part.get(w("type"), "")
            parts[kind] = self._added(parts.get(kind, Inherited()), part)
            part_borders[kind] = {**part_borders.get(kind, {}), **dict(_borders_of_part(part))}
        properties = element.find(w("tblPr"))
        own = properties.find(w("tblBorders")) if properties is not None else None
        margins = properties.find(w("tblCellMar")) if properties is not None else None
        return TableStyle(
            self._added(base.whole, element),
            parts,
            {**base.borders, **read_borders(own)},
            part_borders,
            {**base.margins, **read_margins(margins)},
        )

    def _added(self, base: Inherited, element: Element) -> Inherited:
        paragraph = read_paragraph_properties(element.find(w("pPr")))
        run = read_run_properties(element.find(w("rPr")), self._theme)
        return Inherited({**base.paragraph, **paragraph}, {**base.run, **run})


def _borders_of_part(part: Element) -> Iterator[tuple[str, Border | None]]:
    for path in (f"{w('tblPr')}/{w('tblBorders')}", f"{w('tcPr')}/{w('tcBorders')}"):
        yield from read_borders(part.find(path)).items()


def read_borders(element: Element | None) -> dict[str, Border | None]:
    """The stated edges of a table or cell; None for one that is switched off."""
    found: dict[str, Border | None] = {}
    for child in element if element is not None else ():
        name = child.tag.rpartition("}")[2]
        if name in _EDGES:
            found[name] = read_border(child)
    return found


def read_margins(element: Element | None) -> dict[str, float]:
    """The stated margins of cells at their sides, in points."""
    found: dict[str, float] = {}
    for side, name in _SIDES if element is not None else ():
        child = element.find(w(name)) if element is not None else None
        length = points(child.get(w("w"))) if child is not None else None
        if length is not None:
            found[side] = length
    return found


def language_of(styles: Styles) -> str | None:
    """The language of text that says nothing of its own."""
    run = styles.paragraph(styles.known("paragraph", None)).run
    found = run.get("language") or styles.defaults.run.get("language")
    return str(found) if found else None
