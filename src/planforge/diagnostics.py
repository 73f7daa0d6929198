"""What is wrong with the input, as values: where it is, which message says so, what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, TypeVar

Output = TypeVar("Output")


class Severity(IntEnum):
    """How much a finding matters: an error stops the build, a warning is shown, a note explains."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of a text file; lines and columns count characters from 1, the end is exclusive.

    `path` is relative to the workspace and written with forward slashes, so that reports are the same everywhere.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a file that has no lines of text of its own: a DOCX, a PDF.

    `text` is the paragraph, `start` and `end` count its characters, the end is exclusive; `page` counts from 1 and is
    None where the file does not tell.
    """

    text: str
    start: int = 0
    end: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint: `code` names the message in the catalogue, or the rule whose message it is; `values` fill it.

    The wording is chosen when the report is written, so that one run can be shown in either language. In a finished
    file the line of `span` is the number of a paragraph, and `excerpt` shows it.
    """

    code: str
    span: Span | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    excerpt: Excerpt | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order of a report: by file, then by place, then by code."""
        span = self.span
        return (span.path, span.line, span.column, self.code) if span else ("", 0, 0, self.code)


@dataclass(frozen=True, slots=True)
class Checked(Generic[Output]):
    """The outcome of a stage: its product, or None when errors left nothing to go on with, and every finding."""

    value: Output | None
    diagnostics: tuple[Diagnostic, ...] = ()

    def product(self) -> Output:
        """The product of a stage that always has one; LookupError where it has none, which is a bug of ours."""
        if self.value is None:
            raise LookupError("a stage without its product")
        return self.value

    @property
    def failed(self) -> bool:
        """True when at least one finding is an error."""
        return has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True when at least one of the findings is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def all_findings(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings of a run in the order of a report, each once."""
    unique = {(one.code, one.span, str(sorted(one.values.items(), key=str))): one for one in diagnostics}
    return sorted(unique.values(), key=lambda one: one.sort_key)
