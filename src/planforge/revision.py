"""The data and templates of a commit, written into a folder: what a build reads, and nothing that leads out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from planforge.diagnostics import Diagnostic, Span
from planforge.git import LINK, REGULAR, SUBMODULE, Entry, Repository
from planforge.output import writable
from planforge.workspace import DATA, TEMPLATES

FOLDERS = (DATA, TEMPLATES)
# What the program reads; pictures, drafts and archives that lie beside are nothing to it.
ENDINGS = frozenset({".yaml", ".yml", ".j2", ".json"})
MOST_FILES = 20_000
MOST_BYTES_OF_A_FILE = 10_000_000
MOST_BYTES = 50_000_000
MOST_NESTED = 20
# Where a name is the system's own, or means another drive or stream there.
_NOT_IN_NAMES = frozenset('\\:*?"<>|')


def write_revision(repository: Repository, commit: str, folder: Path) -> tuple[Diagnostic, ...]:
    """Write `data/` and `templates/` of a commit into a folder of ours, with the bytes that git has.

    Only regular files are written; a link, a submodule, an odd name, a file too large are findings that name the file
    (`revision.…`). Raises ToolError for git and the disk.
    """
    entries = [entry for entry in repository.entries(commit, FOLDERS) if _concerns(entry)]
    if len(entries) > MOST_FILES:
        return (Diagnostic("revision.too_many", Span(DATA), {"count": len(entries), "most": MOST_FILES}),)
    findings = {entry.path: finding for entry in entries for finding in _findings(entry)}
    wanted = [entry for entry in entries if entry.path not in findings]
    size = sum(entry.size for entry in wanted)
    if size > MOST_BYTES:
        values = {"megabytes": size // 1_000_000, "most": MOST_BYTES // 1_000_000}
        return (*findings.values(), Diagnostic("revision.too_much", Span(DATA), values))
    with writable(folder):
        for entry, content in zip(wanted, repository.contents(entry.blob for entry in wanted), strict=True):
            path = folder / entry.path
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("xb") as file:
                    file.write(content)
            except (FileExistsError, NotADirectoryError):
                # Two names that this disk takes for one, or a file and a folder of one name.
                findings[entry.path] = Diagnostic("revision.odd_name", Span(entry.path))
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    return tuple(findings.values())


def _concerns(entry: Entry) -> bool:
    """Whether the program would read it; what is no regular file may stand for a whole folder."""
    return entry.mode not in REGULAR or PurePosixPath(entry.path).suffix in ENDINGS


def _findings(entry: Entry) -> Iterator[Diagnostic]:
    span = Span(entry.path)
    if entry.mode == LINK:
        yield Diagnostic("revision.link", span)
    elif entry.mode == SUBMODULE:
        yield Diagnostic("revision.submodule", span)
    elif entry.mode not in REGULAR or not _is_plain(entry.path):
        yield Diagnostic("revision.odd_name", span)
    elif entry.size > MOST_BYTES_OF_A_FILE:
        yield Diagnostic(
            "revision.too_large",
            span,
            {"megabytes": entry.size // 1_000_000, "most": MOST_BYTES_OF_A_FILE // 1_000_000},
        )


def _is_plain(path: str) -> bool:
    """Whether a path leads down from the folder on every system, and can be shown."""
    parts = path.split("/")
    return len(parts) <= MOST_NESTED and all(
        part not in {"", ".", ".."}
        and part.lower() != ".git"
        and part.isprintable()
        and not _NOT_IN_NAMES & set(part)
        and len(part.encode("utf-8", "surrogateescape")) <= 200
        for part in parts
    )
