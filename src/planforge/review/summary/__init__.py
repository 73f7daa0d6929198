"""REVIEW.md: what a review found, short enough for a comment, as Markdown for GitHub and GitLab."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planforge.review.markdown import code, escape
from planforge.review.sides import FactChange, Review, Side
from planforge.review.summary.called import Called
from planforge.review.summary.notes import add_failures, add_notes
from planforge.review.summary.papers import Told, tell_paper
from planforge.review.summary.report import LONGEST, MARK, OF_A_FOLD, Report
from planforge.review.summary.said import bold, said
from planforge.review.summary.sentences import sentences

__all__ = ["LONGEST", "MARK", "summary"]

VISIBLE_FACTS, LEAST_FACTS = 24, 3
SHARED_FACTS, SILENT_FACTS, NAMED_PAPERS = 12, 5, 24
# So few lines are not worth a fold.
FEW = 2
# Kept for the checks, the blanks and the approvals.
FOR_NOTES = 4_000


def summary(review: Review, language: str) -> str:
    """The summary as Markdown, in a language; the same review gives the same bytes.

    It is shorter than `LONGEST` characters and begins with `MARK`. Whatever the data holds is shown as text. Where it
    gets too long the changed places are cut first; the facts are said of every document.
    """
    report, called = Report(language), Called(review, language)
    _add_heading(review, report)
    add_failures(review, called, report)
    told = _tell_papers(review, called)
    silent = _silent(review, language)
    needed = FOR_NOTES + sum(one.size for one in told) + sum(map(_size, silent[:SILENT_FACTS]))
    _add_shared(review, called, report, needed)
    _add_papers(told, needed, report)
    _add_facts("summary.nowhere_built" if review.failed else "summary.nowhere", silent, SILENT_FACTS, report, FOR_NOTES)
    add_notes(review, called, report)
    return report.text()


def _tell_papers(review: Review, called: Called) -> list[Told]:
    with_own = {fact.reaches for fact in review.facts if len(fact.reaches) == 1}
    most = max(LEAST_FACTS, VISIBLE_FACTS // max(1, len(with_own)))
    found = (
        tell_paper(paper, [fact for fact in review.facts if paper.key in fact.reaches], most, review, called)
        for paper in review.papers
    )
    # What changed in one document alone comes first; what all share is told above.
    return sorted(found, key=lambda told: not told.lines)


def _add_papers(found: Sequence[Told], needed: int, report: Report) -> None:
    """Add the documents; what room their facts leave is shared out among their changed places.

    `needed` is the room for what must be said of all of them and of what comes after them.
    """
    fits = _most_each([_size(told.folded) for told in found], report.room - needed)
    for told in found:
        needed -= told.size
        report.add(*told.lines)
        if told.heading:
            files = told.folded[-1:]
            most = min(fits, _size(told.folded))
            kept_free = max(needed, report.room - OF_A_FOLD - len(told.heading) - most)
            report.add_folded(told.heading, told.folded[:-1], files, kept_free=max(0, kept_free))


def _most_each(needs: Sequence[int], room: int) -> int:
    """How much each may have at most so that all fit into a room; those that need less leave the rest to others."""
    left = room
    for index, need in enumerate(ordered := sorted(needs)):
        share = max(0, left) // (len(ordered) - index)
        if need > share:
            return share
        left -= need
    return max(needs, default=0)


def _add_heading(review: Review, report: Report) -> None:
    language = report.language
    unbuilt = len({key for _, key in review.unbuilt})
    if not review.changed:
        title = said("summary.nothing", language)
    elif review.papers or unbuilt:
        title = said("summary.changed", language, changed=len(review.papers), unchanged=review.unchanged)
    else:
        title = said("summary.changed_none", language, unchanged=review.unchanged)
    title = f"{said('summary.unbuilt', language, count=unbuilt)}, {title}" if unbuilt else title
    sides = said("summary.sides", language, head=_side(review.head, language), base=_side(review.base, language))
    report.add(f"### {title}", "", sides, "")


def _side(side: Side, language: str) -> str:
    commit = code(side.commit[:8]) if side.commit else said("summary.uncommitted", language)
    return f"{bold(escape(side.name))} ({commit})"


def _add_shared(review: Review, called: Called, report: Report, kept_free: int) -> None:
    """Add what reaches several documents, once, below the list of the documents."""
    groups: dict[tuple[str, ...], list[FactChange]] = {}
    for fact in review.facts:
        if len(fact.reaches) > 1:
            groups.setdefault(fact.reaches, []).append(fact)
    blocks = []
    for keys, facts in groups.items():
        reached = said("summary.reaches", report.language, papers=called.listed(keys, NAMED_PAPERS))
        told = [f"{one.text} · {one.place}" for one in sentences(facts, report.language)]
        single = [f"- {told[0]} · {reached}"]
        blocks.append(single if len(told) == 1 else [f"- {_capital(reached)}:", *(f"  - {one}" for one in told)])
    _add_facts("summary.shared", blocks, SHARED_FACTS, report, kept_free)


def _silent(review: Review, language: str) -> list[list[str]]:
    """What no document prints, or none that could be built."""
    facts = [fact for fact in review.facts if not fact.reaches]
    return [[f"- {one.text} · {one.place}"] for one in sentences(facts, language)]


def _add_facts(key: str, blocks: Sequence[Sequence[str]], most: int, report: Report, kept_free: int) -> None:
    """Add blocks of lines below a heading: so many lines of them at first sight, the others folded."""
    shown: list[str] = []
    folded: list[str] = []
    for block in blocks:
        whole = not folded and len(shown) + len(block) <= most
        (shown if whole or not shown else folded).extend(block[:most])
        folded += block[most:]
    if len(folded) <= FEW:
        shown, folded = shown + folded, []
    if shown:
        report.add("", bold(said(key, report.language)), "", *shown, "")
    if folded:
        heading = said("summary.further_facts", report.language, count=len(folded))
        report.add_folded(heading, folded, kept_free=kept_free)


def _size(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
