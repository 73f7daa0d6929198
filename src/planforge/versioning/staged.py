"""The lint of what is about to be committed: the staged files themselves, not what lies in the working tree."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from planforge.diagnostics import Diagnostic, Severity
from planforge.git import Entry, Repository, open_repository, run_git
from planforge.workspace import DATA, SETTINGS_FILE, TEMPLATES

EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_YEAR_FILE = re.compile(r"data/([^/]+)/([0-9]{4})/[^/]+\.yaml")


@dataclass(frozen=True, slots=True)
class StagedFindings:
    """What the lint says of the staged files, and how many errors there are in others.

    `caused` are errors in other files that were not there before what is staged.
    """

    root: Path
    files: tuple[str, ...]
    own: tuple[Diagnostic, ...] = ()
    caused: tuple[Diagnostic, ...] = ()
    others: int = 0


def staged_files(root: Path) -> tuple[str, ...]:
    """The files of data and templates that are staged, deleted ones too, relative to the workspace."""
    repository = open_repository(root)
    against = "HEAD" if repository.has("HEAD") else EMPTY_TREE
    said = _git(root, "diff-index", "--cached", "--name-only", "-z", "--no-renames", against, "--", DATA, TEMPLATES)
    names = [name for name in os.fsdecode(said).split("\0") if name]
    return tuple(sorted(name.removeprefix(repository.prefix) for name in names))


def lint_staged(root: Path, files: Iterable[str], folder: Path, *, today: date, cache: Path) -> StagedFindings:
    """Lint the staged content, written into a folder; where only files of years are staged, only those years.

    Raises ToolError for git and the disk; `repository.failed` while a merge is unfinished.
    """
    repository = open_repository(root)
    names = tuple(files)
    tree = _git(root, "write-tree").decode().strip()
    if all(map(_YEAR_FILE.fullmatch, names)):
        only = {(match[1], match[2]) for match in map(_YEAR_FILE.fullmatch, names) if match}
        repository = _Narrowed(repository.folder, repository.prefix, repository.is_shallow, frozenset(only))
    findings = _linted(repository, tree, folder / "staged", today=today, cache=cache)
    own = tuple(one for one in findings if one.span is None or one.span.path in names)
    errors = [one for one in findings if one not in own and one.severity is Severity.ERROR]
    caused: tuple[Diagnostic, ...] = ()
    if errors and repository.has("HEAD"):
        before = _linted(repository, repository.commit("HEAD"), folder / "head", today=today, cache=cache)
        known = set(map(_without_place, before))
        caused = tuple(one for one in errors if _without_place(one) not in known)
    return StagedFindings(folder / "staged", names, own, caused, len(errors) - len(caused))


@dataclass(frozen=True)
class _Narrowed(Repository):
    """A repository of which only some cluster-years are looked at, with the templates of their documents."""

    only: frozenset[tuple[str, str]] = frozenset()

    def entries(self, commit: str, folders: Sequence[str]) -> list[Entry]:
        """The files those years need: registries and settings, and of other years the clusters."""
        found = super().entries(commit, folders)
        own = [entry.path for entry in found if entry.path.startswith(tuple(f"data/{c}/{y}/" for c, y in self.only))]
        needed = {"_shared", *(PurePosixPath(path).stem for path in own)}
        return [entry for entry in found if entry.path in own or _is_needed(entry.path, needed)]


def _is_needed(path: str, documents: set[str]) -> bool:
    parts = path.split("/")
    if parts[0] == TEMPLATES:
        return parts[1] in documents
    return len(parts) == 2 or parts[1] == "registry" or parts[-1] == "cluster.yaml"


def _linted(
    repository: Repository,
    tree: str,
    folder: Path,
    *,
    today: date,
    cache: Path,
) -> tuple[Diagnostic, ...]:
    from planforge.lint import lint
    from planforge.revision import write_revision

    folder.mkdir()
    unwritten = write_revision(repository, tree, folder)
    if not (folder / SETTINGS_FILE).is_file():
        # Before the first commit of a workspace there is nothing to compare with.
        return unwritten
    return (*unwritten, *lint(folder, today=today, cache=cache).diagnostics)


def _without_place(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.code, finding.span.path if finding.span else "", repr(sorted(finding.values.items(), key=str))


def _git(root: Path, *arguments: str) -> bytes:
    """Ask git, of the index that it gave the hook: that of `git commit FILE` is one of its own."""
    index = os.environ.get("GIT_INDEX_FILE", "")
    return run_git(root, arguments, index=str(Path(index).absolute()) if index else "")
