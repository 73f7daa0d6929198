"""Writes a paragraph with its tracked changes: words, looks, properties, and its mark."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from planforge.redline.carrying import Carrier
from planforge.redline.compared import Shown
from planforge.redline.comparison import Author, Change, Fate
from planforge.redline.cuts import NO_PIECE, Cut
from planforge.redline.looks import Look
from planforge.redline.paragraph import Kind, Point, Shape, Span, Wrapper, bookmark_of
from planforge.redline.plan import ParagraphEntry
from planforge.redline.revisions import Revisions
from planforge.verify.docx.names import Element, W, w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_P_PR, _R, _R_PR, _T, _DELETED = w("pPr"), w("r"), w("rPr"), w("t"), w("delText")
_NOT_SHAPE = frozenset(map(w, ("rPr", "sectPr", "pPrChange")))
_NOT_SECTION = frozenset(map(w, ("headerReference", "footerReference", "sectPrChange")))
_INSTRUCTION, _OLD_INSTRUCTION = w("instrText"), w("delInstrText")
# A change cannot stand around these; it stands inside them.
_INSIDE = frozenset({w("hyperlink"), w("fldSimple")})
_CHANGES = {Change.ADDED: "ins", Change.REMOVED: "del"}


@dataclass(slots=True)
class Places:
    """The parts of both files that a text belongs to."""

    old: str
    new: str


def element_of(name: str) -> Element:
    """An empty element."""
    return etree.Element(w(name), nsmap={"w": W})


class ParagraphWriter:
    """Writes the paragraphs of one redline."""

    def __init__(self, carrier: Carrier, revisions: Revisions) -> None:
        self._carrier, self._revisions = carrier, revisions

    def written(self, entry: ParagraphEntry, shown: Shown, places: Places) -> Element:
        """The paragraph of the redline; a new element in every case."""
        source = entry.new.element if entry.new is not None else None
        made = element_of("p")
        for name, value in source.attrib.items() if source is not None else ():
            made.set(name, value)
        properties = self.properties(entry, shown, places)
        if properties is not None:
            made.append(properties)
        _Content(self._carrier, self._revisions, entry, shown, places).write(made)
        return made

    # -- properties ----------------------------------------------------------------------------------------------

    def properties(self, entry: ParagraphEntry, shown: Shown, places: Places) -> Element | None:
        """The properties of a paragraph and of its mark, with what they were before."""
        old, new = entry.shapes
        author = _Once(self._revisions, shown)
        made = element_of("pPr")
        base = self._copied(new or old, places, of_old=new is None)
        if base is not None:
            made.extend([child for child in base if child.tag not in _NOT_SHAPE])
        mark = self._mark(entry, base, places, author)
        if len(mark):
            made.append(mark)
        section = self._section(old, new, base, places, author)
        if section is not None:
            made.append(section)
        if old is not None and new is not None and old.key != new.key:
            before = element_of("pPr")
            copied = self._copied(old, places, of_old=True)
            before.extend([child for child in (copied if copied is not None else ()) if child.tag not in _NOT_SHAPE])
            made.append(self._revisions.mark("pPrChange", author.get(), [before]))
        return made if len(made) else None

    def _copied(self, shape: Shape | None, places: Places, *, of_old: bool) -> Element | None:
        if shape is None or shape.element is None:
            return None
        return self._carrier.carried(shape.element, places.old, places.new) if of_old else deepcopy(shape.element)

    def _mark(self, entry: ParagraphEntry, base: Element | None, places: Places, author: _Once) -> Element:
        old, new = entry.shapes
        made = element_of("rPr")
        own = base.find(_R_PR) if base is not None else None
        if new is None:
            name = "moveFrom" if entry.fate is Fate.MOVED_FROM else "del"
            made.append(self._revisions.mark(name, author.get()))
        elif old is None:
            name = "moveTo" if entry.fate is Fate.MOVED_TO else "ins"
            made.append(self._revisions.mark(name, author.get()))
        if own is not None:
            made.extend([child for child in own if child.tag != w("rPrChange")])
        if old is not None and new is not None and old.mark_key != new.mark_key:
            before = element_of("rPr")
            copied = self._copied(old, places, of_old=True)
            was = copied.find(_R_PR) if copied is not None else None
            before.extend(list(was) if was is not None else [])
            made.append(self._revisions.mark("rPrChange", author.get(), [before]))
        return made

    def _section(
        self, old: Shape | None, new: Shape | None, base: Element | None, places: Places, author: _Once
    ) -> Element | None:
        section = base.find(w("sectPr")) if base is not None else None
        if section is None or old is None or new is None or old.section_key == new.section_key:
            return section
        before = old.element.find(w("sectPr")) if old.element is not None else None
        if before is not None:
            self.change_section(section, before, author.get(), places)
        return section

    def change_section(self, section: Element, before: Element, author: Author, places: Places) -> None:
        """Note in the properties of a section what they were; which headers it has cannot be noted."""
        was = element_of("sectPr")
        copied = self._carrier.carried(before, places.old, places.new)
        was.extend([child for child in copied if child.tag not in _NOT_SECTION])
        section.append(self._revisions.mark("sectPrChange", author, [was]))


class _Once:
    """The author of what happened to a paragraph as a whole, asked for when it is needed and only once."""

    def __init__(self, revisions: Revisions, shown: Shown) -> None:
        self._revisions, self._shown = revisions, shown
        self._found: Author | None = None

    def get(self) -> Author:
        if self._found is None:
            self._found = self._revisions.author(self._shown.paragraph)
        return self._found


class _Content:
    """Writes what is in one paragraph: opens and closes links and changes as the cuts ask for them."""

    def __init__(
        self,
        carrier: Carrier,
        revisions: Revisions,
        entry: ParagraphEntry,
        shown: Shown,
        places: Places,
    ) -> None:
        self._carrier, self._revisions, self._places = carrier, revisions, places
        self._entry, self._shown = entry, shown
        self._points = list(entry.new.points) if entry.new is not None else []
        self._path: list[tuple[object, Element]] = []
        self._same: dict[Wrapper, Wrapper] = {}
        self._run: tuple[object, Element] | None = None
        for cut in shown.cuts:
            if cut.old is not None and cut.new is not None:
                self._same.update(zip(cut.old.wrappers, cut.new.wrappers, strict=False))
        self._shared = set(self._same.values())

    def write(self, paragraph: Element) -> None:
        self._paragraph = paragraph
        cuts = self._shown.cuts
        for number, cut in enumerate(cuts):
            if cut.span.kind is Kind.BESIDE and bookmark_of(cut.span.key) in self._carrier.torn and cut.old and cut.new:
                self._put(replace(cut, change=Change.REMOVED, new=None))
                self._put_points(self._points, cut.start)
                self._put(replace(cut, change=Change.ADDED, old=None))
                continue
            following = cuts[number + 1] if number + 1 < len(cuts) else None
            if cut.new is not None:
                self._put_points(self._points, cut.start)
            elif following is not None and following.change is Change.ADDED and cut.change is Change.REMOVED:
                self._put_points(self._points, following.start)
            self._put(cut)
        self._put_points(self._points, None)

    # -- where things go -----------------------------------------------------------------------------------------

    def _put_points(self, points: list[Point], at: int | None) -> None:
        while points and (at is None or points[0].at <= at):
            point = points.pop(0)
            wrappers = tuple(self._same.get(one, one) for one in point.wrappers)
            parent = self._open([(one, one) for one in wrappers])
            parent.append(_copied(point.element))
            self._run = None

    def _open(self, path: list[tuple[object, Wrapper | Element]]) -> Element:
        """The innermost of some elements one in the other, of which those that are open already are kept."""
        common = 0
        while common < min(len(path), len(self._path)) and self._path[common][0] == path[common][0]:
            common += 1
        if common < len(self._path) or common < len(path):
            self._run = None
        del self._path[common:]
        parent = self._path[-1][1] if self._path else self._paragraph
        for key, one in path[common:]:
            if isinstance(one, Wrapper):
                outer = self._shell(one)
                parent.append(outer)
                inner = outer.find(w("sdtContent"))
                made = outer if inner is None else inner
            else:
                parent.append(one)
                made = one
            self._path.append((key, made))
            parent = made
        return parent

    def _shell(self, wrapper: Wrapper) -> Element:
        old = self._entry.old
        if old is not None and wrapper not in self._shared and self._of_old(wrapper):
            return self._carrier.carried(wrapper.element, self._places.old, self._places.new)
        return _copied(wrapper.element)

    def _of_old(self, wrapper: Wrapper) -> bool:
        return any(cut.old is not None and wrapper in cut.old.wrappers for cut in self._shown.cuts)

    def _put(self, cut: Cut) -> None:
        wrappers = [self._same.get(one, one) for one in cut.span.wrappers]
        path: list[tuple[object, Wrapper | Element]] = [(one, one) for one in wrappers]
        name = self._change_of(cut)
        if name is not None:
            inside = max(
                [at + 1 for at, one in enumerate(wrappers) if one in self._shared or one.element.tag in _INSIDE],
                default=0,
            )
            author = self._author(cut)
            key = name, author
            open_path = [found for found, _ in self._path]
            if open_path[: inside + 1] == [*wrappers[:inside], key]:
                change = self._path[inside][1]
            else:
                change = self._revisions.mark(name, author)
            path.insert(inside, (key, change))
        parent = self._open(path)
        self._append(parent, cut, old=name in {"del", "moveFrom"})

    def _change_of(self, cut: Cut) -> str | None:
        if cut.change in _CHANGES:
            return _CHANGES[cut.change]
        if self._entry.fate is Fate.MOVED_FROM:
            return "moveFrom"
        return "moveTo" if self._entry.fate is Fate.MOVED_TO else None

    # -- runs ----------------------------------------------------------------------------------------------------

    def _append(self, parent: Element, cut: Cut, *, old: bool) -> None:
        span = cut.span
        deleted = cut.change is Change.REMOVED
        if span.kind is Kind.BESIDE:
            parent.append(self._content(span.content, old=old, deleted=deleted))
            self._run = None
            return
        if span.kind is Kind.FIELD:
            for unit in span.units:
                run = self._new_run(parent, unit.look, None, cut, old=old)
                run.append(self._content(unit.element, old=old, deleted=deleted))
            self._run = None
            return
        before = cut.old.look if cut.change is Change.RESTYLED and cut.old is not None else None
        key = parent, span.look.key, before.key if before is not None else None
        if self._run is not None and self._run[0] == key:
            run = self._run[1]
        else:
            run = self._new_run(parent, span.look, before, cut, old=old)
            self._run = key, run
        self._fill(run, span, cut, old=old, deleted=deleted)

    def _fill(self, run: Element, span: Span, cut: Cut, *, old: bool, deleted: bool) -> None:
        if span.kind is Kind.CHILD:
            run.append(self._content(span.content, old=old, deleted=deleted))
            return
        tag = _DELETED if deleted else _T
        last = run[-1] if len(run) else None
        if last is not None and last.tag == tag:
            last.text = (last.text or "") + cut.text
            return
        text = etree.SubElement(run, tag)
        text.text = cut.text
        text.set(_SPACE, "preserve")

    def _new_run(self, parent: Element, look: Look, before: Look | None, cut: Cut, *, old: bool) -> Element:
        run = etree.SubElement(parent, _R)
        properties = self._properties(look, old=old)
        if before is not None:
            properties = properties if properties is not None else element_of("rPr")
            was = self._properties(before, old=True)
            was = was if was is not None else element_of("rPr")
            properties.append(self._revisions.mark("rPrChange", self._author(cut), [was]))
        if properties is not None:
            run.append(properties)
        return run

    def _author(self, cut: Cut) -> Author:
        paragraph = self._shown.paragraph
        return self._revisions.author(paragraph, None if cut.piece == NO_PIECE else paragraph.pieces[cut.piece])

    def _properties(self, look: Look, *, old: bool) -> Element | None:
        if look.element is None:
            return None
        return self._content(look.element, old=old, deleted=False)

    def _content(self, element: Element, *, old: bool, deleted: bool) -> Element:
        made = self._carrier.carried(element, self._places.old, self._places.new) if old else _copied(element)
        if deleted:
            if made.tag == _INSTRUCTION:
                made.tag = _OLD_INSTRUCTION
            elif made.tag == _T:
                made.tag = _DELETED
        return made


def _copied(element: Element) -> Element:
    made = deepcopy(element)
    made.tail = None
    return made
