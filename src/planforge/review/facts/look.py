"""A changed paper with what its changed stretches were made of, before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePosixPath

from planforge.provenance import Trace
from planforge.redline.comparison import Change, ComparedParagraph, Fate
from planforge.review.section_labels import only_renumbered
from planforge.review.sides import ChangedPaper, FactChange, FactFate, PaperVersion
from planforge.source import Route
from planforge.workspace import CLUSTER, DATA, SETTINGS_FILE, TEMPLATES

Address = tuple[str, Route]
# A paper may name the cluster of the year before or after.
NEXT_YEAR = 1
OLD_ONLY, NEW_ONLY = frozenset({Fate.REMOVED, Fate.MOVED_FROM}), frozenset({Fate.ADDED, Fate.MOVED_TO})


@dataclass(frozen=True, slots=True)
class Made:
    """The addresses in the data that a stretch was made of, before and after."""

    old: frozenset[Address] = frozenset()
    new: frozenset[Address] = frozenset()

    def __or__(self, other: Made) -> Made:
        return Made(self.old | other.old, self.new | other.new)

    def of(self, fact: FactChange) -> bool:
        """Whether the fact is among what the stretch was made of.

        Where it refers to something else than before, and words came and went, both have to be among them.
        """
        if meet(fact.old_prints[:1], self.old) or meet(fact.new_prints[:1], self.new):
            return True
        old, new = fact.old_prints[1:], fact.new_prints[1:]
        found = meet(old, self.old), meet(new, self.new)
        is_exchange = fact.positions is None and old and new and old != new and self.old and self.new
        return all(found) if is_exchange else any(found)

    def names(self, fact: FactChange) -> bool:
        """Whether the stretch names what the fact refers to, before or after.

        A citation that comes earlier makes a later one short: it is changed by what it does not say any more.
        """
        return meet((*fact.old_prints[1:], *fact.new_prints[1:]), self.old | self.new)


NOTHING = Made()


class Look:
    """What every changed paragraph of a paper was made of; of a paper of one side all of it."""

    def __init__(self, paper: ChangedPaper) -> None:
        self.paper = paper
        self.old_traces = paper.old.traces if paper.old else {}
        self.new_traces = paper.new.traces if paper.new else {}
        paragraphs = paper.redline.comparison.paragraphs if paper.redline else ()
        self.changed = [paragraph for paragraph in paragraphs if is_changed(paragraph)]
        self._words = dict(self._made_of_words(paragraphs))
        self._whole = {id(paragraph): self._made_of_all(paragraph) for paragraph in self.changed}
        if paper.redline is None:
            self._words = {0: Made(_everything(paper.old), _everything(paper.new))}

    def made_of_words(self, paragraph: ComparedParagraph) -> Made:
        """What the changed words of a paragraph were made of.

        A row that came or went counts as one. The template's words that came or went in the same run as others, such
        as their heading, count as theirs.
        """
        return self._words.get(id(paragraph), NOTHING)

    def made_of(self, paragraph: ComparedParagraph) -> Made:
        """What a whole paragraph was made of."""
        return self._whole.get(id(paragraph), NOTHING)

    def _made_of_words(self, paragraphs: Sequence[ComparedParagraph]) -> Iterator[tuple[int, Made]]:
        for fate, run in groupby(paragraphs, key=_whole_fate):
            group = list(run)
            found = [self._changed_in(paragraph) for paragraph in group]
            together: defaultdict[tuple[int, int] | None, Made] = defaultdict(Made)
            for paragraph, made in zip(group, found, strict=True):
                for place in {_row(paragraph), None} if fate is not None else ():
                    together[place] |= made
            for paragraph, made in zip(group, found, strict=True):
                if is_changed(paragraph):
                    of_row = together[_row(paragraph)] if _row(paragraph) else NOTHING
                    yield id(paragraph), next((one for one in (of_row, made) if one != NOTHING), together[None])

    def _changed_in(self, paragraph: ComparedParagraph) -> Made:
        old = _addresses(self.old_traces, changed_anchors(paragraph, Change.REMOVED, self.old_traces))
        new = _addresses(self.new_traces, changed_anchors(paragraph, Change.ADDED, self.new_traces))
        # The words of what came as a whole may stand elsewhere in the old document; they are no part of it.
        return Made(
            frozenset() if paragraph.fate is Fate.ADDED else old, frozenset() if paragraph.fate is Fate.REMOVED else new
        )

    def _made_of_all(self, paragraph: ComparedParagraph) -> Made:
        inner = [anchor for piece in paragraph.pieces for anchor in piece.anchors]
        return Made(
            _addresses(self.old_traces, (*paragraph.old_anchors, *inner)),
            _addresses(self.new_traces, (*paragraph.new_anchors, *inner)),
        )

    def prints(self, fact: FactChange) -> bool:
        """Whether changed words come from the fact, or a changed paragraph from its very place."""
        if not self._near(fact):
            return False
        own = _itself(fact)
        return any(made.of(fact) for made in self._words.values()) or any(made.of(own) for made in self._whole.values())

    def explains(self, fact: FactChange, paragraph: ComparedParagraph) -> bool:
        """Whether a fact is a cause of what changed in a paragraph."""
        made = self.made_of_words(paragraph)
        if made == NOTHING:
            return self.made_of(paragraph).of(fact)
        return made.of(fact) or made.names(fact)

    def says(self, fact: FactChange, paragraph: ComparedParagraph) -> bool:
        """Whether the changed words of a paragraph are made of the fact itself, not only of what it refers to."""
        return self.made_of_words(paragraph).of(_itself(fact))

    def exchanges(self, fact: FactChange, paragraph: ComparedParagraph) -> bool:
        """Whether the words that went are what a fact named before, and those that came what it names now."""
        made = self.made_of_words(paragraph)
        made = self.made_of(paragraph) if made == NOTHING else made
        return fact.positions is None and meet(fact.old_prints, made.old) and meet(fact.new_prints, made.new)

    def computes_with(self, fact: FactChange, paragraph: ComparedParagraph) -> bool:
        """Whether changed words are made of what stands beside the fact: a sum is traced to the first of its parts."""
        return self._near(fact) and len(fact.route) > 2 and self.made_of_words(paragraph).of(_record_of(fact))

    def may_explain(self, fact: FactChange, paragraph: ComparedParagraph) -> bool:
        """Whether the paragraph says what the fact is about, though its changed words are not made of it.

        "Phó Trưởng Cụm" behind a unit is made of the kind of the cluster, and is there because the unit is a deputy.
        """
        made = self.made_of(paragraph)
        return meet(fact.old_prints, made.old) or meet(fact.new_prints, made.new)

    def printed_in(self, paragraph: ComparedParagraph, *, is_new: bool) -> frozenset[Address]:
        """What a paragraph, changed or not, is made of on one side."""
        traces = self.new_traces if is_new else self.old_traces
        inner = [anchor for piece in paragraph.pieces for anchor in piece.anchors]
        whole = paragraph.new_anchors if is_new else paragraph.old_anchors
        return _addresses(traces, (*whole, *inner))

    def unexplained(self, causes: Sequence[FactChange]) -> list[ComparedParagraph]:
        """The changed paragraphs that none of the facts is a cause of.

        A sentence that is wholly the template's and was put in other words does not count: no fact does that.
        """
        return [
            paragraph
            for paragraph in self.changed
            if not only_renumbered(paragraph)
            and (paragraph.fate not in {Fate.KEPT, Fate.CHANGED} or self.made_of(paragraph) != NOTHING)
            and not any(self.explains(fact, paragraph) for fact in causes)
        ]

    def is_beside(self, fact: FactChange, paragraphs: Sequence[ComparedParagraph]) -> bool:
        """Whether one of the paragraphs says something else of the record that the fact belongs to."""
        if not self._near(fact) or not fact.route[:-1]:
            return False
        above = _record_of(fact)
        return any(self.made_of(paragraph).of(above) for paragraph in paragraphs)

    def is_said_with(self, fact: FactChange, _: Sequence[ComparedParagraph]) -> bool:
        """Whether changed words are made of the record of the fact: "phụ trách" is said with the office."""
        above = _record_of(fact)
        return self._near(fact) and bool(fact.route[:-1]) and any(made.of(above) for made in self._words.values())

    def is_beside_any(self, fact: FactChange, _: Sequence[ComparedParagraph]) -> bool:
        """Whether any changed paragraph says something else of the record that the fact belongs to."""
        return self.is_beside(fact, self.changed)

    def may_decide(self, fact: FactChange, paragraphs: Sequence[ComparedParagraph]) -> bool:
        """Whether the fact belongs to what the paper is made of, and a paragraph has no cause that could be named."""
        path = _path(fact)
        if path.startswith(f"{TEMPLATES}/"):
            return PurePosixPath(path).parts[1] == self.paper.document
        if path == SETTINGS_FILE:
            return fact.route[:1] == ("profile",)
        if not paragraphs or not self._near(fact):
            return False
        made = [self.made_of(paragraph) for paragraph in paragraphs]
        used = {file for one in made for file, _ in (*one.old, *one.new)}
        return path in used or path == self._own_file()

    def _near(self, fact: FactChange) -> bool:
        parts = PurePosixPath(_path(fact)).parts
        gone = FactFate.REMOVED if self.paper.new is None else FactFate.ADDED
        if self._is_of_one_side and fact.fate is not gone:
            # Another value is no change of a paper that did not have the old one, or has not the new one.
            return False
        if parts[:1] != (DATA,) or len(parts) != 4:
            return True
        if parts[1] != self.paper.cluster:
            return False
        apart = _apart(parts[2], self.paper.year)
        if self._is_of_one_side:
            return apart == 0
        return apart == 0 or (apart == NEXT_YEAR and parts[3] == f"{CLUSTER}.yaml")

    @property
    def _is_of_one_side(self) -> bool:
        return (self.paper.old is None) is not (self.paper.new is None)

    def _own_file(self) -> str:
        return f"{DATA}/{self.paper.cluster}/{self.paper.year}/{self.paper.document}.yaml"


def _itself(fact: FactChange) -> FactChange:
    """The fact without what it refers to."""
    return replace(fact, old_prints=fact.old_prints[:1], new_prints=fact.new_prints[:1])


def _record_of(fact: FactChange) -> FactChange:
    """The record that a fact belongs to, as a fact."""
    return replace(
        fact,
        old_prints=tuple((path, route[:-1]) for path, route in fact.old_prints[:1]),
        new_prints=tuple((path, route[:-1]) for path, route in fact.new_prints[:1]),
    )


def is_changed(paragraph: ComparedParagraph) -> bool:
    """Whether the paragraph itself changed, came or went: not a cell beside a changed one in its row."""
    row = paragraph.spot.row_fate if paragraph.spot else Fate.KEPT
    return paragraph.fate is not Fate.KEPT or paragraph.reshaped or row not in {Fate.KEPT, Fate.CHANGED}


def changed_anchors(paragraph: ComparedParagraph, change: Change, traces: Mapping[str, Trace]) -> tuple[str, ...]:
    """The anchors of the changed words; those of the paragraph where it came, went or moved as a whole.

    Around a value stand its own anchor and that of the paragraph, which would name every other value of it too.
    """
    one_sided = paragraph.fate not in {Fate.KEPT, Fate.CHANGED}
    found: list[str] = []
    for piece in paragraph.pieces:
        if piece.change in {change, Change.RESTYLED} or one_sided:
            known = [traces[anchor] for anchor in piece.anchors if anchor in traces]
            inner = [trace for trace in known if not trace.whole]
            certain = [trace for trace in known if len(trace.origins) == 1]
            found += [trace.anchor for trace in (known if one_sided else inner or certain)]
    whole = paragraph.old_anchors if change is Change.REMOVED else paragraph.new_anchors
    return (*found, *whole) if one_sided else tuple(found)


def _whole_fate(paragraph: ComparedParagraph) -> Fate | None:
    """The fate of what came or went as a whole, itself or with its row; None of anything else."""
    fates = {paragraph.fate, paragraph.spot.row_fate if paragraph.spot else Fate.KEPT}
    return Fate.ADDED if fates & NEW_ONLY else Fate.REMOVED if fates & OLD_ONLY else None


def _row(paragraph: ComparedParagraph) -> tuple[int, int] | None:
    """The row of a real table: letterhead and signature are tables only to Word."""
    spot = paragraph.spot
    return (spot.table, spot.row) if spot and spot.bordered else None


def _apart(one: str, other: str) -> int:
    return abs(int(one) - int(other)) if one.isdecimal() and other.isdecimal() else int(one != other)


def _path(fact: FactChange) -> str:
    place = fact.new_place or fact.old_place
    return place.path if place else ""


def _addresses(traces: Mapping[str, Trace], anchors: Iterable[str]) -> frozenset[Address]:
    found = (traces[anchor] for anchor in anchors if anchor in traces)
    return frozenset((origin.path, origin.route) for trace in found for origin in trace.origins)


def _everything(version: PaperVersion | None) -> frozenset[Address]:
    return _addresses(version.traces, version.traces) if version else frozenset()


def meet(wanted: Iterable[Address], there: Iterable[Address]) -> bool:
    """Whether some addresses name, are above or are below some others."""
    return any(
        path == other and (route[: len(further)] == further[: len(route)])
        for path, route in wanted
        for other, further in there
    )
