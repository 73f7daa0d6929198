"""The hook that checks the staged data before a commit; one that was there before runs first, and comes back later."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from planforge.output import writable

MARK = "# planforge git-setup"
BEFORE = "pre-commit.before-planforge"
# The program is looked for: a hook whose program was deleted must not keep people from committing.
SCRIPT = """#!/bin/sh
{mark}
before="$(dirname -- "$0")/{before}"
if test -x "$before"; then "$before" "$@" || exit; fi
python={python}
if ! test -x "$python"; then
  echo "planforge: $python ? (planforge git-setup)" >&2
  exit 0
fi
check() {{
  test -e "$1/data/planforge.yaml" || return 0
  "$python" -P -m planforge --workspace "$1" git-staged || failed=1
}}
failed=0
{checks}
exit "$failed"
"""


class Hook(StrEnum):
    """What became of the hook."""

    WRITTEN = "written"
    CHAINED = "chained"
    NONE = "none"
    REMOVED = "removed"
    RESTORED = "restored"
    NOT_OURS = "not_ours"
    KEPT = "kept"


def write_hook(hook: Path, python: str, prefixes: Sequence[str]) -> Hook:
    """Write the hook for some workspaces; another one there is kept beside it, and runs first."""
    quoted = ["'" + text.replace("'", "'\\''") + "'" for text in (python, *(prefix or "." for prefix in prefixes))]
    checks = "\n".join(f"check {prefix}" for prefix in quoted[1:])
    script = SCRIPT.format(mark=MARK, before=BEFORE, python=quoted[0], checks=checks)
    kept = hook.with_name(BEFORE)
    with writable(hook):
        hook.parent.mkdir(parents=True, exist_ok=True)
        if _is_there(hook) and not _is_ours(hook):
            # Of two kept ones the first would be lost.
            if _is_there(kept):
                raise FileExistsError(17, "File exists", str(kept))
            hook.rename(kept)
        staged = hook.with_name(f".{hook.name}.planforge")
        staged.write_bytes(script.encode("utf-8", "surrogateescape"))
        staged.chmod(0o755)
        staged.replace(hook)
    return Hook.CHAINED if _is_there(kept) else Hook.WRITTEN


def remove_hook(hook: Path) -> Hook:
    """Take our hook away and put the one back that was there before; a hook of somebody else stays."""
    kept = hook.with_name(BEFORE)
    if not _is_ours(hook):
        if _is_there(kept):
            return Hook.KEPT
        return Hook.NOT_OURS if _is_there(hook) else Hook.NONE
    with writable(hook):
        if _is_there(kept):
            kept.replace(hook)
            return Hook.RESTORED
        hook.unlink()
    return Hook.REMOVED


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _is_ours(hook: Path) -> bool:
    if hook.is_symlink() or not hook.is_file():
        return False
    with writable(hook):
        return MARK.encode() in hook.read_bytes()[:200].splitlines()
