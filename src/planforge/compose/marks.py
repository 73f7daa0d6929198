"""Provenance while text is text: private-use characters that say which value or template line a stretch came from.

The marks survive Jinja and pandoc, are taken out again in `convert`, and cannot occur in the input (`source.decode`
refuses private-use characters). A mark is OPEN + number … CLOSE around a value, or LINE + number at a template line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planforge.provenance import TemplateLine
from planforge.source import Origin

OPEN, CLOSE, LINE = "\ue000", "\ue001", "\ue002"
CITATION = "\ue003"
DIGITS_FROM, BASE = 0xE100, 1024
NUMBER = f"[{chr(DIGITS_FROM)}-{chr(DIGITS_FROM + BASE - 1)}]{{2}}"
ANY_MARK = re.compile(f"[{OPEN}{LINE}]{NUMBER}|{CLOSE}")


@dataclass(slots=True)
class Marks:
    """The table behind the numbers: what each mark of one document stands for."""

    entries: list[Origin | TemplateLine] = field(default_factory=list)
    numbers: dict[Origin | TemplateLine, int] = field(default_factory=dict)

    def around(self, origin: Origin | None, content: str) -> str:
        """Enclose a value; a value without origin stays bare."""
        return content if origin is None else f"{OPEN}{self.number(origin)}{content}{CLOSE}"

    def at_line(self, line: TemplateLine) -> str:
        """The mark of a template line."""
        return f"{LINE}{self.number(line)}"

    def number(self, entry: Origin | TemplateLine) -> str:
        """The two private-use digits of an entry; more than a million entries do not occur in a paper."""
        index = self.numbers.setdefault(entry, len(self.entries))
        if index == len(self.entries):
            self.entries.append(entry)
        return encode(index)


def encode(index: int) -> str:
    """A number as two private-use characters."""
    return chr(DIGITS_FROM + index // BASE) + chr(DIGITS_FROM + index % BASE)


def decode(digits: str) -> int:
    """The number that two private-use characters stand for."""
    return (ord(digits[0]) - DIGITS_FROM) * BASE + ord(digits[1]) - DIGITS_FROM


def strip(text: str) -> str:
    """The text without marks: what the document would be without provenance."""
    return ANY_MARK.sub("", text)
