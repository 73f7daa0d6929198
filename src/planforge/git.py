"""The one door to git: what a repository holds is read with plumbing commands that run nothing else.

No hook, filter, text conversion, external diff, pager, file monitor, signature program or credential helper is started,
no remote is asked, and neither index nor working tree is touched. What git prints is data of a stranger.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from planforge.errors import PlanforgeError, ToolError, UserError
from planforge.spelling import nearest

SECONDS = 60
# Whatever the user's or the repository's settings say of programs to run.
_QUIET = """
core.fsmonitor=false core.hooksPath=/dev/null core.pager=cat core.attributesFile=/dev/null core.sshCommand=false
core.askPass= core.alternateRefsCommand= credential.helper= diff.external= protocol.allow=never log.showSignature=false
blame.ignoreRevsFile= gc.auto=0 maintenance.auto=false
""".split()
_OWN_SETTINGS = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_PAGER": "cat",
    "GIT_ALLOW_PROTOCOL": "",
}
# What the user may say about git as such; the rest would turn our question to another repository, or run a program.
_KEPT_SETTINGS = re.compile(r"GIT_(CONFIG_\w+|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|TEST_ASSUME_\w+)")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
# The id of a commit, its parents, the time and the name of its author, each on a line.
_FORMAT = "%H%n%P%n%aI%n%an"
_NEVER_A_REVISION = re.compile(r"[\0-\x1f\x7f]|^$")
REGULAR = frozenset({"100644", "100755", "100664"})
LINK, SUBMODULE = "120000", "160000"


class Entry(NamedTuple):
    """One file of a commit; `path` is relative to the folder that was asked for, with forward slashes."""

    mode: str
    blob: str
    size: int
    path: str


class Commit(NamedTuple):
    """Who made a commit, and when (None where it tells no time there is); `parents` are the ids of those before it."""

    id: str
    parents: tuple[str, ...]
    author: str
    date: datetime | None


class BlamedLine(NamedTuple):
    """The commit that a line belongs to (its parents are not told), and the number of the line there, from 1."""

    commit: Commit
    number: int


@dataclass(frozen=True)
class Repository:
    """The repository that a folder lies in; `prefix` leads from its top to the folder ("" or ending in a slash)."""

    folder: Path
    prefix: str
    is_shallow: bool

    def commit(self, name: str) -> str:
        """The id of the commit that a name stands for.

        Raises UserError `repository.unknown_revision`, which names near ones, or `repository.shallow`.
        """
        found = "" if _NEVER_A_REVISION.search(name) else self._resolved(name)
        if found:
            return found
        if self.is_shallow:
            raise UserError("repository.shallow", name=name)
        known = self.names()
        raise UserError(
            "repository.unknown_revision", name=name, guess=nearest(name, known), known=", ".join(known[:20])
        )

    def has(self, name: str) -> bool:
        """Whether a name stands for a commit."""
        return not _NEVER_A_REVISION.search(name) and bool(self._resolved(name))

    def _resolved(self, name: str) -> str:
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", fails=True)
        found = done.decode("ascii", "replace").strip()
        return found if _COMMIT.fullmatch(found) else ""

    def names(self) -> list[str]:
        """Its branches, branches of remotes, and tags."""
        kinds = ("refs/heads", "refs/remotes", "refs/tags")
        said = self._run("for-each-ref", "--format=%(refname:short)", *kinds, fails=True)
        return _text(said).splitlines()

    def merge_base(self, one: str, other: str) -> str:
        """The commit where two went apart; empty where they share no history that is known."""
        found = _text(self._run("merge-base", one, other, fails=True)).strip()
        return found if _COMMIT.fullmatch(found) else ""

    def entries(self, commit: str, folders: Sequence[str]) -> list[Entry]:
        """All files of a commit below some folders of ours; a folder that is a link or a submodule is one entry."""
        paths = [f"{self.prefix}{folder}" for folder in folders]
        said = self._run("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *paths)
        return [_entry(row, self.prefix) for row in os.fsdecode(said).split("\0") if row]

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """The bytes of blobs, in the order asked for."""
        wanted = list(blobs)
        if not wanted:
            return
        said = self._run("cat-file", "--batch", given="\n".join(wanted).encode())
        start = 0
        for blob in wanted:
            end = said.index(b"\n", start)
            head = said[start:end].split()
            if len(head) != 3 or head[1] != b"blob":
                raise ToolError("repository.failed", detail=f"{blob}: {_text(said[start:end])}")
            size = int(head[2])
            yield said[end + 1 : end + 1 + size]
            start = end + size + 2

    def commits(self, base: str, head: str, paths: Sequence[str] = ()) -> list[Commit]:
        """The commits of `base..head`, the newest first; only those that touched some paths of ours, where given."""
        return _commits(self._run("log", "-z", "--topo-order", f"--format={_FORMAT}", f"{base}..{head}", "--", *paths))

    def newest_commit(self, head: str, paths: Sequence[str]) -> Commit | None:
        """The newest commit up to `head` that touched some paths of ours."""
        found = _commits(self._run("log", "-1", "-z", f"--format={_FORMAT}", head, "--", *paths, fails=True))
        return found[0] if found else None

    def blame(self, head: str, path: str) -> list[BlamedLine]:
        """For each line of a file at `head` the commit that wrote it; empty where git cannot tell."""
        # Whitespace, moved and copied lines count as changes: what is asked is who wrote this line.
        return self._blamed(head, path)

    def last_seen(self, base: str, head: str, path: str) -> list[BlamedLine]:
        """For each line of a file at `base` the last commit of `base..head` that still has it."""
        return self._blamed("--reverse", f"{base}..{head}", path)

    def _blamed(self, *arguments: str) -> list[BlamedLine]:
        *options, path = arguments
        found = list(_lines_of(self._run("blame", "--porcelain", "--no-textconv", *options, "--", path, fails=True)))
        # Names are asked for apart: blame takes them from a file of the working tree, which may be a stranger's.
        names = "\n".join(dict.fromkeys(commit for commit, _ in found))
        options = ["--no-walk=unsorted", "-z", f"--format={_FORMAT}", "--stdin"]
        said = self._run("log", *options, given=names.encode()) if names else b""
        commits = {one.id: one for one in _commits(said)}
        return [BlamedLine(commits[commit], number) for commit, number in found]

    def content(self, commit: str, path: str) -> bytes:
        """The bytes of one file of a commit; empty where there is none."""
        found = [entry for entry in self.entries(commit, [path]) if entry.path == path and entry.mode in REGULAR]
        return next(self.contents(entry.blob for entry in found), b"")

    @cached_property
    def user_name(self) -> str:
        """The name that commits of this user get; empty where none is set."""
        return _text(self._run("config", "--get", "user.name", fails=True)).strip()

    def _run(self, *arguments: str, given: bytes = b"", fails: bool = False) -> bytes:
        return run_git(self.folder, arguments, given, fails=fails)


def open_repository(folder: Path) -> Repository:
    """The repository that a folder lies in.

    Raises ToolError `repository.no_git`, `repository.unsafe`, UserError `repository.none`.
    """
    said = run_git(folder, ("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"))
    inside, shallow, prefix = (*os.fsdecode(said).split("\n"), "", "")[:3]
    if inside != "true":
        raise UserError("repository.none", path=str(folder))
    return Repository(folder, prefix, shallow == "true")


def run_git(
    folder: Path, arguments: Sequence[str], given: bytes = b"", *, fails: bool = False, index: str = ""
) -> bytes:
    """Run a plumbing command in a folder and return what it prints; one that `fails` prints nothing.

    `index` is the file of the index where it is not the usual one: git gives a hook one of its own.

    Raises ToolError `repository.no_git`, `repository.slow`, `repository.unsafe`, `repository.failed`; UserError
    `repository.none`.
    """
    done = _done(folder, arguments, given, index)
    if not done.returncode:
        return done.stdout
    problem = _problem(_text(done.stderr).strip(), folder)
    if fails and problem.code == "repository.failed":
        return b""
    raise problem


def merge_lines(base: Path, ours: Path, theirs: Path, labels: tuple[str, str]) -> tuple[int, bytes]:
    """Three versions of a file merged by line: how many conflicts (an error of git where not 0 to 127), and the result.

    `labels` stand on the marks of a conflict. Raises ToolError as `run_git` does.
    """
    paths = [str(path.absolute()) for path in (ours, base, theirs)]
    done = _done(ours.absolute().parent, ("merge-file", "-p", "-L", labels[0], "-L", "base", "-L", labels[1], *paths))
    return done.returncode, done.stdout


def _done(
    folder: Path, arguments: Sequence[str], given: bytes = b"", index: str = ""
) -> subprocess.CompletedProcess[bytes]:
    settings = [part for setting in _QUIET for part in ("-c", setting)]
    options = ("--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs")
    command = ["git", *options, *settings, *arguments]
    try:
        return subprocess.run(
            command, cwd=folder, env=_environment(index), input=given, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ToolError("repository.slow", command=arguments[0], seconds=SECONDS) from error
    except OSError as error:
        raise ToolError("repository.no_git", detail=error.strerror or str(error)) from error


def _environment(index: str) -> Mapping[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or _KEPT_SETTINGS.match(name)
    }
    return {**kept, **_OWN_SETTINGS, **({"GIT_INDEX_FILE": index} if index else {})}


def _problem(said: str, folder: Path) -> PlanforgeError:
    if "dubious ownership" in said:
        return ToolError("repository.unsafe", path=str(folder))
    if "not a git repository" in said:
        return UserError("repository.none", path=str(folder))
    return ToolError("repository.failed", detail=said.partition("\n")[0][:300])


def _text(said: bytes) -> str:
    return said.decode("utf-8", "replace")


def _entry(row: str, prefix: str) -> Entry:
    head, _, path = row.partition("\t")
    mode, _kind, blob, size = head.split()
    return Entry(mode, blob, int(size) if size.isdecimal() else 0, path.removeprefix(prefix))


def _commits(said: bytes) -> list[Commit]:
    return [_commit(row) for row in _text(said).split("\0") if row.strip()]


def _commit(row: str) -> Commit:
    name, parents, moment, author = (*row.strip("\n").split("\n", 3), "", "", "")[:4]
    return Commit(name, tuple(parents.split()), author.strip(), _moment(moment))


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
        # A stranger's clock may say what no other time zone can.
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment


def _lines_of(said: bytes) -> Iterator[tuple[str, int]]:
    """The commit of each line, and its number there."""
    commit, number = "", 0
    for line in said.split(b"\n"):
        if line.startswith(b"\t"):
            yield commit, number
            continue
        first, _, rest = _text(line).partition(" ")
        if _COMMIT.fullmatch(first):
            commit, number = first, int(rest.split(" ")[0])
