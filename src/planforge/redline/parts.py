"""The parts of a DOCX as the comparison needs them: bytes, trees, and what each part points to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import unquote

from planforge.verify.docx.names import Element, R
from planforge.verify.docx.package import Package, open_content

RELATIONSHIP = f"{{{R}}}"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to: a part of the package by its name, or an address outside it."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type ("styles", "image")."""
        return self.type.rpartition("/")[2]


@dataclass(slots=True)
class Parts:
    """An unpacked file. `contents` are the bytes by the name of the part, `main` is the part of the document itself.

    Trees are parsed once and belong to the comparison, which takes elements out of them.
    """

    name: str
    main: str
    contents: dict[str, bytes]
    trees: dict[str, Element]
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    _identities: dict[str, str] = field(default_factory=dict)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part points to, by the id it uses."""
        if part not in self._relations:
            self._relations[part] = _read_relations(part, self.trees.get(relations_of(part)))
        return self._relations[part]

    def related(self, kind: str, part: str | None = None) -> str | None:
        """The first part of a kind that the document, or another part, points to."""
        found = self.relations(part or self.main).values()
        return next((one.target for one in found if one.kind == kind and not one.external), None)

    def tree(self, kind: str) -> Element | None:
        """The XML of the first part of a kind that the document points to."""
        return self.trees.get(self.related(kind) or "")

    def add(self, part: str, root: Element) -> None:
        """Add a part of XML."""
        self.trees[part] = root
        self.contents[part] = b""

    def forget_relations(self, part: str) -> None:
        """Read anew what a part points to, now that more was added to it."""
        self._relations.pop(part, None)

    def identity(self, part: str, id_: str) -> str:
        """What a relationship stands for, whatever its id is: the same text for the same content or address."""
        relation = self.relations(part).get(id_)
        if relation is None:
            return f"nothing {id_}"
        if relation.external:
            return f"{relation.kind} {relation.target}"
        return f"{relation.kind} {self.content_identity(relation.target)}"

    def content_identity(self, part: str) -> str:
        """A hash of the bytes of a part and of the parts it points to."""
        found = self._identities.get(part)
        if found is None:
            # A part may point back to the one that points to it.
            self._identities[part] = "around"
            digest = sha256(self.contents.get(part, b""))
            for relation in self.relations(part).values():
                digest.update(self.identity(part, relation.id).encode())
            found = self._identities[part] = digest.hexdigest()
        return found


def relations_of(part: str) -> str:
    """The name of the part that says what a part points to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_parts(content: bytes, name: str) -> Parts:
    """Unpack a file. Raises UserError `docx.…`, which calls it `name`, when it is no DOCX that can be trusted."""
    with open_content(content, name) as package:
        # What is no Word document ends here, with the words of the reader of files.
        document = package.document()
        contents = {part: package.content(part) for part in package.names}
        trees = _trees(package, document)
    return Parts(name, package.main, contents, trees)


def _trees(package: Package, document: Element) -> dict[str, Element]:
    trees = {package.main: document}
    for part in package.names:
        if part not in trees and part.endswith((".xml", ".rels")):
            root = package.xml(part)
            if root is not None:
                trees[part] = root
    return trees


def _read_relations(part: str, root: Element | None) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    folder = posixpath.dirname(part)
    for element in root if root is not None else ():
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        id_ = element.get("Id", "")
        found[id_] = Relation(id_, element.get("Type", ""), target, external)
    return found
