"""What `git-setup` writes into a repository, and takes away again: settings, attributes, a hook. None is committed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from planforge.errors import ToolError
from planforge.git import open_repository, run_git
from planforge.output import writable
from planforge.versioning.hook import Hook, remove_hook, write_hook

DIFF = "diff.planforge-document"
MERGE = "merge.planforge-yaml"
CACHE = "refs/notes/textconv/planforge-document"
BEGIN, END = b"# planforge: begin\n", b"# planforge: end\n"
_BLOCK = re.compile(re.escape(BEGIN) + b".*?" + re.escape(END), re.DOTALL)
_PATTERN_SIGN = re.compile(r"([*?\[\\!#])")


class Step(StrEnum):
    """What was done: the codes of the messages that say so."""

    TEXT = "git.text_set"
    MERGING = "git.merge_set"
    HOOK = "git.hook_set"
    HOOK_BEFORE = "git.hook_before"
    HOOK_ELSEWHERE = "git.hook_elsewhere"
    REMOVED = "git.removed"
    NOTHING = "git.nothing_to_remove"
    HOOK_OTHER = "git.hook_other"
    HOOK_KEPT = "git.hook_kept"


@dataclass(frozen=True, slots=True)
class Done:
    """One step with the values of its message."""

    step: Step
    path: str = ""
    line: str = ""


def set_up(root: Path) -> list[Done]:
    """Teach the repository of a workspace; a second time brings up to date what the first one wrote.

    Raises UserError `repository.none`, ToolError for git and the disk.
    """
    prefix = open_repository(root).prefix
    for name, value in _settings():
        _git(root, "config", "--local", "--replace-all", name, value)
    attributes = _attributes(root)
    with writable(attributes):
        attributes.parent.mkdir(parents=True, exist_ok=True)
        before = attributes.read_bytes() if attributes.exists() else b""
        prefixes = _prefixes(before) | {prefix}
        # Ahead of what is there: the later line wins, so that the user's own attributes hold.
        attributes.write_bytes(_block(prefixes) + _BLOCK.sub(b"", before))
    return [Done(Step.TEXT), Done(Step.MERGING), *_hooked(root, sorted(prefixes))]


def take_away(root: Path) -> list[Done]:
    """Take away what `set_up` wrote, and nothing else. Raises as it does."""
    open_repository(root)
    found = False
    for section in (DIFF, MERGE):
        if _git(root, "config", "--local", "--get-regexp", f"^{re.escape(section)}\\.", fails=True):
            _git(root, "config", "--local", "--remove-section", section)
            found = True
    if _git(root, "for-each-ref", CACHE):
        _git(root, "update-ref", "-d", CACHE)
    attributes = _attributes(root)
    if attributes.is_file():
        with writable(attributes):
            before = attributes.read_bytes()
            after = _BLOCK.sub(b"", before)
            found |= before != after
            if after:
                attributes.write_bytes(after)
            elif before:
                attributes.unlink()
    outcome = remove_hook(_own_hooks(root))
    found |= outcome in {Hook.REMOVED, Hook.RESTORED}
    left = {Hook.NOT_OURS: Step.HOOK_OTHER, Hook.KEPT: Step.HOOK_KEPT}.get(outcome)
    told = [Done(left, str(_own_hooks(root)))] if left and (found or outcome is Hook.KEPT) else []
    return [Done(Step.REMOVED if found else Step.NOTHING), *told]


def program_words() -> str:
    """This very program for a shell; what lies in the folder git runs it in is no module of Python's (`-P`)."""
    return f"{quoted(_python())} -P -m planforge"


def quoted(text: str) -> str:
    """A text as one word of a POSIX shell, which git uses on every system."""
    return "'" + text.replace("'", "'\\''") + "'"


def _python() -> str:
    return Path(sys.executable).as_posix()


def _settings() -> Iterator[tuple[str, str]]:
    """Without the program (an environment that was deleted) git must go on, and a merge must lose nothing."""
    there = f"test -x {quoted(_python())}"
    gone = "echo 'planforge: ?'"
    yield f"{DIFF}.textconv", f'f() {{ if {there}; then {program_words()} git-text "$1"; else {gone}; fi; }}; f'
    yield f"{DIFF}.cachetextconv", "true"
    yield f"{MERGE}.name", "planforge: YAML by record"
    by_record = f"{program_words()} git-merge %O %A %B %P"
    yield f"{MERGE}.driver", f"if {there}; then {by_record}; else git merge-file %A %O %B; fi"


def _block(prefixes: set[str]) -> bytes:
    lines = ["*.docx diff=planforge-document", "*.pdf diff=planforge-document"]
    lines += [f"{_pattern(f'{prefix}data/')} merge=planforge-yaml" for prefix in sorted(prefixes)]
    return BEGIN + "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape") + END


def _pattern(folder: str) -> str:
    """All YAML files below a folder, as gitattributes names them: quoted where there is a blank or a quote in it."""
    pattern = _PATTERN_SIGN.sub(r"\\\1", folder) + "**/*.yaml"
    if not re.search(r'[\s"\\]', pattern):
        return pattern
    return '"' + pattern.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _prefixes(attributes: bytes) -> set[str]:
    """The workspaces that were set up before, by the lines in our block."""
    block = _BLOCK.search(attributes)
    found = set()
    for line in block[0].decode("utf-8", "surrogateescape").splitlines() if block else ():
        pattern, _, what = line.rpartition(" ")
        if what == "merge=planforge-yaml":
            if pattern.startswith('"'):
                pattern = re.sub(r"\\(.)", r"\1", pattern[1:-1])
            found.add(re.sub(r"\\(.)", r"\1", pattern.removesuffix("data/**/*.yaml")))
    return found


def _hooked(root: Path, prefixes: list[str]) -> list[Done]:
    elsewhere = _hooks_path(root)
    if elsewhere:
        line = " && ".join(f"{program_words()} --workspace {quoted(prefix or '.')} git-staged" for prefix in prefixes)
        return [Done(Step.HOOK_ELSEWHERE, elsewhere, line)]
    hook = _own_hooks(root)
    outcome = write_hook(hook, _python(), prefixes)
    kept = [Done(Step.HOOK_BEFORE, str(hook))] if outcome is Hook.CHAINED else []
    return [Done(Step.HOOK, str(hook)), *kept]


def _hooks_path(root: Path) -> str:
    """Where the user's settings say that hooks are; empty where git has its usual folder."""
    said = _git(root, "config", "--show-scope", "--get-all", "core.hooksPath", fails=True)
    rows = [row.split("\t", 1) for row in os.fsdecode(said).splitlines()]
    return next((row[1] for row in reversed(rows) if len(row) == 2 and row[0] != "command"), "")


def _own_hooks(root: Path) -> Path:
    return _common_folder(root) / "hooks" / "pre-commit"


def _attributes(root: Path) -> Path:
    return _common_folder(root) / "info" / "attributes"


def _common_folder(root: Path) -> Path:
    """The folder of the repository that all its work trees share."""
    said = os.fsdecode(_git(root, "rev-parse", "--git-common-dir")).rstrip("\n")
    folder = Path(said)
    with suppress(OSError):
        return (root / folder).resolve()
    raise ToolError("repository.failed", detail=said)


def _git(root: Path, *arguments: str, fails: bool = False) -> bytes:
    return run_git(root, arguments, fails=fails)
