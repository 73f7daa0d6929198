"""Takes what was deleted over into the new package: with its pictures, links, lists and notes."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from planforge.redline.keys import Keys
from planforge.redline.parts import RELATIONSHIP, Parts, Relation, relations_of
from planforge.redline.reading_paragraphs import empty_copy
from planforge.verify.docx.names import MC, WP, Element, w
from planforge.write.package import CONTENT_TYPES

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULT_NAMESPACE: dict[Any, str] = {None: _PACKAGE}
_DOC_PR = f"{{{WP}}}docPr"
_IGNORABLE = f"{{{MC}}}Ignorable"
_NUMBER, _KIND, _VAL, _ID = w("numId"), w("abstractNumId"), w("val"), w("id")
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_BOOKMARK, _NAME = w("bookmarkStart"), w("name")
_BOOKMARKS = frozenset({_BOOKMARK, w("bookmarkEnd")})
# Far from the numbers of bookmarks and of changes that a file has.
_FIRST_BOOKMARK = 1_000_000_000


@dataclass(slots=True)
class Carrier:
    """Copies elements of the old file into the new one, whose trees and contents it adds to.

    `old_lists` and `new_lists` say what each list is, by its number; `torn` are bookmarks that are written twice, once
    as they were and once as they are, because one of their ends came or went.
    """

    old: Parts
    new: Parts
    old_lists: dict[str, str]
    new_lists: dict[str, str]
    torn: frozenset[str] = frozenset()
    changed: set[str] = field(default_factory=set)
    copied: bool = False
    _next_drawing: int = 0
    _ids: dict[tuple[str, str, str], str] = field(default_factory=dict)
    _copies: dict[str, str] = field(default_factory=dict)
    _notes: dict[tuple[str, str], str] = field(default_factory=dict)
    _known: dict[str, dict[str, str]] = field(default_factory=dict)
    _bookmarks: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, str] = field(default_factory=dict)

    def carried(self, element: Element, old_part: str, new_part: str) -> Element:
        """A copy of an element of the old file that means the same in a part of the new one."""
        self.copied = True
        made = deepcopy(element)
        made.tail = None
        for one in made.iter():
            self._renumber(one)
            for name, value in one.attrib.items():
                if str(name).startswith(RELATIONSHIP):
                    one.set(name, self._relation(old_part, str(value), new_part))
        if made.tag in _BOOKMARKS:
            made.set(_ID, self._bookmark(made))
        for mark in [one for one in made.iter(*_BOOKMARKS) if one is not made]:
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)
        return made

    def _bookmark(self, mark: Element) -> str:
        """The number of a bookmark of the old file: that of the new one of its name, if there is one."""
        if not self._bookmarks:
            named = {one.get(_NAME, ""): one.get(_ID, "") for one in _starts(self.new)}
            for at, one in enumerate(_starts(self.old)):
                name = one.get(_NAME, "")
                kept = named.get(name) if name not in self.torn else None
                self._bookmarks[one.get(_ID, "")] = kept or str(_FIRST_BOOKMARK + at)
        number = mark.get(_ID, "")
        return self._bookmarks.get(number, number)

    def _renumber(self, element: Element) -> None:
        tag = str(element.tag)
        if tag == _DOC_PR:
            element.set("id", str(self._drawing()))
        elif tag == _NUMBER:
            element.set(_VAL, self._list(element.get(_VAL, "")))
        elif tag in _NOTES:
            element.set(_ID, self._note(_NOTES[tag], element.get(_ID, "")))

    def _drawing(self) -> int:
        if not self._next_drawing:
            self._next_drawing = _free(
                [one.get("id", "") for tree in self.new.trees.values() for one in tree.iter(_DOC_PR)]
            )
        number, self._next_drawing = self._next_drawing, self._next_drawing + 1
        return number

    # -- relationships and parts ---------------------------------------------------------------------------------

    def _relation(self, old_part: str, id_: str, new_part: str) -> str:
        key = old_part, id_, new_part
        if key not in self._ids:
            self._ids[key] = self._made_relation(old_part, id_, new_part)
        return self._ids[key]

    def _made_relation(self, old_part: str, id_: str, new_part: str) -> str:
        relation = self.old.relations(old_part).get(id_)
        if relation is None:
            return id_
        if new_part not in self._known:
            self._known[new_part] = {self.new.identity(new_part, one): one for one in self.new.relations(new_part)}
        identity = self.old.identity(old_part, id_)
        known = self._known[new_part]
        if identity not in known:
            target = relation.target if relation.external else self._part(relation.target)
            known[identity] = self._add(new_part, relation, target)
        return known[identity]

    def _add(self, part: str, relation: Relation, target: str) -> str:
        name = relations_of(part)
        root = self.new.trees.get(name)
        if root is None:
            root = self.new.trees[name] = etree.Element(f"{{{_PACKAGE}}}Relationships", nsmap=_DEFAULT_NAMESPACE)
        used = {one.get("Id", "") for one in root}
        id_ = next(found for number in range(len(used) + 1) if (found := f"rIdOld{number + 1}") not in used)
        element = etree.SubElement(root, f"{{{_PACKAGE}}}Relationship", Id=id_, Type=relation.type)
        element.set("Target", target if relation.external else f"/{target}")
        if relation.external:
            element.set("TargetMode", "External")
        self.changed.add(name)
        return id_

    def _part(self, name: str) -> str:
        """The name under which a part of the old file stands in the new one, copied there with what it points to."""
        if name in self._copies:
            return self._copies[name]
        content = self.old.contents.get(name, b"")
        stem, ending = posixpath.splitext(name)
        made = next(
            found
            for number in range(len(self.new.contents) + 1)
            if (found := f"{stem}-old{number or ''}{ending}") not in self.new.contents
        )
        self._copies[name] = made
        self.new.contents[made] = content
        self._add_type(name, made)
        for relation in self.old.relations(name).values():
            target = relation.target if relation.external else self._part(relation.target)
            self._keep_relation(made, relation, target)
        return made

    def _keep_relation(self, part: str, relation: Relation, target: str) -> None:
        """A relationship of a copied part, whose ids stay as they are."""
        name = relations_of(part)
        root = self.new.trees.get(name)
        if root is None:
            root = self.new.trees[name] = etree.Element(f"{{{_PACKAGE}}}Relationships", nsmap=_DEFAULT_NAMESPACE)
        element = etree.SubElement(root, f"{{{_PACKAGE}}}Relationship", Id=relation.id, Type=relation.type)
        element.set("Target", target if relation.external else f"/{target}")
        if relation.external:
            element.set("TargetMode", "External")
        self.changed.add(name)

    def _add_type(self, old_name: str, new_name: str) -> None:
        old_types, types = self.old.trees.get(CONTENT_TYPES), self.new.trees.get(CONTENT_TYPES)
        if old_types is None or types is None:
            return
        ending = old_name.rpartition(".")[2].lower()
        own = next((one for one in old_types if one.get("PartName", "").lstrip("/") == old_name), None)
        general = next((one for one in old_types if one.get("Extension", "").lower() == ending), None)
        there = next((one for one in types if one.get("Extension", "").lower() == ending), None)
        stated = own if own is not None else general
        if stated is None or (own is None and there is not None):
            return
        made = etree.SubElement(types, f"{{{_TYPES}}}{'Default' if own is None else 'Override'}")
        if own is None:
            made.set("Extension", ending)
            # Endings come before single parts.
            types.insert(0, made)
        else:
            made.set("PartName", f"/{new_name}")
        made.set("ContentType", stated.get("ContentType", ""))
        self.changed.add(CONTENT_TYPES)

    # -- lists ---------------------------------------------------------------------------------------------------

    def _list(self, number: str) -> str:
        """The number in the new file of a list of the old one, which is added where there is none like it."""
        said = self.old_lists.get(number)
        if said is None or self.new_lists.get(number) == said:
            return number
        if number not in self._numbers:
            same = next((one for one, other in self.new_lists.items() if other == said), None)
            self._numbers[number] = same or self._added_list(number)
        return self._numbers[number]

    def _added_list(self, number: str) -> str:
        old_root, new_root = self.old.tree("numbering"), self.new.tree("numbering")
        name = self.new.related("numbering")
        if old_root is None:
            return number
        if new_root is None or name is None:
            old_name = self.old.related("numbering") or ""
            relation = next(one for one in self.old.relations(self.old.main).values() if one.target == old_name)
            if self.new.related("numbering") is None and not self._numbers:
                self._add(self.new.main, relation, self._part(old_name))
            return number
        own = next(one for one in old_root.iterfind(w("num")) if one.get(_NUMBER) == number)
        kind = own.find(_KIND)
        wanted = kind.get(_VAL) if kind is not None else None
        definition = next((one for one in old_root.iterfind(w("abstractNum")) if one.get(_KIND) == wanted), None)
        made, added = deepcopy(own), str(_free([one.get(_NUMBER, "") for one in new_root.iterfind(w("num"))]))
        made.set(_NUMBER, added)
        if definition is not None:
            copied = deepcopy(definition)
            definitions = new_root.findall(w("abstractNum"))
            copied.set(_KIND, str(_free([one.get(_KIND, "") for one in definitions])))
            for link in made.iterfind(_KIND):
                link.set(_VAL, copied.get(_KIND, ""))
            # All definitions come before all lists.
            new_root.insert(new_root.index(definitions[-1]) + 1 if definitions else 0, copied)
        lists = new_root.findall(w("num"))
        new_root.insert(new_root.index(lists[-1]) + 1 if lists else len(new_root), made)
        self.changed.add(name)
        return added

    # -- notes ---------------------------------------------------------------------------------------------------

    def _note(self, kind: str, number: str) -> str:
        """The number of a note of the old file in the new one, where it is copied to."""
        key = kind, number
        if key in self._notes:
            return self._notes[key]
        old_part, new_part = self.old.related(kind), self.new.related(kind)
        old_root = self.old.trees.get(old_part or "")
        note = next((one for one in old_root if one.get(_ID) == number), None) if old_root is not None else None
        if note is None or old_part is None or old_root is None:
            return number
        if new_part is None:
            new_part = self._new_notes(old_part, old_root)
        root = self.new.trees.get(new_part)
        if root is None:
            return number
        used = [one.get(_ID, "") for one in root]
        made = self._notes[key] = str(_free(used))
        copied = self.carried(note, old_part, new_part)
        copied.set(_ID, made)
        root.append(copied)
        self.changed.add(new_part)
        return made

    def _new_notes(self, old_part: str, old_root: Element) -> str:
        """An empty part for notes in a file that has none; its separators are those that a program draws by itself."""
        stem, ending = posixpath.splitext(old_part)
        name = old_part if old_part not in self.new.contents else f"{stem}-old{ending}"
        self.new.add(name, empty_copy(old_root))
        self._add_type(old_part, name)
        relation = next(one for one in self.old.relations(self.old.main).values() if one.target == old_part)
        self._add(self.new.main, relation, name)
        self.new.forget_relations(self.new.main)
        self.changed.add(name)
        return name


def _starts(parts: Parts) -> list[Element]:
    return [one for tree in parts.trees.values() for one in tree.iter(_BOOKMARK)]


def _free(used: list[str]) -> int:
    """The first number beyond all that are used."""
    return max([int(one) for one in used if one.isdecimal()], default=0) + 1


def definitions_of(parts: Parts) -> dict[str, str]:
    """What each list of a file is, by its number."""
    name = parts.related("numbering")
    root = parts.trees.get(name or "")
    if root is None or name is None:
        return {}
    keys = Keys(parts, name)
    kinds = {one.get(_KIND, ""): one for one in root.iterfind(w("abstractNum"))}
    ignored = frozenset({w("nsid"), w("tmpl")})
    said = {number: "".join([keys.of(one) for one in kind if one.tag not in ignored]) for number, kind in kinds.items()}
    found: dict[str, str] = {}
    for number in root.iterfind(w("num")):
        kind = number.find(_KIND)
        own = "".join([keys.of(one) for one in number.iterfind(w("lvlOverride"))])
        found[number.get(_NUMBER, "")] = said.get(kind.get(_VAL, "") if kind is not None else "", "") + own
    return found


def add_ignorable(root: Element, old: Element) -> Element:
    """A root that may hold elements of both files: of newer versions of the format, which older programs pass over."""
    words = root.get(_IGNORABLE, "").split()
    missing = [one for one in old.get(_IGNORABLE, "").split() if one not in words]
    if not missing:
        return root
    names: dict[Any, str] = {key: value for key, value in old.nsmap.items() if key in missing}
    names.update(root.nsmap)
    made = etree.Element(root.tag, nsmap=names)
    for name, value in root.attrib.items():
        made.set(name, value)
    made.set(_IGNORABLE, " ".join([*words, *(one for one in missing if one in names)]))
    made.text = root.text
    made.extend(list(root))
    return made
