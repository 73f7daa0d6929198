"""REVIEW.md: what a review found, short enough for a comment, as Markdown for GitHub and GitLab."""

from __future__ import annotations

from planforge.review.markdown import code, escape
from planforge.review.sides import Review, Side
from planforge.review.summary.notes import add_failures, add_notes
from planforge.review.summary.papers import add_paper, add_paper_line, short_title
from planforge.review.summary.report import LONGEST, MARK, Report
from planforge.review.summary.said import bold, said
from planforge.review.summary.sentences import sentences

__all__ = ["LONGEST", "MARK", "summary"]

VISIBLE_FACTS, LEAST_FACTS = 24, 3
VISIBLE_PAPERS, MOST_PAPERS = 12, 60
SHARED_FACTS, SILENT_FACTS, NAMED_PAPERS = 10, 5, 6


def summary(review: Review, language: str) -> str:
    """The summary as Markdown, in a language; the same review gives the same bytes.

    It is shorter than `LONGEST` characters and begins with `MARK`. Whatever the data holds is shown as text.
    """
    report = Report(language)
    _add_heading(review, report)
    add_failures(review, report)
    _add_shared(review, report)
    most = max(LEAST_FACTS, VISIBLE_FACTS // max(1, len(review.papers)))
    for paper in review.papers[:VISIBLE_PAPERS]:
        add_paper(paper, [fact for fact in review.facts if paper.key in fact.reaches], most, report)
    lines = [add_paper_line(paper, report) for paper in review.papers[VISIBLE_PAPERS:]]
    if lines:
        report.add_folded(said("summary.further", language, count=len(lines)), report.limited(lines, MOST_PAPERS))
    _add_silent(review, report)
    add_notes(review, report)
    return report.text()


def _add_heading(review: Review, report: Report) -> None:
    language = report.language
    if not review.changed:
        title = said("summary.nothing", language)
    elif review.papers:
        title = said("summary.changed", language, changed=len(review.papers), unchanged=review.unchanged)
    else:
        title = said("summary.changed_none", language, unchanged=review.unchanged)
    sides = said("summary.sides", language, head=_side(review.head, language), base=_side(review.base, language))
    report.add(f"### {title}", "", sides, "")


def _side(side: Side, language: str) -> str:
    commit = code(side.commit[:8]) if side.commit else said("summary.uncommitted", language)
    return f"{bold(escape(side.name))} ({commit})"


def _add_shared(review: Review, report: Report) -> None:
    """Add what reaches several documents, once, with their list."""
    names = {paper.key: short_title(paper) for paper in review.papers}
    lines = []
    for one in sentences([fact for fact in review.facts if len(fact.reaches) > 1], report.language):
        keys = one.facts[0].reaches
        listed = ", ".join(names.get(key, code(key)) for key in keys[:NAMED_PAPERS])
        listed += f"… (+{len(keys) - NAMED_PAPERS})" if len(keys) > NAMED_PAPERS else ""
        reached = said("summary.reaches", report.language, papers=listed)
        lines.append(f"- {one.text} · {one.place} · {reached}")
    _add_facts("summary.shared", lines, SHARED_FACTS, report)


def _add_silent(review: Review, report: Report) -> None:
    """Add what no document prints, or none that could be built."""
    facts = [fact for fact in review.facts if not fact.reaches]
    lines = [f"- {one.text} · {one.place}" for one in sentences(facts, report.language)]
    key = "summary.nowhere_built" if review.failed else "summary.nowhere"
    _add_facts(key, lines, SILENT_FACTS, report)


def _add_facts(key: str, lines: list[str], most: int, report: Report) -> None:
    if lines:
        report.add("", bold(said(key, report.language)), "", *lines[:most], "")
    if lines[most:]:
        report.add_folded(said("summary.further_facts", report.language, count=len(lines) - most), lines[most:])
