"""Which documents may differ between two folders: those made from other files, found before anything is built."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from planforge.declared import declared_type
from planforge.load import load
from planforge.record import SUFFIXES, input_files, is_input
from planforge.source import parse
from planforge.workspace import CLUSTER, DATA, TEMPLATES, list_documents, list_years, read_file


class Document(NamedTuple):
    """One document of a cluster-year; it may be several papers."""

    cluster: str
    year: str
    name: str


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of both sides: those to build on the side named, and those that are the same on both.

    `any_file` tells whether any file of data or templates differs at all.
    """

    old: tuple[Document, ...]
    new: tuple[Document, ...]
    same: tuple[Document, ...]
    any_file: bool


def compare_inputs(old: Path, new: Path, cluster: str | None, year: str | None) -> Documents:
    """Hold the files of every document against each other; `cluster` and `year` narrow where they are given.

    Line ends do not count: git may change them on the way into the working tree.
    """
    sides = (_documents(old, cluster, year), _documents(new, cluster, year))
    both = [one for one in sides[0] if one in set(sides[1])]
    same = {one for one in both if _is_same(old, new, one)}
    return Documents(
        tuple(one for one in sides[0] if one not in same),
        tuple(one for one in sides[1] if one not in same),
        tuple(one for one in both if one in same),
        _all_files(old) != _all_files(new),
    )


def hidden(documents: Iterable[Document], paths: Iterable[str]) -> frozenset[Document]:
    """The documents that need a file, or a folder, which was not read."""
    return frozenset(one for one in documents for path in paths if _needs(one, path))


def _needs(document: Document, path: str) -> bool:
    if path.endswith(f"/{CLUSTER}.yaml") and not path.startswith(f"{DATA}/{document.cluster}/"):
        # Of another cluster only the name is held against this one's.
        return False
    own = (f"{DATA}/{document.cluster}/{document.year}/{document.name}.yaml", f"{TEMPLATES}/{document.name}/")
    return is_input(path, *document) or any(file.startswith(f"{path}/") for file in own)


def paper_count(root: Path, document: Document) -> int:
    """How many papers a document is that is not built: one, or one for each record of a file of the year."""
    declared = declared_type(root, document.name)
    path = f"{DATA}/{document.cluster}/{document.year}/{declared.each if declared else ''}.yaml"
    if declared is None or not declared.each or not (root / path).is_file():
        return 1
    source = parse(path, read_file(root / path)).value
    data: Mapping[str, Any] = source.data if source else {}
    records: Any = data.get(str(declared.each), data)
    return max(1, sum(isinstance(one, Mapping) for one in (records.values() if isinstance(records, dict) else records)))


def _documents(root: Path, cluster: str | None, year: str | None) -> list[Document]:
    return [
        Document(of_cluster, of_year, name)
        for of_cluster, of_year in list_years(root)
        if cluster in {None, of_cluster} and year in {None, of_year}
        for name in list_documents(root, of_cluster, of_year)
    ]


def _is_same(old: Path, new: Path, document: Document) -> bool:
    """Whether all files are the same that may matter, or else those that the stages really read."""
    return _contents(old, document) == _contents(new, document) or _read(old, document) == _read(new, document)


def _all_files(root: Path) -> dict[str, bytes]:
    """What files hold, and where links lead."""
    found = {path.relative_to(root).as_posix(): path for name in (DATA, TEMPLATES) for path in (root / name).rglob("*")}
    return {
        name: os.fsencode(path.readlink()) if path.is_symlink() else _folded(read_file(path))
        for name, path in found.items()
        if path.is_symlink() or (path.suffix in SUFFIXES and path.is_file())
    }


def _contents(root: Path, document: Document) -> dict[str, bytes]:
    # Settings that are missing are told by a build.
    found = [path for path in input_files(root, *document) if path.is_file()]
    return {path.relative_to(root).as_posix(): _folded(read_file(path)) for path in found}


def _read(root: Path, document: Document) -> dict[str, bytes]:
    raw = load(root, document.cluster, document.year, (document.name,)).product().raw
    return {path: _folded(content) for path, content in raw.items()}


def _folded(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def by_year(documents: Sequence[Document]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The names of documents by cluster and year."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in documents:
        key = (one.cluster, one.year)
        found[key] = (*found.get(key, ()), one.name)
    return found
