"""A raw text file as passages: paragraphs put together again where a page or a line of the scan tore them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Passage, Voice
from planforge.passages.strand import Strand, joined, lines_of, passage, stretch

# A line that ends a paragraph: a full stop or the like, perhaps with quotation marks or stars of emphasis behind it.
ENDS = re.compile(r"""[.!?;:…/][”"’')\]*]*\s*$""")
# What a paragraph may begin with; a line that begins otherwise goes on with the one before it.
GOES_ON = re.compile(r"\s*(?:[a-zà-ỹđ]|\d+[a-zđ]?(?:-[A-ZĐ]|/[A-ZĐ])|\()")


def raw_passages(path: str, text: str) -> tuple[Passage, ...]:
    """The paragraphs of a text whose lines end in line feeds."""
    lines = lines_of(path, text)
    return tuple(passage(joined(group), lines, Voice.RAW) for group in _paragraphs(text))


def _paragraphs(text: str) -> Iterator[list[Strand]]:
    """The lines of each paragraph: one that ends no sentence goes on where the next begins none."""
    group: list[Strand] = []
    before = ""
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        if group and (ENDS.search(before) or not GOES_ON.match(match[0])):
            yield group
            group = []
        group.append(stretch(text, match.start(), match.end()).stripped())
        before = match[0]
    if group:
        yield group
