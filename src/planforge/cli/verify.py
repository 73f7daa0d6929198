"""`planforge verify`: what a finished file was made of, and whether anybody changed it since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from planforge import __version__
from planforge.cli.run import complain
from planforge.cli.workspace import shown_path, workspace_root
from planforge.errors import PlanforgeError, UserError
from planforge.language import message
from planforge.review.authenticity import Authenticity, Standing, examine
from planforge.review.differences import Difference
from planforge.review.rebuilding import Ground
from planforge.workspace import find_workspace

SHOWN_DIFFERENCES = 20
COLOURS = {
    Standing.UNTOUCHED: "green",
    Standing.RESAVED: "yellow",
    Standing.ALTERED: "red",
    Standing.UNKNOWN: "yellow",
    Standing.FOREIGN: "red",
}


def verify_command(language: str, workspace: Path | None, files: tuple[Path, ...]) -> int:
    """Say of each file what it is; 1 when one is altered, unknown, not ours, or cannot be read."""
    missing = next((path for path in files if not path.exists()), None)
    if missing is not None:
        raise UserError("check.no_such_file", path=str(missing))
    code = 0
    for number, path in enumerate(files):
        if number:
            click.echo()
        try:
            found = examine(path, _root(workspace, path))
        except UserError as error:
            complain(error, language)
            code = 1
            continue
        for line in _lines(shown_path(path), found, language):
            click.echo(line)
        code = max(code, 0 if found.is_ours else 1)
    return code


def _root(workspace: Path | None, path: Path) -> Path | None:
    """The workspace asked for, else the one that people stand in, else the one that the file lies in."""
    if workspace is not None:
        return workspace_root(workspace)
    for start in (Path.cwd(), path.absolute().parent):
        try:
            return find_workspace(start)
        except PlanforgeError:
            continue
    return None


def _lines(path: str, found: Authenticity, language: str) -> Iterator[str]:
    def said(code: str, **values: object) -> str:
        return message(f"verify.{code}", language, values)

    verdict = said(f"is_{found.standing}")
    yield f"{click.style(path, bold=True)}: {click.style(verdict, fg=COLOURS[found.standing], bold=True)}"
    if found.stamp is None:
        if found.anchored:
            yield f"  {said('anchored')}"
        return
    stamp = found.stamp
    yield f"  {said('document', document=stamp.document)}"
    yield f"  {_commit(found, language)}"
    yield f"  {said('made_of', data=stamp.data[:12], template=stamp.template[:12], version=stamp.version)}"
    yield f"  {_present(found, language)}"
    for code in _reasons(found):
        yield f"  {said(code, version=stamp.version, present=__version__)}"
    for difference in found.differences[:SHOWN_DIFFERENCES]:
        yield f"  {_difference(difference, language)}"
    if len(found.differences) > SHOWN_DIFFERENCES:
        yield f"  {said('more', count=len(found.differences) - SHOWN_DIFFERENCES)}"


def _commit(found: Authenticity, language: str) -> str:
    """The commit in words: who made it when, where the repository has it."""
    stamp = found.stamp
    if stamp is None or not stamp.commit:
        return message("verify.all_uncommitted" if stamp and stamp.uncommitted else "verify.no_commit", language)
    short, commit = stamp.commit[:12], found.commit
    if commit is None:
        return message("verify.commit_elsewhere", language, {"commit": short})
    day = f"{commit.date.day}/{commit.date.month}/{commit.date.year}" if commit.date else "…"
    values = {"commit": short, "date": day, "author": commit.author or "…"}
    return message("verify.on_commit" if stamp.uncommitted else "verify.of_commit", language, values)


def _present(found: Authenticity, language: str) -> str:
    """Whether the workspace would make the same now."""
    if found.present is None:
        return message("verify.not_here", language)
    data, template = found.present
    if data and template:
        code = "verify.current" if found.of_this_version else "verify.other_version"
        return message(code, language, {"present": __version__})
    changed = {(False, True): "data_changed", (True, False): "template_changed", (False, False): "both_changed"}
    return message(f"verify.{changed[data, template]}", language)


def _reasons(found: Authenticity) -> Iterator[str]:
    """What the verdict rests on, as codes of messages."""
    rebuilt = found.rebuilt
    if rebuilt.contradicted:
        yield "contradicted"
    if found.proven:
        yield "proven"
    elif rebuilt.ground is Ground.NOTHING:
        yield "sealed_only" if found.sealed else "broken_seal_only"
    elif not rebuilt.exact:
        yield "against_commit" if rebuilt.ground is Ground.COMMIT else "against_workspace"
    if found.sealed and found.standing is Standing.ALTERED:
        yield "forged"
    if found.standing is Standing.RESAVED:
        yield "look_not_compared"
    if found.differences and not found.of_this_version:
        yield "perhaps_version"


def _difference(difference: Difference, language: str) -> str:
    """A place with the words that were there and those that are."""
    values = {
        "old": difference.old,
        "new": difference.new,
        "paragraph": difference.paragraph,
        "page": difference.page or "",
    }
    if difference.margin:
        place = message("verify.in_margin", language)
    else:
        place = message("report.on_page" if difference.page else "report.in_file", language, values)
    kind = "replaced" if difference.old and difference.new else "added" if difference.new else "removed"
    return f"{place}: {message(f'verify.{kind}', language, values)}"
