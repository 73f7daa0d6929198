"""From a folder to the files one run needs, read and parsed: the only stage that looks at the disk for input."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from planforge.diagnostics import Checked, Diagnostic, Span
from planforge.errors import UserError
from planforge.source import SourceFile, decode, parse

DATA = "data"
TEMPLATES = "templates"
SHARED = "_shared"
SETTINGS_FILE = "data/planforge.yaml"
REGISTRY_FILES = ("bodies", "units", "instruments", "anniversaries", "movements")
YEAR_FILES = ("cluster", "movements", "waves", "responsibilities")
BODY_TEMPLATE = "body.md.j2"
DOCUMENT_TYPE_FILE = "document.yaml"


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a workspace that matter to one cluster-year and some documents.

    `raw` holds every byte that was read, by workspace path, so that a caller can tell whether anything changed.
    A file that could not be parsed is in `raw` and not in `yaml`; its findings are the stage's. `neighbours` are the
    `cluster.yaml` files of other clusters in the same year, by path: two may not claim the same identity.
    """

    root: Path
    cluster: str
    year: str
    documents: tuple[str, ...]
    raw: dict[str, bytes]
    yaml: dict[str, SourceFile]
    templates: dict[str, str]
    neighbours: dict[str, SourceFile]


def find_workspace(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds `data/planforge.yaml`; UserError when there is none."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise UserError("workspace.not_found", path=str(start))


def list_years(root: Path) -> list[tuple[str, str]]:
    """Every cluster-year that has a folder, as (cluster, year), sorted."""
    found = []
    for cluster in _folders(root / DATA):
        found += [(cluster.name, year.name) for year in _folders(cluster) if year.name.isdecimal()]
    return sorted(found)


def list_document_types(root: Path) -> list[str]:
    """The names of the document types: the folders of `templates/` that hold a `document.yaml`."""
    return [folder.name for folder in _folders(root / TEMPLATES) if (folder / DOCUMENT_TYPE_FILE).is_file()]


def list_documents(root: Path, cluster: str, year: str) -> list[str]:
    """The document types for which a cluster-year has a data file."""
    folder = root / DATA / cluster / year
    return [name for name in list_document_types(root) if (folder / f"{name}.yaml").is_file()]


def choose_documents(root: Path, cluster: str, year: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The documents a run is about; UserError names what does not exist and what does.

    With nothing wanted it is every document of the cluster-year.
    """
    years = list_years(root)
    if cluster not in {name for name, _ in years}:
        known = sorted({name for name, _ in years})
        raise UserError("cluster.unknown", cluster=cluster, known=", ".join(known), guess=_guess(cluster, known))
    if (cluster, year) not in years:
        known = [found for name, found in years if name == cluster]
        raise UserError("year.unknown", cluster=cluster, year=year, known=", ".join(known))
    types = list_document_types(root)
    for name in wanted:
        if name not in types:
            raise UserError("document.unknown", document=name, known=", ".join(types), guess=_guess(name, types))
    present = list_documents(root, cluster, year)
    for name in wanted:
        if name not in present:
            raise UserError("document.no_data", document=name, path=f"{DATA}/{cluster}/{year}/{name}.yaml")
    if not wanted and not present:
        raise UserError("document.none", path=f"{DATA}/{cluster}/{year}", known=", ".join(types))
    return wanted or tuple(present)


def load(root: Path, cluster: str, year: str, documents: tuple[str, ...]) -> Checked[Sources]:
    """Read what the documents need: settings, registries, the year's files and the templates.

    Every file is read and parsed even when another one is broken, so that one run shows all mistakes.
    """
    raw: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    year_folder = f"{DATA}/{cluster}/{year}"
    names = [SETTINGS_FILE]
    names += [f"{DATA}/registry/{name}.yaml" for name in REGISTRY_FILES]
    names += [f"{year_folder}/{name}.yaml" for name in (*YEAR_FILES, *documents)]
    names += [f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}" for name in documents]
    parsed: dict[str, SourceFile] = {}
    for name in dict.fromkeys(names):
        path = root / name
        if not path.is_file():
            continue
        raw[name] = path.read_bytes()
        checked = parse(name, raw[name])
        findings += checked.diagnostics
        if checked.value is not None:
            parsed[name] = checked.value
    templates: dict[str, str] = {}
    for folder in (SHARED, *documents):
        for path in sorted((root / TEMPLATES / folder).glob("*.j2")):
            name = f"{TEMPLATES}/{folder}/{path.name}"
            raw[name] = path.read_bytes()
            decoded = decode(name, raw[name])
            findings += decoded.diagnostics
            if decoded.value is not None:
                templates[f"{folder}/{path.name}"] = decoded.value
    for name in documents:
        if not (root / TEMPLATES / name / BODY_TEMPLATE).is_file():
            findings.append(Diagnostic("template.no_body", Span(f"{TEMPLATES}/{name}/{BODY_TEMPLATE}")))
    findings += _stray_files(root, f"{DATA}/registry", REGISTRY_FILES)
    findings += _stray_files(root, year_folder, (*YEAR_FILES, *list_document_types(root)))
    neighbours = _read_neighbours(root, cluster, year, raw)
    return Checked(Sources(root, cluster, year, documents, raw, parsed, templates, neighbours), tuple(findings))


def _read_neighbours(root: Path, cluster: str, year: str, raw: dict[str, bytes]) -> dict[str, SourceFile]:
    neighbours = {}
    for other, other_year in list_years(root):
        name = f"{DATA}/{other}/{other_year}/cluster.yaml"
        if other == cluster or other_year != year or not (root / name).is_file():
            continue
        raw[name] = (root / name).read_bytes()
        parsed = parse(name, raw[name]).value
        if parsed is not None:
            neighbours[name] = parsed
    return neighbours


def _folders(path: Path) -> list[Path]:
    if not path.is_dir():
        return []
    return sorted(entry for entry in path.iterdir() if entry.is_dir() and entry.name[0] not in "._")


def _guess(word: str, known: list[str]) -> str:
    return next(iter(difflib.get_close_matches(word, known, 1)), "")


def _stray_files(root: Path, folder: str, known: tuple[str, ...]) -> list[Diagnostic]:
    """A misspelled file name would otherwise drop its content without a word."""
    findings = []
    path = root / folder
    for entry in sorted(path.iterdir()) if path.is_dir() else ():
        if entry.suffix not in {".yaml", ".yml"} or entry.name.startswith("."):
            continue
        if entry.suffix == ".yml" or entry.stem not in known:
            guess = entry.stem if entry.stem in known else _guess(entry.stem, list(known))
            values = {"name": entry.name, "guess": f"{guess}.yaml" if guess else "", "known": ", ".join(known)}
            findings.append(Diagnostic("file.unknown", Span(f"{folder}/{entry.name}"), values))
    return findings
