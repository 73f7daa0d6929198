"""The paragraphs of a text in reading order: body, header, footer, notes, cells of tables, boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from planforge.verify.docx import limits
from planforge.verify.docx.draft import Draft, Ground, Place
from planforge.verify.docx.drawings import ALTERNATIVES, Room, TextBox, chosen
from planforge.verify.docx.inlines import InlineReader
from planforge.verify.docx.limits import TooLargeError
from planforge.verify.docx.names import Element, w
from planforge.verify.docx.numbering import Numbering
from planforge.verify.docx.paragraph_properties import read_paragraph_properties
from planforge.verify.docx.sections import Section
from planforge.verify.docx.styles import Inherited, Styles
from planforge.verify.docx.tables import read_cells
from planforge.verify.docx.theme import Theme
from planforge.verify.reading import Where

_PROPERTIES, _MARK, _SECTION = w("pPr"), w("rPr"), w("sectPr")
_CONTAINERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")


class BlockReader:
    """Collects the drafts of one text after the other; `drafts` are those read so far, `flows` their columns."""

    def __init__(
        self, styles: Styles, theme: Theme, numbering: Numbering, sections: tuple[Section, ...], inlines: InlineReader
    ) -> None:
        self.drafts: list[Draft] = []
        self.flows: list[list[Draft | None]] = []
        self._styles, self._theme, self._numbering = styles, theme, numbering
        self._sections, self._inlines = sections, inlines
        self._grounds: dict[tuple[int, str], Ground] = {}
        self._tables, self._count = 0, 0
        self._section = 0
        self._breaks_page = False
        self._carried: list[Element] = []
        self._handlers: dict[str, Callable[[Element, Place], None]] = {
            w("p"): self._paragraph,
            w("tbl"): self._table,
            w("bookmarkStart"): self._bookmark,
            w("bookmarkEnd"): self._bookmark,
            w("altChunk"): self._embedded,
            w("subDoc"): self._embedded,
            ALTERNATIVES: self._alternatives,
            **{w(name): self._blocks for name in _CONTAINERS},
        }

    def read(self, parent: Element, where: Where, section: int = 0) -> list[Draft]:
        """The paragraphs of a text, those of its tables and boxes included."""
        self.drafts, self._section, self._breaks_page, self._carried = [], section, False, []
        self._blocks(parent, Place(where, section, self._new_flow()))
        return self.drafts

    def _new_flow(self) -> list[Draft | None]:
        flow: list[Draft | None] = []
        self.flows.append(flow)
        return flow

    def _blocks(self, parent: Element, place: Place) -> None:
        for child in parent:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child, place)

    def _paragraph(self, element: Element, place: Place) -> None:
        properties = element.find(_PROPERTIES)
        direct = read_paragraph_properties(properties)
        mark = properties.find(_MARK) if properties is not None else None
        if mark is not None and mark.find(w("del")) is not None:
            # Without its mark, the paragraph goes on in the next one.
            self._carried.append(element)
            return
        self._count += 1
        if self._count > limits.PARAGRAPHS:
            raise TooLargeError
        if place.section != self._section:
            place = replace(place, section=self._section)
        ground = self._ground(place.lent, self._styles.known("paragraph", direct.pop("style", None)))
        draft = Draft(ground, place, direct=direct, begins_page=self._breaks_page)
        self._fill(draft, [*self._carried, element])
        if mark is not None and not draft.pieces:
            draft.mark = ground.look(mark)
        counted = ground.list_of(direct)
        if counted is not None:
            draft.auto_number = self._numbering.shown(*counted)
        draft.settle()
        if properties is not None and properties.find(_SECTION) is not None:
            self._section = min(self._section + 1, len(self._sections) - 1)

    def _fill(self, draft: Draft, elements: list[Element]) -> None:
        place, section = draft.place, self._sections[draft.place.section]
        in_cell = place.cell is not None or place.where is Where.BOX
        self._inlines.room = Room(
            self.width(draft), None if in_cell else section.left, None if in_cell else section.width
        )
        self._inlines.boxes = []
        self._inlines.read(elements, draft)
        self._carried = []
        self._breaks_page = draft.breaks_page
        place.flow.append(draft)
        self.drafts.append(draft)
        boxes, self._inlines.boxes = self._inlines.boxes, []
        for box in boxes:
            draft.has_object = True
            self._box(box, place)

    def _box(self, box: TextBox, place: Place) -> None:
        where = Where.BOX if place.where is Where.BODY else place.where
        with self._inlines.apart():
            self._blocks(box.content, Place(where, place.section, self._new_flow(), box.width))

    def width(self, draft: Draft) -> float | None:
        """The room for text where a paragraph stands."""
        place = draft.place
        if place.cell is not None or place.where is Where.BOX:
            return place.width
        return place.width or self._sections[place.section].text_width

    def _ground(self, lent: Inherited, style: str) -> Ground:
        key = (id(lent), style)
        found = self._grounds.get(key)
        if found is None:
            found = self._grounds[key] = Ground(self._styles, self._theme, self._numbering, lent, style)
        return found

    def _table(self, element: Element, place: Place) -> None:
        number, self._tables = self._tables, self._tables + 1
        depth = place.cell.depth + 1 if place.cell else 1
        for cell in read_cells(element, self._styles, number, depth):
            inner = Place(place.where, self._section, self._new_flow(), cell.width, cell.cell, cell.style)
            self._blocks(cell.element, inner)
        place.flow.append(None)

    def _bookmark(self, element: Element, _: Place) -> None:
        self._inlines.bookmark(element)

    def _embedded(self, *_: object) -> None:
        self._inlines.unread["embedded document"] = None

    def _alternatives(self, element: Element, place: Place) -> None:
        choice = chosen(element)
        if choice is not None:
            self._blocks(choice, place)
