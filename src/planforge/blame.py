"""From a stretch of a finished document back to the data and templates it was made from.

The ids are in the DOCX as hidden bookmarks; the table that explains them stands beside every build. A PDF has no ids
of ours, so its text is looked up in the same table.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planforge.errors import UserError
from planforge.record import file_hash, read_record

BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Value:
    """A value in the text, and where it stands: `path:line:column (key)`."""

    text: str
    data: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One place where the text was found: its paragraph, the values it touches, the template lines."""

    paragraph: str
    values: tuple[Value, ...]
    template: tuple[str, ...]


def blame(file: Path, text: str) -> tuple[list[Answer], bool]:
    """Every place of a text in a built file, and whether the file was changed since.

    Raises UserError `blame.…` when the file, its table or the text is missing.
    """
    if file.suffix not in {".docx", ".pdf"}:
        raise UserError("blame.not_a_paper", path=str(file))
    if not file.is_file():
        raise UserError("blame.not_built", path=str(file))
    table = _table(file)
    wanted = _folded(text)
    found = list(_in_docx(file, wanted, table) if file.suffix == ".docx" else _in_table(wanted, table))
    if not wanted or not found:
        raise UserError("blame.nothing", path=str(file), text=text)
    record = read_record(file.parent, file.stem)
    known = record.outputs.get(file.name, []) if record else []
    return found, file_hash(file) not in known


def _table(file: Path) -> dict[str, dict[str, Any]]:
    path = file.with_suffix(".provenance.json")
    try:
        traces = json.loads(path.read_text(encoding="utf-8"))["traces"]
        return {str(trace["anchor"]): trace for trace in traces}
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError("blame.no_table", path=str(path)) from None


def _in_docx(file: Path, wanted: str, table: dict[str, dict[str, Any]]) -> Iterator[Answer]:
    from planforge.verify.docx import read_docx

    for paragraph in read_docx(file).paragraphs:
        for start, end in _occurrences(paragraph.text, wanted):
            names = (mark.name.lstrip("_") for mark in paragraph.bookmarks if mark.start < end and start < mark.end)
            touched = [table[name] for name in names if name in table]
            if touched:
                yield _answer(paragraph.text, touched)


def _in_table(wanted: str, table: dict[str, dict[str, Any]]) -> Iterator[Answer]:
    """Paragraphs by their text; a value belongs when it overlaps what was asked for."""
    traces = list(table.values())
    for index, trace in enumerate(traces):
        if not trace["whole"]:
            continue
        inner = []
        for follower in traces[index + 1 :]:
            if follower["whole"]:
                break
            inner.append(follower)
        for start, end in _occurrences(trace["text"], wanted):
            touched = [one for one in inner if _overlaps(trace["text"], one["text"], start, end)]
            yield _answer(trace["text"], [trace, *touched])


def _overlaps(text: str, value: str, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in _occurrences(text, value))


def _answer(paragraph: str, touched: list[dict[str, Any]]) -> Answer:
    """The values that were touched, or, for words of the template, those of the whole paragraph."""
    values = [
        Value("" if trace["whole"] else trace["text"], tuple(map(_place, trace["data"])))
        for trace in [one for one in touched if not one["whole"]] or touched
    ]
    lines = sorted({(line["path"], line["line"]) for trace in touched for line in trace["template"]})
    return Answer(_folded(paragraph), tuple(values), tuple(f"{path}:{line}" for path, line in lines))


def _place(origin: dict[str, Any]) -> str:
    key = ".".join(map(str, origin["key"]))
    return f"{origin['path']}:{origin['line']}:{origin['column']} ({key})"


def _folded(text: str) -> str:
    return BLANKS.sub(" ", text).strip()


def _occurrences(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where a text occurs, blanks being equal to any run of blanks."""
    pattern = r"\s+".join(re.escape(word) for word in wanted.split())
    if pattern:
        for match in re.finditer(pattern, text):
            yield match.start(), match.end()
