"""What the summary says beside the documents: what could not be built, checks, blanks, approvals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planforge.blank import Blank
from planforge.diagnostics import Diagnostic
from planforge.review.facts.files import field_title
from planforge.review.facts.sources import Sources
from planforge.review.markdown import escape
from planforge.review.sides import Review
from planforge.review.summary.called import Called
from planforge.review.summary.report import Report
from planforge.review.summary.said import bold, finding, said

VISIBLE, FOLDED, FIELDS, NAMED = 5, 40, 6, 12


def add_failures(review: Review, called: Called, report: Report) -> None:
    """Add the documents that a side could not make, by name, and what kept it from that."""
    language = report.language
    for side in dict.fromkeys(name for name, _ in (*review.unbuilt, *review.failed)):
        unbuilt = [called.with_key(key) for name, key in review.unbuilt if name == side]
        named = "; ".join(unbuilt[:NAMED]) + (f"… (+{len(unbuilt) - NAMED})" if len(unbuilt) > NAMED else "")
        key = "summary.failed_papers" if unbuilt else "summary.failed"
        report.add(f"> ⚠️ {bold(said(key, language, side=escape(side)))} {named}".rstrip(), "")
        lines = [f"- {finding(one, language)}" for name, one in review.failed if name == side]
        report.add(*report.limited(lines, FOLDED // 4), "")


def add_notes(review: Review, called: Called, report: Report) -> None:
    """Add findings that came and went, blanks that came and went, approvals that no longer hold."""
    language = report.language
    failed = {_identity(one) for _, one in review.failed}
    told_once = [one for one in review.new_findings if _identity(one) not in failed]
    if review.stale_approvals:
        lines = [f"- {finding(one, language)}" for one in review.stale_approvals]
        report.add("", bold(said("summary.stale", language)), "", *report.limited(lines, VISIBLE), "")
    _add_findings("summary.new_findings", told_once, report)
    _add_findings("summary.gone_findings", review.gone_findings, report)
    _add_blanks(review, called, report)


def _identity(one: Diagnostic) -> tuple[object, ...]:
    """What makes two findings the same to a reader, whoever reports them."""
    return one.code, one.span.path if one.span else "", one.span.line if one.span else 0


def _add_findings(key: str, findings: Sequence[Diagnostic], report: Report) -> None:
    if findings:
        lines = [f"- {finding(one, report.language)}" for one in findings]
        report.add("")
        report.add_folded(said(key, report.language, count=len(findings)), report.limited(lines, FOLDED))


def _add_blanks(review: Review, called: Called, report: Report) -> None:
    """Add the blanks that were filled and those that are new; of the others only how many there are."""
    language = report.language
    before = {paper.key: set(map(_place, paper.old.blanks)) for paper in review.papers if paper.old}
    new = {
        key: tuple(one for one in blanks if _place(one) not in before[key])
        for key, blanks in review.left.items()
        if key in before
    }
    old, head = Sources(review.base), Sources(review.head)
    filled = {
        key: tuple(one for one in blanks if not _is_out(one, old.data(one.path), head.data(one.path)))
        for key, blanks in review.filled.items()
    }
    lines = [
        *_blank_lines("summary.filled", filled, called, old, report),
        *_blank_lines("summary.emptied", new, called, head, report),
    ]
    rest = sum(map(len, review.left.values())) - sum(map(len, new.values()))
    papers = sum(len(blanks) > len(new.get(key, ())) for key, blanks in review.left.items())
    others = [said("summary.blank_as_before", language, count=rest, papers=papers)] if rest else []
    if lines:
        report.add("")
        others = ["", *others] if others else []
        report.add_folded(said("summary.blanks", language), [*report.limited(lines, FOLDED), *others])
    elif others:
        report.add("", *others, "")


def _is_out(blank: Blank, old: Any, new: Any) -> bool:
    """Whether a blank went with the record or the row that it stood in, and nobody filled it in."""
    for step in blank.field.split(".")[:-1]:
        if isinstance(old, list) and isinstance(new, list):
            if len(new) < len(old):
                return True
            place = int(step) - 1 if step.isdecimal() else len(new)
            old, new = (one[place] if 0 <= place < len(one) else None for one in (old, new))
        else:
            old, new = (one.get(step) if isinstance(one, Mapping) else None for one in (old, new))
        if old is not None and new is None:
            return True
    return False


def _place(blank: Blank) -> tuple[str, str]:
    return blank.path, blank.field


def _blank_lines(
    key: str, found: Mapping[str, Sequence[Blank]], called: Called, sources: Sources, report: Report
) -> list[str]:
    lines = []
    for paper, blanks in found.items():
        titles = (field_title(blank.path, blank.field, sources, sources) for blank in blanks)
        fields = list(dict.fromkeys(one.in_language(report.language) for one in titles))
        shown = ", ".join(map(escape, fields[:FIELDS])) + ("…" if len(fields) > FIELDS else "")
        if blanks:
            values = {"paper": called.name(paper), "count": len(blanks), "fields": shown}
            lines.append(f"- {said(key, report.language, **values)}")
    return lines
