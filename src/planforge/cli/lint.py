"""`planforge lint`: what is wrong with the data and templates of a workspace, or with a raw text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from planforge.cli.findings import checked_format, count_findings, show_findings
from planforge.cli.formats import FORMAT_NAMES, TEXT
from planforge.cli.workspace import shown_path, workspace_root
from planforge.diagnostics import Diagnostic
from planforge.errors import PlanforgeError, UserError
from planforge.fixing import fix_files
from planforge.language import message
from planforge.lint import Linted, lint, lint_settings, lint_text, resolve_years
from planforge.model.lint_settings import LintSettings
from planforge.output import working_cache
from planforge.record import readable
from planforge.source import decode
from planforge.toolchain import today
from planforge.workspace import find_workspace, read_file

# A correction can lay bare another one; a third round would already be strange.
FIXING_ROUNDS = 5


def lint_command(
    language: str,
    workspace: Path | None,
    paths: tuple[Path, ...],
    text_files: tuple[Path, ...],
    form: str,
    fix: bool,
) -> int:
    """Show the findings in the paths given, or everywhere; 1 when one of them is an error."""
    checked_format(form, FORMAT_NAMES)
    if text_files:
        if paths or fix:
            raise UserError("lint.text_alone")
        return _lint_texts(text_files, workspace, form, language)
    root = workspace_root(workspace)
    wanted = [_inside(root, path) for path in paths]
    with working_cache() as cache, readable(root):
        linted = _linted(root, cache)
        changed = _fix(root, cache, linted, wanted) if fix else []
        linted = _linted(root, cache) if changed else linted
    shown = [one for one in linted.diagnostics if not wanted or _concerns(one, wanted)]
    code = show_findings(shown, form, root, language)
    if form == TEXT:
        for path in changed:
            click.echo(message("lint.fixed", language, {"path": shown_path(root / path)}))
        left = sum(1 for edit in linted.edits if not wanted or _is_within(edit.path, wanted))
        click.echo(count_findings(shown, language))
        if left and not fix:
            click.echo(message("lint.fixable", language, {"count": left}))
    return code


def _linted(root: Path, cache: Path) -> Linted:
    return lint(root, today=today(), cache=cache)


def _fix(root: Path, cache: Path, linted: Linted, wanted: Sequence[str]) -> list[str]:
    """Write corrections until none is left; the files that changed."""
    changed: dict[str, None] = {}
    for _ in range(FIXING_ROUNDS):
        edits = [edit for edit in linted.edits if not wanted or _is_within(edit.path, wanted)]
        written = fix_files(root, edits, linted.read)
        if not written:
            break
        changed |= dict.fromkeys(written)
        linted = _linted(root, cache)
    return list(changed)


def _inside(root: Path, path: Path) -> str:
    """A path as findings name it; UserError when it is not there or not of this workspace."""
    absolute = path.absolute()
    if not absolute.exists():
        raise UserError("lint.no_such_path", path=str(path))
    try:
        return absolute.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise UserError("lint.outside", path=str(path)) from None


def _concerns(finding: Diagnostic, wanted: Iterable[str]) -> bool:
    return finding.span is not None and _is_within(finding.span.path, wanted)


def _is_within(path: str, wanted: Iterable[str]) -> bool:
    return any(one in {".", path} or path.startswith(f"{one}/") for one in wanted)


def _lint_texts(files: Iterable[Path], workspace: Path | None, form: str, language: str) -> int:
    """Raw texts: paragraphs, not YAML; the workspace, if there is one, gives the names that hold."""
    settings, years = LintSettings(), None
    try:
        found = workspace_root(workspace) if workspace else find_workspace(Path.cwd())
    except PlanforgeError:
        if workspace:
            raise
    else:
        with readable(found):
            settings = lint_settings(found)
            years = resolve_years(found, today=today()).years
    findings: list[Diagnostic] = []
    for file in files:
        with readable(file):
            decoded = decode(shown_path(file), read_file(file))
        findings += decoded.diagnostics
        if decoded.value is not None:
            findings += lint_text(shown_path(file), decoded.value, years, settings).diagnostics
    code = show_findings(findings, form, None, language)
    if form == TEXT:
        click.echo(count_findings(findings, language))
    return code
