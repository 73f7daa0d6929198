"""What of a text a file can hold: both formats get exactly the same characters."""

from __future__ import annotations

import re

_BLANK_CONTROLS = re.compile(r"[\t\n\r]+")
_UNHOLDABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def holdable(text: str) -> str:
    """The text with tabs and line ends as one space, and without the characters that XML or PDF/UA forbids."""
    if text.isprintable():
        return text
    return _UNHOLDABLE.sub("", _BLANK_CONTROLS.sub(" ", text))
