"""What a workspace contains, by its folders and file names alone; standard library only, so that asking is instant."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from planforge.errors import UserError
from planforge.spelling import nearest

YEAR = re.compile("(19|20|21)[0-9]{2}")
DOCUMENT_NAME = re.compile("[a-z][a-z0-9-]*")
DATA = "data"
TEMPLATES = "templates"
SHARED = "_shared"
SETTINGS_FILE = "data/planforge.yaml"
CLUSTER = "cluster"
REGISTRY_FILES = ("bodies", "units", "people", "awards", "instruments", "anniversaries", "movements")
YEAR_FILES = (
    CLUSTER,
    "movements",
    "waves",
    "responsibilities",
    "conferences",
    "reviews",
    "titles",
    "inspections",
    "scores",
    "nominations",
    "scholarships",
)
# The year's files of which a document type may make one paper for each record.
EACH = ("conferences", "inspections")
BODY_TEMPLATE = "body.md.j2"
DOCUMENT_TYPE_FILE = "document.yaml"
# Who reviewed which content: beside the data of the year, and no document is made from it.
APPROVALS = "approvals"
APPROVALS_FILE = f"{APPROVALS}.yaml"


def read_file(path: Path) -> bytes:
    """The bytes of a regular file; OSError for anything else: a pipe would wait and a device never end."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    with os.fdopen(handle, "rb") as file:
        return file.read()


def is_inside(root: Path, path: Path) -> bool:
    """True when a path, links followed, is a file in the workspace: a link may not bring in what lies outside."""
    return path.resolve().is_relative_to(root.resolve())


def is_document_name(name: str) -> bool:
    """True for a name that can be typed, can be a file's, and is not taken by a data file of the year."""
    return bool(DOCUMENT_NAME.fullmatch(name)) and name not in {*YEAR_FILES, APPROVALS}


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
        found += [(cluster.name, year.name) for year in _folders(cluster) if YEAR.fullmatch(year.name)]
    return sorted(found)


def list_document_types(root: Path) -> list[str]:
    """The names of the document types: the folders of `templates/` that hold a `document.yaml`."""
    return [
        folder.name
        for folder in _folders(root / TEMPLATES)
        if is_document_name(folder.name) and (folder / DOCUMENT_TYPE_FILE).is_file()
    ]


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
        raise UserError("cluster.unknown", cluster=cluster, known=", ".join(known), guess=nearest(cluster, known))
    if (cluster, year) not in years:
        known = [found for name, found in years if name == cluster]
        raise UserError("year.unknown", cluster=cluster, year=year, known=", ".join(known))
    types = list_document_types(root)
    for name in wanted:
        if name not in types:
            raise UserError("document.unknown", document=name, known=", ".join(types), guess=nearest(name, types))
    present = list_documents(root, cluster, year)
    for name in wanted:
        if name not in present:
            raise UserError("document.no_data", document=name, path=f"{DATA}/{cluster}/{year}/{name}.yaml", files="")
    if not wanted and not present:
        raise UserError("document.none", path=f"{DATA}/{cluster}/{year}", known=", ".join(types))
    return wanted or tuple(present)


def _folders(path: Path) -> list[Path]:
    if not path.is_dir():
        return []
    return sorted(entry for entry in path.iterdir() if entry.is_dir() and entry.name[0] not in "._")
