"""Which commit the files of a document are from: the newest that changed them, not the newest of all.

So the same inputs with the same history give the same bytes, whatever else is committed beside them. Nothing here may
keep a build from being made: what git does not tell is left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from planforge.errors import PlanforgeError
from planforge.git import run_git
from planforge.record import SUFFIXES, adjacent_years, input_files, is_input
from planforge.stamp.stamp import Inputs
from planforge.workspace import (
    APPROVALS_FILE,
    CLUSTER,
    DATA,
    DOCUMENT_TYPE_FILE,
    SETTINGS_FILE,
    SHARED,
    TEMPLATES,
    read_file,
)

_ENTRY = re.compile(rb"(?P<mode>[0-7]{6}) blob (?P<name>[0-9a-f]{40,64})\t(?P<path>.+)", re.DOTALL)
# The door to git takes every path as it is written; here some are patterns.
_NEWEST = ("--no-literal-pathspecs", "log", "-1", "--format=%H", "HEAD", "--")
_SPECIAL = re.compile(r"[\\*?\[\]]")


def input_commits(root: Path, cluster: str, year: str, documents: Iterable[str]) -> dict[str, Inputs]:
    """The commit of each document's inputs; an empty one where there is no repository, no commit or no git."""
    names = list(documents)
    committed = _committed(root)
    if committed is None:
        # A repository without a commit has nothing but uncommitted files.
        inside = _git(root, "rev-parse", "--is-inside-work-tree")
        return dict.fromkeys(names, Inputs(uncommitted=inside == b"true\n"))
    found = {}
    for document in names:
        said = _git(root, *_NEWEST, *_pathspecs(cluster, year, document))
        commit = said.decode("ascii", "replace").strip() if said else ""
        found[document] = Inputs(commit, not _is_committed(root, cluster, year, document, committed))
    return found


def committed_documents(root: Path, cluster: str, year: str, documents: Iterable[str]) -> set[str]:
    """The documents whose inputs on the disk are those of the newest commit."""
    committed = _committed(root)
    if committed is None:
        return set()
    return {document for document in documents if _is_committed(root, cluster, year, document, committed)}


def _committed(root: Path) -> dict[str, str] | None:
    """The blobs of the newest commit below `data/` and `templates/`, by path; None where there is none."""
    listed = _git(root, "ls-tree", "-r", "-z", "HEAD", "--", DATA, TEMPLATES)
    if listed is None:
        return None
    return {
        match["path"].decode("utf-8", "surrogateescape"): match["name"].decode("ascii")
        for entry in listed.split(b"\0")
        if (match := _ENTRY.fullmatch(entry))
    }


def _is_committed(root: Path, cluster: str, year: str, document: str, committed: Mapping[str, str]) -> bool:
    """Whether the files on the disk are those of the commit, no more and no fewer.

    git itself is not asked: it would run the filters of the repository and write to its index.
    """
    expected = {path: name for path, name in committed.items() if is_input(path, cluster, year, document)}
    present = {path.relative_to(root).as_posix(): path for path in input_files(root, cluster, year, document)}
    return expected.keys() == present.keys() and all(
        _is_blob(read_file(present[path]), expected[path]) for path in present
    )


def _is_blob(content: bytes, name: str) -> bool:
    """Whether a file is a blob of git, also where git wrote it with the line ends of Windows."""
    return any(_blob_name(one, len(name)) == name for one in (content, content.replace(b"\r\n", b"\n")))


def _blob_name(content: bytes, length: int) -> str:
    kind = "sha1" if length == 40 else "sha256"
    return hashlib.new(kind, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _pathspecs(cluster: str, year: str, document: str) -> list[str]:
    """What git calls the files that `record.is_input` chooses."""
    own, shown = f"{DATA}/{_literal(cluster)}", f"{TEMPLATES}/{_literal(document)}"
    folders = (f"{DATA}/registry", f"{own}/{year}", f"{TEMPLATES}/{SHARED}", shown)
    patterns = [SETTINGS_FILE, *(f"{folder}/*{suffix}" for folder in folders for suffix in sorted(SUFFIXES))]
    patterns += [f"{DATA}/*/{year}/{CLUSTER}.yaml", f"{TEMPLATES}/*/{DOCUMENT_TYPE_FILE}"]
    patterns += [f"{own}/{other}/{CLUSTER}.yaml" for other in sorted(adjacent_years(year))]
    return [*(f":(glob){pattern}" for pattern in patterns), f":(exclude,glob){DATA}/**/{APPROVALS_FILE}"]


def _literal(name: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", name)


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        return run_git(root, arguments)
    except PlanforgeError:
        return None
