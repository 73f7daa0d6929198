"""The texts of a file: the body, headers, footers and notes; which of them are the same text on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planforge.errors import UserError
from planforge.redline.blocks import Flow, FlowReader
from planforge.redline.carrying import definitions_of
from planforge.redline.keys import Keys
from planforge.redline.looks import Looks
from planforge.redline.parts import Parts
from planforge.redline.reading_paragraphs import PROVENANCE, ParagraphReader
from planforge.verify.docx.drawings import ALTERNATIVES, chosen
from planforge.verify.docx.names import Element, w
from planforge.verify.docx.sections import Section, read_sections

_P = w("p")
_STORY_KINDS = ("header", "footer", "footnotes", "endnotes", "comments")
_NOTES = ("footnotes", "endnotes")
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_TOKEN = re.compile(r"[^\s\"\\]+")


@dataclass(slots=True)
class Text:
    """One text of a file: the part it is in, the element that holds its blocks, and these."""

    part: str
    root: Element
    flow: Flow


class Stories:
    """Everything of one file that is text, read once; `wanted` are bookmarks to which either file refers."""

    def __init__(self, parts: Parts, wanted: frozenset[str] = frozenset()) -> None:
        self.parts = parts
        self.looks = Looks(parts)
        body = parts.trees[parts.main].find(w("body"))
        if body is None:
            raise UserError("docx.missing_part", path=parts.name, part="body")
        self.body: Element = body
        self.sections: tuple[Section, ...] = read_sections(body, gutter_at_top=False)
        self.ordinals = _ordinals(parts, self.body, self.sections)
        self.wanted = wanted
        self.lists = definitions_of(parts)
        self._readers: dict[str, FlowReader] = {}

    def text(self, part: str, root: Element) -> Text:
        """A text that stands below an element of a part."""
        reader = self._readers.get(part)
        if reader is None:
            keys = Keys(self.parts, part, self.lists)
            reader = FlowReader(ParagraphReader(part, keys, self.looks, self.ordinals, self.wanted))
            self._readers[part] = reader
        return Text(part, root, reader.read(root))

    def main(self) -> Text:
        """The body."""
        return self.text(self.parts.main, self.body)

    def heads(self) -> dict[tuple[int, str, str], str]:
        """The part of each header and footer, by section, kind and page; one that goes on from before only once."""
        relations = self.parts.relations(self.parts.main)
        found: dict[tuple[int, str, str], str] = {}
        seen: set[str] = set()
        for number, section in enumerate(self.sections):
            for (kind, page), id_ in section.stories.items():
                relation = relations.get(id_)
                if relation is not None and relation.target in self.parts.trees and relation.target not in seen:
                    seen.add(relation.target)
                    found[number, kind, page] = relation.target
        return found

    def notes(self, kind: str) -> dict[str, Element]:
        """The notes of a kind by their number, in the order of the file."""
        root = self.parts.tree(kind)
        return {
            note.get(w("id"), ""): note
            for note in (root if root is not None else ())
            if note.get(w("type")) not in _NO_NOTE
        }


def paragraphs_below(root: Element) -> Iterator[Element]:
    """The paragraphs below an element as a reading counts them: of several versions of a content only the shown one."""
    for child in root:
        if child.tag == ALTERNATIVES:
            shown = chosen(child)
            if shown is not None:
                yield from paragraphs_below(shown)
        else:
            if child.tag == _P:
                yield child
            if len(child):
                yield from paragraphs_below(child)


def _ordinals(parts: Parts, body: Element, sections: tuple[Section, ...]) -> dict[Element, int]:
    """The number of every paragraph: the body, the notes, then headers and footers once for each section."""
    found: dict[Element, int] = {}
    number = 0
    roots = [body]
    for kind in _NOTES:
        root = parts.tree(kind)
        roots += [one for one in (root if root is not None else ()) if one.get(w("type")) not in _NO_NOTE]
    relations = parts.relations(parts.main)
    seen: set[tuple[str, int]] = set()
    for at, section in enumerate(sections):
        for id_ in section.stories.values():
            relation = relations.get(id_)
            if relation is None or relation.target not in parts.trees or (relation.target, at) in seen:
                continue
            seen.add((relation.target, at))
            roots.append(parts.trees[relation.target])
    for root in roots:
        for paragraph in paragraphs_below(root):
            number += 1
            found.setdefault(paragraph, number)
    return found


def wanted_bookmarks(parts: Parts) -> frozenset[str]:
    """The names of the bookmarks to which a link or a field refers."""
    found: set[str] = set()
    names = [one.target for one in parts.relations(parts.main).values() if one.kind in _STORY_KINDS]
    for name in dict.fromkeys([parts.main, *names]):
        root = parts.trees.get(name)
        if root is None:
            continue
        found.update(str(one) for link in root.iter(w("hyperlink")) if (one := link.get(w("anchor"))))
        instructions = [one.text or "" for one in root.iter(w("instrText"))]
        instructions += [one.get(w("instr"), "") for one in root.iter(w("fldSimple"))]
        found.update(_TOKEN.findall(" ".join(instructions)), _TOKEN.findall("".join(instructions)))
        found.update(one.target[1:] for one in parts.relations(name).values() if one.target.startswith("#"))
    return frozenset(name for name in found if not name.startswith(PROVENANCE))
