"""The review itself: both sides as folders, what differs built on both, every difference compared and told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from planforge.blank import Blank
from planforge.diagnostics import Diagnostic, all_findings, has_errors
from planforge.errors import UserError
from planforge.git import Repository, open_repository
from planforge.output import staged
from planforge.pipeline import Clock
from planforge.record import readable
from planforge.review.authorship import Authorship
from planforge.review.changes import compare_inputs, hidden, paper_count
from planforge.review.comparing import compare_papers, pairs
from planforge.review.findings import new_and_gone
from planforge.review.patience import patiently
from planforge.review.revisions import Revisions, choose_revisions
from planforge.review.sides import ChangedPaper, FactChange, Review, Side
from planforge.review.working import Task, Worked, work_guarded
from planforge.revision import write_revision
from planforge.workspace import DATA, list_years


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to review: two revisions (`head` None: the working tree) of a workspace, narrowed where that is asked.

    `working_tree` and `nobody` are the names of a head and of an author that are not committed.
    """

    root: Path
    base: str
    head: str | None
    cluster: str | None
    year: str | None
    with_pages: bool
    working_tree: str
    nobody: str

    @property
    def is_narrowed(self) -> bool:
        """Whether less than everything is asked for."""
        return self.cluster is not None or self.year is not None

    def covers(self, cluster: str, year: str) -> bool:
        """Whether a cluster-year is asked for."""
        return self.cluster in {None, cluster} and self.year in {None, year}

    def covers_file(self, path: str) -> bool:
        """Whether a file may say something of what is asked for: one of such a cluster-year, or of none."""
        match path.split("/"):
            case [folder, cluster, year, _] if folder == DATA:
                return self.covers(cluster, year)
        return True


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with what tells of its making; `head_failed` when errors kept documents of the head from being made."""

    review: Review
    revisions: Revisions
    authorship: Authorship
    head_failed: bool
    clock: Clock


Findings = tuple[Diagnostic, ...]


@contextmanager
def reviewed(wanted: Wanted, cache: Path) -> Iterator[Reviewed]:
    """Make the review; the folders of its sides are gone afterwards.

    Raises ToolError and UserError for git, the tools and the disk.
    """
    clock = Clock()
    repository = open_repository(wanted.root)
    revisions = choose_revisions(repository, wanted.base, wanted.head)
    authorship = Authorship(
        repository, revisions.base, revisions.head, wanted.nobody, wanted.root if wanted.head is None else None
    )
    with staged() as folder:
        base = Side(revisions.base_name, revisions.base, folder / "base")
        head = Side(wanted.working_tree, None, wanted.root)
        if wanted.head is not None:
            head = Side(revisions.head_name, revisions.head, folder / "head")
        with readable(wanted.root):
            with clock.stage("revisions"):
                unread = [_written(repository, side) for side in (base, head)]
            _check_years(wanted, base.root, head.root)
            made = _reviewed(wanted, Sides(base, head, unread), revisions, authorship, cache, clock)
        yield made


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides, and what kept files of each from being read."""

    base: Side
    head: Side
    unread: list[Findings]


def _check_years(wanted: Wanted, *roots: Path) -> None:
    """Raises UserError `reviewing.no_year` when neither side has a cluster-year that was asked for."""
    known = sorted({one for root in roots for one in list_years(root)})
    if wanted.is_narrowed and not any(wanted.covers(*one) for one in known):
        values = {"cluster": wanted.cluster or "*", "year": wanted.year or "*"}
        raise UserError("reviewing.no_year", **values, known=", ".join(f"{cluster}/{year}" for cluster, year in known))


def _written(repository: Repository, side: Side) -> Findings:
    return write_revision(repository, side.commit, side.root) if side.commit else ()


def _reviewed(
    wanted: Wanted, sides: Sides, revisions: Revisions, authorship: Authorship, cache: Path, clock: Clock
) -> Reviewed:
    from planforge.review.facts import changed_facts, reaching

    base, head = sides.base, sides.head
    with clock.stage("inputs"), patiently():
        documents = compare_inputs(base.root, head.root, wanted.cluster, wanted.year)
    with clock.stage("build"):
        approved = tuple(one for one in list_years(head.root) if wanted.covers(*one))
        tasks = [Task(base.root, documents.old), Task(head.root, documents.new, approved)]
        worked = work_guarded(tasks, cache) if documents.any_file else [Worked.nothing(), Worked.nothing()]
    with clock.stage("compare"):
        formats = ("docx", "pdf") if wanted.with_pages else ("docx",)
        paths = [finding.span.path for findings in sides.unread for finding in findings if finding.span]
        found = pairs(worked[0].built, worked[1].built, hidden((*documents.old, *documents.new), paths))
        compared = compare_papers(found, authorship, formats, cache)
    with clock.stage("facts"), patiently():
        changes = changed_facts(base, head)
        facts = reaching([one for one in changes if wanted.covers_file(_path(one))], compared.papers)
    if wanted.is_narrowed:
        # Of what is shared by all years only what is printed in those asked for.
        facts = tuple(one for one in facts if one.reaches or _path(one).count("/") > 2)
    failed = [
        _failures(unread, (*one.built.findings, *(found for is_new, found in compared.unwritten if is_new is new)))
        for unread, one, new in zip(sides.unread, worked, (False, True), strict=True)
    ]
    new_findings, gone_findings = [
        tuple(one for one in findings if one.span is None or wanted.covers_file(one.span.path))
        for findings in _lint_changes(*worked)
    ]
    review = Review(
        base=base,
        head=head,
        papers=tuple(compared.papers),
        unchanged=compared.unchanged + sum(paper_count(head.root, one) for one in documents.same),
        facts=facts,
        failed=tuple(
            (side.name, found) for side, findings in zip((base, head), failed, strict=True) for found in findings
        ),
        new_findings=new_findings,
        gone_findings=gone_findings,
        filled={one.key: _blanks_gone(one) for one in compared.papers if _blanks_gone(one)},
        left={one.key: one.new.blanks for one in compared.papers if one.new and one.new.blanks},
        stale_approvals=worked[1].stale,
        unbuilt=tuple(
            (side.name, "/".join(one))
            for side, work in zip((base, head), worked, strict=True)
            for one in sorted(work.built.failed)
        ),
    )
    return Reviewed(review, revisions, authorship, has_errors(failed[1]), clock)


def _failures(unread: Findings, others: Findings) -> list[Diagnostic]:
    """What kept a side from being built; a file that was not read is not said to be missing as well."""
    paths = {finding.span.path for finding in unread if finding.span}
    return all_findings((*unread, *(one for one in others if one.span is None or one.span.path not in paths)))


def _path(fact: FactChange) -> str:
    place = fact.new_place or fact.old_place
    return place.path if place else ""


def _lint_changes(old: Worked, new: Worked) -> tuple[Findings, Findings]:
    """The findings that are new and those that are gone; where one side has not been asked nothing is said."""
    return ((), ()) if old.lint is None or new.lint is None else new_and_gone(old.lint, new.lint)


def _blanks_gone(paper: ChangedPaper) -> tuple[Blank, ...]:
    """The blanks of the old paper that the new one fills in."""
    if paper.old is None or paper.new is None:
        return ()
    left = {(blank.field, blank.path) for blank in paper.new.blanks}
    return tuple(blank for blank in paper.old.blanks if (blank.field, blank.path) not in left)
