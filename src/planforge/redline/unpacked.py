"""A DOCX in memory as its parts, for the proof: bytes, trees, and what each part points to."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from planforge.errors import UserError
from planforge.verify.docx import limits
from planforge.verify.docx.names import Element
from planforge.verify.docx.package import Package

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_XML = (".xml", ".rels")
# Of all parts together, pictures included.
_MOST_BYTES = 8 * limits.BYTES


@dataclass(frozen=True, slots=True)
class Target:
    """What a relationship points to: a part of the package, or an address outside it."""

    kind: str
    name: str
    external: bool


class Unpacked:
    """The parts of a package by name. Raises UserError `docx.…` when the bytes are no DOCX that can be trusted.

    Trees are parsed when they are first asked for, with the limits and refusals of the reader of files.
    """

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            raise UserError("docx.unreadable", path=name, detail=str(error)) from error
        if len(self._archive.infolist()) > limits.PARTS:
            raise UserError("docx.too_large", path=name)
        # Only the name of a path is asked for: nothing is opened by it.
        self._package = Package(PurePosixPath(name), self._archive)
        self.main = self._package.main
        # Some programs write the separators of Windows.
        entries = (entry for entry in self._archive.infolist() if not entry.is_dir())
        self._entries = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in entries}
        self._bytes_left = _MOST_BYTES
        self._bytes: dict[str, bytes] = {}
        self._trees: dict[str, Element | None] = {}
        self._targets: dict[str, Mapping[str, Target]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The parts in the order of the file."""
        return tuple(self._entries)

    def content(self, part: str) -> bytes | None:
        """The bytes of a part as they are in the file; None where there is no such part."""
        if part not in self._entries:
            return None
        if part not in self._bytes:
            most = min(limits.BYTES_OF_A_PART, self._bytes_left)
            try:
                with self._archive.open(self._entries[part]) as stream:
                    content = stream.read(most + 1)
            except (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
                raise UserError("docx.broken_part", path=self.name, part=part, detail=str(error)) from error
            if len(content) > most:
                raise UserError("docx.too_large", path=self.name)
            self._bytes_left -= len(content)
            self._bytes[part] = content
        return self._bytes[part]

    def tree(self, part: str) -> Element | None:
        """The XML of a part; None where there is no such part or it holds no XML."""
        if part not in self._trees:
            self._trees[part] = self._package.xml(part) if part.endswith(_XML) else None
        return self._trees[part]

    def targets(self, part: str) -> Mapping[str, Target]:
        """What a part points to, by the id of the relationship."""
        if part not in self._targets:
            folder, name = posixpath.split(part)
            root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._targets[part] = {
                element.get("Id", ""): _target(element, folder) for element in (root if root is not None else ())
            }
        return self._targets[part]

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind ("styles") that a part points to."""
        return next((one.name for one in self.targets(part).values() if one.kind == kind and not one.external), None)

    def with_trees(self, trees: Mapping[str, Element]) -> Unpacked:
        """The same package with some parts replaced, in memory only."""
        copy = object.__new__(Unpacked)
        copy.__dict__.update(self.__dict__, _trees={**self._trees, **trees}, _bytes={**self._bytes})
        for part in trees:
            copy._bytes.pop(part, None)
        return copy


def _target(element: Element, folder: str) -> Target:
    kind, address = element.get("Type", "").rpartition("/")[2], element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Target(kind, address, external=True)
    return Target(kind, posixpath.normpath(posixpath.join("/", folder, unquote(address))).lstrip("/"), external=False)


def packed(package: Unpacked, trees: Mapping[str, Element]) -> bytes:
    """The package as a file, with some parts replaced; the same parts give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in package.names:
            tree = trees.get(part)
            content = (
                package.content(part)
                if tree is None
                else etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            )
            archive.writestr(zipfile.ZipInfo(part, _EARLIEST), content or b"", zipfile.ZIP_DEFLATED)
    return stream.getvalue()
