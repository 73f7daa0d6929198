"""`planforge check` on files from strangers: a clear line or a short report, soon, in little memory, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import warnings
import zipfile
from pathlib import Path

import pytest
from tests.unit.verify.docx_maker import packed, paragraph, written

pytestmark = pytest.mark.acceptance
# Five seconds and five hundred megabytes, on a machine that is three times slower or as busy.
SECONDS, MEGABYTES = 15.0, 500
LONGEST_REPORT = 60_000
# The peak is read from /proc: what wait4 tells includes the memory of the process that started this one.
CHECK = """\
import sys
from pathlib import Path
from planforge.cli.run import run
code = run(sys.argv[2:])
status = Path("/proc/self/status").read_text().splitlines()
Path(sys.argv[1]).write_text(next(line.split()[1] for line in status if line.startswith("VmHWM")))
sys.exit(code)
"""


def checked(path: Path | str, *more: str, cwd: Path, code: int = 1) -> str:
    """What the command says of a file; it ends in time, with little memory, with a code of its own."""
    began = time.monotonic()
    peak = cwd / "peak.txt"
    with subprocess.Popen(
        [sys.executable, "-c", CHECK, str(peak), "--lang", "en", "check", str(path), *more],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as running:
        assert running.stdout is not None
        told = running.stdout.read().decode("utf-8")
    assert running.returncode == code, told
    assert "Traceback" not in told
    assert time.monotonic() - began < SECONDS
    assert int(peak.read_text(encoding="utf-8")) / 1024 < MEGABYTES
    assert len(told) < LONGEST_REPORT
    assert all(line.isprintable() for line in told.split("\n"))
    return told


@pytest.mark.parametrize(
    "unit",
    ["a", "1", '"', "x      ", "số 1/QĐ-BTP ", "Điều 1. ", "(", "…", "a\u0301", "\u200bx", "1.1.1.1.", "không ", "–"],
)
@pytest.mark.parametrize("length", [60_000, 900_000])
def test_one_endless_paragraph(unit: str, length: int, tmp_path: Path) -> None:
    text = (unit * (length // len(unit) + 1))[:length]
    told = checked(written(tmp_path / "a.docx", packed(paragraph(text))), cwd=tmp_path)
    assert ("[file.too_large]" in told) == (length > 100_000)


@pytest.mark.parametrize(
    "line", ["1.", "Phụ lục", "Căn cứ", "- Lưu: VT", "TM.", "(Kèm theo Quyết định số 1/QĐ-BTP)", "Chương I", "a)"]
)
def test_thousands_of_lines_alike(line: str, tmp_path: Path) -> None:
    body = [paragraph(line) for _ in range(8_000)]
    checked(written(tmp_path / "a.docx", packed(*body)), cwd=tmp_path)


def test_thousands_of_mistakes_make_a_short_report(tmp_path: Path) -> None:
    body = [
        paragraph(f"Ngày 31/02/20{i % 90 + 10} của của Bộ tư Pháp ,số {i}/QD-BTP {{x}} {{0}} }}") for i in range(3_000)
    ]
    assert "more like those above" in checked(written(tmp_path / "a.docx", packed(*body)), cwd=tmp_path)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "gitlab"])
def test_neither_text_nor_name_steers_the_terminal(form: str, tmp_path: Path) -> None:
    name = os.fsdecode(b"\x1b[31m\n::error::\xff\xe2\x80\xae.docx")
    path = written(tmp_path / name, packed(paragraph("Ngày 31/02/2023 của\u202e của \u009b31m \u2028::error::x {0}")))
    checked(path.name, "--format", form, cwd=tmp_path)


def test_a_zip_that_grows_without_end(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in packed(paragraph("x")).items():
            archive.writestr(name, content + b" " * 200_000_000 * (name == "word/document.xml"))
    assert "[docx.too_large]" in checked("a.docx", cwd=tmp_path)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "file.empty"), (b"xin ch\xc3\xa0o", "file.is_text"), (b"\x7fELF\x00" * 9, "file.is_unknown")],
)
def test_what_is_no_paper_is_said_in_one_line(content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    told = checked("a.docx", cwd=tmp_path)
    assert f"[{code}]" in told.split("\n")[0]


def test_cut_off_and_doubled_files(tmp_path: Path) -> None:
    whole = written(tmp_path / "a.docx", packed(paragraph("x" * 5_000)))
    (tmp_path / "b.docx").write_bytes(whole.read_bytes()[:-200])
    assert "[docx." in checked("b.docx", cwd=tmp_path)
    with warnings.catch_warnings(), zipfile.ZipFile(whole, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "<a/>")
    assert "[docx.duplicate_part]" in checked("a.docx", cwd=tmp_path)


def test_devices_pipes_folders_and_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in ("pipe", "/dev/zero", "."):
        assert "[file.is_" in checked(path, cwd=tmp_path)
    checked("nothing\n\x1b.docx", cwd=tmp_path, code=2)
