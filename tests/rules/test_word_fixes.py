"""Corrections of running text: they come to an end, are the same when made twice, and leave right text alone."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.mutations.words import LETTERS, MARKS, WORDS
from tests.mutations.words_names import CAPITALS, FIGURES, LEFT, NAMES, READING

from planforge.corpus import Corpus, Passage, Voice
from planforge.diagnostics import Span
from planforge.rule import Fix, ask
from planforge.rules import family

RULES = family("words")
# The command writes corrections until none is left, but no more often than this.
ROUNDS = 5
PAIRS = [
    (good, bad)
    for table in (LETTERS, WORDS, MARKS, FIGURES, CAPITALS, NAMES, READING, LEFT)
    for pairs in table.values()
    for good, bad in pairs
    if isinstance(good, str) and isinstance(bad, str)
]
GOOD = sorted({good for good, _ in PAIRS})
BAD = sorted({bad for _, bad in PAIRS})
# What slips are made of: letters with marks, blanks, marks, figures, and characters that only look right.
ODD = (
    "aăâeêioôơuưyđAĐ óòọạàảãáúùủệộởữự bcghklmnpqrstvx 0123456789 .,;:?!()“”\"'-–—…/% \u00a0\u200b\u00adƣÐо\u0301\u0323"
)


def corpus(text: str) -> Corpus:
    return Corpus((Passage(text, "data/x.yaml", Voice.PROSE, lambda _start, _end: (Span("data/x.yaml"), None)),))


def fixes(text: str) -> list[Fix]:
    found = [finding.fix for rule in RULES for _, finding in ask(rule, corpus(text)).findings if finding.fix]
    return sorted(found, key=lambda one: (one.start, one.end))


def fixed_once(text: str) -> str:
    """The text with every correction that does not overlap one before it, as they are written to a file."""
    kept: list[Fix] = []
    for one in fixes(text):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    for one in reversed(kept):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def fixed(text: str) -> str:
    for _ in range(ROUNDS):
        text = fixed_once(text)
    return text


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(BAD), st.sampled_from(GOOD)), min_size=1, max_size=4).map("; ".join))
@example("công tác thi đua,, khen thưởng  của của Cụm .")
@example("Uỷ ban Nhân dân , “ tỉnh")
def test_fixing_twice_is_fixing_once(text: str) -> None:
    once = fixed(text)
    assert fixed(once) == once
    assert not [one for one in fixes(once) if once[one.start : one.end] != one.text]


@settings(max_examples=300, deadline=None)
@given(st.text(ODD, max_size=60))
def test_fixing_any_text_comes_to_an_end(text: str) -> None:
    once = fixed(text)
    assert fixed(once) == once


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(GOOD), min_size=1, max_size=3))
def test_right_text_is_left_alone(parts: list[str]) -> None:
    text = "; ".join(part.rstrip(".,;:… ") for part in parts)
    assert fixed_once(text) == text


def test_the_slips_that_can_be_mended_are() -> None:
    mended = [bad for _, bad in PAIRS if fixes(bad)]
    assert all(not fixes(fixed(bad)) for bad in mended)
    assert len(mended) > len(PAIRS) / 2
