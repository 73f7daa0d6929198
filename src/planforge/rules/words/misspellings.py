"""Misspellings of a list, found in a text and put right in the capitals they were written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from planforge.corpus import Passage
from planforge.rules.words.telling import Slip
from planforge.rules.words.tokens import Token, folded, like, tokens
from planforge.rules.words.wordlists import table


class Known(NamedTuple):
    """A wrong spelling, word by word, the right one, and the words beside which the wrong one is right."""

    wrong: tuple[str, ...]
    right: str
    before: frozenset[str]
    behind: frozenset[str]


def misspellings(passage: Passage, name: str) -> Iterator[Slip]:
    """The places in a passage that a list knows; the list has wrong and right spellings in sections by their source."""
    known = _by_first_word(name)
    keys = folded(passage.text)
    words = tokens(passage.text)
    for index in [index for index, key in enumerate(keys) if key in known]:
        token = words[index]
        for one in known[keys[index]]:
            end = index + len(one.wrong)
            if _stands_here(passage.text, words, index, one) and not _is_explained(words, index, end, one):
                last = words[end - 1].end
                wanted = _in_case(one.right, passage.text[token.start : last])
                yield Slip(passage, token.start, last, wanted, {"wanted": wanted})


@cache
def _by_first_word(name: str) -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    for section in table(name).values():
        for wrong, written in section.items():
            right, before, behind = [written, "", ""] if isinstance(written, str) else written
            key = tuple(wrong.split())
            found.setdefault(key[0], []).append(Known(key, right, frozenset(before.split()), frozenset(behind.split())))
    return found


def _stands_here(text: str, words: tuple[Token, ...], index: int, one: Known) -> bool:
    """Whether the words are those, with only blanks between them, and no name: "Thứ sử Lý Tiến"."""
    here = words[index : index + len(one.wrong)]
    return (
        tuple(word.text.casefold() for word in here) == one.wrong
        and all(text[first.end : second.start].isspace() for first, second in pairwise(here))
        and (here[0].text.isupper() or all(word.text.islower() for word in here[1:]))
    )


def _is_explained(words: tuple[Token, ...], start: int, end: int, one: Known) -> bool:
    return (start > 0 and words[start - 1].text.casefold() in one.before) or (
        end < len(words) and words[end].text.casefold() in one.behind
    )


def _in_case(right: str, found: str) -> str:
    """The right words in the capitals of the wrong ones."""
    return right.upper() if found.isupper() else like(right, found)
