"""From a folder to the files one run needs, read and parsed: the only stage that looks at the disk for input."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planforge.diagnostics import Checked, Diagnostic, Span
from planforge.source import SourceFile, decode, parse
from planforge.spelling import nearest
from planforge.workspace import (
    APPROVALS,
    APPROVALS_FILE,
    BODY_TEMPLATE,
    CLUSTER,
    DATA,
    DOCUMENT_TYPE_FILE,
    REGISTRY_FILES,
    SETTINGS_FILE,
    SHARED,
    TEMPLATES,
    YEAR_FILES,
    is_document_name,
    is_inside,
    list_document_types,
    list_years,
    read_file,
)

ADJACENT_YEARS = (-1, 1)


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a workspace that matter to one cluster-year and some documents.

    `raw` holds every byte that was read, by workspace path, so that a caller can tell whether anything changed.
    A file that could not be parsed is in `raw` and not in `yaml`; its findings are the stage's. `neighbours` are the
    `cluster.yaml` files of other clusters in the same year, by path: two may not claim the same identity.
    `companions` are the types of the papers that some documents are annexes of, by document; they are not built, but
    their number and date are printed. The cluster's files of the years before and after are in `yaml` too.
    """

    root: Path
    cluster: str
    year: str
    documents: tuple[str, ...]
    raw: dict[str, bytes]
    yaml: dict[str, SourceFile]
    templates: dict[str, str]
    neighbours: dict[str, SourceFile]
    companions: dict[str, str]

    def adjacent_cluster(self, step: int) -> str:
        """The path of the cluster's file so many years later or earlier, whether it exists or not."""
        year = int(self.year) + step if self.year.isdecimal() else 0
        return f"{DATA}/{self.cluster}/{year}/{CLUSTER}.yaml"

    def side_files(self) -> set[str]:
        """The files that are read for a detail of theirs: mistakes in them are not this run's to stop at."""
        own = set(self.documents)
        paths = {self.adjacent_cluster(step) for step in ADJACENT_YEARS}
        for companion in set(self.companions.values()) - own:
            paths |= _document_files(self.cluster, self.year, companion)
        return paths


class _Disk:
    """Reads the files of a workspace and keeps what was read, parsed, and wrong with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.raw: dict[str, bytes] = {}
        self.yaml: dict[str, SourceFile] = {}
        self.findings: list[Diagnostic] = []

    def read_yaml(self, names: Iterable[str]) -> None:
        """Parse those of the files that exist."""
        for name in names:
            if name not in self.raw and (self.root / name).is_file():
                source = self._read(name, parse)
                self.yaml |= {name: source} if source else {}

    def read_templates(self, folder: str) -> dict[str, str]:
        """The templates in a folder of `templates/`, by folder and name."""
        templates = {}
        for path in sorted((self.root / TEMPLATES / folder).glob("*.j2")):
            if path.is_file() and (text := self._read(f"{TEMPLATES}/{folder}/{path.name}", decode)) is not None:
                templates[f"{folder}/{path.name}"] = text
        return templates

    def _read(self, name: str, understand: Callable[[str, bytes], Checked[Any]]) -> Any:
        path = self.root / name
        self.raw[name] = read_file(path)
        checked = understand(name, self.raw[name]) if is_inside(self.root, path) else _outside(name)
        self.findings += checked.diagnostics
        return checked.value


def load(root: Path, cluster: str, year: str, documents: tuple[str, ...]) -> Checked[Sources]:
    """Read what the documents need: settings, registries, the year's files and the templates.

    Every file is read and parsed even when another one is broken, so that one run shows all mistakes.
    """
    disk = _Disk(root)
    year_folder = f"{DATA}/{cluster}/{year}"
    disk.read_yaml([SETTINGS_FILE, *(f"{DATA}/registry/{name}.yaml" for name in REGISTRY_FILES)])
    disk.read_yaml(f"{year_folder}/{name}.yaml" for name in (*YEAR_FILES, *documents))
    disk.read_yaml(f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}" for name in documents)
    companions = _companions(root, documents, disk.yaml)
    for companion in companions.values():
        disk.read_yaml(sorted(_document_files(cluster, year, companion)))
    templates: dict[str, str] = {}
    for folder in (SHARED, *documents):
        templates |= disk.read_templates(folder)
    findings = [
        Diagnostic("template.no_body", Span(f"{TEMPLATES}/{name}/{BODY_TEMPLATE}"))
        for name in documents
        if not (root / TEMPLATES / name / BODY_TEMPLATE).is_file()
    ]
    findings += _stray_types(root)
    findings += _stray_files(root, f"{DATA}/registry", REGISTRY_FILES)
    findings += _stray_files(root, year_folder, (*YEAR_FILES, APPROVALS, *list_document_types(root)))
    neighbours = _read_neighbours(root, cluster, year, disk.raw)
    sources = Sources(root, cluster, year, documents, disk.raw, disk.yaml, templates, neighbours, companions)
    disk.read_yaml(sources.adjacent_cluster(step) for step in ADJACENT_YEARS)
    return Checked(sources, (*disk.findings, *findings))


def load_approvals(root: Path, cluster: str, year: str) -> Checked[SourceFile]:
    """The approvals of a cluster-year; where there are none, no product and no finding."""
    disk = _Disk(root)
    path = f"{DATA}/{cluster}/{year}/{APPROVALS_FILE}"
    disk.read_yaml([path])
    return Checked(disk.yaml.get(path), tuple(disk.findings))


def load_templates(root: Path) -> tuple[dict[str, dict[str, str]], tuple[Diagnostic, ...]]:
    """The templates of every document type, and of what they share, by folder; and what could not be read."""
    disk = _Disk(root)
    folders = {folder: disk.read_templates(folder) for folder in (SHARED, *list_document_types(root))}
    return folders, tuple(disk.findings)


def _document_files(cluster: str, year: str, document: str) -> set[str]:
    return {f"{DATA}/{cluster}/{year}/{document}.yaml", f"{TEMPLATES}/{document}/{DOCUMENT_TYPE_FILE}"}


def _companions(root: Path, documents: Iterable[str], parsed: dict[str, SourceFile]) -> dict[str, str]:
    """The types that `accompanies` names, where they exist."""
    types = list_document_types(root)
    named = {name: parsed.get(f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}") for name in documents}
    found = {name: str(source.data.get("accompanies")) for name, source in named.items() if source}
    return {name: companion for name, companion in found.items() if companion in types}


def _outside(name: str) -> Checked[Any]:
    return Checked(None, (Diagnostic("file.outside", Span(name)),))


def _read_neighbours(root: Path, cluster: str, year: str, raw: dict[str, bytes]) -> dict[str, SourceFile]:
    neighbours = {}
    for other, other_year in list_years(root):
        name = f"{DATA}/{other}/{other_year}/cluster.yaml"
        if other == cluster or other_year != year or not (root / name).is_file():
            continue
        raw[name] = read_file(root / name)
        parsed = parse(name, raw[name]).value if is_inside(root, root / name) else None
        if parsed is not None:
            neighbours[name] = parsed
    return neighbours


def _stray_types(root: Path) -> list[Diagnostic]:
    """Folders that would be document types but for their names."""
    return [
        Diagnostic("template.bad_name", Span(f"{TEMPLATES}/{path.parent.name}/{path.name}"), {"name": path.parent.name})
        for path in sorted((root / TEMPLATES).glob(f"*/{DOCUMENT_TYPE_FILE}"))
        if not is_document_name(path.parent.name)
    ]


def _stray_files(root: Path, folder: str, known: tuple[str, ...]) -> list[Diagnostic]:
    """A misspelled file name would otherwise drop its content without a word."""
    findings = []
    path = root / folder
    for entry in sorted(path.iterdir()) if path.is_dir() else ():
        if entry.suffix not in {".yaml", ".yml"} or entry.name.startswith((".", "~$")):
            continue
        if entry.suffix == ".yml" or entry.stem not in known:
            guess = entry.stem if entry.stem in known else nearest(entry.stem, list(known))
            values = {"name": entry.name, "guess": f"{guess}.yaml" if guess else "", "known": ", ".join(known)}
            findings.append(Diagnostic("file.unknown", Span(f"{folder}/{entry.name}"), values))
    return findings
