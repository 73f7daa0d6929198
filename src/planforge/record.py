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
from planforge.workspace import (
    APPROVALS_FILE,
    CLUSTER,
    DATA,
    DOCUMENT_TYPE_FILE,
    SETTINGS_FILE,
    SHARED,
    TEMPLATES,
    read_file,
)

FORMAT = 6
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
    although errors stood: asked for as a finished document it is not current. One made from `uncommitted` inputs does
    not yet say its commit. `content` is the fingerprint of what its papers say.
    """

    outputs: dict[str, Output]
    warnings: list[Warned]
    papers: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()
    draft: bool = False
    uncommitted: bool = False
    content: str = ""

    def is_ours(self, name: str, present: str) -> bool:
        """True when a file with this hash is what a build of ours wrote."""
        return name in self.outputs and present in self.outputs[name].hashes


def input_fingerprint(root: Path, cluster: str, year: str, document: str, extra: Iterable[str]) -> str:
    """A hash over every byte that decides what the document looks like: data, templates, the program and its tools."""
    digest = hashlib.sha256()
    for path in input_files(root, cluster, year, document):
        digest.update(os.fsencode(path.relative_to(root)) + b"\0")
        digest.update(hashlib.sha256(read_file(path)).digest())
    for part in (*_program(), *extra):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def is_input(name: str, cluster: str, year: str, document: str) -> bool:
    """Whether a file of the workspace, by its path with forward slashes, is one that a document is made from.

    The one truth about it, also for files that are not on the disk, such as those of a commit.
    """
    folder, _, file = name.rpartition("/")
    if name == SETTINGS_FILE:
        return True
    if Path(file).suffix not in SUFFIXES or (folder.startswith(DATA) and file == APPROVALS_FILE):
        return False
    if folder in {f"{DATA}/registry", f"{DATA}/{cluster}/{year}", f"{TEMPLATES}/{SHARED}", f"{TEMPLATES}/{document}"}:
        return True
    match name.split("/"):
        # Who else claims this cluster, and who leads it in the years before and after.
        case [data, other, of_year, cluster_file] if data == DATA and cluster_file == f"{CLUSTER}.yaml":
            return of_year == year or (other == cluster and of_year in adjacent_years(year))
        # An annex prints what another type is called.
        case [templates, _, type_file]:
            return templates == TEMPLATES and type_file == DOCUMENT_TYPE_FILE
    return False


def input_files(root: Path, cluster: str, year: str, document: str) -> list[Path]:
    """The files a document is made from, in the order of their names."""
    data, templates = root / DATA, root / TEMPLATES
    folders = (data / "registry", data / cluster / year, templates / SHARED, templates / document)
    found = {root / SETTINGS_FILE, *(path for folder in folders for path in folder.glob("*"))}
    for of_year in (year, *adjacent_years(year)):
        found.update(data.glob(f"*/{of_year}/{CLUSTER}.yaml"))
    found.update(templates.glob(f"*/{DOCUMENT_TYPE_FILE}"))
    named = ((path.relative_to(root).as_posix(), path) for path in found)
    # The settings are read even where they are missing: that is told.
    return [
        path
        for name, path in sorted(named)
        if is_input(name, cluster, year, document) and (name == SETTINGS_FILE or path.is_file())
    ]


def adjacent_years(year: str) -> set[str]:
    """The years before and after."""
    return {str(int(year) + step) for step in (-1, 1)} if year.isdecimal() else set()


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
            made_of = (stored["draft"] is True, stored["uncommitted"] is True, str(stored["content"]))
            return Record(outputs, warnings, papers, blanks, *made_of)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass
    return Record({}, [])


def to_json(record: Record) -> str:
    """The record as text."""
    outputs = {name: [output.inputs, *output.hashes] for name, output in record.outputs.items()}
    warnings = [warned._asdict() for warned in record.warnings]
    state: dict[str, Any] = {"outputs": outputs, "warnings": warnings, "papers": record.papers, "blanks": record.blanks}
    state |= {"draft": record.draft, "uncommitted": record.uncommitted, "content": record.content}
    return json.dumps({"format": FORMAT, **state}, ensure_ascii=False)


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
