"""What the summary says of one document: its facts, its changed places, its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planforge.review.facts.files import kept_in
from planforge.review.facts.naming import Names, excerpt
from planforge.review.facts.sources import Sources
from planforge.review.markdown import code, escape
from planforge.review.sides import ChangedPaper, FactChange, Review
from planforge.review.summary.called import Called
from planforge.review.summary.changes import Changes
from planforge.review.summary.report import OF_A_FOLD, limited
from planforge.review.summary.said import bold, said, words
from planforge.review.summary.sentences import Sentence, sentences
from planforge.workspace import DATA

UNTRACKED = 6
# The fields of a new document that tell which one it is.
TOLD_OF_NEW = ("number", "date")


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a document: lines at first sight, and those below a heading that is to be pressed."""

    lines: tuple[str, ...]
    heading: str
    folded: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many characters the lines at first sight need, with the heading and the files."""
        return sum(len(line) + 1 for line in (*self.lines, self.heading, *self.folded[-1:])) + OF_A_FOLD


def tell_paper(paper: ChangedPaper, facts: Sequence[FactChange], most: int, review: Review, called: Called) -> Told:
    """What is said of a document, with at most so many visible facts; `facts` are those that reach it.

    All facts that reach it alone are said, whatever its changed places leave room for.
    """
    language = called.language
    changes = Changes(paper, facts, review, language)
    places = changes.lines()
    own = [fact for fact in facts if len(fact.reaches) == 1]
    lines = [*_of_new(paper, review, language)]
    lines += [_fact_line(one, changes) for one in sentences(own, language, paper=paper)]
    headlines = [place.headline for place in places if not place.explained and place.headline]
    lines += headlines[: max(0, most - len(lines))]
    detailed = [*lines[most:], ""] if lines[most:] else []
    other = [place.line for place in places if not place.explained]
    explained = [place.line for place in places if place.explained]
    if other:
        detailed += [said("summary.other_wording", language), "", *other, ""]
    if explained:
        detailed += [said("summary.own_wording", language), "", *explained, ""]
    if changes.renumbered:
        detailed += [said("summary.renumbered", language, count=changes.renumbered), ""]
    if changes.rearranged:
        detailed += [said("summary.rearranged", language, count=changes.rearranged), ""]
    title = _title(paper, called)
    heading = said("summary.wording", language, count=len(places) + changes.renumbered + changes.rearranged)
    files = _files_line(paper, review, language)
    if not lines and not _is_doubtful(paper) and paper.redline is not None:
        return Told((), f"{bold(title)} – {heading}", (*detailed, files))
    shown = ["", f"#### {title}", "", *_doubts(paper, language), *lines[:most], ""]
    if paper.redline is None and not detailed:
        return Told((*shown, files, ""), "", ())
    return Told(tuple(shown), heading, (*detailed, files))


def _of_new(paper: ChangedPaper, review: Review, language: str) -> Iterator[str]:
    """The number and the date of a new document, where it has them."""
    if paper.old is not None or paper.new is None:
        return
    path, sources = f"{DATA}/{paper.cluster}/{paper.year}/{paper.document}.yaml", Sources(review.head)
    record = kept_in(path, sources, sources).shape.record
    for name in TOLD_OF_NEW if record else ():
        field = record.field(name) if record else None
        value = Names(sources).value(field.shape, sources.data(path).get(name)) if field else ""
        if field and value:
            title = field.title.in_language(language)
            yield f"- {bold(f'{escape(title[:1].upper() + title[1:])}:')} {escape(excerpt(value))}"


def _is_doubtful(paper: ChangedPaper) -> bool:
    redline = paper.redline
    return redline is not None and bool(redline.docx is None or redline.unproven or redline.comparison.untracked)


def _title(paper: ChangedPaper, called: Called) -> str:
    """What a document is called, its key, and whether it is new or gone."""
    state = {(True, False): "summary.new_paper", (False, True): "summary.gone_paper"}.get(
        (paper.old is None, paper.new is None)
    )
    return called.with_key(paper.key) + (f" – {said(state, called.language)}" if state else "")


def _fact_line(one: Sentence, changes: Changes) -> str:
    section = next(filter(None, map(changes.section_of, one.facts)), "")
    return f"- {' · '.join(filter(None, (one.text, section, one.place)))}"


def _doubts(paper: ChangedPaper, language: str) -> list[str]:
    """What the redline cannot show, and loudly that there is none."""
    if paper.redline is None:
        return []
    found = []
    if paper.redline.docx is None or paper.redline.unproven:
        reasons = "; ".join(words(one, language) for one in paper.redline.unproven[:UNTRACKED])
        found += [f"> ⚠️ {bold(said('summary.unproven', language))} {reasons}", ""]
    untracked = [f"- {words(one, language)}" for one in paper.redline.comparison.untracked]
    if untracked:
        found += [said("summary.untracked", language), "", *limited(untracked, UNTRACKED, language), ""]
    return found


def _files_line(paper: ChangedPaper, review: Review, language: str) -> str:
    return f"{said('summary.files', language)} {', '.join(map(code, _files(paper, review)))}"


def _files(paper: ChangedPaper, review: Review) -> list[str]:
    name = paper.key.replace("/", "-")
    if paper.redline is not None and paper.redline.docx is not None:
        found = [f"{name}.redline.docx"]
    else:
        old = [f"{name}.old.docx" if paper.new else f"{name}.docx"] if paper.old else []
        found = [*old, *([f"{name}.docx"] if paper.new else [])]
    return [*found, f"{name}.diff.html", *([f"{name}.pages/"] if paper.key in review.drawn else [])]
