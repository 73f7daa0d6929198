"""What was built from what: decides in a few milliseconds whether anything is left to do.

Standard library only, and imported before everything else: a run with nothing to do must not wait for the rest.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from planforge import __version__
from planforge.blank import Blank
from planforge.errors import ToolError
from planforge.workspace import read_file

FORMAT = 5
SEVERITIES = ("NOTE", "WARNING", "ERROR")
NOT_A_FILE = "-"
TABLE_ENDING = ".provenance.json"
PAPER_NAME = re.compile(r"[a-z][a-z0-9_-]*")
FORMATS = ("docx", "pdf", "md", "html")
DEFAULT_FORMATS = ("docx", "pdf", "md")
SUFFIXES = frozenset({".yaml", ".yml", ".j2"})
TOOLS = ("pypandoc", "typst", "docx", "jinja2", "pydantic")


class Output(NamedTuple):
    """One file of a document: what it was made from, and the hashes it may have.

    There are two hashes while a build replaces files: the one before and the one after, so that an interruption between
    two files is not taken for somebody's edit.
    """

    inputs: str
    hashes: tuple[str, ...]


class Warned(NamedTuple):
    """A finding as it is stored: place is path, line, column, end line, end column.

    A value is a text, or a pair of texts in Vietnamese and English; `excerpt` is text, start, end and page.
    """

    code: str
    place: list[Any]
    values: dict[str, Any]
    severity: str = "WARNING"
    excerpt: list[Any] = []

    def is_sound(self) -> bool:
        """True when the parts are of the right kinds: the file lies in a folder that anybody may have written to."""
        path, *numbers = self.place or [""]
        text, *ends = self.excerpt or [""]
        counted = all(isinstance(number, int) for number in (*numbers, *ends[:2]))
        texts = isinstance(path, str) and isinstance(text, str) and all(map(_is_words, self.values.values()))
        return texts and counted and len(numbers) in {0, 4} and len(ends) in {0, 3} and self.severity in SEVERITIES


def _is_words(value: object) -> bool:
    if isinstance(value, list):
        return len(value) == 2 and all(isinstance(part, str) for part in value)
    return isinstance(value, str)


class Record(NamedTuple):
    """The state of one document: its files by name, and of its last build the papers, the warnings and the blanks.

    Most documents are one paper of the same name; of some there is one for each unit or conference. A `draft` was built
    although errors stood: asked for as a finished document it is not current.
    """

    outputs: dict[str, Output]
    warnings: list[Warned]
    papers: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()
    draft: bool = False

    def is_ours(self, name: str, present: str) -> bool:
        """True when a file with this hash is what a build of ours wrote."""
        return name in self.outputs and present in self.outputs[name].hashes


def input_fingerprint(root: Path, cluster: str, year: str, document: str, extra: Iterable[str]) -> str:
    """A hash over every byte that decides what the document looks like: data, templates, the program and its tools."""
    digest = hashlib.sha256()
    for path in _input_files(root, cluster, year, document):
        digest.update(os.fsencode(path.relative_to(root)) + b"\0")
        digest.update(hashlib.sha256(read_file(path)).digest())
    for part in (*_program(), *extra):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def _input_files(root: Path, cluster: str, year: str, document: str) -> Iterator[Path]:
    data, templates = root / "data", root / "templates"
    folders = [data / "registry", data / cluster / year, templates / "_shared", templates / document]
    yield data / "planforge.yaml"
    for folder in folders:
        yield from sorted(path for path in folder.glob("*") if path.suffix in SUFFIXES and path.is_file())
    # Also who else claims this cluster, and who leads it in the years before and after.
    others = [path for path in data.glob(f"*/{year}/cluster.yaml") if path.parent != data / cluster / year]
    adjacent = {str(int(year) + step) for step in (-1, 1)} if year.isdecimal() else set()
    years = [path for path in data.glob(f"{cluster}/*/cluster.yaml") if path.parent.name in adjacent]
    yield from sorted(path for path in {*others, *years} if path.is_file())
    # An annex prints what another type is called.
    types = (path for path in templates.glob("*/document.yaml") if path.parent.name != document)
    yield from sorted(path for path in types if path.is_file())


def _program() -> Iterator[str]:
    """The program and its tools by the size and time of their files: a new version builds anew."""
    yield __version__
    package = Path(__file__).parent
    for folder, _, names in os.walk(package):
        for name in sorted(names):
            if not name.endswith(".pyc"):
                status = (Path(folder) / name).stat()
                yield f"{name}:{status.st_size}:{status.st_mtime_ns}"
    for name in TOOLS:
        spec = find_spec(name)
        if spec and spec.origin:
            status = Path(spec.origin).stat()
            yield f"{name}:{status.st_size}:{status.st_mtime_ns}"
    yield os.environ.get("PLANFORGE_PANDOC", "")


def file_hash(path: Path) -> str:
    """The hash of a file's bytes; empty where there is nothing, NOT_A_FILE for a folder, a device or a dead link."""
    try:
        return hashlib.sha256(read_file(path)).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return NOT_A_FILE if path.is_symlink() else ""
    except OSError:
        return NOT_A_FILE


def record_path(folder: Path, document: str) -> Path:
    """Where the record of a document's last build stands."""
    return folder / f".{document}.json"


def read_record(folder: Path, document: str) -> Record:
    """The record of a document; an empty one when there is none or it is not as we write them."""
    try:
        stored = json.loads(read_file(record_path(folder, document)))
        outputs = {name: Output(inputs, (first, *more)) for name, (inputs, first, *more) in stored["outputs"].items()}
        warnings = [Warned(**warned) for warned in stored["warnings"]]
        papers = tuple(str(name) for name in stored["papers"] if PAPER_NAME.fullmatch(name))
        blanks = tuple(
            Blank(str(name), str(field), str(path), int(line)) for name, field, path, line in stored["blanks"]
        )
        if stored["format"] == FORMAT and all(warned.is_sound() for warned in warnings):
            return Record(outputs, warnings, papers, blanks, stored["draft"] is True)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass
    return Record({}, [])


def to_json(record: Record) -> str:
    """The record as text."""
    outputs = {name: [output.inputs, *output.hashes] for name, output in record.outputs.items()}
    warnings = [warned._asdict() for warned in record.warnings]
    state = {"outputs": outputs, "warnings": warnings, "papers": record.papers, "blanks": record.blanks}
    return json.dumps({"format": FORMAT, "draft": record.draft, **state}, ensure_ascii=False)


def record_of_file(folder: Path, stem: str) -> Record:
    """The record that a file belongs to: of several papers of a document, the name ends in a dash and an id."""
    record = read_record(folder, stem)
    return record if record.outputs else read_record(folder, stem.rpartition("-")[0])


def file_names(papers: Iterable[str], formats: Iterable[str]) -> list[str]:
    """The names of all files of some papers, the tables of origins last."""
    names = list(papers)
    return [f"{name}.{form}" for name in names for form in formats] + [f"{name}{TABLE_ENDING}" for name in names]


def is_current(folder: Path, record: Record, inputs: str, formats: Iterable[str]) -> bool:
    """True when all files of the papers were made from the same inputs, and are there untouched."""
    return bool(record.papers) and all(
        name in record.outputs
        and record.outputs[name].inputs == inputs
        and record.outputs[name].hashes[-1] == file_hash(folder / name)
        for name in file_names(record.papers, formats)
    )


@contextmanager
def readable(root: Path) -> Iterator[None]:
    """Turn a file that cannot be read into a ToolError `tool.unreadable`."""
    try:
        yield
    except OSError as error:
        raise ToolError(
            "tool.unreadable", path=str(error.filename or root), detail=error.strerror or str(error)
        ) from error
