"""Safe corrections written into data files: nothing else in them changes, and what cannot be proved safe is left."""

from __future__ import annotations

import errno
import os
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import NamedTemporaryFile
from unicodedata import normalize

from planforge.diagnostics import Checked, Span
from planforge.output import STAGING, writable
from planforge.passages.strand import lines_of
from planforge.rule import Edit
from planforge.source import Route, SourceFile, parse
from planforge.workspace import DATA, is_inside, read_file

Point = tuple[int, int]
# Behind every place in a file.
END = (sys.maxsize, 0)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def fix_files(root: Path, edits: Iterable[Edit], read: Mapping[str, bytes]) -> list[str]:
    """Write the edits into the data files of a workspace; the paths that changed. Raises ToolError.

    `read` is what the files held when the edits were found: of one that somebody has changed since, the places may be
    others. An edit is written only when the file then still has the same keys and the same values everywhere else.
    """
    changed = []
    for path, group in groupby(sorted(edits, key=lambda one: (one.path, one.start)), key=lambda one: one.path):
        if not path.startswith(f"{DATA}/") or not is_inside(root, root / path):
            continue
        raw = read_file(root / path)
        if raw != read.get(path):
            continue
        fixed = fixed_file(path, raw, list(group))
        if fixed != raw:
            _replace(root / path, fixed)
            changed.append(path)
    return changed


def fixed_file(path: str, raw: bytes, edits: Sequence[Edit]) -> bytes:
    """The bytes of a file with the edits that are safe; a mark at its start and its line ends stay as they were."""
    source = parse(path, raw).value
    if source is None:
        return raw
    apart: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    text = _with(source.text, _safe(source, apart))
    whole = _parsed(path, text).value
    if whole is None or _values(whole).keys() != _values(source).keys():
        return raw
    return _as_it_was(raw, text)


def _parsed(path: str, text: str) -> Checked[SourceFile]:
    """A file as it may become; nobody asks for it again, so that it is not kept."""
    return parse.__wrapped__(path, text.encode())


def _with(text: str, edits: Sequence[Edit]) -> str:
    """The text with edits that lie apart, in order."""
    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start], _quoted(edit)]
        position = edit.end
    return "".join((*parts, text[position:]))


def _quoted(edit: Edit) -> str:
    if edit.quote == '"':
        return edit.text.replace("\\", "\\\\").replace('"', '\\"')
    return edit.text.replace("'", "''") if edit.quote == "'" else edit.text


def _safe(source: SourceFile, edits: Sequence[Edit]) -> Sequence[Edit]:
    """The edits that are safe: all at once where they are, since there may be thousands, else half by half."""
    if not edits or _are_safe(source, edits):
        return edits
    middle = len(edits) // 2
    return [*_safe(source, edits[:middle]), *_safe(source, edits[middle:])] if middle else ()


def _are_safe(source: SourceFile, edits: Sequence[Edit]) -> bool:
    """Whether edits change the values they lie in and nothing else: no key, no other value, no comment."""
    changed = _parsed(source.path, _with(source.text, edits))
    if changed.value is None or changed.diagnostics:
        return False
    before, after = _values(source), _values(changed.value)
    if before.keys() != after.keys():
        return False
    different = [route for route in before if before[route] != after[route]]
    if any(_is_cut(after[route]) != _is_cut(before[route]) for route in different):
        return False
    places = sorted(_place(source.values[route]) for route in different)
    lines = lines_of(source.path, source.text)
    seen: set[int] = set()
    for edit in edits:
        begins, ends = _place(lines.span(edit.start, edit.end))
        at = bisect_right(places, (begins, END)) - 1
        if at >= 0 and ends <= places[at][1]:
            seen.add(at)
        elif edit.text != normalize("NFC", source.text[edit.start : edit.end]):
            # Values are normalised when they are read: the same letters, composed, are the same value.
            return False
    return len(seen) == len(places)


def _place(span: Span) -> tuple[Point, Point]:
    """Where a stretch begins and ends: lines and columns."""
    return (span.line, span.column), (span.end_line, span.end_column)


def _is_cut(value: object) -> bool:
    """Whether a comment follows a value: words of it may have become one."""
    return getattr(value, "cut_by_comment", None) is not None


def _values(source: SourceFile) -> dict[Route, object]:
    """Every scalar of a file, by route."""
    found: dict[Route, object] = {}
    waiting: list[tuple[Route, object]] = [((), source.data)]
    while waiting:
        route, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*route, key), entry) for key, entry in value.items()]
        elif isinstance(value, list):
            waiting += [((*route, index), entry) for index, entry in enumerate(value)]
        else:
            found[route] = value
    return found


def _as_it_was(raw: bytes, text: str) -> bytes:
    """The text with the byte order mark and the line ends of the file; of mixed ones each line keeps its own."""
    mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK) else b""
    ends = re.findall(rb"\r\n|\r|\n", raw)
    lines = text.split("\n")
    written = [line.encode() for line in lines]
    if len(ends) != len(lines) - 1:
        # A line was joined to another one: the file's commonest line end is right for all.
        commonest = max(set(ends), key=ends.count, default=b"\n")
        return mark + commonest.join(written)
    return mark + b"".join(part for pair in zip(written, (*ends, b""), strict=True) for part in pair)


def _replace(path: Path, content: bytes) -> None:
    """Put the new file in the place of the old one, whole or not at all, with its permissions; links stay links."""
    path = path.resolve()
    with writable(path):
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            staged = Path(file.name)
            STAGING.append(staged)
            try:
                file.write(content)
                file.close()
                staged.chmod(path.stat().st_mode & 0o777)
                staged.replace(path)
            except OSError:
                staged.unlink(missing_ok=True)
                raise
            finally:
                STAGING.remove(staged)
