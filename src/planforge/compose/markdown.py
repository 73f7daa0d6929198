"""Text into Markdown that means exactly that text."""

from __future__ import annotations

import re

PUNCTUATION = re.compile(r"""([!-/:-@\[-`{-~])""")
BLANKS = re.compile(r"[ \t\n\r\f\v]+")
EMPHASIS = re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*\\])\1(?!\*)", re.DOTALL)
EMPHASIS_CLASSES = {1: "emph", 2: "strong", 3: "strong-emph"}


def escape(text: str) -> str:
    """Every ASCII punctuation mark escaped, every run of blanks one space.

    CommonMark reads a backslash before any ASCII punctuation as that mark, so nothing is left that could be markup.
    """
    return PUNCTUATION.sub(r"\\\1", plain_literal(text))


def emphasize(text: str) -> str:
    r"""Markdown for running text in which `*…*`, `**…**` and `***…***` emphasise; all else is literal.

    A star between blanks, an unpaired star and `\*` print as stars. The emphasis is written as a bracketed span, not
    with stars: CommonMark's rule on which star opens beside a quotation mark would drop some of it silently.
    """
    parts = []
    position = 0
    for match in EMPHASIS.finditer(text):
        parts.append(escape(_unescape_stars(text[position : match.start()])))
        parts.append(f"[{emphasize(match[2])}]{{.{EMPHASIS_CLASSES[len(match[1])]}}}")
        position = match.end()
    parts.append(escape(_unescape_stars(text[position:])))
    return "".join(parts)


def plain(text: str) -> str:
    """The words of running text without its emphasis, for places where nothing can be emphasised."""
    while (shorter := EMPHASIS.sub(r"\2", text)) != text:
        text = shorter
    return BLANKS.sub(" ", _unescape_stars(text)).strip()


def _unescape_stars(text: str) -> str:
    return text.replace("\\*", "*")


def plain_literal(text: str) -> str:
    """The text itself on one line."""
    return BLANKS.sub(" ", text)
