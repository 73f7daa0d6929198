"""Files are put in place whole or not at all, and nothing anybody wrote is ever lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planforge.build import Request, _outputs
from planforge.errors import ToolError
from planforge.output import publish
from planforge.record import Record, is_current, read_record

OLD = {"plan.docx": b"old docx", "plan.pdf": b"old pdf", "plan.provenance.json": b"old table"}
NEW = {"plan.docx": b"new docx", "plan.pdf": b"new pdf", "plan.provenance.json": b"new table"}
FORMATS = ("docx", "pdf")
EDITED = b"edited by hand"
Failure = Callable[[], BaseException]
FAILURES: dict[str, Failure] = {
    "disk full": lambda: OSError(errno.ENOSPC, "No space left on device"),
    "Ctrl-C": KeyboardInterrupt,
}


def put(folder: Path, files: dict[str, bytes], inputs: str) -> list[tuple[str, str]]:
    request = Request(folder.parents[2], folder.parent.name, folder.name, ("plan",), ("docx", "pdf"))
    assert request.folder == folder
    kept = publish(folder, "plan", files, Record(_outputs(request, "plan", inputs, files), [], ("plan",)))
    return [(one.path.name, one.kept.name) for one in kept]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "build" / "mau" / "2030"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


class Breaker:
    """Counts the steps that write to the disk, and fails at one of them.

    A full disk fails before the step, leaving half a file where one was being written; Ctrl-C comes right after it.
    """

    def __init__(self, patch: pytest.MonkeyPatch, at: int, failure: Failure) -> None:
        self.count, self.at, self.failure = 0, at, failure
        patch.setattr(Path, "open", self.counted(Path.open))
        for name in ("fsync", "rename", "replace"):
            patch.setattr(os, name, self.counted(getattr(os, name)))

    def counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            opens = real.__name__ == "open"
            if opens and "w" not in str(named.get("mode", arguments[1] if len(arguments) > 1 else "r")):
                return real(*arguments, **named)
            self.count += 1
            if self.count != self.at:
                return real(*arguments, **named)
            if opens:
                with real(arguments[0], "wb") as half:
                    half.write(b"ha")
            elif self.failure is KeyboardInterrupt:
                real(*arguments, **named)
            raise self.failure()

        return step


def steps(folder: Path, edit: bool) -> int:
    """How many steps a whole publication takes."""
    with pytest.MonkeyPatch.context() as patch:
        prepare(folder, edit)
        breaker = Breaker(patch, -1, KeyboardInterrupt)
        put(folder, NEW, "new")
    return breaker.count


def prepare(folder: Path, edit: bool) -> None:
    put(folder, OLD, "old")
    if edit:
        (folder / "plan.docx").write_bytes(EDITED)


def broken_off(tmp_path: Path, failure: Failure, edit: bool) -> Iterator[Path]:
    """A folder for each step, in which a publication was broken off at it."""
    count = steps(tmp_path / "count" / "build" / "mau" / "2030", edit)
    assert count >= 2 * (len(NEW) + 1) + edit
    for at in range(1, count + 1):
        folder = tmp_path / str(at) / "build" / "mau" / "2030"
        prepare(folder, edit)
        with pytest.MonkeyPatch.context() as patch:
            Breaker(patch, at, failure)
            expected = ToolError if isinstance(failure(), OSError) else KeyboardInterrupt
            with pytest.raises(expected):
                put(folder, NEW, "new")
        yield folder


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("edit", [False, True])
def test_a_publication_that_is_broken_off_loses_nothing(failure: str, edit: bool, tmp_path: Path) -> None:
    for folder in broken_off(tmp_path, FAILURES[failure], edit):
        found = contents(folder)
        assert not [path for path in folder.iterdir() if path.is_dir()]
        assert EDITED in found.values() or not edit
        for name, old in OLD.items():
            # Only a file that was edited may have been moved aside.
            allowed = {old, NEW[name]} | ({EDITED} if name == "plan.docx" else set())
            assert found.get(name, EDITED if edit and name == "plan.docx" else None) in allowed


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("edit", [False, True])
def test_after_it_the_next_build_is_needed_and_puts_all_right(failure: str, edit: bool, tmp_path: Path) -> None:
    for folder in broken_off(tmp_path, FAILURES[failure], edit):
        whole = all(contents(folder).get(name) == content for name, content in NEW.items())
        assert whole or not is_current(folder, read_record(folder, "plan"), "new", FORMATS)
        kept = put(folder, NEW, "new")
        found = contents(folder)
        assert {name: found[name] for name in NEW} == NEW
        assert is_current(folder, read_record(folder, "plan"), "new", FORMATS)
        assert list(found.values()).count(EDITED) == edit
        assert all(old == "plan.docx" for old, _ in kept), "our own half-finished work is not somebody's edit"
        assert edit or not kept


@pytest.mark.parametrize("failure", FAILURES)
def test_a_first_publication_that_is_broken_off_leaves_no_half_file(failure: str, tmp_path: Path) -> None:
    for at in range(1, 2 * len(NEW) + 2):
        folder = tmp_path / str(at) / "build" / "mau" / "2030"
        with pytest.MonkeyPatch.context() as patch:
            Breaker(patch, at, FAILURES[failure])
            with pytest.raises((ToolError, KeyboardInterrupt)):
                put(folder, NEW, "new")
        assert all(content == NEW[name] for name, content in contents(folder).items() if name in NEW)
        assert not [path for path in folder.iterdir() if path.is_dir()]


def test_an_edited_file_is_kept_aside_and_said(folder: Path) -> None:
    put(folder, OLD, "old")
    (folder / "plan.docx").write_bytes(EDITED)
    assert put(folder, NEW, "new") == [("plan.docx", "plan.edited-1.docx")]
    assert contents(folder)["plan.edited-1.docx"] == EDITED


def test_every_edit_is_kept_under_a_name_of_its_own(folder: Path) -> None:
    put(folder, OLD, "old")
    for number in (1, 2, 3):
        (folder / "plan.pdf").write_bytes(EDITED + bytes([number]))
        assert put(folder, NEW, "new") == [("plan.pdf", f"plan.edited-{number}.pdf")]
    assert contents(folder)["plan.edited-2.pdf"] == EDITED + b"\2"


def test_a_file_that_was_there_before_any_build_is_kept_aside(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "plan.docx").write_bytes(EDITED)
    assert put(folder, NEW, "new") == [("plan.docx", "plan.edited-1.docx")]


def test_what_the_last_build_made_is_replaced_without_a_word(folder: Path) -> None:
    put(folder, OLD, "old")
    assert put(folder, NEW, "new") == []
    assert not [name for name in contents(folder) if "edited" in name]


@pytest.mark.parametrize(
    "error", [PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EROFS, "Read-only")]
)
def test_a_folder_that_cannot_be_written_is_a_tool_error(
    error: OSError, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: Any, **_named: Any) -> None:
        raise error

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ToolError) as caught:
        put(folder, NEW, "new")
    assert caught.value.code == "tool.disk"
    assert str(folder) in str(caught.value.values["path"])
