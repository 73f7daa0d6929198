"""The folder with what was found between two files: put in place whole, and never over anything but its own kind."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from planforge.errors import UserError
from planforge.output import staged, writable
from planforge.workspace import read_file

# Lists what was written, so that nobody's work on these files is lost when they are written again.
MARK = ".planforge-diff"


def folder_beside(path: Path) -> Path:
    """Where the results for a file go: beside it, but never into the folder of other results."""
    place = path.absolute().parent
    while (place / MARK).is_file():
        place = place.parent
    return place / f"{path.stem}.diff"


def check_results(folder: Path) -> None:
    """Raise UserError when a folder holds anything that would be lost: `diff.not_ours`, `diff.no_folder`."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UserError("diff.no_folder", path=str(folder))
    if not folder.exists():
        return
    known = _known(folder)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name == MARK or (path.is_dir() and not path.is_symlink()):
            continue
        if path.is_symlink() or known.get(name) != _hash(path):
            raise UserError("diff.not_ours", path=str(folder), name=name)


def write_results(folder: Path, fill: Callable[[Path], None]) -> None:
    """Have a folder filled beside its place, then put it there instead of the earlier one; both or neither.

    Raises UserError as `check_results` does, ToolError `tool.disk`, and what `fill` raises.
    """
    check_results(folder)
    with writable(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with staged(folder.parent) as staging:
            made = staging / "made"
            made.mkdir()
            fill(made)
            files = sorted(path for path in made.rglob("*") if path.is_file())
            table = {path.relative_to(made).as_posix(): _hash(path) for path in files}
            (made / MARK).write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            # Somebody may have worked on them in the meantime.
            check_results(folder)
            if folder.exists():
                folder.rename(staging / "earlier")
            try:
                made.rename(folder)
            except OSError:
                if (staging / "earlier").exists():
                    (staging / "earlier").rename(folder)
                raise


def _known(folder: Path) -> dict[str, str]:
    try:
        said = json.loads(read_file(folder / MARK))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(name): str(value) for name, value in said.items()} if isinstance(said, dict) else {}


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(read_file(path)).hexdigest()
    except OSError:
        return ""
