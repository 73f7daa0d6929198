"""Who made a change, and when: from the anchors of a document over lines of data and templates to commits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from planforge.errors import PlanforgeError
from planforge.git import BlamedLine, Commit, Repository
from planforge.printable import printable
from planforge.provenance import Trace
from planforge.redline.comparison import Author, AuthorOf, Change, ComparedParagraph, Fate, Piece
from planforge.review.sources import Source
from planforge.workspace import is_inside, read_file

SHORT = 10
# More lines than any data file has: beyond them who wrote what is not worth the time.
MOST_LINES = 20_000
Place = tuple[str, int]
Traces = Mapping[str, Trace]
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
# Stands for what is not committed yet.
UNCOMMITTED = Commit("", (), "", None)


@dataclass
class Authorship:
    """The authors of what changed from the commit `base` to the commit `head`, and beyond it in a working tree.

    `working_tree` is its folder where the new side is one, and `nobody` the name for what is not committed there by a
    user without a name.
    """

    repository: Repository
    base: str
    head: str
    nobody: str
    working_tree: Path | None = None
    _written: dict[str, list[Commit]] = field(default_factory=dict)
    _removed: dict[str, list[Commit | None]] = field(default_factory=dict)
    _kept: dict[str, dict[int, int] | None] = field(default_factory=dict)

    def author_of(self, old: Traces, new: Traces) -> AuthorOf:
        """Who made the changes of one paper with these traces on its sides."""

        def author(paragraph: ComparedParagraph, piece: Piece | None) -> Author:
            anchors_new, anchors_old = _anchors(paragraph, piece)
            return self._author(_tiers(anchors_old, old), _tiers(anchors_new, new))

        return author

    def source_of(self, old: Traces, new: Traces) -> Callable[[str], Source | None]:
        """What an anchor of either side leads to: where its words begin, and who was the last to write in them."""

        def source(anchor: str) -> Source | None:
            traces, writer = (new, self._writer) if anchor in new else (old, self._writer_before)
            lines = next((lines for lines in _stretches(traces.get(anchor))), [])
            if not lines:
                return None
            path, first = lines[0]
            commit = _newest(one for one in (writer(*line) for line in lines) if one is not None)
            if commit is None:
                return Source(path, first)
            date = commit.date.isoformat() if commit.date else ""
            return Source(path, first, self._name(commit), date, commit.id[:SHORT])

        return source

    def _author(self, old: Sequence[Sequence[Place]], new: Sequence[Sequence[Place]]) -> Author:
        """The newest commit of the range among the nearest lines of which any belongs to it."""
        for gone, made in zip(old, new, strict=True):
            found = [*self._removers(gone), *self._writers(made)]
            newest = _newest(one for one in found if one is UNCOMMITTED or one.id in self._range)
            if newest:
                break
        else:
            paths = sorted({path for tier in (*old, *new) for path, _ in tier})
            newest = _newest(one for path in paths for one in self._touching(path)) or self._newest_of_all
        date = newest.date.astimezone(UTC) if newest.date else None
        return Author(self._name(newest), date)

    def _name(self, commit: Commit) -> str:
        name = self.repository.user_name if commit is UNCOMMITTED else commit.author
        return printable(name).strip() or self.nobody

    @cached_property
    def _range(self) -> dict[str, Commit]:
        """The commits that the review is about, by id."""
        return {one.id: one for one in self.repository.commits(self.base, self.head)}

    @cached_property
    def _newest_of_all(self) -> Commit:
        return next(iter(self._range.values()), UNCOMMITTED)

    def _touching(self, path: str) -> list[Commit]:
        if self._lines_kept(path) is not None:
            return [UNCOMMITTED]
        return self.repository.commits(self.base, self.head, [path])[:1] if self._range else []

    def _writers(self, places: Iterable[Place]) -> Iterator[Commit]:
        for path, line in places:
            commit = self._writer(path, line)
            if commit is not None:
                yield commit

    def _writer(self, path: str, line: int) -> Commit | None:
        """Who wrote a line of the new side."""
        kept = self._lines_kept(path)
        if kept is not None:
            if line not in kept:
                return UNCOMMITTED
            line = kept[line]
        return _at(self._blamed(self.head, path), line)

    def _writer_before(self, path: str, line: int) -> Commit | None:
        """Who wrote a line of the old side."""
        return _at(self._blamed(self.base, path), line)

    def _blamed(self, commit: str, path: str) -> list[Commit]:
        key = f"{commit}:{path}"
        if key not in self._written:
            self._written[key] = [line.commit for line in self._asked(lambda: self.repository.blame(commit, path))]
        return self._written[key]

    def _removers(self, places: Iterable[Place]) -> Iterator[Commit]:
        for path, line in places:
            if path not in self._removed:
                self._removed[path] = list(self._vanished(path))
            commit = _at(self._removed[path], line)
            if commit is not None:
                yield commit

    def _vanished(self, path: str) -> Iterator[Commit | None]:
        """For each line of a file of the old side who took it away; None where it is still there."""
        kept = self._lines_kept(path)
        still = set(kept.values()) if kept is not None else None
        if not self._range:
            lines = _lines(self.repository.content(self.base, path))
            yield from (
                UNCOMMITTED if still is not None and number not in still else None
                for number in range(1, len(lines) + 1)
            )
            return
        for last in self._asked(lambda: self.repository.last_seen(self.base, self.head, path)):
            if last.commit.id == self.head:
                yield UNCOMMITTED if still is not None and last.number not in still else None
            else:
                yield self._after(last.commit.id)

    def _after(self, commit: str) -> Commit | None:
        """The first commit of the range that follows another."""
        children = [one for one in self._range.values() if commit in one.parents]
        return children[-1] if children else None

    def _asked(self, question: Callable[[], list[BlamedLine]]) -> list[BlamedLine]:
        """What git tells of a file, or nothing: a review does not fail for want of a name."""
        try:
            return question()
        except PlanforgeError:
            return []

    def _lines_kept(self, path: str) -> dict[int, int] | None:
        """Of a file that is not as committed, the lines that are, with their numbers in the commit; None otherwise."""
        if self.working_tree is None:
            return None
        if path not in self._kept:
            before, now = self.repository.content(self.head, path), _read(self.working_tree, path)
            self._kept[path] = None if _lines(before) == _lines(now) else _same_lines(_lines(now), _lines(before))
        return self._kept[path]


def _anchors(paragraph: ComparedParagraph, piece: Piece | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The anchors of a change on the new and on the old side, those of the piece before those of its paragraph."""
    if piece is not None and piece.change is Change.REMOVED:
        return (), (*piece.anchors, *paragraph.old_anchors)
    if piece is not None:
        return (*piece.anchors, *paragraph.new_anchors), ()
    if paragraph.fate in {Fate.REMOVED, Fate.MOVED_FROM}:
        return (), paragraph.old_anchors
    return paragraph.new_anchors, (() if paragraph.fate is Fate.ADDED else paragraph.old_anchors)


def _tiers(anchors: Iterable[str], traces: Traces) -> tuple[list[Place], list[Place]]:
    """The lines that some stretches came from: of the values they are, then of the whole paragraphs they stand in."""
    found = [traces[anchor] for anchor in dict.fromkeys(anchors) if anchor in traces]
    values = [trace for trace in found if not trace.whole]
    wholes = [trace for trace in found if trace.whole]
    return [*_data_lines(values)], [*_data_lines(wholes), *_template_lines(wholes or values)]


def _stretches(trace: Trace | None) -> Iterator[list[Place]]:
    """The lines of each value of a stretch, then those of templates."""
    for origin in trace.origins if trace else ():
        span = origin.span
        # A block of text ends at the beginning of the line after it.
        last = span.end_line - (span.end_column <= 1 and span.end_line > span.line)
        yield [(origin.path, line) for line in range(span.line, max(last, span.line) + 1)]
    yield from ([(line.span.path, line.span.line)] for line in (trace.lines if trace else ()))


def _data_lines(traces: Iterable[Trace]) -> Iterator[Place]:
    return (place for trace in traces for lines in [*_stretches(trace)][: len(trace.origins)] for place in lines)


def _template_lines(traces: Iterable[Trace]) -> Iterator[Place]:
    return ((line.span.path, line.span.line) for trace in traces for line in trace.lines)


def _at(lines: list[Commit] | list[Commit | None], number: int) -> Commit | None:
    return lines[number - 1] if 0 < number <= len(lines) else None


def _newest(commits: Iterable[Commit]) -> Commit | None:
    return max(commits, key=lambda one: (one is UNCOMMITTED, one.date or _LONG_AGO), default=None)


def _lines(content: bytes) -> list[bytes]:
    return content.replace(b"\r\n", b"\n").removesuffix(b"\n").split(b"\n") if content else []


def _same_lines(now: list[bytes], before: list[bytes]) -> dict[int, int]:
    if max(len(now), len(before)) > MOST_LINES:
        return {}
    blocks = SequenceMatcher(None, now, before, autojunk=False).get_matching_blocks()
    return {block.a + step + 1: block.b + step + 1 for block in blocks for step in range(block.size)}


def _read(root: Path, path: str) -> bytes:
    try:
        return read_file(root / path) if is_inside(root, root / path) else b""
    except OSError:
        return b""
