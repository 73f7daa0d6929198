"""The texts of a data file as passages: every value that is read, by what its model takes it for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from planforge.corpus import REFERENCE as OPAQUE
from planforge.corpus import Passage, Voice
from planforge.model.fields import Prose, Record
from planforge.model.references import REFERENCE
from planforge.passages.strand import EMPHASIS, FileLines, Strand, late_passage, lines_of, woven
from planforge.source import SourceFile, Text

ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)", re.DOTALL)
BREAK = re.compile(r"[ \t]*\n\s*")


def yaml_passages(source: SourceFile, texts: Iterable[Text]) -> tuple[Passage, ...]:
    """The passages of a file, given the texts that were read from it; in the order of the file, each once."""
    lines = lines_of(source.path, source.text)
    found: dict[int, Passage] = {}
    for text in texts:
        span = source.values.get(text.origin.route) if text.origin else None
        if text.origin is None or span is None or (key := _offset(lines, span.line, span.column)) in found:
            continue
        end = _offset(lines, span.end_line, span.end_column)
        clean = EMPHASIS.sub("", REFERENCE.sub(OPAQUE, text))
        make = partial(_clean_strand, source.text, key, end, str(text))
        field = next((str(step) for step in reversed(text.origin.route) if isinstance(step, str)), "")
        voice = Voice.PROSE if isinstance(text, Prose) else Voice.NAME
        found[key] = late_passage(clean, make, lines, voice, field=field, quote=_quote(source.text, key))
    return tuple(found[key] for key in sorted(found))


def texts_by_file(values: Iterable[object]) -> dict[str, list[Text]]:
    """The texts in records, lists and mappings, however deep, by the file each was written in."""
    found: dict[str, list[Text]] = {}
    for text in _texts(values):
        if text.origin is not None and text.strip():
            found.setdefault(text.origin.path, []).append(text)
    return found


def _texts(values: Iterable[object]) -> Iterator[Text]:
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            yield value
        elif isinstance(value, Record):
            waiting += [getattr(value, name) for name in type(value).model_fields]
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value


def _offset(lines: FileLines, line: int, column: int) -> int:
    return lines.starts[min(line, len(lines.starts)) - 1] + column - 1


def _clean_strand(text: str, start: int, end: int, value: str) -> Strand:
    return written_strand(text, start, end, value).replaced(REFERENCE, OPAQUE).replaced(EMPHASIS)


def _quote(text: str, start: int) -> str:
    return text[start] if text[start : start + 1] in {'"', "'"} else ""


def written_strand(text: str, start: int, end: int, value: str) -> Strand:
    """A value's characters with the places where they are written.

    YAML folds lines, doubles quotes and resolves escapes; the value is NFC whatever the file is. Blanks of the value
    that stand for a line break cover all of it.
    """
    quote = _quote(text, start)
    position = start + len(quote)
    if not quote and text[start : start + 1] in {"|", ">"}:
        position = text.find("\n", start, end) + 1 or end
    units = list(_units(text, position, end, quote))
    return woven(_aligned(value, units, end))


def _units(text: str, position: int, end: int, quote: str) -> Iterator[tuple[str, int, int]]:
    """What is written, unit by unit: a line break with the blanks around it, an escape, a composed character."""
    while position < end:
        fold = BREAK.match(text, position, end)
        escape = ESCAPE.match(text, position, end) if quote == '"' else None
        if escape:
            written = escape[0]
            last = escape.end()
            shown = "" if written[1] == "\n" else _resolved(written)
        elif fold:
            last, shown = fold.end(), "\n"
        elif quote == "'" and text.startswith("''", position):
            last, shown = position + 2, "'"
        else:
            last = position + 1
            while not text[position].isspace() and last < end and unicodedata.combining(text[last]):
                last += 1
            shown = unicodedata.normalize("NFC", text[position:last])
        if shown:
            yield shown, position, last
        position = last


def _resolved(escape: str) -> str:
    if escape[1] in "xuU":
        return chr(int(f"0x{escape[2:]}", base=0))
    return {"n": "\n", "t": "\t", "_": "\u00a0", "0": "\0"}.get(escape[1], escape[1])


def _aligned(value: str, units: list[tuple[str, int, int]], end: int) -> Iterator[tuple[str, int, int]]:
    """Each character of the value beside the unit that wrote it."""
    index = 0
    for character in value:
        while index < len(units) and not _matches(character, units[index][0]) and units[index][0].isspace():
            index += 1
        if index < len(units) and _matches(character, units[index][0]):
            _, first, last = units[index]
            index += 1
        else:
            first = last = units[index][1] if index < len(units) else end
        yield character, first, last


def _matches(character: str, unit: str) -> bool:
    """A folded line break is written as a break and read as a blank or a break."""
    return character == unit or unit.startswith(character) or (unit == "\n" and character in " \n")
