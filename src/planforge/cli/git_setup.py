"""`planforge git-setup`, and the commands that git itself calls then."""

from __future__ import annotations

from pathlib import Path

import click

from planforge.cli.workspace import workspace_root
from planforge.errors import PlanforgeError
from planforge.language import message


def git_setup_command(language: str, workspace: Path | None, remove: bool) -> int:
    """Set the repository of the workspace up, or take away what was set up; says each step."""
    from planforge.versioning.setup import set_up, take_away

    root = workspace_root(workspace)
    for done in take_away(root) if remove else set_up(root):
        click.echo(message(done.step, language, {"path": done.path}))
        if done.line:
            click.echo(f"  {done.line}")
    return 0


def text_command(file: Path) -> int:
    """The text of a document for git; of one that cannot be read, a line that says so: git must go on."""
    from planforge.versioning.document_text import document_lines

    language = "vi"
    try:
        for line in document_lines(file):
            click.echo(line)
    except PlanforgeError as error:
        # git hands over a passing copy, whose name says nothing.
        said = message(error.code, language, {**error.values, "path": file.suffix.lstrip(".").upper()})
        click.echo(message("git.no_text", language, {"problem": said}))
    return 0


def merge_command(language: str, base: Path, ours: Path, theirs: Path, name: str) -> int:
    """Merge three versions of a YAML file into `ours`, as git asks for it; 1 where people must decide."""
    from planforge.output import writable
    from planforge.versioning.conflict_words import conflict_lines
    from planforge.versioning.merge_file import Labels, merge_file

    labels = Labels(message("merge.ours", language), message("merge.theirs", language))
    with writable(ours):
        outcome = merge_file(base, ours, theirs, labels)
        ours.write_bytes(outcome.content)
    values = {"path": name}
    if outcome.by_line and not outcome.clean:
        code = "merge.by_line_broken" if outcome.broken else "merge.by_line"
        click.echo(message(code, language, values), err=True)
    for conflict in outcome.conflicts:
        click.echo(conflict_lines(conflict, name, language), err=True)
    return 0 if outcome.clean else 1


def staged_command(language: str, workspace: Path | None) -> int:
    """Lint what is staged; 1 when a staged file has an error, or when what is staged breaks another file."""
    from planforge.versioning.staged import lint_staged, staged_files

    root = workspace_root(workspace)
    files = staged_files(root)
    if not files:
        return 0
    from planforge.cli.findings import count_findings
    from planforge.cli.report import report
    from planforge.diagnostics import has_errors
    from planforge.output import staged, working_cache
    from planforge.toolchain import today

    with staged() as folder, working_cache() as cache:
        found = lint_staged(root, files, folder, today=today(), cache=cache)
        shown = (*found.own, *found.caused)
        report(shown, found.root, language)
    if found.others:
        click.echo(message("staged.others", language, {"count": found.others}), err=True)
    if shown:
        click.echo(count_findings(shown, language), err=True)
    if not has_errors(shown):
        return 0
    click.echo(message("staged.stopped", language), err=True)
    return 1
