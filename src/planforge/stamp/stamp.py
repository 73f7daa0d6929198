"""What a file says of its making: of which commit, data, templates and version of the program it was made.

A stamp is no signature: whoever can write files can write one. That a file is what its stamp says is proved by building
it again; the stamp tells from what.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from urllib.parse import quote, unquote

from planforge import __version__
from planforge.record import input_files
from planforge.workspace import DATA, read_file

PROPERTY = "planforge."
KEYWORD = "planforge:"
CUSTOM_PROPERTIES = "docProps/custom.xml"
UNSETTLED = "0" * 32
_COMMIT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_HASH = re.compile("[0-9a-f]{32}")
_VERSION = re.compile(r"[0-9][0-9A-Za-z.+-]{0,40}")
_DOCUMENT = re.compile(r"[^/\x00-\x1f\x7f]{1,100}/[0-9]{4}/[a-z][a-z0-9_-]{0,100}")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What git knows of the files a document is made from: the newest commit that changed one, empty where none did.

    `uncommitted` tells that the files on the disk are not those of the commit.
    """

    commit: str = ""
    uncommitted: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a paper was made from.

    `document` names the paper: cluster, year and name. `data` and `template` are hashes over the files of each kind
    that decide what it looks like. `commit` is empty where git knew of none; with `uncommitted` files it is the one
    they stood on.
    """

    document: str
    data: str
    template: str
    version: str = __version__
    commit: str = ""
    uncommitted: str = ""

    def entries(self) -> dict[str, str]:
        """What is said, by name, in a fixed order."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}

    def of_paper(self, name: str) -> Stamp:
        """The same for one of the papers of the document."""
        return replace(self, document=f"{self.document.rpartition('/')[0]}/{name}")

    def keywords(self, content: str) -> list[str]:
        """The entries as keywords of a PDF; a comma or a blank would end one."""
        said = {**self.entries(), "content": content}
        return [f"{KEYWORD}{name}={quote(value, safe='/')}" for name, value in said.items()]


@dataclass(frozen=True, slots=True)
class Stamped:
    """The stamp that a file bears, and the hash of its content that stands beside it."""

    stamp: Stamp
    content: str


def read_stamp(properties: Mapping[str, str]) -> Stamped | None:
    """The stamp among the properties of a DOCX or a PDF; None where there is none as we write them."""
    said = {
        name.removeprefix(PROPERTY): value for name, value in properties.items() if name.startswith(PROPERTY)
    } or dict(_keywords(properties.get("Keywords", "")))
    try:
        stamp = Stamp(**{field.name: said[field.name] for field in fields(Stamp) if field.name in said})
    except TypeError:
        return None
    sound = (
        _DOCUMENT.fullmatch(stamp.document)
        and _HASH.fullmatch(stamp.data)
        and _HASH.fullmatch(stamp.template)
        and _VERSION.fullmatch(stamp.version)
        and (not stamp.commit or _COMMIT.fullmatch(stamp.commit))
        and stamp.uncommitted in {"", "yes"}
        and _HASH.fullmatch(said.get("content", ""))
    )
    return Stamped(stamp, said["content"]) if sound else None


def make_stamp(root: Path, cluster: str, year: str, document: str, inputs: Inputs) -> Stamp:
    """The stamp of a document as the files on the disk are now. Raises OSError where one cannot be read."""
    hashes = input_hashes(root, cluster, year, document)
    data = {name: value for name, value in hashes.items() if name.startswith(f"{DATA}/")}
    templates = {name: value for name, value in hashes.items() if name not in data}
    return Stamp(
        f"{cluster}/{year}/{document}",
        combined(data),
        combined(templates),
        commit=inputs.commit,
        uncommitted="yes" if inputs.uncommitted else "",
    )


def input_hashes(root: Path, cluster: str, year: str, document: str) -> dict[str, str]:
    """The hash of each file that a document is made from, by its path in the workspace.

    Line ends do not count: git may write those of Windows, and no document shows them.
    """
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(read_file(path).replace(b"\r\n", b"\n")).hexdigest()
        for path in input_files(root, cluster, year, document)
    }


def docx_content(parts: Mapping[str, bytes], stamp: Stamp) -> str:
    """The hash of a DOCX: of every part but the one that holds the stamp, and of what that says."""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items() if name != CUSTOM_PROPERTIES}
    return combined({**hashes, **{f"{PROPERTY}{name}": value for name, value in stamp.entries().items()}})


def settled_pdf(pdf: bytes) -> bytes:
    """A PDF with the hash of its content in the place of the zeros, of the same length, that it was written with."""
    content = hashlib.sha256(pdf).hexdigest()[: len(UNSETTLED)]
    return pdf.replace(_content_keyword(UNSETTLED), _content_keyword(content))


def pdf_content(pdf: bytes, content: str) -> str:
    """The hash that a PDF must have had when zeros stood where it says `content`: the same, if nobody touched it."""
    unsettled = pdf.replace(_content_keyword(content), _content_keyword(UNSETTLED))
    return hashlib.sha256(unsettled).hexdigest()[: len(UNSETTLED)]


def _content_keyword(content: str) -> bytes:
    return f"{KEYWORD}content={content}".encode("ascii")


def _keywords(text: str) -> Iterable[tuple[str, str]]:
    for part in text.split(","):
        name, equals, value = part.strip().partition("=")
        if equals and name.startswith(KEYWORD):
            yield name.removeprefix(KEYWORD), unquote(value)


def combined(hashes: Mapping[str, str]) -> str:
    """One hash over named ones, whatever their order."""
    lines = "".join(f"{name}\0{value}\n" for name, value in sorted(hashes.items()))
    return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()[: len(UNSETTLED)]
