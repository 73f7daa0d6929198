"""What the summary says beside the documents: what could not be built, checks, blanks, approvals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planforge.blank import Blank
from planforge.diagnostics import Diagnostic
from planforge.review.facts.files import field_title
from planforge.review.facts.sources import Sources
from planforge.review.markdown import code, escape
from planforge.review.sides import Review
from planforge.review.summary.papers import short_title
from planforge.review.summary.report import Report
from planforge.review.summary.said import bold, finding, said

VISIBLE, FOLDED, FIELDS = 5, 40, 6


def add_failures(review: Review, report: Report) -> None:
    """Add what kept a side from being built."""
    for side in dict.fromkeys(name for name, _ in review.failed):
        lines = [f"- {finding(one, report.language)}" for name, one in review.failed if name == side]
        report.add(f"> ⚠️ {bold(said('summary.failed', report.language, side=escape(side)))}", "")
        report.add(*report.limited(lines, FOLDED // 4), "")


def add_notes(review: Review, report: Report) -> None:
    """Add findings that came and went, blanks that were filled and are left, approvals that no longer hold."""
    language = report.language
    if review.stale_approvals:
        lines = [f"- {finding(one, language)}" for one in review.stale_approvals]
        report.add("", bold(said("summary.stale", language)), "", *report.limited(lines, VISIBLE), "")
    _add_findings("summary.new_findings", review.new_findings, report)
    _add_findings("summary.gone_findings", review.gone_findings, report)
    _add_blanks(review, report)


def _add_findings(key: str, findings: Sequence[Diagnostic], report: Report) -> None:
    if findings:
        lines = [f"- {finding(one, report.language)}" for one in findings]
        report.add("")
        report.add_folded(said(key, report.language, count=len(findings)), report.limited(lines, FOLDED))


def _add_blanks(review: Review, report: Report) -> None:
    names = {paper.key: short_title(paper) for paper in review.papers}
    lines = []
    for message, found, side in (
        ("summary.filled", review.filled, review.base),
        ("summary.left", review.left, review.head),
    ):
        lines += _blank_lines(message, found, names, Sources(side), report)
    if lines:
        report.add("")
        report.add_folded(said("summary.blanks", report.language), report.limited(lines, FOLDED))


def _blank_lines(
    message: str, found: Mapping[str, tuple[Blank, ...]], names: Mapping[str, str], sources: Sources, report: Report
) -> list[str]:
    lines = []
    for key, blanks in found.items():
        titles = (field_title(blank.path, blank.field, sources, sources) for blank in blanks)
        fields = list(dict.fromkeys(one.in_language(report.language) for one in titles))
        shown = ", ".join(map(escape, fields[:FIELDS])) + ("…" if len(fields) > FIELDS else "")
        if blanks:
            paper = names.get(key, code(key))
            lines.append(f"- {said(message, report.language, paper=paper, count=len(blanks), fields=shown)}")
    return lines
