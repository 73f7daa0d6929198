"""A file that may be anybody's → Reading: what it is, is told by its content and never by its name."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from planforge.errors import UserError
from planforge.verify.reading import Reading

MOST_BYTES = 100_000_000
_START, _END = 65_536, 65_536
_PDF_WITHIN = 1024
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = b"PK\x03\x04"
# Names in the directory of an old Office file, in UTF-16.
_OLE_KINDS = {"Workbook": "file.is_spreadsheet", "PowerPoint Document": "file.is_presentation"}
_ZIP_KINDS = {
    b"mimetypeapplication/vnd.oasis.opendocument.text": "file.is_open_document",
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "file.is_spreadsheet",
    b"mimetypeapplication/vnd.oasis.opendocument.presentation": "file.is_presentation",
    b"mimetypeapplication/epub+zip": "file.is_archive",
    b"xl/workbook": "file.is_spreadsheet",
    b"ppt/presentation": "file.is_presentation",
}
_PICTURES = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"RIFF",
    b"\x00\x00\x00\x18ftyphei",
    b"\x00\x00\x00\x1cftyphei",
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_WEB_PAGES = (b"<!doctype html", b"<html", b"mime-version:")


def open_paper(path: Path) -> Reading:
    """Read a DOCX or a PDF; the PDF in a guarded process.

    Raises UserError: `file.unreadable`, `file.is_folder`, `file.is_device`, `file.empty`, `file.too_large`,
    `file.is_…` with what it is instead of a paper, or what the reader of its kind says.
    """
    start, end = _ends(path)
    plain = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in start[:_PDF_WITHIN]:
        from planforge.verify.guard import read_guarded

        return read_guarded(path)
    other = _other_kind(start, end, plain.lower())
    if other:
        raise UserError(other, path=str(path))
    from planforge.verify.docx import read_docx

    return read_docx(path)


def _ends(path: Path) -> tuple[bytes, bytes]:
    """The first and the last bytes of an ordinary file that is not too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UserError("file.is_folder", path=str(path))
        # To open a pipe could wait for ever, and a device has no end.
        if not stat.S_ISREG(status.st_mode):
            raise UserError("file.is_device", path=str(path))
        if not status.st_size:
            raise UserError("file.empty", path=str(path))
        if status.st_size > MOST_BYTES:
            raise UserError("file.too_large", path=str(path))
        with path.open("rb") as file:
            start = file.read(_START)
            file.seek(-min(_END, status.st_size), os.SEEK_END)
            return start, file.read(_END)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise UserError("file.unreadable", path=str(path), detail=detail) from error


def _other_kind(start: bytes, end: bytes, text: bytes) -> str:
    """The code that says what a file is that is neither DOCX nor PDF; empty for what the reader of DOCX must judge."""
    if start.startswith(_OLE):
        return next((code for name, code in _OLE_KINDS.items() if name.encode("utf-16-le") in start + end), "")
    if start.startswith((_ZIP, b"PK\x05\x06")):
        if b"word/document" in start + end:
            return ""
        inside = start.replace(b"\x00", b"")
        return next((code for mark, code in _ZIP_KINDS.items() if mark in inside or mark in end), "")
    if start.startswith(_PICTURES):
        return "file.is_picture"
    if start.startswith(_ARCHIVES):
        return "file.is_archive"
    if text.startswith(b"{\\rtf"):
        return "file.is_rich_text"
    if text.startswith(_WEB_PAGES) or b"<html" in text[:2048]:
        return "file.is_web_page"
    return "file.is_text" if _is_text(start) else "file.is_unknown"


def _is_text(start: bytes) -> bool:
    """Whether bytes are readable text, in UTF-8 or UTF-16."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\x00" in start:
        return False
    try:
        start[:-4].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
