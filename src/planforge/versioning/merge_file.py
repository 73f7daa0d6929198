"""The merge of a YAML file that git asks for: by record, and where that cannot be had, by line as git does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from planforge.git import merge_lines
from planforge.source import decode, parse
from planforge.versioning.merging import ABSENT, Conflict, Merged, merge_trees
from planforge.versioning.tree import Data, UnmergeableError, comments_of, data_of, read_tree

MARK = 7
# More are an error code of git.
MOST_CONFLICTS = 127
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words on the marks of a conflict: our side, their side."""

    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A merged file, which is `clean` without conflicts; `by_line` where git's own merge made it.

    It is `broken` when lines that did not touch each other make a file that can no longer be read.
    """

    content: bytes
    conflicts: tuple[Conflict, ...] = ()
    by_line: bool = False
    clean: bool = True
    broken: bool = False


def merge_file(base: Path, ours: Path, theirs: Path, labels: Labels) -> Outcome:
    """Merge three versions of a YAML file. Raises OSError for one that cannot be read."""
    contents = [path.read_bytes() for path in (base, ours, theirs)]
    merged = merge_contents(*contents)
    if merged is None:
        return _by_line(base, ours, theirs, labels)
    text = merged.text(lambda conflict: _marked(conflict, labels))
    return Outcome(_as_written(text, contents[1]), tuple(merged.conflicts), clean=not merged.conflicts)


def merge_contents(base: bytes, ours: bytes, theirs: bytes) -> Merged | None:
    """Three versions merged by record; None where one cannot be read or the result would not say what it must."""
    texts = [_text(content) for content in (base, ours, theirs)]
    if None in texts:
        return None
    try:
        trees = [read_tree(text or "") for text in texts]
        merged = merge_trees(*trees)
        return merged if _holds(merged, [text or "" for text in texts]) else None
    except (UnmergeableError, RecursionError):
        return None


def _text(content: bytes) -> str | None:
    """The text of a version that has no faults; an empty one is that of a file that was not there."""
    if not content.strip():
        return ""
    checked = parse("merge.yaml", content)
    return checked.value.text if checked.value is not None and not checked.failed else None


def _holds(merged: Merged, texts: list[str]) -> bool:
    """Whether the result, settled either way, reads back as what was merged, and keeps every new comment."""
    kept: Counter[str] = Counter()
    for side, lines in (("ours", attrgetter("our_lines")), ("theirs", attrgetter("their_lines"))):
        text = merged.text(lines)
        if text.strip() and parse("merge.yaml", text.encode()).failed:
            return False
        if data_of(text) != merged.data_with(side):
            return False
        kept |= Counter(comments_of(text))
    known, ours, theirs = (Counter(comments_of(text)) for text in texts)
    whole = "\n".join(kept)
    return all(comment in whole for comment in (*(ours - known), *(theirs - known)))


def _marked(conflict: Conflict, labels: Labels) -> Iterator[str]:
    yield f"{'<' * MARK} {labels.ours}"
    yield from conflict.our_lines
    yield "=" * MARK
    yield from conflict.their_lines
    yield f"{'>' * MARK} {labels.theirs}"


def _as_written(text: str, ours: bytes) -> bytes:
    """The text with the byte order mark and the line ends of our version."""
    ends = b"\r\n" if ours.count(b"\r\n") * 2 > ours.count(b"\n") else b"\n"
    mark = BYTE_ORDER_MARK if ours.startswith(BYTE_ORDER_MARK) else b""
    return mark + text.encode().replace(b"\n", ends)


def _by_line(base: Path, ours: Path, theirs: Path, labels: Labels) -> Outcome:
    conflicts, content = merge_lines(base, ours, theirs, (labels.ours, labels.theirs))
    if not 0 <= conflicts <= MOST_CONFLICTS:
        # git cannot merge it either: ours stays, for people to look at.
        return Outcome(ours.read_bytes(), by_line=True, clean=False)
    readable = all(_text(path.read_bytes()) is not None for path in (ours, theirs))
    broken = not conflicts and readable and decode("", content).failed | (_text(content) is None)
    return Outcome(content, by_line=True, clean=not conflicts and not broken, broken=bool(broken))


def shown_value(data: Data) -> str:
    """A value on one line, as people read it; empty where there is none."""
    if data is ABSENT:
        return ""
    if isinstance(data, dict):
        return ", ".join(f"{key}: {shown_value(value)}" for key, value in data.items())
    if isinstance(data, list):
        return "; ".join(map(shown_value, data))
    return str(data.value)
