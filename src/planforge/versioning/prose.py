"""Running text that both sides changed: their words go into our text where nothing of it was touched by us.

A word is here what stands between blanks, its signs with it: what a redline marks apart, a comma and the word before
it, must not come from two people.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from planforge.versioning.threeway import Edit, foreign_edits
from planforge.versioning.tree import Data, Fact, Leaf

# Fewer words are a name or a figure, and a fact as a whole.
FEWEST_WORDS = 10
LONGEST_LINE = 120
WRAPPED_LINE = 110


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def merged_words(base: Data, ours: Leaf, theirs: Leaf, written: str) -> tuple[str, Fact] | None:
    """Our value as it is `written`, with their words in it, and what it then says; None where it is a conflict."""
    facts = (base, ours.data, theirs.data)
    if not all(isinstance(fact, Fact) and fact.kind == "str" for fact in facts):
        return None
    before, after, other = (fact.value.split() for fact in facts)
    if len(before) < FEWEST_WORDS or any("\n" in fact.value.strip("\n") for fact in facts):
        return None
    words = _words(written, ours.style)
    edits = foreign_edits(before, after, other)
    if edits is None or [word.text for word in words] != after or ours.style == "|":
        return None
    text, said = written, list(after)
    for edit in reversed(edits):
        text = _replaced(text, words, edit)
        said[edit.start : edit.end] = edit.words
    end = ours.data.value[len(ours.data.value.rstrip("\n")) :]
    return _wrapped(text, written, ours), Fact("str", " ".join(said) + end)


def _words(written: str, style: str) -> list[_Word]:
    """The words of a scalar with their places in it."""
    start, end = 0, len(written)
    if style == ">":
        start = written.find("\n") + 1
    elif style in {"'", '"'}:
        start, end = 1, end - 1
    return [_Word(match[0], match.start(), match.end()) for match in re.compile(r"\S+").finditer(written, start, end)]


def _replaced(text: str, words: list[_Word], edit: Edit) -> str:
    put = " ".join(edit.words)
    if edit.start < edit.end:
        first, last = words[edit.start], words[edit.end - 1]
        if put:
            return text[: first.start] + put + text[last.end :]
        after = words[edit.end].start if edit.end < len(words) else 0
        if after and "\n" not in text[last.end : after]:
            return text[: first.start] + text[after:]
        before = words[edit.start - 1].end if edit.start else first.start
        return text[:before] + text[last.end :]
    if edit.start:
        place = words[edit.start - 1].end
        return f"{text[:place]} {put}{text[place:]}"
    place = words[0].start
    return f"{text[:place]}{put} {text[place:]}"


def _wrapped(text: str, written: str, ours: Leaf) -> str:
    """The text with those lines broken that have become too long."""
    known = set(written.split("\n"))
    lines = text.split("\n")
    if ours.style != ">":
        # Of the others the first line stands behind its key, in a column that is not known here.
        return text
    found: list[str] = []
    for line in lines:
        margin = line[: len(line) - len(line.lstrip())]
        rest = line
        while len(rest) > LONGEST_LINE and rest not in known:
            cut = rest.rfind(" ", len(margin) + 1, WRAPPED_LINE)
            if cut < 0:
                break
            found.append(rest[:cut])
            rest = margin + rest[cut + 1 :]
        found.append(rest)
    return "\n".join(found)
