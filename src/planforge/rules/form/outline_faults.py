"""What the rules about numbered paragraphs say alike: a number out of order, a label of another form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.rule import Answer
from planforge.rules.form.body_text import once
from planforge.rules.form.outline_order import label_of, misplaced
from planforge.verify.anatomy import Anatomy, Level, Numbered
from planforge.words import NOTHING, Words

NUMBER = Words("số ", "the number ")


def order_faults(paper: Anatomy, level: Level, noun: Words = NOTHING) -> Iterator[Answer]:
    """Each number of a level that stands where another one should; `noun` goes before the label."""
    for wrong in misplaced(paper, level):
        place, label = wrong.place, wrong.numbered.label.strip()
        fault = Words(
            f"{noun.vi}“{label}” {place.vi}, phải là “{wrong.wanted}”",
            f"{noun.en}“{label}” {place.en}, it must be “{wrong.wanted}”",
        )
        yield paper.finding(wrong.numbered.paragraph, count=1, fault=fault)


def label_faults(paper: Anatomy, numbered: Iterable[Numbered], level: Level) -> Iterator[Answer]:
    """Labels written otherwise than the level asks ("1)" for "1."), once for the paper; Word's own are PF616's."""
    labels = [
        (one, wanted)
        for one in numbered
        if one.number is not None
        and one.paragraph.auto_number is None
        and one.label.strip() != (wanted := label_of(level, one.number))
    ]
    if labels:
        first, wanted = labels[0]
        found = first.label.strip()
        fault = Words(f"số viết “{found}”, phải là “{wanted}”", f"the number is “{found}”, it must be “{wanted}”")
        yield from once(paper, [one.paragraph for one, _ in labels], fault=fault)
