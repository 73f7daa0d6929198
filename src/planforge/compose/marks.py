"""Provenance while text is text: private-use characters that say which value or template line a stretch came from.

The marks survive Jinja and pandoc, are taken out again in `convert`, and cannot occur in the input (`source.decode`
refuses private-use characters). A mark is OPEN + number … CLOSE around a value, or LINE + template + line number at a
template line: the latter depends on the template alone, so that compiled templates can be kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planforge.diagnostics import Span
from planforge.provenance import TemplateLine
from planforge.source import Origin
from planforge.workspace import TEMPLATES

OPEN, CLOSE, LINE = "\ue000", "\ue001", "\ue002"
CITATION = "\ue003"
DIGITS_FROM, BASE = 0xE100, 1024
NUMBER = f"[{chr(DIGITS_FROM)}-{chr(DIGITS_FROM + BASE - 1)}]{{2}}"
DIGIT = NUMBER.removesuffix("{2}")
LINE_MARK = f"{LINE}{DIGIT}{NUMBER}"
ANY_MARK = re.compile(f"{OPEN}{NUMBER}|{LINE_MARK}|{CLOSE}")


@dataclass(slots=True)
class Marks:
    """The table behind the numbers: what each mark of one document stands for."""

    templates: tuple[str, ...] = ()
    entries: list[Origin] = field(default_factory=list)
    numbers: dict[Origin, int] = field(default_factory=dict)

    def around(self, origin: Origin | None, content: str) -> str:
        """Enclose a value; a value without origin stays bare."""
        if origin is None:
            return content
        index = self.numbers.setdefault(origin, len(self.entries))
        if index == len(self.entries):
            self.entries.append(origin)
        return f"{OPEN}{encode(index)}{content}{CLOSE}"

    def at_line(self, template: str, line: int) -> str:
        """The mark of a line of a template."""
        return f"{LINE}{chr(DIGITS_FROM + self.templates.index(template))}{encode(line)}"

    def entry(self, mark: str) -> Origin | TemplateLine:
        """What the opening mark of a value, or the mark of a line, stands for."""
        if mark[0] == OPEN:
            return self.entries[decode(mark[1:])]
        path = f"{TEMPLATES}/{self.templates[ord(mark[1]) - DIGITS_FROM]}"
        return TemplateLine(Span(path, decode(mark[2:])))


def encode(index: int) -> str:
    """A number as two private-use characters."""
    return chr(DIGITS_FROM + index // BASE) + chr(DIGITS_FROM + index % BASE)


def decode(digits: str) -> int:
    """The number that two private-use characters stand for."""
    return (ord(digits[0]) - DIGITS_FROM) * BASE + ord(digits[1]) - DIGITS_FROM


def strip(text: str) -> str:
    """The text without marks: what the document would be without provenance."""
    return ANY_MARK.sub("", text)
