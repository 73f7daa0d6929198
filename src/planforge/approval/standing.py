"""Whether approvals still stand: the content that was reviewed is the content that would be printed now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from planforge.approval.fingerprint import content_of
from planforge.approval.made_of import made_of
from planforge.approval.records import SHORT
from planforge.calendar import short_date
from planforge.convert.papers import ConvertedPaper
from planforge.diagnostics import Checked, Diagnostic, Severity, has_errors
from planforge.load import load_approvals
from planforge.model.approvals import Approval, ApprovalsFile
from planforge.record import readable
from planforge.stamp.stamp import input_hashes
from planforge.validate import lowered, validate_approvals
from planforge.workspace import APPROVALS_FILE, DATA, list_documents

SHOWN_FILES = 4
ContentOf = Callable[[str], str | None]
"""The fingerprint of a document as it would be printed now; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An approval, and why it no longer stands: the code of a message, or nothing."""

    approval: Approval
    problem: str = ""
    changed: tuple[str, ...] = ()

    def diagnostic(self) -> Diagnostic:
        """The warning that says so."""
        approval = self.approval
        origin = approval.document.origin
        _, cluster, year, _ = (origin.path if origin else "///").split("/")
        values = {
            "cluster": cluster,
            "year": year,
            "by": str(approval.by),
            "document": str(approval.document),
            "date": shown_day(approval.date),
            "why": listed(self.changed),
        }
        return Diagnostic(self.problem, origin.span if origin else None, values, Severity.WARNING)


def read_approvals(root: Path, cluster: str, year: str) -> Checked[ApprovalsFile]:
    """The approvals of a cluster-year; what is wrong with the file keeps no document from being built."""
    with readable(root):
        checked = validate_approvals(load_approvals(root, cluster, year))
    path = f"{DATA}/{cluster}/{year}/{APPROVALS_FILE}"
    findings = lowered(checked.diagnostics, {path})
    return Checked(None if has_errors(checked.diagnostics) else checked.value, findings)


def judge_approvals(
    root: Path, cluster: str, year: str, approvals: Iterable[Approval], content: ContentOf
) -> Iterator[Judged]:
    """Each approval with what became of it."""
    present: dict[str, _Present] = {}
    for approval in approvals:
        document = str(approval.document)
        if document not in present:
            present[document] = _read_present(root, cluster, year, document)
        yield _judged(approval, present[document], content)


def present_files(root: Path, cluster: str, year: str, document: str) -> dict[str, str]:
    """The files that a document is printed from now, as an approval records them."""
    return _read_present(root, cluster, year, document).made_of


class _Present(NamedTuple):
    """The hashes of the files a document is printed from, and of all that lie beside them."""

    made_of: dict[str, str]
    every: dict[str, str]


def _read_present(root: Path, cluster: str, year: str, document: str) -> _Present:
    with readable(root):
        every = {path: value[:SHORT] for path, value in input_hashes(root, cluster, year, document).items()}
        used = made_of(root, cluster, year, document)
    return _Present({path: value for path, value in every.items() if path in used}, every)


def stale_approvals(
    root: Path, cluster: str, year: str, documents: Collection[str], papers: Iterable[ConvertedPaper] = ()
) -> tuple[Diagnostic, ...]:
    """The approvals of some documents that no longer stand, as warnings at their lines, and mistakes in their file.

    `papers` are what is printed now; of a document that is not among them they are made, where a file changed since.
    Raises ToolError.
    """
    made: dict[str, list[ConvertedPaper]] = {}
    for paper in papers:
        made.setdefault(paper.document, []).append(paper)

    def content(document: str) -> str | None:
        return content_of(made[document]) if document in made else printed_content(root, cluster, year, document)

    return stale_among(root, cluster, year, documents, content)


def printed_content(root: Path, cluster: str, year: str, document: str) -> str | None:
    """The fingerprint of a document as it is printed now; None where its data or templates have errors."""
    from planforge.output import working_cache
    from planforge.pipeline import make_papers

    if document not in list_documents(root, cluster, year):
        return None
    with working_cache() as cache, readable(root):
        papers = make_papers(root, cluster, year, (document,), cache=cache).value
    return content_of(papers) if papers is not None else None


def stale_among(
    root: Path, cluster: str, year: str, documents: Collection[str], content: ContentOf
) -> tuple[Diagnostic, ...]:
    """The same, of documents whose fingerprint is asked for by name."""
    checked = read_approvals(root, cluster, year)
    of_these = [one for one in (checked.value.approvals if checked.value else ()) if one.document in documents]
    judged = judge_approvals(root, cluster, year, of_these, content)
    return (*checked.diagnostics, *(one.diagnostic() for one in judged if one.problem))


def judge_present(root: Path, cluster: str, year: str) -> list[Judged] | None:
    """Every approval of a cluster-year with what became of it; None where their file is wrong.

    Papers are made only of documents of which a file changed.
    """
    approvals = read_approvals(root, cluster, year).value
    if approvals is None:
        return None
    known: dict[str, str | None] = {}
    for approval in approvals.approvals:
        name = str(approval.document)
        if name not in known and _changed(approval, _read_present(root, cluster, year, name)):
            known[name] = printed_content(root, cluster, year, name)
    return list(judge_approvals(root, cluster, year, approvals.approvals, known.get))


def shown_day(day: date) -> str:
    """A day as officials write it."""
    return short_date(day)


def _changed(approval: Approval, present: _Present) -> set[str]:
    """The files that are not as they were when an approval was given."""
    recorded = {str(path): str(value) for path, value in approval.files.items()}
    other = {path for path, value in recorded.items() if value != present.every.get(path)}
    return other | (present.made_of.keys() - recorded.keys())


def _judged(approval: Approval, present: _Present, content: ContentOf) -> Judged:
    printed = content(str(approval.document))
    paths = _changed(approval, present)
    if printed == approval.content or (printed is None and not paths):
        return Judged(approval)
    changed = tuple(sorted(paths, key=lambda path: (not path.startswith(f"{DATA}/"), path)))
    if printed is None:
        return Judged(approval, "approval.unprintable", changed)
    return Judged(approval, "approval.stale" if changed else "approval.stale_program", changed)


def listed(paths: Sequence[str]) -> str:
    """A few paths, and that there are more."""
    return ", ".join((*paths[:SHOWN_FILES], *["…"][: len(paths) > SHOWN_FILES]))
