"""`approvals.yaml` on the disk: read, changed as text, held against what was meant, and put in place whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from planforge.approval.records import Approved, with_entry, without_entries
from planforge.errors import UserError
from planforge.load import load_approvals
from planforge.model.approvals import ApprovalsFile
from planforge.output import staged, writable
from planforge.record import readable
from planforge.source import SourceFile, parse
from planforge.validate import validate_approvals
from planforge.workspace import APPROVALS_FILE, DATA, is_inside, read_file

Key = tuple[str, str, str, str]


def record_approval(root: Path, cluster: str, year: str, entries: Sequence[Approved]) -> Path:
    """Add approvals; an earlier one by the same person of the same document makes room. Returns the file.

    Raises UserError `approval.broken` when the file is wrong as it is, `approval.not_ours`; ToolError.
    """
    path = _place(root, cluster, year)
    source, known = _read(root, cluster, year)
    text, kept = source.text, _keys(known)
    for entry in entries:
        text, _ = _without(source.path, text, entry.document, entry.by)
        text = with_entry(text, entry)
        kept = [key for key in kept if key[:2] != (entry.document, entry.by)]
        kept.append((entry.document, entry.by, entry.date.isoformat(), entry.content))
    _write(path, source, text, kept)
    return path


def remove_approval(root: Path, cluster: str, year: str, documents: Collection[str], by: str) -> Path:
    """Take away the approvals of some documents by a person. Returns the file.

    Raises UserError `approval.none` when there is no such approval of one of them, and as `record_approval` does.
    """
    path = _place(root, cluster, year)
    source, known = _read(root, cluster, year)
    text = source.text
    for document in documents:
        text, count = _without(source.path, text, document, by)
        if not count:
            others = sorted({str(one.by) for one in known.approvals if one.document == document})
            raise UserError("approval.none", document=document, by=by, known=", ".join(others))
    kept = [key for key in _keys(known) if key[0] not in documents or key[1] != by]
    _write(path, source, text, kept)
    return path


def _place(root: Path, cluster: str, year: str) -> Path:
    path = root / DATA / cluster / year / APPROVALS_FILE
    if not is_inside(root, path):
        raise UserError("approval.broken", path=path.relative_to(root).as_posix())
    return path


def _read(root: Path, cluster: str, year: str) -> tuple[SourceFile, ApprovalsFile]:
    """The file as it is; an empty one where there is none."""
    path = f"{DATA}/{cluster}/{year}/{APPROVALS_FILE}"
    with readable(root):
        loaded = load_approvals(root, cluster, year)
    if loaded.value is None and not loaded.diagnostics:
        return SourceFile(path, "", {}), ApprovalsFile()
    checked = validate_approvals(loaded)
    if loaded.value is None or checked.value is None or checked.failed:
        raise UserError("approval.broken", path=path)
    return loaded.value, checked.value


def _without(path: str, text: str, document: str, by: str) -> tuple[str, int]:
    """The text without a person's approvals of a document, and how many there were."""
    if not text.strip():
        return text, 0
    loaded = _parsed(path, text)
    return without_entries(loaded[0], loaded[1], document, by)


def _parsed(path: str, text: str) -> tuple[SourceFile, ApprovalsFile]:
    loaded = parse(path, text.encode())
    checked = validate_approvals(loaded)
    if loaded.value is None or checked.value is None:
        raise UserError("approval.not_ours", path=path)
    return loaded.value, checked.value


def _keys(file: ApprovalsFile) -> list[Key]:
    """What must be the same after a change, in order."""
    return [(str(one.document), str(one.by), one.date.isoformat(), str(one.content)) for one in file.approvals]


def _write(path: Path, source: SourceFile, text: str, expected: list[Key]) -> None:
    """Put the text in place if it says what is meant, with the line ends of the file."""
    if _keys(_parsed(source.path, text)[1]) != expected:
        raise UserError("approval.not_ours", path=source.path)
    with writable(path):
        before = read_file(path) if path.is_file() else b""
        content = text.encode().replace(b"\n", b"\r\n") if b"\r\n" in before else text.encode()
        with staged(path.parent) as folder:
            (folder / path.name).write_bytes(content)
            (folder / path.name).replace(path.resolve())
