"""Strangers' text into the Markdown of GitHub and GitLab, where it stays text.

Markdown is not all: after it these places look for mentions, issues, commits, addresses, emoji in the text that is
shown, entities resolved. A mark of theirs is therefore written as an entity, against Markdown, and parted from what
follows by an empty element, against the search in the finished text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from planforge.printable import LONGEST, printable

PART = "<span></span>"
BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Letters, figures and blanks of any script stand as they are, and marks that mean nothing anywhere in a line.
SPECIAL = re.compile(r"_|[^\w ,;?\"'“”‘’…–/.)(-]")
# Marks that begin a reference on GitHub or GitLab where something follows at once: @name, #12, !7, $3, ~label, %2, &5.
REFERENCE_MARKS = frozenset("@#!$~%&^*:[{")
# An opening that would make a list, a quotation or a heading of the line or cell that it begins.
OPENING = re.compile(r"\s*(?:[0-9]{1,9}(?=[.)])|(?=[-+.)(?\"'/;,]))")
# What is linked by its look: commits (7 figures and more), GH-12 and the keys of other trackers, addresses.
COMMIT = re.compile(r"(?<![^\W_])[0-9a-fA-F]{7,}(?![^\W_])")
TRACKER = re.compile(r"([A-Za-z][A-Za-z0-9_]*)-(?=[0-9])")
ADDRESS = re.compile(r"(?i)\bwww(?=\.)|//")


def escape(text: str) -> str:
    """A text as Markdown that shows exactly this text on one line, whatever it holds.

    Runs of blanks become one space; characters that cannot be shown are named. Nothing in it is markup, a link, a
    mention or a reference.
    """
    line = _shown(text)
    cuts = [0, *sorted(_partings(line)), len(line)]
    return PART.join(_entities(line[start:end], opens=start == 0) for start, end in pairwise(cuts))


def code(text: str) -> str:
    """A text in the type of code: a place in a file, a name. Nothing is looked for in code."""
    return f"<code>{_entities(_shown(text), opens=True)}</code>"


def _entities(text: str, *, opens: bool) -> str:
    """A stretch with entities for what could be Markdown, also where it opens a line."""
    opening = OPENING.match(text) if opens else None
    if opening is None or opening.end() == len(text):
        return SPECIAL.sub(_entity, text)
    end = opening.end()
    return f"{text[:end]}&#{ord(text[end])};{SPECIAL.sub(_entity, text[end + 1 :])}"


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _shown(text: str) -> str:
    line = BLANKS.sub(" ", text)
    pieces = (line[start : start + LONGEST] for start in range(0, len(line), LONGEST))
    return "".join(map(printable, pieces))


def _partings(line: str) -> set[int]:
    """Where an empty element has to stand so that nothing is found in the finished text."""
    found = {
        index + 1
        for index, character in enumerate(line[:-1])
        if character in REFERENCE_MARKS and not line[index + 1].isspace()
    }
    for match in COMMIT.finditer(line):
        found.update(range(match.start() + 6, match.end(), 6))
    found.update(match.end() for match in TRACKER.finditer(line))
    found.update(match.start() + 1 for match in ADDRESS.finditer(line))
    return found
