"""Which changed papers a changed fact reaches: by provenance, which tells what every stretch of a paper was made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from planforge.provenance import Trace
from planforge.redline.comparison import Change, ComparedParagraph, Fate
from planforge.review.section_labels import only_renumbered
from planforge.review.sides import ChangedPaper, FactChange, PaperVersion
from planforge.source import Route
from planforge.workspace import CLUSTER, DATA, SETTINGS_FILE, TEMPLATES

Address = tuple[str, Route]
# A paper may name the cluster of the year before or after.
NEXT_YEAR = 1


def reaching(facts: Sequence[FactChange], papers: Sequence[ChangedPaper]) -> tuple[FactChange, ...]:
    """The facts with the keys of the papers that each reaches, in the order of the papers.

    A fact that is printed as it is, or through a reference, is found in what changed. One that is only counted or
    decided by (a yes or no, a list whose length is said) leaves no trace of its own: it is put down to the papers of
    its year that hold something else of the same record, then to those in which a change is left without a cause.
    """
    looks = [Look(paper) for paper in papers]
    sure = {index: [look for look in looks if look.prints(fact)] for index, fact in enumerate(facts)}
    for index, fact in enumerate(facts):
        if not sure[index]:
            sure[index] = [look for look in looks if look.prints_beside(fact)]
    causes = {id(look): [facts[index] for index, found in sure.items() if look in found] for look in looks}
    for index, fact in enumerate(facts):
        if not sure[index]:
            sure[index] = [look for look in looks if look.may_depend_on(fact) and look.unexplained(causes[id(look)])]
    return tuple(
        replace(fact, reaches=tuple(look.paper.key for look in sure[index])) for index, fact in enumerate(facts)
    )


@dataclass(frozen=True, slots=True)
class Made:
    """The addresses in the data that a stretch was made of, before and after."""

    old: frozenset[Address] = frozenset()
    new: frozenset[Address] = frozenset()

    def of(self, fact: FactChange) -> bool:
        """Whether the fact is among what the stretch was made of."""
        return _meet(fact.old_prints, self.old) or _meet(fact.new_prints, self.new)

    def names(self, fact: FactChange) -> bool:
        """Whether the stretch names what the fact refers to, before or after.

        A citation that comes earlier makes a later one short: it is changed by what it does not say any more.
        """
        return _meet((*fact.old_prints[1:], *fact.new_prints[1:]), self.old | self.new)


class Look:
    """A changed paper, with what its changed stretches were made of."""

    def __init__(self, paper: ChangedPaper) -> None:
        self.paper = paper
        self.old_traces = paper.old.traces if paper.old else {}
        self.new_traces = paper.new.traces if paper.new else {}
        paragraphs = paper.redline.comparison.paragraphs if paper.redline else ()
        self.changed = [paragraph for paragraph in paragraphs if paragraph.changed]
        self.words = [self.made_of_words(paragraph) for paragraph in self.changed]
        self.whole = [self.made_of(paragraph) for paragraph in self.changed]
        if paper.redline is None:
            everything = Made(_everything(paper.old), _everything(paper.new))
            self.words, self.whole = [everything], [everything]

    def made_of_words(self, paragraph: ComparedParagraph) -> Made:
        """What the changed words of a paragraph were made of."""
        return Made(
            _addresses(self.old_traces, changed_anchors(paragraph, Change.REMOVED, self.old_traces)),
            _addresses(self.new_traces, changed_anchors(paragraph, Change.ADDED, self.new_traces)),
        )

    def made_of(self, paragraph: ComparedParagraph) -> Made:
        """What a whole paragraph was made of."""
        return Made(
            _addresses(self.old_traces, paragraph.old_anchors), _addresses(self.new_traces, paragraph.new_anchors)
        )

    def prints(self, fact: FactChange) -> bool:
        """Whether changed words come from the fact, or a changed paragraph from its very place."""
        if not self._near(fact):
            return False
        own = replace(fact, old_prints=fact.old_prints[:1], new_prints=fact.new_prints[:1])
        return any(made.of(fact) for made in self.words) or any(made.of(own) for made in self.whole)

    def prints_beside(self, fact: FactChange) -> bool:
        """Whether a changed paragraph says something else of the record that the fact belongs to."""
        if not self._near(fact) or not fact.route[:-1]:
            return False
        above = replace(
            fact,
            old_prints=tuple((path, route[:-1]) for path, route in fact.old_prints[:1]),
            new_prints=tuple((path, route[:-1]) for path, route in fact.new_prints[:1]),
        )
        return any(made.of(above) for made in self.whole)

    def may_depend_on(self, fact: FactChange) -> bool:
        """Whether the paper is made of the file of the fact at all."""
        path = _path(fact)
        if path.startswith(f"{TEMPLATES}/"):
            return PurePosixPath(path).parts[1] == self.paper.document
        if path == SETTINGS_FILE:
            return fact.route[:1] == ("profile",)
        used = {
            origin.path
            for traces in (self.old_traces, self.new_traces)
            for one in traces.values()
            for origin in one.origins
        }
        return self._near(fact) and (path in used or path == self._own_file())

    def unexplained(self, causes: Sequence[FactChange]) -> bool:
        """Whether something changed that none of the facts is a cause of.

        A sentence that is wholly the template's and was put in other words does not count: no fact does that.
        """
        if self.paper.redline is None:
            return False
        return any(
            not any(self.explains(fact, paragraph) for fact in causes)
            for paragraph in self.changed
            if not only_renumbered(paragraph)
            and (paragraph.fate is not Fate.CHANGED or self.made_of(paragraph) != Made())
        )

    def explains(self, fact: FactChange, paragraph: ComparedParagraph) -> bool:
        """Whether a fact is a cause of what changed in a paragraph."""
        made = self.made_of_words(paragraph)
        if made == Made():
            return self.made_of(paragraph).of(fact)
        return made.of(fact) or made.names(fact)

    def _near(self, fact: FactChange) -> bool:
        parts = PurePosixPath(_path(fact)).parts
        if parts[0] != DATA or len(parts) != 4:
            return True
        if parts[1] != self.paper.cluster:
            return False
        apart = _apart(parts[2], self.paper.year)
        return apart == 0 or (apart == NEXT_YEAR and parts[3] == f"{CLUSTER}.yaml")

    def _own_file(self) -> str:
        return f"{DATA}/{self.paper.cluster}/{self.paper.year}/{self.paper.document}.yaml"


def _apart(one: str, other: str) -> int:
    return abs(int(one) - int(other)) if one.isdecimal() and other.isdecimal() else int(one != other)


def _path(fact: FactChange) -> str:
    place = fact.new_place or fact.old_place
    return place.path if place else ""


def changed_anchors(paragraph: ComparedParagraph, change: Change, traces: Mapping[str, Trace]) -> tuple[str, ...]:
    """The anchors of the changed words; those of the paragraph where it came, went or moved as a whole.

    Around a value stand its own anchor and that of the paragraph, which would name every other value of it too.
    """
    found: list[str] = []
    for piece in paragraph.pieces:
        if piece.change in {change, Change.RESTYLED}:
            known = [traces[anchor] for anchor in piece.anchors if anchor in traces]
            inner = [trace for trace in known if not trace.whole]
            found += [trace.anchor for trace in inner or known if not trace.whole or len(trace.origins) == 1]
    whole = paragraph.old_anchors if change is Change.REMOVED else paragraph.new_anchors
    return tuple(found) if paragraph.fate in {Fate.KEPT, Fate.CHANGED} else (*found, *whole)


def _addresses(traces: Mapping[str, Trace], anchors: Iterable[str]) -> frozenset[Address]:
    found = (traces[anchor] for anchor in anchors if anchor in traces)
    return frozenset((origin.path, origin.route) for trace in found for origin in trace.origins)


def _everything(version: PaperVersion | None) -> frozenset[Address]:
    return _addresses(version.traces, version.traces) if version else frozenset()


def _meet(wanted: Iterable[Address], there: Iterable[Address]) -> bool:
    return any(
        path == other and (route[: len(further)] == further[: len(route)])
        for path, route in wanted
        for other, further in there
    )
