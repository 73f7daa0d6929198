"""Running text as rules read it, wherever it stands: in YAML, in a template, in a raw text, in a finished file.

A passage is what belongs together in reading: a value, a paragraph. Its `text` is clean: marks of emphasis are gone,
and each reference (`{{ year }}`) is one `REFERENCE` character, an opaque word. It remembers where each of its
characters was written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from planforge.diagnostics import Excerpt, Span
from planforge.model.registry import Instrument
from planforge.rule import Edit, Finding, Fix

# Stands for a reference that is filled in later; no Vietnamese text has it.
REFERENCE = "\N{OBJECT REPLACEMENT CHARACTER}"


class Voice(StrEnum):
    """Where a passage stands, which decides how it may be judged.

    `PROSE` is running text of the data, `NAME` an official name or other short field, `TEMPLATE` the fixed wording of a
    document type (fragments between its commands), `RAW` a paragraph of a text file, `PAPER` one of a finished file.
    """

    PROSE = "prose"
    NAME = "name"
    TEMPLATE = "template"
    RAW = "raw"
    PAPER = "paper"


Locate = Callable[[int, int], tuple[Span | None, Excerpt | None]]
Written = Callable[[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of running text that is read as one; `path` and `field` (the last key of the YAML address) say whose.

    `locate` turns a stretch of `text` into the place where it was written. `opens` and `closes` tell whether the text
    begins and ends here: fragments of a template do not. `written` turns a stretch into offsets in the file's text,
    where a fix may be written; `quote` is the quotation mark around it there, which decides how a fix is written.
    """

    text: str
    path: str
    voice: Voice
    locate: Locate
    field: str = ""
    opens: bool = True
    closes: bool = True
    written: Written | None = None
    quote: str = ""

    def finding(self, start: int, end: int, *, fix: str | None = None, **values: object) -> Finding:
        """What a rule found in this stretch; `fix` is what should stand there instead, where that is safe to write.

        The stretch itself is the value `{found}` of the message.
        """
        span, excerpt = self.locate(start, end)
        shown = {"found": self.text[start:end], **values}
        if fix is None:
            return Finding(span, shown, excerpt)
        edit = Edit(self.path, *self.written(start, end), fix, self.quote) if self.written else None
        return Finding(span, shown, excerpt, Fix(start, end, fix), edit)


@dataclass(frozen=True, slots=True)
class OfficialNames:
    """The spellings that hold: the registries of the workspace, and what the domain fixes.

    `people` keep the tone marks they write themselves. `member_kinds` are the first words of the members' names ("Cục",
    "Trường"): in a cluster whose members are Cục, "Cục" is no misreading of "Cụm". All by the path of the folder they
    hold for is not told apart: a name is official everywhere.
    """

    units: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    movements: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    abbreviations: frozenset[str] = frozenset()
    member_kinds: frozenset[str] = frozenset()

    def with_member_kinds(self, kinds: frozenset[str]) -> OfficialNames:
        """The same names, for a cluster whose members are of these kinds."""
        return replace(self, member_kinds=kinds)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All passages of one reading, in order, and what is known beside them.

    `instruments` are those of the registry, by id. `date` is the day of the document, where there is one document and
    it has a date; `date_of` gives the day that the passages of a file are to be judged by.

    `unnormalised` are lines of files as they are written, where that is not Unicode's form NFC: the passages of such a
    file are normalised when it is read, so that no other rule stumbles over it.
    """

    passages: tuple[Passage, ...]
    names: OfficialNames = OfficialNames()
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    unnormalised: tuple[Passage, ...] = ()

    def date_of(self, path: str) -> date | None:
        """The day the text of a file speaks on: its paper's own date, or the last day of its year; None if unknown."""
        return self.dates.get(path)
