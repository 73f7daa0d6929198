"""The data files of one side, read as far as they can be read: a stranger's revision may hold anything."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from planforge.review.sides import Side
from planforge.source import SourceFile, parse
from planforge.workspace import (
    DATA,
    DOCUMENT_TYPE_FILE,
    REGISTRY_FILES,
    SETTINGS_FILE,
    TEMPLATES,
    is_inside,
    list_document_types,
    list_years,
    read_file,
)


class Sources:
    """Files by workspace path: those there are, their bytes, and their content where they can be parsed."""

    def __init__(self, side: Side) -> None:
        self.root = side.root
        self._raw: dict[str, bytes | None] = {}

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every file with facts, in the order of a report: settings, registries, cluster-years, document types."""
        names = [SETTINGS_FILE, *(f"{DATA}/registry/{name}.yaml" for name in REGISTRY_FILES)]
        for cluster, year in list_years(self.root):
            folder = self.root / DATA / cluster / year
            names += sorted(f"{DATA}/{cluster}/{year}/{path.name}" for path in folder.glob("*.yaml"))
        names += [f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}" for name in list_document_types(self.root)]
        return tuple(name for name in names if (self.root / name).is_file())

    def raw(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none or it is no file of the workspace."""
        if path not in self._raw:
            self._raw[path] = _read(self.root, self.root / path)
        return self._raw[path]

    def file(self, path: str) -> SourceFile | None:
        """A parsed file; None where there is none or it is broken, which is told with the findings of its side."""
        raw = self.raw(path)
        return None if raw is None else parse(path, raw).value

    def data(self, path: str) -> dict[str, Any]:
        """The content of a file; nothing where it cannot be read."""
        file = self.file(path)
        return file.data if file is not None and isinstance(file.data, dict) else {}


def _read(root: Path, path: Path) -> bytes | None:
    try:
        return read_file(path) if is_inside(root, path) else None
    except OSError:
        return None
