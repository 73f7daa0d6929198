"""Files on the disk: whole or not at all, and never over somebody's hand-made changes."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from planforge.errors import ToolError
from planforge.fonts import cache_folder
from planforge.record import FORMATS, NOT_A_FILE, Record, file_hash, file_names, read_record, record_path, to_json

# The table of origins is nobody's to edit.
TABLE_SUFFIX = ".json"
# Where files are being written right now.
STAGING: list[Path] = []


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that somebody had edited by hand, and where the edited version now is."""

    path: Path
    kept: Path


def publish(folder: Path, document: str, files: Mapping[str, bytes], record: Record) -> list[Kept]:
    """Put all files of a document in place, or none; returns the edited files that were moved aside.

    Everything is first written beside its place, so that a full disk or an interruption leaves the old files alone.
    Raises ToolError `tool.disk`.
    """
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with staged(folder) as staging:
            for file_name, content in files.items():
                (staging / file_name).write_bytes(content)
            edited = list(_edited(folder, document, files))
            gone = _no_longer_made(folder, document, record)
            kept_outputs = {name: output for name, output in record.outputs.items() if name not in gone}
            (staging / "record").write_text(to_json(record._replace(outputs=kept_outputs)), encoding="utf-8")
            # First the record: if anything stands in its way, nothing has been moved.
            (staging / "record").replace(record_path(folder, document))
            kept = [_move_aside(path) for path in edited]
            for file_name in files:
                (staging / file_name).replace(folder / file_name)
            for file_name, ours in gone.items():
                if ours:
                    (folder / file_name).unlink(missing_ok=True)
    return kept


@contextmanager
def staged(folder: Path | None = None) -> Iterator[Path]:
    """A passing folder (in `folder`, else where the system has its own) that an interruption takes away as well."""
    with tempfile.TemporaryDirectory(prefix=".planforge-", dir=folder) as name:
        staging = Path(name)
        STAGING.append(staging)
        try:
            yield staging
        finally:
            STAGING.remove(staging)


def abandon() -> None:
    """Remove what is half made, when the process is about to stop."""
    for staging in STAGING:
        if staging.is_dir():
            shutil.rmtree(staging, ignore_errors=True)
        else:
            with suppress(OSError):
                staging.unlink(missing_ok=True)


@contextmanager
def writable(place: Path) -> Iterator[None]:
    """Turn a file that cannot be written into a ToolError `tool.disk`."""
    try:
        yield
    except OSError as error:
        if isinstance(error, shutil.Error) and error.args and error.args[0]:
            # Copying a folder collects its failures: (from, to, reason).
            error = OSError(None, str(error.args[0][0][2]), str(place))
        path, detail = str(error.filename or place), error.strerror or str(error)
        raise ToolError("tool.disk", path=path, detail=detail) from error


@contextmanager
def working_cache() -> Iterator[Path]:
    """The user's cache folder, or a passing one where that cannot be written: a build must not need it."""
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        usable = os.access(folder, os.W_OK)
    except OSError:
        usable = False
    if usable:
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="planforge-") as name:
        yield Path(name)


def _no_longer_made(folder: Path, document: str, record: Record) -> dict[str, bool]:
    """The files of papers that there are no more, such as of a unit that left; false for one edited by hand."""
    previous = read_record(folder, document)
    names = set(file_names(set(previous.papers) - set(record.papers), FORMATS))
    return {name: previous.is_ours(name, file_hash(folder / name)) for name in sorted(names & set(previous.outputs))}


def _edited(folder: Path, document: str, files: Mapping[str, bytes]) -> Iterator[Path]:
    previous = read_record(folder, document)
    for name in files:
        path = folder / name
        present = file_hash(path)
        new = hashlib.sha256(files[name]).hexdigest()
        table = path.suffix == TABLE_SUFFIX and present != NOT_A_FILE
        if present and present != new and not table and not previous.is_ours(name, present):
            yield path


def _move_aside(path: Path) -> Kept:
    number = 1
    while (kept := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
        number += 1
    path.rename(kept)
    return Kept(path, kept)
