"""A DOCX as a package of parts, which may come from anybody.

Nothing is believed of it: the sizes it states, its names, its XML. A part is inflated only when it is asked for and
only up to a limit, no XML may define entities, and nothing outside the file is ever opened.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from stat import S_ISREG
from typing import BinaryIO
from urllib.parse import unquote

from lxml import etree

from planforge.errors import UserError
from planforge.verify.docx import limits
from planforge.verify.docx.names import Element, w

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_PART = "word/document.xml"
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_MACRO_TYPES = ("macroenabled", "vbaproject")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_END, _END_LENGTH, _LONGEST_COMMENT = b"PK\x05\x06", 22, 0xFFFF
_ZIP64, _ZIP64_LENGTH = b"PK\x06\x07", 20
_RESOURCE_LIMIT = 114
_NAMESPACE = b"xmlns"
_STRICT = b"http://purl.oclc.org/ooxml/"
_OPEN_XML = b"http://schemas.openxmlformats.org/"
_STRICT_NAMES = (
    (_STRICT + b"wordprocessingml/main", _OPEN_XML + b"wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _OPEN_XML + b"officeDocument/2006/relationships"),
    (_STRICT + b"officeDocument/extendedProperties", _OPEN_XML + b"officeDocument/2006/extended-properties"),
    (_STRICT + b"officeDocument/customProperties", _OPEN_XML + b"officeDocument/2006/custom-properties"),
    (_STRICT + b"officeDocument/docPropsVTypes", _OPEN_XML + b"officeDocument/2006/docPropsVTypes"),
    (_STRICT + b"drawingml/main", _OPEN_XML + b"drawingml/2006/main"),
    (_STRICT + b"drawingml/wordprocessingDrawing", _OPEN_XML + b"drawingml/2006/wordprocessingDrawing"),
    (_STRICT + b"drawingml/picture", _OPEN_XML + b"drawingml/2006/picture"),
    (_STRICT + b"drawingml/chart", _OPEN_XML + b"drawingml/2006/chart"),
)
_DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    IndexError,
    KeyError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, collect_ids=False
)


@dataclass(frozen=True, slots=True)
class Relationships:
    """What a part points to: the parts of the package by id, and the first one of each kind ("styles")."""

    by_id: Mapping[str, str]
    by_kind: Mapping[str, str]
    stated: bool = True


class Package:
    """The parts of an open file; `main` is the name of the document's own."""

    def __init__(self, path: PurePath, archive: zipfile.ZipFile) -> None:
        self._path = str(path)
        self._archive = archive
        self._bytes_left = limits.BYTES
        self._marks_left = limits.MARKS
        self._relationships: dict[str, Relationships] = {}
        self._entries = self._all_entries()
        self.main = self._find_main()

    def _all_entries(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        for entry in self._archive.infolist():
            name = entry.filename.replace("\\", "/").lstrip("/")
            if entry.flag_bits & 1:
                raise UserError("docx.encrypted", path=self._path)
            if name.lower() in seen:
                raise UserError("docx.duplicate_part", path=self._path, part=name)
            seen.add(name.lower())
            entries[name] = entry
        return entries

    def _find_main(self) -> str:
        """The part that is the document, by what the package says of itself and only then by its usual name."""
        types = self._content_types()
        names = [name.lower() for name in self._entries]
        stated = self.relationships("").by_kind.get("officeDocument")
        by_type = next((name for name, kind in types.items() if kind.endswith(_MAIN_TYPES)), None)
        main = stated or by_type or _MAIN_PART
        if main not in self._entries:
            known = stated or by_type or any(name.startswith("word/") for name in names)
            if known:
                raise UserError("docx.missing_part", path=self._path, part=main)
            raise UserError("docx.not_word", path=self._path)
        if (
            any(macro in kind for kind in types.values() for macro in _MACRO_TYPES)
            or any(name.endswith("vbaproject.bin") for name in names)
            or "vbaProject" in self.relationships(main).by_kind
        ):
            raise UserError("docx.macros", path=self._path)
        return main

    def _content_types(self) -> dict[str, str]:
        """The stated type of each part that has one of its own, and of each ending that parts have."""
        root = self.xml(_CONTENT_TYPES)
        endings = {name.rpartition(".")[2].lower() for name in self._entries}
        return {
            element.get("PartName", ending).lstrip("/"): element.get("ContentType", "").lower()
            for element in (root if root is not None else ())
            if (ending := element.get("Extension", "").lower()) in endings or element.get("PartName")
        }

    def relationships(self, part: str) -> Relationships:
        """What a part points to inside the package ("": the package itself); links to elsewhere are left out."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def _read_relationships(self, part: str) -> Relationships:
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        by_id: dict[str, str] = {}
        by_kind: dict[str, str] = {}
        for element in root if root is not None else ():
            if element.get("TargetMode") == "External":
                continue
            target = unquote(element.get("Target", ""))
            found = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            by_id[element.get("Id", "")] = found
            by_kind.setdefault(element.get("Type", "").rpartition("/")[2], found)
        return Relationships(by_id, by_kind, root is not None)

    def needed(self, name: str) -> Element:
        """The XML of a part without which the document cannot be judged."""
        root = self.xml(name)
        if root is None:
            raise UserError("docx.missing_part", path=self._path, part=name)
        return root

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(name for name in self._entries if not name.endswith("/"))

    def content(self, name: str) -> bytes:
        """The bytes of a part, whatever it is."""
        return self._inflated(name, self._entries[name])

    def document(self) -> Element:
        """The document's own XML."""
        root = self.needed(self.main)
        if root.tag != w("document"):
            raise UserError("docx.not_word", path=self._path)
        return root

    def xml(self, name: str) -> Element | None:
        """The XML of a part; None where there is no such part."""
        entry = self._entries.get(name)
        return None if entry is None else self._parsed(name, self._inflated(name, entry))

    def too_large(self) -> UserError:
        """What is said of a file that holds more than any document of an office does."""
        return UserError("docx.too_large", path=self._path)

    def _inflated(self, name: str, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of a part; what it says of its own size is not believed."""
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise UserError("docx.broken_part", path=self._path, part=name, detail=f"compression {entry.compress_type}")
        most = min(limits.BYTES_OF_A_PART, self._bytes_left)
        try:
            with self._archive.open(entry) as stream:
                content = stream.read(most + 1)
        except _DAMAGE as error:
            raise UserError("docx.broken_part", path=self._path, part=name, detail=str(error)) from error
        if len(content) > most:
            raise self.too_large()
        self._bytes_left -= len(content)
        return content

    def _parsed(self, name: str, content: bytes) -> Element:
        try:
            text = _in_utf8(content)
            if _defines_entities(text):
                raise UserError("docx.entities", path=self._path, part=name)
            self._marks_left -= text.count(b"<") + text.count(b"=")
            if self._marks_left < 0 or _has_long_namespace(text):
                raise self.too_large()
            root = etree.fromstring(text, _PARSER)
        except etree.XMLSyntaxError as error:
            if getattr(error, "code", 0) == _RESOURCE_LIMIT:
                code = "docx.too_deep" if "depth" in str(error) else "docx.too_large"
                raise UserError(code, path=self._path, part=name) from error
            raise UserError("docx.broken_part", path=self._path, part=name, detail=str(error)) from error
        except (UnicodeError, ValueError) as error:
            raise UserError("docx.broken_part", path=self._path, part=name, detail=str(error)) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UserError("docx.entities", path=self._path, part=name)
        return root


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """A file as a package while it is open. Raises UserError `docx.…` when it is none, or none that can be trusted."""
    try:
        # To open a pipe or a device could wait for ever.
        if not S_ISREG(path.stat().st_mode):
            raise UserError("docx.not_word", path=str(path))
        stream = path.open("rb")
    except OSError as error:
        raise UserError("docx.unreadable", path=str(path), detail=error.strerror or str(error)) from error
    with stream:
        yield from _opened(path, stream)


@contextmanager
def open_content(content: bytes, name: str) -> Iterator[Package]:
    """The bytes of a file as a package, under the name that messages call it by; raises what `open_package` raises."""
    with BytesIO(content) as stream:
        yield from _opened(Path(name), stream)


def _opened(path: Path, stream: BinaryIO) -> Iterator[Package]:
    try:
        _check_kind(path, stream)
        _check_directory(path, stream)
        archive = zipfile.ZipFile(stream)
    except _DAMAGE as error:
        code = "docx.damaged" if isinstance(error, zipfile.BadZipFile) else "docx.unreadable"
        raise UserError(code, path=str(path), detail=str(error)) from error
    with archive:
        yield Package(path, archive)


def _check_kind(path: Path, stream: BinaryIO) -> None:
    start = stream.read(len(_OLE))
    if start == _OLE:
        # Word writes a document with a password, and its format of 1997, into the same kind of container.
        stream.seek(0)
        content = stream.read(limits.BYTES)
        raise UserError("docx.encrypted" if _ENCRYPTED in content else "docx.old_format", path=str(path))
    if not start.startswith(b"PK"):
        raise UserError("docx.not_word", path=str(path))


def _check_directory(path: Path, stream: BinaryIO) -> None:
    """Refuse a list of parts that would take long to read, before it is read."""
    length = stream.seek(0, 2)
    stream.seek(max(0, length - _END_LENGTH - _ZIP64_LENGTH - _LONGEST_COMMENT))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_LENGTH:
        raise zipfile.BadZipFile("no end of the zip")
    parts, size = struct.unpack_from("<HL", tail, at + 10)
    long_form = at >= _ZIP64_LENGTH and tail.startswith(_ZIP64, at - _ZIP64_LENGTH)
    if long_form or parts > limits.PARTS or size > limits.BYTES_OF_DIRECTORY:
        raise UserError("docx.too_large", path=str(path))
    stream.seek(0)


def _in_utf8(content: bytes) -> bytes:
    """XML in UTF-16, which is as legal, without its declaration; strict names as the usual ones."""
    for encoding, starts in (
        ("utf-16", (b"\xff\xfe", b"\xfe\xff")),
        ("utf-16-le", (b"<\0",)),
        ("utf-16-be", (b"\0<",)),
    ):
        if content.startswith(starts):
            text = content.decode(encoding)
            if text.startswith("<?xml"):
                text = text.partition("?>")[2].lstrip()
            content = text.encode()
            break
    if _STRICT in content:
        for strict, usual in _STRICT_NAMES:
            content = content.replace(strict, usual)
    return content


def _defines_entities(content: bytes) -> bool:
    """Whether a document type stands before the first element."""
    at = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    while True:
        at = content.find(b"<", at)
        if content.startswith(b"<?", at):
            at = content.find(b"?>", at)
        elif content.startswith(b"<!--", at):
            at = content.find(b"-->", at)
        else:
            return content.startswith(b"<!", at)
        if at < 0:
            return False


def _has_long_namespace(content: bytes) -> bool:
    """Whether the name of a namespace is longer than any that is in use."""
    at = content.find(_NAMESPACE)
    while at >= 0:
        at += len(_NAMESPACE)
        start = content.find(b"=", at, at + limits.NAMESPACE_LENGTH) + 1
        quote = content[start : start + 3].strip()[:1]
        if start and quote in {b'"', b"'"}:
            first = content.index(quote, start)
            if content.find(quote, first + 1, first + limits.NAMESPACE_LENGTH) < 0:
                return True
        at = content.find(_NAMESPACE, at)
    return False
