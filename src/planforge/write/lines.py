"""How a text is broken into lines: as every program does it, and evenly for what stands centred."""

from __future__ import annotations

from functools import cache
from math import inf
from pathlib import Path

from planforge.write.metrics import Face, width_pt

# Words of two syllables that the names of offices and titles are made of, one a line.
_COMPOUNDS = Path(__file__).with_name("compounds.txt")
_BEFORE_NUMBER = frozenset({"số", "năm", "ngày", "tháng", "quý", "lần", "thứ", "đợt"})
_TORN_PENALTY_EM = 12.0
_MOST_EVEN_LINES = 6


def line_count(text: str, face: Face, size_pt: float, limit_pt: float) -> int:
    """How many lines a text fills when each line takes as many words as fit."""
    return len(_greedy(text.split(" "), face, size_pt, limit_pt))


def balanced_lines(text: str, face: Face, size_pt: float, limit_pt: float) -> tuple[str, ...]:
    """The text in as few lines as fit into `limit_pt`, as even as its words allow and not torn inside a compound.

    Centred names look torn when a greedy break leaves one short word on the last line.
    """
    words = text.split(" ")
    lines = _greedy(words, face, size_pt, limit_pt)
    if 1 < len(lines) <= _MOST_EVEN_LINES:
        lines = _even(words, len(lines), face, size_pt, limit_pt)
    return tuple(lines)


def _greedy(words: list[str], face: Face, size_pt: float, limit_pt: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if width_pt(longer, face, size_pt) <= limit_pt:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _even(words: list[str], count: int, face: Face, size_pt: float, limit_pt: float) -> list[str]:
    """The break into `count` lines with the smallest sum of squared widths and penalties.

    `best[end]` is the cheapest way to set the first `end` words, with one line more in every round.
    """
    nothing: list[str] = []
    best = [(0.0, nothing)] + [(inf, nothing)] * len(words)
    penalty = (_TORN_PENALTY_EM * size_pt) ** 2
    for _ in range(count):
        following = [(inf, nothing)] * len(best)
        for end in range(1, len(best)):
            torn = penalty if end < len(words) and _belong_together(words[end - 1], words[end]) else 0.0
            for start in reversed(range(end)):
                line = " ".join(words[start:end])
                width = width_pt(line, face, size_pt)
                if width > limit_pt and start < end - 1:
                    break
                cost = best[start][0] + width * width + torn
                if cost < following[end][0]:
                    following[end] = (cost, [*best[start][1], line])
        best = following
    return best[-1][1]


def _belong_together(word: str, following: str) -> bool:
    """Whether a break between two words would tear a compound, a number from its noun, or begin a line with a dash."""
    former, latter = word.casefold(), following.casefold()
    return latter == "-" or former in _BEFORE_NUMBER or f"{former} {latter.rstrip(',;.')}" in _compounds()


@cache
def _compounds() -> frozenset[str]:
    return frozenset(_COMPOUNDS.read_text(encoding="utf-8").splitlines())
