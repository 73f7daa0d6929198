"""A raw text file as passages: paragraphs put together again where a page or a line of the scan tore them apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from planforge.corpus import Locate, Passage, Voice
from planforge.diagnostics import Excerpt, Span

# A line that ends a paragraph: a full stop or the like, perhaps with quotation marks or stars of emphasis behind it.
ENDS = re.compile(r"""[.!?;:…/][”"’')\]*]*\s*$""")
# What a paragraph may begin with; a line that begins otherwise goes on with the one before it.
GOES_ON = re.compile(r"\s*(?:[a-zà-ỹđ]|\d+[a-zđ]?(?:-[A-ZĐ]|/[A-ZĐ])|\()")
EMPHASIS = re.compile(r"\*{1,3}")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int


def raw_passages(path: str, text: str) -> tuple[Passage, ...]:
    """The paragraphs of a text whose lines end in line feeds."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    return tuple(_passage(path, text, group, lines) for group in _paragraphs(text))


def _paragraphs(text: str) -> Iterator[list[_Piece]]:
    """The lines of each paragraph: one that ends no sentence goes on where the next begins none."""
    group: list[_Piece] = []
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        before = text[group[-1].start : group[-1].end] if group else ""
        if group and (ENDS.search(before) or not GOES_ON.match(match[0])):
            yield group
            group = []
        group.append(_Piece(match.start(), match.end()))
    if group:
        yield group


def _passage(path: str, text: str, group: list[_Piece], lines: list[int]) -> Passage:
    clean: list[str] = []
    offsets: list[int] = []
    for piece in group:
        if clean and not clean[-1].isspace():
            clean.append(" ")
            offsets.append(piece.start)
        line = text[piece.start : piece.end]
        hidden = {position for match in EMPHASIS.finditer(line) for position in range(match.start(), match.end())}
        for position, character in enumerate(line):
            if position not in hidden:
                clean.append(character)
                offsets.append(piece.start + position)
    return Passage("".join(clean), path, Voice.RAW, located(path, offsets, lines))


def located(path: str, offsets: list[int], lines: list[int]) -> Locate:
    """Places in a file of text, given where each character of a passage and where each line begins."""

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(lines, offset)
        return line, offset - lines[line - 1] + 1

    def locate(start: int, end: int) -> tuple[Span | None, Excerpt | None]:
        if not offsets:
            return Span(path), None
        first = place(offsets[min(start, len(offsets) - 1)])
        last = place(offsets[min(max(end - 1, start), len(offsets) - 1)])
        return Span(path, *first, last[0], last[1] + 1), None

    return locate
