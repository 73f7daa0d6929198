"""The fixed wording of a template as passages: what stands between its commands, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import REFERENCE, Passage, Voice
from planforge.passages.strand import FileLines, lines_of, passage, stretch

COMMAND = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
VALUE = re.compile(r"\{\{.*?\}\}|\[\]\([^)]*\)", re.DOTALL)
# A blank line, a row of a table, a fence or the opening of a heading or a list item begins something new.
BOUNDARY = re.compile(r"\n[ \t]*\n|\||(?:^|\n)[ \t]*:{3,}[^\n]*|\n(?=[ \t]*(?:#{1,6}|[-*+]|\d+[.)])[ \t])")
OPENING = re.compile(r"^\s*(?:#{1,6}|[-*+]|\d+[.)])\s+")
ATTRIBUTES = re.compile(r"\]?\{[.#][^}]*\}|\[(?=[^\]]*\]\{)|\\(?=[!-/:-@\[-`{-~])")
BREAKS = re.compile(r"[ \t]*\n\s*")
LETTER = re.compile(r"[^\W\d_]")


def template_passages(path: str, text: str) -> tuple[Passage, ...]:
    """The wording of a Jinja template of Markdown; a fragment beside a command neither opens nor closes a paragraph."""
    lines = lines_of(path, text)
    return tuple(_passages(text, lines))


def _passages(text: str, lines: FileLines) -> Iterator[Passage]:
    for start, end in _pieces(text, 0, len(text), COMMAND):
        words = stretch(text, start, end).replaced(VALUE, REFERENCE)
        for first, last in _pieces(words.text, 0, len(words.text), BOUNDARY):
            strand = words.part(first, last).stripped()
            clean = strand.replaced(ATTRIBUTES).replaced(OPENING).replaced(BREAKS, " ").stripped()
            if not LETTER.search(clean.text):
                continue
            before, after = text[: strand.starts[0]].rstrip(" \t"), text[strand.ends[-1] :].lstrip(" \t")
            opens, closes = not before or before.endswith("\n"), not after or after.startswith("\n")
            yield passage(clean, lines, Voice.TEMPLATE, opens=opens, closes=closes)


def _pieces(text: str, start: int, end: int, boundary: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """What lies between the matches of a pattern."""
    position = start
    for match in boundary.finditer(text, start, end):
        yield position, match.start()
        position = match.end()
    yield position, end
