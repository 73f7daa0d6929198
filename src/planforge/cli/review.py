"""`planforge review`: what two revisions make of the documents, compared and written to a folder."""

from __future__ import annotations

from pathlib import Path

import click

from planforge.cli.report import report
from planforge.cli.times import times_line
from planforge.cli.warning import warn
from planforge.cli.workspace import shown_path, workspace_root
from planforge.language import message
from planforge.output import working_cache
from planforge.review.folder import SUMMARY, check_folder, write_review
from planforge.review.reviewing import Reviewed, Wanted, reviewed
from planforge.review.sides import ChangedPaper, Side

SHORT = 10


def review_command(
    language: str,
    workspace: Path | None,
    base: str,
    head: str | None,
    year: str | None,
    cluster: str | None,
    output: Path | None,
    without_pages: bool,
    exit_code: bool,
) -> int:
    """Write the review and say what changed; 1 when the head cannot be built, or on a change where that is asked."""
    root = workspace_root(workspace)
    folder = check_folder(root, output)
    wanted = Wanted(
        root=root,
        base=base,
        head=head,
        cluster=cluster,
        year=year,
        with_pages=not without_pages,
        working_tree=message("reviewing.working_tree", language),
        nobody=message("reviewing.nobody", language),
    )
    with working_cache() as cache, reviewed(wanted, cache) as made:
        _tell_sides(made, language)
        for side in (made.review.base, made.review.head):
            report([finding for name, finding in made.review.failed if name == side.name], side.root, language)
        for problem in write_review(made, folder, language, with_pages=wanted.with_pages):
            warn(message(problem.code, language, problem.values), language)
        for paper in made.review.papers:
            click.echo(f"  {_told(paper, language)}")
        _tell_outcome(made, folder, language)
    changed = made.review.changed and exit_code
    return 1 if made.head_failed or changed else 0


def _tell_sides(made: Reviewed, language: str) -> None:
    base, head = made.review.base, made.review.head
    if made.revisions.instead_of:
        values = {"base": made.revisions.instead_of, "name": base.name}
        warn(message("reviewing.other_base", language, values), language)
    values = {"base": _named(base), "head": _named(head)}
    click.echo(message("reviewing.compared", language, values))
    if made.revisions.tip != made.revisions.base:
        click.echo(
            message("reviewing.merge_base", language, {"base": base.name, "commit": made.revisions.base[:SHORT]})
        )


def _named(side: Side) -> str:
    return f"{side.name} ({side.commit[:SHORT]})" if side.commit else side.name


def _told(paper: ChangedPaper, language: str) -> str:
    values: dict[str, object] = {"paper": paper.key, "title": paper.title}
    if paper.old is None:
        return message("reviewing.paper_added", language, values)
    if paper.new is None:
        return message("reviewing.paper_removed", language, values)
    redline = paper.redline
    if redline is None or redline.docx is None:
        return message("reviewing.paper_unproven", language, values)
    values["words"] = redline.words
    return message("reviewing.paper_changed", language, values)


def _tell_outcome(made: Reviewed, folder: Path, language: str) -> None:
    review = made.review
    for side, document in review.unbuilt:
        click.echo("  " + message("reviewing.unbuilt", language, {"paper": document, "side": side}))
    if not review.changed:
        click.echo(message("reviewing.nothing", language, {"count": review.unchanged}))
    else:
        values = {"changed": len(review.papers), "unchanged": review.unchanged, "facts": len(review.facts)}
        click.echo(message("reviewing.counts", language, values))
    click.echo(message("reviewing.written", language, {"path": shown_path(folder / SUMMARY)}))
    click.echo(times_line(made.clock.seconds, language))
