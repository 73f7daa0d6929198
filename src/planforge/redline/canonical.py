"""The canonical form of a DOCX: what it says and how it looks, and nothing of how the file happens to say it.

Left out are bookmarks that nothing refers to (those of provenance always), ids of revisions, paragraphs, drawings and
bookmarks, spelling marks, remembered page breaks, and empty properties. Adjacent runs of one look are one run, adjacent
texts one text. What a relationship points to stands in place of its id, a note or comment in place of its number, a
list in place of its. Text is as it is: no blank, letter or case is made equal. The file's properties are not part of
it, and the order of attributes and the prefixes of namespaces are no matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from planforge.redline.unpacked import Unpacked
from planforge.verify.docx.names import MC, VAL, WP, Element, R, W, w


class Node(NamedTuple):
    """An element as a value: its full name, its attributes in order, its own text, its children."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The canonical form of a document.

    `heads` are the headers and footers of each section, by kind ("headerReference default"). `notes` are the special
    notes (separators). `definitions` say what each list is, in the order in which the text first uses them.
    """

    body: Node
    heads: tuple[dict[str, Node], ...]
    notes: tuple[Node, ...] = ()
    definitions: tuple[str, ...] = ()


_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_R = f"{{{R}}}"
_RSID = f"{{{W}}}rsid"
_P_TAG, _R_TAG, _T, _R_PR, _HYPERLINK, _ID, _NAME = (w(n) for n in ("p", "r", "t", "rPr", "hyperlink", "id", "name"))
_TEXTS = frozenset(map(w, ("t", "instrText", "delText", "delInstrText")))
_JOINED = _TEXTS | {_R_TAG, _HYPERLINK}
_IDENTITIES = frozenset({
    f"{_W14}paraId", f"{_W14}textId", f"{_WP14}anchorId", f"{_WP14}editId", f"{{{MC}}}Ignorable", _SPACE
})  # fmt: skip
_NUMBERED_DRAWINGS = frozenset({f"{{{WP}}}docPr", "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"})
_NOTHING = frozenset(map(w, ("proofErr", "lastRenderedPageBreak", "rsids")))
_EMPTY_IS_NOTHING = frozenset(
    map(w, ("rPr", "pPr", "sdtPr", "trPr", "tcPr", "tblPrEx", "hyperlink", "t", "instrText", "r"))
)
# The standard gives their children an order that means nothing, and not every program keeps it.
_PROPERTIES = frozenset(map(w, ("pPr", "rPr", "trPr", "tcPr", "tblPr")))
_SDT_PR, _SECT_PR, _NUM_ID = w("sdtPr"), w("sectPr"), w("numId")
_BOOKMARK, _BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
_HEADS = frozenset({w("headerReference"), w("footerReference")})
_NOTES = {w("footnoteReference"): ("footnotes", w("footnote")), w("endnoteReference"): ("endnotes", w("endnote"))}
_COMMENTS = frozenset(map(w, ("commentReference", "commentRangeStart", "commentRangeEnd")))
_PROVENANCE = "_pf"
_TOKEN = re.compile(r"[^\s\"\\]+")
_BLANKS = " \t\r\n"
_STORIES = frozenset({"header", "footer", "footnotes", "endnotes", "comments"})


def canonical(package: Unpacked, *, comments: bool = True) -> Form:
    """The canonical form of a document whose changes are resolved; without `comments`, as if nobody had made any."""
    return _Writer(package, comments=comments).form()


def canonical_part(package: Unpacked, part: str) -> str:
    """A part of its own (styles, a chart) as a hash of its canonical form; of its bytes where it is no XML."""
    return _Writer(package, comments=True).hash_of(part)


def canonical_children(package: Unpacked, part: str) -> tuple[Node, ...]:
    """The children of a part's root in canonical form; none where there is no such part."""
    writer, root = _Writer(package, comments=True), package.tree(part)
    writer.part = part
    return writer.children(root) if root is not None else ()


@dataclass(slots=True)
class _Writer:
    package: Unpacked
    comments: bool
    part: str = ""
    heads: list[dict[str, Node]] = field(default_factory=list)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _wanted: frozenset[str] | None = None
    _numbering: dict[str, str] | None = None
    _notes: dict[str, dict[str, Element]] = field(default_factory=dict)

    def form(self) -> Form:
        self.part = self.package.main
        root = self.package.tree(self.part)
        body = self.node(root) if root is not None else None
        special = tuple(
            node
            for kind, tag in _NOTES.values()
            for element in self.note_elements(kind, tag).values()
            if element.get(w("type"), "normal") != "normal" and (node := self.elsewhere(kind, element)) is not None
        )
        return Form(
            Node(body.tag, (), "", body.children) if body is not None else Node(""),
            tuple(self.heads),
            special,
            tuple(definition for definition, _ in self.lists.values()),
        )

    # -- elements ------------------------------------------------------------------------------------------------

    def node(self, element: Element) -> Node | None:
        """An element in canonical form; None where it says nothing."""
        tag = str(element.tag)
        if tag in _TEXTS:
            text = element.text or ""
            if element.get(_SPACE) != "preserve":
                text = text.strip(_BLANKS)
            return Node(tag, (), text) if text else None
        if tag in _NOTHING or (tag in _COMMENTS and not self.comments):
            return None
        if tag in {_BOOKMARK, _BOOKMARK_END}:
            return self.bookmark(tag, element)
        attributes = self.attributes(tag, element)
        if tag == _SECT_PR:
            return self.section(element, attributes)
        if tag in _NOTES:
            return Node(tag, attributes, "", self.note(tag, element))
        if tag in _COMMENTS:
            return Node(tag, (), "", self.comment(element))
        children = self.children(element) if len(element) else ()
        if tag in _EMPTY_IS_NOTHING and not children:
            return None
        if tag == _R_TAG and len(children) == 1 and children[0].tag == _R_PR:
            return None
        text = element.text or "" if not len(element) else ""
        return Node(tag, attributes, text if text.strip(_BLANKS) else "", children)

    def attributes(self, tag: str, element: Element) -> tuple[tuple[str, str], ...]:
        if not element.attrib:
            return ()
        found: list[tuple[str, str]] = []
        for name, value in element.attrib.items():
            key, said = str(name), str(value)
            if key in _IDENTITIES or key.startswith(_RSID) or (key == "id" and tag in _NUMBERED_DRAWINGS):
                continue
            if key.startswith(_R):
                said = self.target(said)
            elif key == _ID and tag in _NOTES:
                continue
            elif key == VAL and tag == _NUM_ID:
                said = self.list_of(said)
            found.append((key, said))
        found.sort()
        return tuple(found)

    def children(self, element: Element) -> tuple[Node, ...]:
        """The children in canonical form, with runs of one look and links to one place joined."""
        made: list[Node] = []
        in_properties = element.tag == _SDT_PR
        for child in element:
            if in_properties and child.tag == _ID:
                continue
            node = self.node(child)
            if node is not None:
                made.append(node)
        if element.tag in _PROPERTIES:
            made.sort(key=lambda node: node.tag)
        return _joined(made)

    def bookmark(self, tag: str, element: Element) -> Node | None:
        number = element.get(_ID, "")
        if tag == _BOOKMARK:
            name = self.names[number] = element.get(_NAME, "")
        else:
            name = self.names.get(number, "")
        if name.startswith(_PROVENANCE) or name not in self.wanted():
            return None
        return Node(tag, ((_NAME, name),))

    def wanted(self) -> frozenset[str]:
        """The bookmarks to which a link or a field refers, in any story."""
        if self._wanted is None:
            found: set[str] = set()
            package = self.package
            parts = [one.name for one in package.targets(package.main).values() if one.kind in _STORIES]
            for part in (package.main, *parts):
                root = package.tree(part)
                if root is not None:
                    found.update(str(one) for link in root.iter(_HYPERLINK) if (one := link.get(w("anchor"))))
                    # An instruction may be cut anywhere; the marks of a field end it.
                    pieces = root.iter(w("instrText"), w("fldChar"), w("fldSimple"))
                    instructions = "".join(one.get(w("instr"), one.text or " ") for one in pieces)
                    found.update(_TOKEN.findall(instructions))
                found.update(one.name[1:] for one in package.targets(part).values() if one.name.startswith("#"))
            self._wanted = frozenset(found)
        return self._wanted

    def section(self, element: Element, attributes: tuple[tuple[str, str], ...]) -> Node:
        heads: dict[str, Node] = {}
        rest: list[Node] = []
        for child in element:
            if child.tag in _HEADS:
                target = self.package.targets(self.part).get(child.get(f"{_R}id", ""))
                root = self.package.tree(target.name) if target is not None and not target.external else None
                kind = f"{str(child.tag).rpartition('}')[2]} {child.get(w('type'), 'default')}"
                node = self.within(target.name, root) if target is not None and root is not None else None
                heads[kind] = Node(w("hdr"), (), "", node.children if node is not None else ())
            elif (node := self.node(child)) is not None:
                rest.append(node)
        self.heads.append(heads)
        return Node(_SECT_PR, attributes, "", tuple(rest))

    # -- other parts ---------------------------------------------------------------------------------------------

    def within(self, part: str, element: Element) -> Node | None:
        """An element of another part, with that part's relationships."""
        part, self.part = self.part, part
        names, self.names = self.names, {}
        try:
            return self.node(element)
        finally:
            self.part, self.names = part, names

    def elsewhere(self, kind: str, element: Element) -> Node | None:
        part = self.package.related(self.package.main, kind)
        return self.within(part, element) if part is not None else None

    def note_elements(self, kind: str, tag: str) -> dict[str, Element]:
        if kind not in self._notes:
            part = self.package.related(self.package.main, kind)
            root = self.package.tree(part) if part is not None else None
            self._notes[kind] = {} if root is None else {one.get(_ID, ""): one for one in root.iter(tag)}
        return self._notes[kind]

    def note(self, tag: str, element: Element) -> tuple[Node, ...]:
        kind, name = _NOTES[tag]
        found = self.note_elements(kind, name).get(element.get(_ID, ""))
        node = self.elsewhere(kind, found) if found is not None else None
        return node.children if node is not None else (Node("missing"),)

    def comment(self, element: Element) -> tuple[Node, ...]:
        found = self.note_elements("comments", w("comment")).get(element.get(_ID, ""))
        node = self.elsewhere("comments", found) if found is not None else None
        if node is None:
            return (Node("missing"),)
        return (Node(node.tag, tuple(one for one in node.attributes if one[0] != _ID), "", node.children),)

    def target(self, number: str) -> str:
        """What a relationship points to: an address, or the hash of a part."""
        target = self.package.targets(self.part).get(number)
        if target is None:
            return "missing"
        return f"{target.kind} {target.name}" if target.external else f"{target.kind} {self.hash_of(target.name)}"

    def hash_of(self, part: str) -> str:
        if part not in self.hashes:
            # A part that points back to one on the way to it.
            self.hashes[part] = "above"
            root = self.package.tree(part)
            if root is not None:
                node = self.within(part, root)
                content = repr(node and node._replace(attributes=())).encode("utf-8", "surrogatepass")
            else:
                content = self.package.content(part) or b""
            self.hashes[part] = blake2b(content, digest_size=16).hexdigest()
        return self.hashes[part]

    # -- lists ---------------------------------------------------------------------------------------------------

    def list_of(self, number: str) -> str:
        """A list by when the text first uses it; 0 is none. What it looks like is in the definitions."""
        if number == "0":
            return "0"
        if number not in self.lists:
            self.lists[number] = (self.definition(number), len(self.lists) + 1)
        return str(self.lists[number][1])

    def definition(self, number: str) -> str:
        if self._numbering is None:
            self._numbering = _definitions(self, self.package.related(self.package.main, "numbering"))
        return self._numbering.get(number, "missing")


def _definitions(writer: _Writer, part: str | None) -> dict[str, str]:
    root = writer.package.tree(part) if part is not None else None
    if part is None or root is None:
        return {}
    kinds = {one.get(w("abstractNumId"), ""): one for one in root.iter(w("abstractNum"))}
    found: dict[str, str] = {}
    for number in root.iter(w("num")):
        kind = number.find(w("abstractNumId"))
        definition = kinds.get(kind.get(VAL, "")) if kind is not None else None
        pieces = [*(definition if definition is not None else ()), *number.findall(w("lvlOverride"))]
        nodes = [writer.within(part, one) for one in pieces if one.tag not in {w("nsid"), w("tmpl")}]
        found[number.get(w("numId"), "")] = blake2b(repr(nodes).encode(), digest_size=16).hexdigest()
    return found


def _joined(nodes: list[Node]) -> tuple[Node, ...]:
    """Texts, runs of one look and links to one place that follow each other, each made one."""
    if len(nodes) < 2 or not any(node.tag in _JOINED for node in nodes):
        return tuple(nodes)
    made: list[Node] = []
    for key, group in groupby(enumerate(nodes), lambda one: _likeness(*one)):
        alike = [node for _, node in group]
        first = alike[0]
        if len(alike) == 1:
            made.append(first)
        elif first.tag in _TEXTS:
            made.append(first._replace(text="".join(node.text for node in alike)))
        else:
            look = [key[2]] if key[2] is not None else []
            inner = [child for node in alike for child in node.children[len(look) :]]
            made.append(first._replace(children=(*look, *_joined(inner))))
    return tuple(made)


def _likeness(index: int, node: Node) -> tuple[object, object, Node | None]:
    """What nodes that may be joined have in common; for all others something of their own."""
    if node.tag in _TEXTS:
        return node.tag, None, None
    if node.tag == _R_TAG:
        look = node.children[0] if node.children and node.children[0].tag == _R_PR else None
        return node.tag, node.attributes, look
    if node.tag == _HYPERLINK:
        return node.tag, node.attributes, None
    return index, None, None
