"""A file is known by what it holds, whatever it is called."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from tests.unit.verify import docx_maker
from tests.unit.verify.raw_pdf import one_page, text_at, written

from planforge.errors import UserError
from planforge.rule import Medium
from planforge.verify import paper_file
from planforge.verify.guard import close_workers
from planforge.verify.paper_file import open_paper

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(500)
PDF = written(one_page(text_at(90, 700, "Xin chao")))


def zipped(*names: str, first: str = "") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "<x/>")
    return out.getvalue()


@pytest.fixture(autouse=True, scope="module")
def _no_worker_stays() -> Iterator[None]:
    yield
    close_workers()


def code_of(path: Path) -> str:
    with pytest.raises(UserError) as found:
        open_paper(path)
    assert found.value.values["path"] == str(path)
    return found.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (OLE, "docx.old_format"),
        (OLE + "Workbook".encode("utf-16-le"), "file.is_spreadsheet"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "file.is_presentation"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "file.is_spreadsheet"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "file.is_presentation"),
        (zipped("content.xml", first="application/vnd.oasis.opendocument.text"), "file.is_open_document"),
        (zipped("content.xml", first="application/vnd.oasis.opendocument.spreadsheet"), "file.is_spreadsheet"),
        (zipped("a.txt"), "docx.not_word"),
        (rb"{\rtf1\ansi xin}", "file.is_rich_text"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "file.is_web_page"),
        (b"<?xml version='1.0'?><html></html>", "file.is_web_page"),
        ("Kế hoạch tổ chức".encode(), "file.is_text"),
        ("Kế hoạch tổ chức".encode("utf-16"), "file.is_text"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "file.is_picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "file.is_picture"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(100), "file.is_archive"),
        (bytes(range(256)), "file.is_unknown"),
    ],
)
@pytest.mark.parametrize("name", ["paper.docx", "paper.pdf", "paper"])
def test_what_is_no_paper_is_named(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert code_of(path) == code


def test_a_folder_a_pipe_a_device_and_nothing(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "file.is_folder"
    assert code_of(tmp_path / "missing") == "file.unreadable"
    assert code_of(Path("a\0b")) == "file.unreadable"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert code_of(tmp_path / "pipe") == "file.is_device"
        assert code_of(Path("/dev/zero")) == "file.is_device"


def test_a_file_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_file, "MOST_BYTES", 10)
    path = tmp_path / "paper.pdf"
    path.write_bytes(PDF)
    assert code_of(path) == "file.too_large"


@pytest.mark.parametrize("before", [b"", b"\r\n\r\n", b"\xef\xbb\xbf"])
def test_a_pdf_is_read_whatever_its_name(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(before + PDF)
    reading = open_paper(path)
    assert (reading.medium, reading.text, reading.path) == (Medium.PDF, "Xin chao", str(path))


def test_a_docx_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = docx_maker.written(tmp_path / "paper.pdf", docx_maker.packed(docx_maker.paragraph("Xin chào")))
    reading = open_paper(path)
    assert (reading.medium, reading.text) == (Medium.DOCX, "Xin chào")
