"""A rule: one question put to one subject, with everything people need to know of it.

There are three subjects: the facts of all cluster-years (`years.Years`), running text wherever it stands
(`corpus.Corpus`), and a finished file (`verify.anatomy.Anatomy`). A rule only yields what it found and where; the
runners (`lint`, `verdict`) stamp code and severity on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from planforge.diagnostics import Diagnostic, Excerpt, Severity, Span
from planforge.words import NOTHING, Words

Subject = TypeVar("Subject")


class Kind(StrEnum):
    """What a rule is asked of."""

    FACTS = "facts"
    TEXT = "text"
    FILE = "file"


class Medium(StrEnum):
    """The formats of a finished file."""

    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe correction inside one passage: its characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The same correction where it is written: characters of the text of a file, and the quotation mark around them."""

    path: str
    start: int
    end: int
    text: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found: where it is, and the values of the rule's message and hint.

    `span` is the place in a file of text, `excerpt` the place in a finished file or in text that has no lines of its
    own.
    """

    span: Span | None
    values: Mapping[str, object] = field(default_factory=dict)
    excerpt: Excerpt | None = None
    fix: Fix | None = None
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Untold:
    """The rule could not be decided on this file, and why: said to the reader, never passed over."""

    reason: Words


class NotHere:
    """The rule has nothing to be asked of in this file: a letter has no type name, a plan no minutes' signers."""


NOT_HERE = NotHere()
Answer = Finding | Untold | NotHere


@dataclass(frozen=True, slots=True)
class Replaced:
    """An example of a rule about facts: a stretch of a file of the fictional example, and what stands there instead.

    `path` is relative to the year's folder, or begins with `data/`. With an empty `old` the file is new.
    """

    path: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An example of a rule about files: one part of the sample paper with other properties.

    `part` is the value of a `Component` ("national_motto"), or "sheet", "file". Properties are those of `Run`,
    `Paragraph`, `Sheet` or `Reading` in `verify.reading`; besides, `text` replaces the text, and `absent=True` takes
    the part away. `index` picks one of several. `paper` names the sample: "plan", "letter", "minutes". `media` are the
    formats that can show the change.
    """

    part: str
    properties: Mapping[str, object]
    index: int = 0
    paper: str = "plan"
    media: frozenset[Medium] = frozenset(Medium)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An example of a rule about text that is judged by its day or by the registry of instruments.

    `texts` are paragraphs of one document of the day `day`. `registry` are records as `instruments.yaml` has them, but
    for `issuer`, which is the name itself, and an `id` of their own.
    """

    texts: tuple[str, ...]
    day: date | None = None
    registry: tuple[Mapping[str, str], ...] = ()


Example = str | tuple[str, ...] | Spoken | Replaced | tuple[Replaced, ...] | Changed | tuple[Changed, ...] | None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A rule with its explanation, its law, its examples and its check.

    `code` is PF and three digits; `name` a few words joined by dashes. `law` names article and section, or is empty for
    what is practice. `flagged` and `fine` are run as tests; a text example is one passage, or several in order. `form`
    is the number of the check in the table of the decree's form (docs/rules/form.md), for rules about files.
    """

    code: str
    name: str
    severity: Severity
    kind: Kind
    title: Words
    reason: Words
    message: Words
    flagged: tuple[Example, ...]
    fine: tuple[Example, ...]
    check: Callable[[Subject], Iterator[Answer]]
    hint: Words = NOTHING
    law: Words = NOTHING
    media: frozenset[Medium] = frozenset(Medium)
    form: str = ""
    fixable: bool = False


def decree30(vi: str, en: str = "") -> Words:
    """A place in Decree 30/2020/NĐ-CP: "Phụ lục I, Phần I, Mục II.4"; the English is made from it where not given."""
    english = en or (
        vi.replace("Phụ lục", "Appendix").replace("Phần", "part").replace("Mục", "section").replace("Điều", "Article")
    )
    return Words(f"{vi}, Nghị định 30/2020/NĐ-CP", f"{english}, Decree 30/2020/NĐ-CP")


@dataclass(frozen=True, slots=True)
class Answers:
    """What came of asking one rule: findings with code and severity, and why it could not be told.

    `concerned` is false where the rule had nothing to be asked of.
    """

    rule: Rule[Any]
    findings: tuple[tuple[Diagnostic, Finding], ...]
    untold: tuple[Words, ...]
    concerned: bool


def ask(rule: Rule[Subject], subject: Subject) -> Answers:
    """Put a rule's question to a subject and stamp what it found."""
    given = list(rule.check(subject))
    findings = tuple(
        (Diagnostic(rule.code, one.span, one.values, rule.severity, one.excerpt), one)
        for one in given
        if isinstance(one, Finding)
    )
    untold = tuple(one.reason for one in given if isinstance(one, Untold))
    return Answers(rule, findings, untold, NOT_HERE not in given or bool(findings))
