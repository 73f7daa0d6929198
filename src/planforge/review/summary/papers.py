"""What the summary says of one document: its facts, its changed places, its files."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.review.facts.naming import excerpt
from planforge.review.markdown import code, escape
from planforge.review.sides import ChangedPaper, FactChange
from planforge.review.summary.changes import Changes
from planforge.review.summary.report import Report
from planforge.review.summary.said import bold, said, words
from planforge.review.summary.sentences import Sentence, sentences

TITLE_WORDS, SHORT_WORDS = 24, 5
UNTRACKED = 6


def add_paper(paper: ChangedPaper, facts: Sequence[FactChange], most: int, report: Report) -> None:
    """Add a document to the report, with at most so many visible facts; `facts` are those that reach it."""
    language = report.language
    changes = Changes(paper, facts, language)
    places = changes.lines()
    own = [fact for fact in facts if len(fact.reaches) == 1]
    lines = [_fact_line(one, changes) for one in sentences(own, language, paper=paper)]
    lines += [place.headline for place in places if not place.explained][: max(0, most - len(lines))]
    detailed = [*lines[most:], ""] if lines[most:] else []
    other = [place.line for place in places if not place.explained]
    explained = [place.line for place in places if place.explained]
    if other:
        detailed += [said("summary.other_wording", language), "", *other, ""]
    if explained:
        detailed += [said("summary.own_wording", language), "", *explained, ""]
    if changes.renumbered:
        detailed += [said("summary.renumbered", language, count=changes.renumbered), ""]
    count = len(places) + changes.renumbered
    heading = said("summary.wording", language, count=count)
    if lines or _is_doubtful(paper) or paper.redline is None:
        report.add("", f"#### {title(paper, language)}", "")
        _add_doubts(paper, report)
        report.add(*lines[:most], "")
    else:
        heading = f"{bold(title(paper, language))} – {heading}"
    files = _files_line(paper, language)
    if paper.redline is None and not detailed:
        report.add(files, "")
    else:
        report.add_folded(heading, [*detailed, files])


def _is_doubtful(paper: ChangedPaper) -> bool:
    redline = paper.redline
    return redline is not None and bool(redline.docx is None or redline.unproven or redline.comparison.untracked)


def add_paper_line(paper: ChangedPaper, report: Report) -> str:
    """A document in one line, where there are too many for more."""
    return f"- {title(paper, report.language)}. {_files_line(paper, report.language)}"


def title(paper: ChangedPaper, language: str) -> str:
    """What a document is called, and how it is named among all."""
    state = {(True, False): "summary.new_paper", (False, True): "summary.gone_paper"}.get(
        (paper.old is None, paper.new is None)
    )
    name = escape(excerpt(paper.title or paper.name, TITLE_WORDS))
    return f"{name} ({code(paper.key)})" + (f" – {said(state, language)}" if state else "")


def short_title(paper: ChangedPaper) -> str:
    """What a document is called within a sentence: the first words of its title, and how it is named."""
    return f"{escape(excerpt(paper.title or paper.name, SHORT_WORDS))} ({code(paper.key)})"


def _fact_line(one: Sentence, changes: Changes) -> str:
    section = next(filter(None, map(changes.section_of, one.facts)), "")
    return f"- {' · '.join(filter(None, (one.text, section, one.place)))}"


def _add_doubts(paper: ChangedPaper, report: Report) -> None:
    """Add what the redline cannot show, and loudly that there is none."""
    if paper.redline is None:
        return
    language = report.language
    if paper.redline.docx is None or paper.redline.unproven:
        reasons = "; ".join(words(one, language) for one in paper.redline.unproven[:UNTRACKED])
        report.add(f"> ⚠️ {bold(said('summary.unproven', language))} {reasons}", "")
    untracked = [f"- {words(one, language)}" for one in paper.redline.comparison.untracked]
    if untracked:
        report.add(said("summary.untracked", language), "", *report.limited(untracked, UNTRACKED), "")


def _files_line(paper: ChangedPaper, language: str) -> str:
    return f"{said('summary.files', language)} {', '.join(map(code, _files(paper)))}"


def _files(paper: ChangedPaper) -> list[str]:
    name = paper.key.replace("/", "-")
    redlined = paper.redline is not None and paper.redline.docx is not None
    return [*([f"{name}.redline.docx"] if redlined else []), f"{name}.diff.html"]
