"""How a value becomes words: one printer for Markdown, where everything is escaped, and one for plain lines."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field, is_dataclass
from decimal import Decimal

from planforge import calendar, vietnamese
from planforge.compose import markdown
from planforge.compose.blanks import Absent, Blanks
from planforge.compose.citations import Mention, expand
from planforge.compose.facts import Facts, look_up, member, members
from planforge.compose.marks import Marks
from planforge.diagnostics import Diagnostic, Span
from planforge.model.amounts import Money
from planforge.model.fields import Number, Prose, Record
from planforge.model.references import REFERENCE, dotted
from planforge.model.registry import Instrument
from planforge.resolve import Commemoration
from planforge.source import PRIVATE_USE, Origin

PLACEHOLDER = "\uf8ff"
Words = Callable[[str], str]


class UnprintableError(Exception):
    """A value that has no words: `code` names the message."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints the values of one paper; `literal` writes a text, `emphatic` a text that may hold emphasis.

    What a reference inside running text lacks is added to `findings`, at the place of that text. `printing` holds the
    texts that are being printed, each inside the one before it: one that names itself would have no end.
    """

    facts: Facts
    marks: Marks
    blanks: Blanks
    findings: list[Diagnostic]
    literal: Words
    emphatic: Words
    printing: list[Prose] = field(default_factory=list)

    def text(self, value: object) -> str:
        """The words of a value, marked with its origin; raises UnprintableError."""
        if value is None:
            raise UnprintableError("template.nothing_to_print")
        if isinstance(value, Mention):
            return value.mark
        if isinstance(value, Instrument):
            return str(self.facts["cite"](value).mark)
        if isinstance(value, Commemoration):
            return self._commemoration(value)
        if isinstance(value, Absent):
            return self.marks.around(self.blanks.note(value), self.literal(value.form))
        name = getattr(value, "printed_as", "name")
        if isinstance(value, Record) or (is_dataclass(value) and name in members(value)):
            return self.text(member(value, name))
        return self.marks.around(getattr(value, "origin", None), self._words(value))

    def _words(self, value: object) -> str:
        if isinstance(value, Prose):
            return self._prose(value)
        if isinstance(value, str):
            # Words computed by a template could hold the characters that mark provenance.
            return self.literal(PRIVATE_USE.sub("", value))
        if isinstance(value, datetime.date):
            return self.literal(calendar.short_date(value))
        if isinstance(value, datetime.time):
            return self.literal(calendar.clock_time(value.hour, value.minute))
        if isinstance(value, Decimal):
            return self.literal(vietnamese.decimal(value))
        if isinstance(value, Money):
            return self.literal(vietnamese.grouped(value))
        if isinstance(value, int) and not isinstance(value, bool):
            return self.literal(str(int(value)))
        raise UnprintableError("template.cannot_print", type=type(value).__name__)

    def expand(self, text: str) -> str:
        """Turn the mentions of a finished text into citations."""
        return expand(text, self.facts["cite"], self.text)

    def _commemoration(self, value: Commemoration) -> str:
        count = f"{self.text(value.count)} năm " if isinstance(value.count, Number) else ""
        dates = f" {self.literal('(')}{self.text(value.dates)}{self.literal(')')}" if value.dates else ""
        return f"Kỷ niệm {count}{self.text(value.name)}{dates}"

    def _prose(self, value: Prose) -> str:
        """Running text: references are taken out first, so that what they bring in is never read as emphasis."""
        if any(value is outer for outer in self.printing):
            self.findings.append(Diagnostic("prose.endless", value.origin.span if value.origin else Span("")))
            return ""
        self.printing.append(value)
        filled = [self._reference(match, value.origin) for match in REFERENCE.finditer(value)]
        self.printing.pop()
        text = REFERENCE.sub(PLACEHOLDER, value)
        if value.in_capitals:
            text, filled = text.upper(), [words.upper() for words in filled]
        return re.sub(PLACEHOLDER, lambda _: filled.pop(0), self.emphatic(text))

    def _reference(self, match: re.Match[str], origin: Origin | None) -> str:
        name = dotted(match) or ()
        try:
            return self.text(look_up(self.facts, name))
        except (KeyError, UnprintableError):
            span = origin.span if origin else Span("")
            self.findings.append(Diagnostic("prose.nothing_there", span, {"name": ".".join(name), "written": match[0]}))
            return ""


def markdown_printer(facts: Facts, marks: Marks, blanks: Blanks, findings: list[Diagnostic]) -> Printer:
    """Prints Markdown for the body."""
    return Printer(facts, marks, blanks, findings, markdown.escape, markdown.emphasize)


def plain_printer(facts: Facts, marks: Marks, blanks: Blanks, findings: list[Diagnostic]) -> Printer:
    """Prints single lines for the frame, where nothing is markup."""
    return Printer(facts, marks, blanks, findings, markdown.plain_literal, markdown.plain)
