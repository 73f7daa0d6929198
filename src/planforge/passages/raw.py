"""A raw text file as passages: paragraphs put together again where a page or a line of the scan tore them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import is_normalized

from planforge.corpus import Passage, Voice
from planforge.passages.strand import Strand, glued, joined, lines_of, passage, stretch

# A line that ends a paragraph: a full stop or the like, perhaps with quotation marks or stars of emphasis behind it.
ENDS = re.compile(r"""[.!?;:…/][”"’')\]*]*\s*$""")
# What a paragraph may begin with; a line that begins otherwise goes on with the one before it.
GOES_ON = re.compile(r"\s*(?:([^\W\d_])|\d+[a-zđ]?(?:/\d{4})?[-/][A-ZĐ]|\()")
# Lines that break off in a citation: before a number or a date, before a name, within the symbol itself.
BEFORE_FIGURES = re.compile(r"(?<!\w)(?:số|ngày|tháng|năm)\s*$")
FIGURES = re.compile(r"\s*\d+(?![\d.)]*[.)]\s)")
BEFORE_NAME = re.compile(r"(?:(?<!\w)(?:của|và|Bộ trưởng|Thủ tướng)|\w,)\s*$")
NAME = re.compile(r"\s*[^\W\d_]{2}")
WITHIN_SYMBOL = re.compile(r"(?<![\w/-])\d+[a-zđ]?(?:/\d{4})?[/-](?:[A-ZĐ]\w*[/-])?\s*$")
REST_OF_SYMBOL = re.compile(r"\s*[A-ZĐ]")


def raw_passages(path: str, text: str) -> tuple[Passage, ...]:
    """The paragraphs of a text whose lines end in line feeds."""
    lines = lines_of(path, text)
    return tuple(passage(joined(group), lines, Voice.RAW) for group in _paragraphs(text))


def _paragraphs(text: str) -> Iterator[list[Strand]]:
    """The lines of each paragraph: one that ends no sentence goes on where the next begins none."""
    group: list[Strand] = []
    before = ""
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        line = stretch(text, match.start(), match.end()).stripped()
        if group and WITHIN_SYMBOL.search(before) and REST_OF_SYMBOL.match(match[0]):
            group[-1] = glued(group[-1], line)
        elif group and _goes_on(before, match[0]):
            group.append(line)
        else:
            if group:
                yield group
            group = [line]
        before = match[0]
    if group:
        yield group


def _goes_on(before: str, line: str) -> bool:
    if BEFORE_FIGURES.search(before) and FIGURES.match(line):
        return True
    if BEFORE_NAME.search(before) and NAME.match(line):
        return True
    begins = GOES_ON.match(line)
    return begins is not None and not ENDS.search(before) and (begins[1] is None or begins[1].islower())


def unnormalised_lines(path: str, text: str) -> Iterator[Passage]:
    """The lines of a file that are not in Unicode's form NFC, as they are written."""
    if is_normalized("NFC", text):
        return
    lines = lines_of(path, text)
    for match in re.finditer(r"[^\n]+", text):
        if not is_normalized("NFC", match[0]):
            yield passage(stretch(text, match.start(), match.end()), lines, Voice.RAW)
