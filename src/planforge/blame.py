"""From a stretch of a finished document back to the data and templates it was made from.

The ids are in the DOCX as hidden bookmarks; the table that explains them stands beside every build. A PDF has no ids
of ours, so its text is looked up in the same table.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from planforge.errors import UserError
from planforge.record import file_hash, record_of_file
from planforge.workspace import is_inside, read_file

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


@dataclass(frozen=True, slots=True)
class _Question:
    """The words asked for, and the workspace the file was built in: `build/<cluster>/<year>/` lies three below it."""

    words: str
    root: Path


def blame(file: Path, text: str) -> tuple[list[Answer], bool]:
    """Every place of a text in a built file, and whether the file was changed since.

    Raises UserError `blame.…` when the file, its table or the text is missing.
    """
    if file.suffix not in {".docx", ".pdf"}:
        raise UserError("blame.not_a_paper", path=str(file))
    if not file.is_file():
        raise UserError("blame.not_built", path=str(file))
    table = _table(file)
    question = _Question(_folded(text), file.absolute().parents[3])
    found = list(_in_docx(file, question, table) if file.suffix == ".docx" else _in_table(question, table))
    if not found:
        raise UserError("blame.nothing", path=str(file), text=text)
    return found, not record_of_file(file.parent, file.stem).is_ours(file.name, file_hash(file))


def _table(file: Path) -> dict[str, dict[str, Any]]:
    path = file.with_suffix(".provenance.json")
    try:
        traces = json.loads(path.read_text(encoding="utf-8"))["traces"]
        return {str(trace["anchor"]): trace for trace in traces}
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError("blame.no_table", path=str(path)) from None


def _in_docx(file: Path, question: _Question, table: dict[str, dict[str, Any]]) -> Iterator[Answer]:
    from planforge.verify.docx import read_docx

    for paragraph in read_docx(file).paragraphs:
        for start, end in _occurrences(paragraph.text, question.words):
            names = (mark.name.lstrip("_") for mark in paragraph.bookmarks if mark.start < end and start < mark.end)
            touched = [table[name] for name in names if name in table]
            if touched:
                yield _answer(paragraph.text, touched, question)


def _in_table(question: _Question, table: dict[str, dict[str, Any]]) -> Iterator[Answer]:
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
        for start, end in _occurrences(trace["text"], question.words):
            touched = [one for one in inner if _overlaps(trace["text"], one["text"], start, end)]
            yield _answer(trace["text"], [trace, *touched], question)


def _overlaps(text: str, value: str, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in _occurrences(text, value))


def _answer(paragraph: str, touched: list[dict[str, Any]], question: _Question) -> Answer:
    """The values that were touched, or, for words of the template, those of the whole paragraph."""
    values = [
        Value("" if trace["whole"] else trace["text"], tuple(_place(origin, question) for origin in trace["data"]))
        for trace in [one for one in touched if not one["whole"]] or touched
    ]
    lines = sorted({(line["path"], line["line"]) for trace in touched for line in trace["template"]})
    return Answer(_folded(paragraph), tuple(values), tuple(_ranges(lines)))


def _ranges(lines: list[tuple[str, int]]) -> Iterator[str]:
    """Lines of files as `path:16-21`."""
    for _, run in groupby(enumerate(lines), lambda pair: (pair[1][0], pair[1][1] - pair[0])):
        places = [place for _, place in run]
        path, first = places[0]
        last = places[-1][1]
        yield f"{path}:{first}" if first == last else f"{path}:{first}-{last}"


def _place(origin: dict[str, Any], question: _Question) -> str:
    key = ".".join(map(str, origin["key"]))
    line, column = _line_of_words(origin, question)
    return f"{origin['path']}:{line}:{column} ({key})"


def _line_of_words(origin: dict[str, Any], question: _Question) -> tuple[int, int]:
    """Where the words stand inside a value of several lines; where the value begins if they are not found there."""
    first, last = origin["line"], origin["end"]
    if last > first:
        try:
            path = question.root / origin["path"]
            text = read_file(path).decode("utf-8-sig") if is_inside(question.root, path) else ""
        except (OSError, UnicodeDecodeError):
            return first, origin["column"]
        lines = text.split("\n")[first - 1 : last]
        for start, _ in _occurrences("\n".join(lines), question.words):
            before = "\n".join(lines)[:start]
            return first + before.count("\n"), start - before.rfind("\n")
    return first, origin["column"]


def _folded(text: str) -> str:
    return BLANKS.sub(" ", text).strip()


def _occurrences(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where a text occurs, blanks being equal to any run of blanks."""
    pattern = r"\s+".join(re.escape(word) for word in wanted.split())
    if pattern:
        for match in re.finditer(pattern, text):
            yield match.start(), match.end()
