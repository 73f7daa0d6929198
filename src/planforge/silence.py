"""Which findings are shown: severities of the settings, and single findings silenced there or by a comment."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from planforge.diagnostics import Diagnostic, Severity, Span
from planforge.model.lint_settings import IGNORE, LintSettings, Silence
from planforge.source import Origin, Text, point

# `# planforge: bỏ qua PF321: lý do` in YAML, `{# planforge: ignore PF321: reason #}` in a template.
COMMENT = re.compile(
    r"(?:#|\{#-?)\s*planforge:\s*(?:bỏ qua|ignore)\s+(PF\d{3})\s*(?:[:;,.(–-]\s*([^\n]*?))?\s*(?:-?#\}|$)", re.MULTILINE
)
NO_REASON = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class CommentSilence:
    """A comment that silences one rule on its line, or in the entry that follows it: lines `first` to `last`."""

    rule: str
    span: Span
    first: int
    last: int
    reason: str


@dataclass(slots=True)
class Silences:
    """Everything that silences findings in one run, and what of it was used."""

    settings: LintSettings
    comments: tuple[CommentSilence, ...] = ()
    used: set[int] = field(default_factory=set)

    def applied(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that stay, with the severity the settings give them."""
        for found in diagnostics:
            severity = self.settings.severities.get(Text(found.code))
            if severity == IGNORE or self._silenced(found):
                continue
            yield replace(found, severity=Severity[severity.upper()]) if severity else found

    def _silenced(self, found: Diagnostic) -> bool:
        known: tuple[Silence | CommentSilence, ...] = (*self.settings.silenced, *self.comments)
        silences = [one for one in known if _covers(one, found)]
        self.used.update(map(id, silences))
        return bool(silences)

    def unused(self) -> Iterator[Diagnostic]:
        """Comments that silence nothing any more, and those that give no reason."""
        for comment in self.comments:
            values = {"rule": comment.rule}
            if NO_REASON.fullmatch(comment.reason):
                yield Diagnostic("silence.no_reason", comment.span, values)
            elif id(comment) not in self.used:
                yield Diagnostic("silence.unused", comment.span, values, Severity.WARNING)

    def unused_settings(self) -> Iterator[Diagnostic]:
        """Entries of the settings that silence nothing any more; only a run over everything can tell."""
        for one in self.settings.silenced:
            if id(one) not in self.used and not _is_of_build(one):
                yield Diagnostic("silence.unused", _span(one.reason.origin), {"rule": one.rule}, Severity.WARNING)

    def unknown(self, known: Collection[str]) -> Iterator[Diagnostic]:
        """Settings and comments that name a rule there is not."""
        for code in (*self.settings.severities, *(one.rule for one in self.settings.silenced)):
            if code not in known:
                yield Diagnostic("silence.unknown_rule", _span(code.origin), {"rule": code})
        for comment in self.comments:
            if comment.rule not in known:
                yield Diagnostic("silence.unknown_rule", comment.span, {"rule": comment.rule})


def comment_silences(path: str, text: str) -> Iterator[CommentSilence]:
    """The comments of a file that silence a rule.

    One at the end of a line is for that line; one on a line of its own is for the entry that follows, as far as its
    lines are indented more deeply.
    """
    if "planforge:" not in text:
        return
    lines = text.split("\n")
    for match in COMMENT.finditer(text):
        span = point(path, text, match.start(), match.end() - match.start())
        line = lines[span.line - 1]
        alone = not line[: span.column - 1].strip()
        first, last = _entry(lines, span.line) if alone else (span.line, span.line)
        yield CommentSilence(match[1], span, first, last, match[2] or "")


def _entry(lines: list[str], comment: int) -> tuple[int, int]:
    """The lines of the entry that follows a comment."""
    first = comment + 1
    while first <= len(lines) and lines[first - 1].lstrip().startswith("#"):
        first += 1
    if first > len(lines):
        return comment, comment
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    last = first
    while last < len(lines) and (not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip()) > indent):
        last += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return first, last


def _covers(silence: Silence | CommentSilence, found: Diagnostic) -> bool:
    path = found.span.path if found.span else ""
    if silence.rule != found.code:
        return False
    if isinstance(silence, CommentSilence):
        return found.span is not None and path == silence.span.path and silence.first <= found.span.line <= silence.last
    if silence.path is not None and not fnmatchcase(path, silence.path):
        return False
    return silence.words is None or str(silence.words) in _words(found)


def _words(found: Diagnostic) -> str:
    """Everything a finding says of its place."""
    excerpt = found.excerpt.text if found.excerpt else ""
    return "\n".join((excerpt, *(str(value) for value in found.values.values())))


def _is_of_build(silence: Silence) -> bool:
    """Whether an entry is about built files, which a lint of the data does not see."""
    return silence.path is not None and silence.path.startswith("build/")


def _span(origin: Origin | None) -> Span | None:
    return origin.span if origin else None
