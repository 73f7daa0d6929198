"""`planforge verify`: what a finished file was made of, and whether anybody changed it since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from planforge import __version__
from planforge.calendar import short_date
from planforge.cli.run import complain
from planforge.cli.workspace import shown_path, workspace_root
from planforge.errors import PlanforgeError, UserError
from planforge.language import message
from planforge.review.authenticity import Authenticity, Standing, examine
from planforge.review.differences import Difference, Kind
from planforge.review.rebuilding import Ground
from planforge.rule import Medium
from planforge.workspace import find_workspace

SHOWN_DIFFERENCES = 20
SHORT = 12
SHOWN_CHARACTERS = 200
VERDICTS = {
    Standing.UNTOUCHED: ("verify.is_untouched", "green"),
    Standing.RESAVED: ("verify.is_resaved", "yellow"),
    Standing.ALTERED: ("verify.is_altered", "red"),
    Standing.UNKNOWN: ("verify.is_unknown", "yellow"),
    Standing.FOREIGN: ("verify.is_foreign", "red"),
}
# By whether data and templates are still the same.
CHANGED = {
    (False, True): "verify.data_changed",
    (True, False): "verify.template_changed",
    (False, False): "verify.both_changed",
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
    verdict, colour = VERDICTS[found.standing]
    if found.tracked and found.standing is not Standing.ALTERED:
        verdict, colour = "verify.is_redline", "yellow"
    elif found.anchored:
        verdict = "verify.is_unstamped"
    yield f"{click.style(path, bold=True)}: {click.style(message(verdict, language), fg=colour, bold=True)}"
    if found.stamp is None:
        if found.tracked:
            yield f"  {message('verify.redline', language)}"
        elif found.anchored:
            yield f"  {message('verify.anchored', language)}"
        return
    stamp = found.stamp
    values = {
        "document": stamp.document,
        "data": stamp.data[:SHORT],
        "template": stamp.template[:SHORT],
        "version": stamp.version,
        "present": __version__,
    }
    yield f"  {message('verify.document', language, values)}"
    yield f"  {_commit(found, language)}"
    yield f"  {message('verify.made_of', language, values)}"
    yield f"  {message(_present(found), language, values)}"
    for code in _reasons(found):
        yield f"  {message(code, language, values)}"
    for difference in found.differences[:SHOWN_DIFFERENCES]:
        yield f"  {_difference(difference, language)}"
    if len(found.differences) > SHOWN_DIFFERENCES:
        yield f"  {message('verify.more', language, {'count': len(found.differences) - SHOWN_DIFFERENCES})}"


def _commit(found: Authenticity, language: str) -> str:
    """The commit in words: who made it when, where the repository has it."""
    stamp = found.stamp
    if stamp is None or not stamp.commit:
        return message("verify.all_uncommitted" if stamp and stamp.uncommitted else "verify.no_commit", language)
    short, commit = stamp.commit[:SHORT], found.commit
    if commit is None:
        return message("verify.commit_elsewhere", language, {"commit": short})
    day = short_date(commit.date) if commit.date else "…"
    values = {"commit": short, "date": day, "author": commit.author or "…"}
    return message("verify.on_commit" if stamp.uncommitted else "verify.of_commit", language, values)


def _present(found: Authenticity) -> str:
    """Whether the workspace would make the same now, as the code of a message."""
    if found.present is None:
        return "verify.not_here"
    if found.present != (True, True):
        return CHANGED[found.present]
    return "verify.current" if found.of_this_version else "verify.other_version"


def _reasons(found: Authenticity) -> Iterator[str]:
    """What the verdict rests on, as codes of messages."""
    rebuilt = found.rebuilt
    if rebuilt.contradicted:
        yield "verify.contradicted"
    if found.proven:
        yield "verify.proven"
    elif rebuilt.ground is Ground.NOTHING:
        yield "verify.sealed_only" if found.sealed else "verify.broken_seal_only"
    elif not rebuilt.exact:
        yield "verify.against_commit" if rebuilt.ground is Ground.COMMIT else "verify.against_workspace"
    if rebuilt.content and not found.proven and not found.differences:
        yield "verify.same_words"
    if found.tracked:
        yield "verify.redline"
    if found.sealed and found.standing is Standing.ALTERED:
        yield "verify.forged"
    if found.standing is Standing.RESAVED and found.medium is Medium.DOCX:
        yield "verify.look_not_compared"
    if found.differences and not found.of_this_version:
        yield "verify.perhaps_version"


def _difference(difference: Difference, language: str) -> str:
    """A place with the words that were there and those that are."""
    values = {
        "old": _shortened(difference.old),
        "new": _shortened(difference.new),
        "paragraph": difference.paragraph,
        "page": difference.page or "",
    }
    if difference.kind is Kind.PICTURE:
        return message("verify.picture_added" if difference.new else "verify.picture_removed", language, values)
    if difference.kind is Kind.PAGE:
        return message("verify.page_drawn", language, values)
    if difference.kind is Kind.MARGIN:
        place = message("verify.in_margin", language)
    else:
        place = message("report.on_page" if difference.page else "report.in_file", language, values)
    if difference.kind is Kind.LOOK:
        return f"{place}: {message('verify.look', language, values)}"
    code = "verify.replaced" if difference.old and difference.new else "verify.added"
    return f"{place}: {message(code if difference.new else 'verify.removed', language, values)}"


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS].rstrip()}…"
