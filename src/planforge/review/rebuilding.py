"""A stamped paper built once more, from what its stamp says it was made of, or from what comes nearest to that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from planforge.convert.papers import ConvertedPaper
from planforge.errors import PlanforgeError
from planforge.fonts import find_font
from planforge.git import Repository, open_repository
from planforge.output import staged, working_cache
from planforge.pipeline import load_writers, make_papers
from planforge.record import readable
from planforge.revision import write_revision
from planforge.stamp.stamp import Inputs, Stamp, make_stamp
from planforge.workspace import list_documents, list_years


class Ground(StrEnum):
    """What a paper was built from once more."""

    COMMIT = "commit"
    WORKSPACE = "workspace"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A paper built once more: its bytes, from what, and whether that is what the stamp names.

    `contradicted` tells that the files of the commit are others than those the stamp says were in it.
    """

    content: bytes = b""
    ground: Ground = Ground.NOTHING
    exact: bool = False
    contradicted: bool = False


def repository_of(root: Path) -> Repository | None:
    """The repository of a workspace; None where there is none that can be read."""
    try:
        return open_repository(root)
    except PlanforgeError:
        return None


def rebuild(root: Path, repository: Repository | None, stamp: Stamp, form: str) -> Rebuilt:
    """Build the paper of a stamp as "docx" or "pdf": from its commit, else from the workspace as it is.

    Where neither makes the paper, there are no bytes. Raises ToolError.
    """
    known = repository is not None and bool(stamp.commit) and repository.has(stamp.commit)
    is_here = present(root, stamp) == (True, True)
    if repository is not None and known and not (stamp.uncommitted and is_here):
        with staged() as folder:
            write_revision(repository, stamp.commit, folder)
            exact = present(folder, stamp) == (True, True)
            content = _built(folder, stamp, form) if exact or not is_here else b""
            if content:
                return Rebuilt(content, Ground.COMMIT, exact, contradicted=not exact and not stamp.uncommitted)
    content = _built(root, stamp, form)
    if not content:
        return Rebuilt()
    return Rebuilt(content, Ground.WORKSPACE, is_here, contradicted=known and not stamp.uncommitted)


def present(root: Path, stamp: Stamp) -> tuple[bool, bool] | None:
    """Whether the data and the templates of a folder are those of a stamp; None where the folder has no such paper."""
    with readable(root):
        for document in _documents(root, stamp):
            made = make_stamp(root, *_year(stamp), document, Inputs())
            return made.data == stamp.data, made.template == stamp.template
    return None


def _year(stamp: Stamp) -> tuple[str, str]:
    cluster, year, _ = stamp.document.split("/")
    return cluster, year


def _documents(root: Path, stamp: Stamp) -> Iterator[str]:
    """The documents that the paper may be one of: of its name, or of a name that it goes on from with a dash."""
    name = stamp.document.rpartition("/")[2]
    if _year(stamp) in list_years(root):
        documents = list_documents(root, *_year(stamp))
        yield from sorted((one for one in documents if f"{name}-".startswith(f"{one}-")), key=len, reverse=True)


def _built(root: Path, stamp: Stamp, form: str) -> bytes:
    """The bytes of the paper with its own stamp, as a folder makes it; nothing where it makes none."""
    with working_cache() as cache:
        paper = _paper(root, stamp, cache)
        if paper is None:
            return b""
        return load_writers((form,), find_font().choice, cache)[form](paper.paper, replace(stamp))


def _paper(root: Path, stamp: Stamp, cache: Path) -> ConvertedPaper | None:
    with readable(root):
        for document in _documents(root, stamp):
            made = make_papers(root, *_year(stamp), (document,), cache=cache).value
            for paper in made or ():
                if paper.name == stamp.document.rpartition("/")[2]:
                    return paper
    return None
