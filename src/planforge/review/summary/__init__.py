"""REVIEW.md: what a review found, short enough for a comment, as Markdown for GitHub and GitLab."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.review.markdown import code, escape
from planforge.review.sides import FactChange, Review, Side
from planforge.review.summary.notes import add_failures, add_notes
from planforge.review.summary.papers import add_paper, add_paper_line, short_title
from planforge.review.summary.report import LONGEST, MARK, Report
from planforge.review.summary.said import bold, said
from planforge.review.summary.sentences import sentences

__all__ = ["LONGEST", "MARK", "summary"]

VISIBLE_FACTS, LEAST_FACTS = 24, 3
VISIBLE_PAPERS, MOST_PAPERS = 12, 60
SHARED_FACTS, SILENT_FACTS, NAMED_PAPERS = 12, 5, 8


def summary(review: Review, language: str) -> str:
    """The summary as Markdown, in a language; the same review gives the same bytes.

    It is shorter than `LONGEST` characters and begins with `MARK`. Whatever the data holds is shown as text.
    """
    report = Report(language)
    _add_heading(review, report)
    add_failures(review, report)
    _add_shared(review, report)
    with_own = {fact.reaches for fact in review.facts if len(fact.reaches) == 1}
    most = max(LEAST_FACTS, VISIBLE_FACTS // max(1, len(with_own)))
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
    """Add what reaches several documents, once, below the list of the documents."""
    names = {paper.key: short_title(paper) for paper in review.papers}
    groups: dict[tuple[str, ...], list[FactChange]] = {}
    for fact in review.facts:
        if len(fact.reaches) > 1:
            groups.setdefault(fact.reaches, []).append(fact)
    blocks = []
    for keys, facts in groups.items():
        by_title = names if len(keys) <= NAMED_PAPERS else {}
        listed = ", ".join(by_title.get(key, code(key)) for key in keys[:MOST_PAPERS])
        listed += f"… (+{len(keys) - MOST_PAPERS})" if len(keys) > MOST_PAPERS else ""
        reached = said("summary.reaches", report.language, papers=listed)
        told = [f"{one.text} · {one.place}" for one in sentences(facts, report.language)]
        single = [f"- {told[0]} · {reached}"]
        blocks.append(single if len(told) == 1 else [f"- {_capital(reached)}:", *(f"  - {one}" for one in told)])
    _add_facts("summary.shared", blocks, SHARED_FACTS, report)


def _add_silent(review: Review, report: Report) -> None:
    """Add what no document prints, or none that could be built."""
    facts = [fact for fact in review.facts if not fact.reaches]
    blocks = [[f"- {one.text} · {one.place}"] for one in sentences(facts, report.language)]
    key = "summary.nowhere_built" if review.failed else "summary.nowhere"
    _add_facts(key, blocks, SILENT_FACTS, report)


def _add_facts(key: str, blocks: Sequence[Sequence[str]], most: int, report: Report) -> None:
    """Add blocks of lines below a heading: so many lines of them at first sight, the others folded."""
    shown: list[str] = []
    folded: list[str] = []
    for block in blocks:
        whole = not folded and len(shown) + len(block) <= most
        (shown if whole or not shown else folded).extend(block[:most])
        folded += block[most:]
    if shown:
        report.add("", bold(said(key, report.language)), "", *shown, "")
    if folded:
        report.add_folded(said("summary.further_facts", report.language, count=len(folded)), folded)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
