"""What strangers wrote, as it may be shown: on one line, and without anything that steers a terminal or hides."""

from __future__ import annotations

import re
from pathlib import PurePath

# More than any name, title or path has that a message quotes.
LONGEST = 1_000
_LINES = re.compile(r"[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")
# The bytes of a file's name that are no letters come as such characters.
_FIRST_BYTE, _LAST_BYTE = 0xDC80, 0xDCFF


class OurLines(str):
    """Several lines of our own, which are shown as they are."""

    __slots__ = ()


def printable(text: str) -> str:
    """A text on one line, cut off where it is long; control characters, marks of direction and the like are named."""
    if isinstance(text, OurLines):
        return text
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return shown if shown.isprintable() else "".join(map(_named, _LINES.sub(" ", shown)))


def shown_value(value: object) -> object:
    """A value as it is put into a message; numbers stay numbers."""
    if isinstance(value, str | PurePath):
        return printable(str(value) if isinstance(value, PurePath) else value)
    return value


def _named(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace():
        return " "
    code = ord(character)
    return f"\\x{code - 0xDC00:02x}" if _FIRST_BYTE <= code <= _LAST_BYTE else f"[U+{code:04X}]"
