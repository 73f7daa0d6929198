"""The order of what is counted in the body: parts, chapters, articles, sections, clauses, points.

What is counted anew under each parent is one sequence (Appendix I, part I, section II.6); every annex counts by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planforge.convert.numbering import POINT_LETTERS, roman
from planforge.rules.form.remembered import Remembered
from planforge.verify.anatomy import Anatomy, Level, Numbered
from planforge.verify.reading import Paragraph
from planforge.words import Words

# Under what each level begins again; articles and parts go on through the whole paper.
PARENTS: dict[Level, frozenset[Level]] = {
    Level.PART: frozenset(),
    Level.CHAPTER: frozenset(),
    Level.SECTION_TITLE: frozenset({Level.PART, Level.CHAPTER}),
    Level.ARTICLE: frozenset(),
    Level.HEADING: frozenset({Level.PART, Level.CAPITAL, Level.CHAPTER, Level.SECTION_TITLE, Level.ARTICLE}),
}
PARENTS[Level.CLAUSE] = PARENTS[Level.HEADING] | {Level.HEADING}
PARENTS[Level.DECIMAL] = PARENTS[Level.CLAUSE] | {Level.CLAUSE}
PARENTS[Level.POINT] = PARENTS[Level.DECIMAL] | {Level.DECIMAL}


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A number that is not the next one: what should stand there, and what stands before it in the same sequence."""

    numbered: Numbered
    wanted: str
    before: Numbered | None

    @property
    def place(self) -> Words:
        """Where it stands, in words."""
        if self.before is None:
            return Words("đứng đầu", "comes first")
        label = self.before.label.strip()
        return Words(f"đứng sau “{label}”", f"follows “{label}”")


def label_of(level: Level, number: int) -> str:
    """How the label of a level is written: "IV.", "4.", "d)", "Điều 4.", "Chương IV"."""
    written = {
        Level.PART: f"Phần {roman(number)}",
        Level.CHAPTER: f"Chương {roman(number)}",
        Level.SECTION_TITLE: f"Mục {number}",
        Level.ARTICLE: f"Điều {number}.",
        Level.HEADING: f"{roman(number)}.",
        Level.CLAUSE: f"{number}.",
        Level.POINT: f"{POINT_LETTERS[number - 1]})" if 0 < number <= len(POINT_LETTERS) else "",
    }
    return written.get(level, "")


def counted(paper: Anatomy, *levels: Level) -> list[Numbered]:
    """What is counted at some levels, all of them where none is named: not in tables, not in what is quoted."""
    return [one for one in _counted(paper) if not levels or one.level in levels]


@Remembered
def _counted(paper: Anatomy) -> tuple[Numbered, ...]:
    quoted = _quoted(paper)
    return tuple(one for one in paper.numbered if one.paragraph.cell is None and one.paragraph.ordinal not in quoted)


def sequences(paper: Anatomy, level: Level) -> list[list[Numbered]]:
    """The sequences of one level, in order: each is counted from 1.

    A list that begins with 1 after a line that announces it ("gồm:") is a sequence of its own.
    """
    found: list[list[Numbered]] = []
    current: list[Numbered] = []
    before = _paragraph_before(paper)
    annex: int | None = None
    for one in counted(paper):
        if one.annex != annex or one.level in PARENTS[level]:
            annex = one.annex
            current = []
        if one.level is not level:
            continue
        announced = one.number == 1 and before.get(one.paragraph.ordinal, "").endswith(":")
        if not current or announced:
            current = []
            found.append(current)
        current.append(one)
    return found


def first_misplaced(sequence: Sequence[Numbered]) -> Misplaced | None:
    """The first number of a sequence that is skipped, doubled or out of order; None where all is well."""
    before: Numbered | None = None
    for wanted, one in enumerate(sequence, start=1):
        if one.number != wanted:
            return Misplaced(one, label_of(one.level, wanted), before)
        before = one
    return None


def misplaced(paper: Anatomy, level: Level) -> Iterator[Misplaced]:
    """The first wrong number of every sequence of a level; one that cannot be read is left to the rule of its form."""
    for sequence in sequences(paper, level):
        if all(one.number is not None for one in sequence):
            wrong = first_misplaced(sequence)
            if wrong is not None:
                yield wrong


def title_of(one: Numbered) -> str:
    """What a counted paragraph says after its label."""
    return one.paragraph.words.removeprefix(one.label.strip()).strip()


def is_sentence(one: Numbered) -> bool:
    """Whether it ends as a sentence or an item of a list does, and so is no title."""
    return title_of(one).endswith((".", ";", ",", "…"))


def under(paper: Anatomy, level: Level, parent: Level) -> frozenset[int]:
    """The ordinals of what is counted at a level after something of a parent level, in the text or the same annex."""
    found: set[int] = set()
    place: int | None = None
    below = False
    for one in counted(paper, level, parent):
        if one.annex != place:
            place, below = one.annex, False
        if one.level is parent:
            below = True
        elif below:
            found.add(one.paragraph.ordinal)
    return frozenset(found)


@Remembered
def followers(paper: Anatomy) -> dict[int, Paragraph]:
    """The paragraph after each one that has words, by ordinal."""
    return {one.ordinal: other for one, other in pairwise(_shown(paper))}


@Remembered
def _shown(paper: Anatomy) -> tuple[Paragraph, ...]:
    return tuple(paragraph for paragraph in paper.reading.paragraphs if paragraph.words)


def titles(paper: Anatomy, level: Level) -> dict[int, bool | None]:
    """Whether each paragraph of a level is the title of what follows it, by ordinal; None where that is open.

    What ends as a sentence does is none; of names one below the other without any mark nobody can say.
    """
    marked = counted(paper, level)
    ordinals = {one.paragraph.ordinal for one in marked}
    after = followers(paper)
    numbered = {one.paragraph.ordinal for one in _counted(paper)}
    listed = {
        ordinal
        for one in marked
        if not is_sentence(one) and (next_one := after.get(one.paragraph.ordinal)) and next_one.ordinal in ordinals
        for ordinal in (one.paragraph.ordinal, next_one.ordinal)
    }
    found: dict[int, bool | None] = {}
    for one in marked:
        ordinal, words = one.paragraph.ordinal, title_of(one)
        follower = after.get(ordinal)
        goes_on = follower is None or (follower.text[:1].islower() and follower.ordinal not in numbered)
        open_end = ordinal in listed or goes_on or words.endswith(":") or not words
        found[ordinal] = False if is_sentence(one) else None if open_end else True
    return found


def _quoted(paper: Anatomy) -> set[int]:
    """The paragraphs inside a quotation that goes over several of them."""
    found: set[int] = set()
    within: list[int] = []
    is_open = False
    for paragraph in (*paper.body, *(one for annex in paper.annexes for one in annex.body)):
        depth = paragraph.text.count("“") - paragraph.text.count("”")
        if is_open:
            within.append(paragraph.ordinal)
            if depth < 0:
                found.update(within)
                is_open = False
        elif depth > 0:
            is_open, within = True, []
    return found


def _paragraph_before(paper: Anatomy) -> dict[int, str]:
    return {other.ordinal: one.text.rstrip() for one, other in pairwise(_shown(paper))}
