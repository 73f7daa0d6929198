"""Characters that remember where they were written: what a passage's clean text is made of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from planforge.corpus import Passage, Voice
from planforge.diagnostics import Excerpt, Span

EMPHASIS = re.compile(r"(?<!\\)\*{1,3}")


@dataclass(frozen=True, slots=True)
class Strand:
    """Characters in order, each with the offsets in the file where its writing begins and ends."""

    characters: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def text(self) -> str:
        """The characters as one text."""
        return "".join(self.characters)

    def replaced(self, pattern: re.Pattern[str], character: str = "") -> Strand:
        """The same with every match of a pattern gone, or as one character."""
        kept: list[tuple[str, int, int]] = []
        position = 0
        rows = list(zip(self.characters, self.starts, self.ends, strict=True))
        for match in pattern.finditer(self.text):
            if match.end() > match.start():
                kept += rows[position : match.start()]
                kept += [(character, self.starts[match.start()], self.ends[match.end() - 1])] if character else []
                position = match.end()
        return woven(kept + rows[position:])

    def part(self, start: int, end: int) -> Strand:
        """The characters from `start` to `end`."""
        return Strand(self.characters[start:end], self.starts[start:end], self.ends[start:end])

    def stripped(self) -> Strand:
        """Without blanks at both ends."""
        text = self.text
        start = len(text) - len(text.lstrip())
        return self.part(start, max(start, len(text.rstrip())))


def woven(rows: Iterable[tuple[str, int, int]]) -> Strand:
    """A strand of characters with their offsets."""
    characters, starts, ends = [], [], []
    for character, start, end in rows:
        characters.append(character)
        starts.append(start)
        ends.append(end)
    return Strand(tuple(characters), tuple(starts), tuple(ends))


def stretch(text: str, start: int, end: int) -> Strand:
    """A stretch of a file as it is written."""
    return Strand(tuple(text[start:end]), tuple(range(start, end)), tuple(range(start + 1, end + 1)))


def joined(strands: Iterable[Strand]) -> Strand:
    """Several strands, one blank between them: lines of one paragraph."""

    def rows() -> Iterator[tuple[str, int, int]]:
        last: Strand | None = None
        for strand in strands:
            if last is not None and strand.starts:
                yield " ", last.ends[-1] if last.ends else strand.starts[0], strand.starts[0]
            yield from zip(strand.characters, strand.starts, strand.ends, strict=True)
            last = strand

    return woven(rows())


def glued(first: Strand, second: Strand) -> Strand:
    """Two strands as one word: what a line broke within."""
    return Strand(first.characters + second.characters, first.starts + second.starts, first.ends + second.ends)


@dataclass(frozen=True, slots=True)
class FileLines:
    """The lines of a file of text: from an offset to line and column."""

    path: str
    starts: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch."""
        return Span(self.path, *self.place(start), *self.place(max(end, start)))


def lines_of(path: str, text: str) -> FileLines:
    """The lines of a text whose lines end in line feeds."""
    return FileLines(path, (0, *(match.end() for match in re.finditer("\n", text))))


def passage(strand: Strand, lines: FileLines, voice: Voice, *, opens: bool = True, closes: bool = True) -> Passage:
    """A passage of a file of text, emphasis taken out."""
    clean = strand.replaced(EMPHASIS)
    return late_passage(clean.text, lambda: clean, lines, voice, opens=opens, closes=closes)


def late_passage(
    text: str,
    make: Callable[[], Strand],
    lines: FileLines,
    voice: Voice,
    *,
    field: str = "",
    opens: bool = True,
    closes: bool = True,
    quote: str = "",
) -> Passage:
    """A passage whose clean text is known; where its characters are written is found when somebody asks.

    Most passages have no findings, and finding the places takes ten times as long as reading the text.
    """
    clean = cache(make)

    def written(start: int, end: int) -> tuple[int, int]:
        starts, ends = clean().starts, clean().ends
        if not starts:
            return 0, 0
        if end <= start:
            offset = starts[start] if start < len(starts) else ends[-1]
            return offset, offset
        last = min(end, len(ends)) - 1
        return starts[min(start, last)], ends[last]

    def locate(start: int, end: int) -> tuple[Span | None, Excerpt | None]:
        return lines.span(*written(start, end)), None

    return Passage(text, lines.path, voice, locate, field, opens, closes, written, quote)
