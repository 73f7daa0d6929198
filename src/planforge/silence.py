"""Which findings are shown: severities of the settings, and single findings silenced there or by a comment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from planforge.diagnostics import Diagnostic, Severity, Span
from planforge.model.lint_settings import IGNORE, LintSettings, Silence
from planforge.passages.strand import lines_of
from planforge.source import Origin, Text

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


@dataclass(frozen=True, slots=True)
class _Index:
    """Silences by what they are about, since there may be thousands of them and of findings.

    Comments about one line are found by that line, others by the stretch of lines that several may share.
    """

    of: tuple[int, int]
    entries: Mapping[str, list[Silence]]
    lines: Mapping[tuple[str, str, int], list[CommentSilence]]
    stretches: Mapping[tuple[str, str], dict[tuple[int, int], list[CommentSilence]]]

    @classmethod
    def of_all(cls, entries: Iterable[Silence], comments: Iterable[CommentSilence], of: tuple[int, int]) -> _Index:
        """The silences in order."""
        index = cls(of, defaultdict(list), defaultdict(list), defaultdict(lambda: defaultdict(list)))
        for entry in entries:
            index.entries[str(entry.rule)].append(entry)
        for one in comments:
            if one.first == one.last:
                index.lines[one.rule, one.span.path, one.first].append(one)
            else:
                index.stretches[one.rule, one.span.path][one.first, one.last].append(one)
        return index


@dataclass(slots=True)
class Silences:
    """Everything that silences findings in one run, and what of it was used."""

    settings: LintSettings
    comments: tuple[CommentSilence, ...] = ()
    used: set[int] = field(default_factory=set)
    _index: _Index | None = field(default=None, init=False, repr=False)

    def applied(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings that stay, with the severity the settings give them."""
        for found in diagnostics:
            severity = self.settings.severities.get(Text(found.code))
            if severity == IGNORE or self._silenced(found):
                continue
            yield replace(found, severity=Severity[severity.upper()]) if severity else found

    def _silenced(self, found: Diagnostic) -> bool:
        about = list(self._about(found))
        words = _words(found) if about else ""
        silences = [one for one in about if _covers(one, found, words)]
        self.used.update(map(id, silences))
        return bool(silences)

    def _about(self, found: Diagnostic) -> Iterator[Silence | CommentSilence]:
        """What may silence a finding: the entries about its rule, and the comments about its rule in its file."""
        if self._index is None or self._index.of != (id(self.settings), id(self.comments)):
            self._index = _Index.of_all(self.settings.silenced, self.comments, (id(self.settings), id(self.comments)))
        yield from self._index.entries.get(found.code, ())
        if found.span is not None:
            here, line = (found.code, found.span.path), found.span.line
            yield from self._index.lines.get((*here, line), ())
            for (first, last), comments in self._index.stretches.get(here, {}).items():
                if first <= line <= last:
                    yield from comments

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
    starts = lines_of(path, text)
    entries: dict[int, tuple[int, int]] = {}
    follows = _entry_starts(lines)
    for match in COMMENT.finditer(text):
        span = starts.span(match.start(), match.end())
        line = lines[span.line - 1]
        alone = not line[: span.column - 1].strip()
        first, last = (span.line, span.line)
        if alone and follows[span.line] <= len(lines):
            start = follows[span.line]
            first, last = entries.get(start) or entries.setdefault(start, (start, _entry_end(lines, start)))
        yield CommentSilence(match[1], span, first, last, match[2] or "")


def _entry_starts(lines: Sequence[str]) -> list[int]:
    """For each line, counted from 0 on, the number of the first one behind it that is no comment, counted from 1."""
    follows = [len(lines) + 1] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        follows[index] = follows[index + 1] if lines[index].lstrip().startswith("#") else index + 1
    return follows


def _entry_end(lines: Sequence[str], first: int) -> int:
    """The last line of the entry that begins in a line."""
    indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    last = first
    while last < len(lines) and (not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip()) > indent):
        last += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return last


def _covers(silence: Silence | CommentSilence, found: Diagnostic, words: str) -> bool:
    """Whether a silence about the rule of a finding, and a comment about its line, is about this finding too."""
    if isinstance(silence, CommentSilence):
        return True
    path = found.span.path if found.span else ""
    return (silence.words is None or str(silence.words) in words) and (
        silence.path is None or fnmatchcase(path, silence.path)
    )


def _words(found: Diagnostic) -> str:
    """Everything a finding says of its place."""
    excerpt = found.excerpt.text if found.excerpt else ""
    return "\n".join((excerpt, *(str(value) for value in found.values.values())))


def _is_of_build(silence: Silence) -> bool:
    """Whether an entry is about built files, which a lint of the data does not see."""
    return silence.path is not None and silence.path.startswith("build/")


def _span(origin: Origin | None) -> Span | None:
    return origin.span if origin else None
