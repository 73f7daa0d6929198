"""A PDF made to harm, or broken: one clear error within five seconds and half a gigabyte, and nothing it asks for."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from tests.unit.verify.pdf_maker import LONG, set_by_typst
from tests.unit.verify.raw_pdf import (
    CONTENT,
    FONT,
    PAGE,
    PAGES,
    Objects,
    bomb,
    one_page,
    stream,
    text_at,
    written,
)

from planforge.errors import UserError
from planforge.verify import guard
from planforge.verify.guard import close_workers, read_guarded
from planforge.verify.reading import Reading

SECONDS = 5.0
HELLO = text_at(100, 700, "Xin chao")
UNREADABLE = frozenset({"pdf.unreadable"})
# Without enough memory the library ends its process, before or while Python notices.
EXHAUSTED = frozenset({"file.crashed", "file.too_large", "file.too_long"})


def changed(number: int, body: bytes) -> bytes:
    objects = one_page(HELLO)
    objects[number] = body
    return written(objects)


def form(name: bytes, content: bytes) -> bytes:
    resources = b"/Resources << /Font << /F1 4 0 R >> /XObject << /%s >> >>" % name
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] " + resources)


def forms_in_forms() -> bytes:
    """Each of twenty forms shows the next one four times."""
    objects: Objects = one_page(b"/A8 Do", resources=b"/XObject << /A8 8 0 R >>")
    for number in range(8, 28):
        following = b"A%d %d 0 R" % (number + 1, number + 1)
        objects[number] = form(following, b"/A%d Do " % (number + 1) * 4 if number < 27 else HELLO)
    return written(objects)


def form_in_itself() -> bytes:
    objects = one_page(b"/A Do", resources=b"/XObject << /A 8 0 R >>")
    objects[8] = form(b"A 8 0 R", b"/A Do " * 5)
    return written(objects)


def font_of(body: bytes) -> bytes:
    objects = one_page(HELLO)
    objects[FONT] = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Xy /FontDescriptor "
        b"<< /Type /FontDescriptor /FontName /ABCDEF+Xy /Flags 4 /FontFile2 9 0 R >> >>"
    )
    objects[9] = body
    return written(objects)


def letters_of(mapping: bytes) -> bytes:
    objects = one_page(HELLO)
    objects[FONT] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Xy /Encoding /Identity-H /ToUnicode 9 0 R /DescendantFonts [ "
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Xy /CIDSystemInfo << >> /W [0 4000000000 500] >> ] >>"
    )
    objects[9] = stream(mapping)
    return written(objects)


def locked() -> bytes:
    from io import BytesIO

    out = BytesIO()
    with pikepdf.open(BytesIO(written(one_page(HELLO)))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


BROKEN: dict[str, tuple[Callable[[], bytes], frozenset[str]]] = {
    "nothing but a beginning": (lambda: b"%PDF-1.7\n", UNREADABLE),
    "cut off": (lambda: written(one_page(HELLO))[:400], UNREADABLE),
    "a password": (locked, frozenset({"pdf.encrypted"})),
    "a count that lies": (
        lambda: changed(PAGES, b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>"),
        frozenset({"pdf.too_many_pages"}),
    ),
    "a million pages": (
        lambda: changed(PAGES, b"<< /Type /Pages /Kids [%s] /Count 1000000 >>" % (b"3 0 R " * 1_000_000)),
        frozenset({"pdf.too_many_pages"}),
    ),
    "blanks without end": (lambda: changed(CONTENT, bomb(2_000_000_000)), EXHAUSTED),
    "letters without end": (lambda: changed(CONTENT, bomb(400_000_000, b"BT /F1 9 Tf (ab) Tj ET\n")), EXHAUSTED),
    "lines without end": (lambda: changed(CONTENT, bomb(200_000_000, b"0 0 m 9 9 l S\n")), EXHAUSTED),
    "a font without end": (lambda: font_of(bomb(1_000_000_000, b"\0")), EXHAUSTED),
    "forms in forms": (forms_in_forms, EXHAUSTED),
}
ODD: dict[str, Callable[[], bytes]] = {
    "places that point at themselves": lambda: written(one_page(HELLO), trailer=b"/Prev 600"),
    "pages in themselves": lambda: changed(PAGES, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
    "a form in itself": form_in_itself,
    "brackets in brackets": lambda: changed(CONTENT, stream(b"[" * 1_000_000)),
    "states in states": lambda: changed(CONTENT, stream(b"q " * 1_000_000)),
    "objects in objects": lambda: changed(PAGE, one_page(b"")[PAGE][:-3] + b"/X " + b"[" * 200_000 + b"] >>"),
    "letters for four thousand million codes": lambda: letters_of(
        b"begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange "
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap"
    ),
    "a page without an edge": lambda: written(one_page(HELLO, page=b"/MediaBox [0 0 1e30 1e30]")),
    "letters beyond measure": lambda: written(one_page(text_at(1e38, 1e38, "x", 1e38) + HELLO)),
    "a line of a million words": lambda: written(one_page(text_at(50, 700, "a b " * 250_000))),
    "a page of lines": lambda: written(
        one_page(b"".join(b"%d 9 m %d 800 l S 9 %d m 590 %d l S\n" % (n, n, n, n) for n in range(9, 590)) + HELLO)
    ),
}


@pytest.fixture(autouse=True, scope="module")
def _no_worker_stays() -> Iterator[None]:
    yield
    close_workers()


def outcome(folder: Path, data: bytes) -> tuple[Reading | UserError, float]:
    path = folder / "hostile.pdf"
    path.write_bytes(data)
    start = time.monotonic()
    try:
        return read_guarded(path), time.monotonic() - start
    except UserError as error:
        return error, time.monotonic() - start


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_one_clear_error(tmp_path: Path, name: str) -> None:
    make, codes = BROKEN[name]
    found, seconds = outcome(tmp_path, make())
    assert isinstance(found, UserError)
    assert found.code in codes
    assert found.values["path"] == str(tmp_path / "hostile.pdf")
    assert seconds < SECONDS


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_read_or_is_one_clear_error(tmp_path: Path, name: str) -> None:
    found, seconds = outcome(tmp_path, ODD[name]())
    assert not isinstance(found, UserError) or found.code in UNREADABLE | EXHAUSTED
    assert seconds < SECONDS


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere_is_no_crash_of_ours(tmp_path: Path, seed: int) -> None:
    set_by_typst(tmp_path, LONG * 20)
    data = bytearray((tmp_path / "paper.pdf").read_bytes())
    chance = random.Random(seed)  # noqa: S311  # the same damage every time
    for _ in range(1 + seed * 20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    found, seconds = outcome(tmp_path, bytes(data[: len(data) - seed * 40]))
    assert not isinstance(found, UserError) or found.code in UNREADABLE | EXHAUSTED | {"pdf.too_many_pages"}
    assert seconds < SECONDS


@pytest.mark.parametrize(
    "action",
    [b"/S /Launch /F (/bin/touch) /P (%s)", b"/S /JavaScript /JS (while \\(true\\) {})", b"/S /URI /URI (file://%s)"],
)
def test_nothing_a_file_asks_for_is_done(tmp_path: Path, action: bytes) -> None:
    touched = tmp_path / "touched"
    asked = action.replace(b"%s", str(touched).encode())
    objects = one_page(HELLO, catalog=b"/OpenAction << %s >>" % asked, page=b"/AA << /O << %s >> >>" % asked)
    found, _ = outcome(tmp_path, written(objects))
    assert isinstance(found, Reading)
    assert found.text == "Xin chao"
    assert not touched.exists()


def test_no_other_file_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(text_at(100, 600, "bi mat"))
    found, _ = outcome(tmp_path, changed(CONTENT, b"<< /Length 0 /F (%s) >> stream\n\nendstream" % bytes(secret)))
    assert isinstance(found, Reading)
    assert found.paragraphs == ()


def test_one_process_reads_many_files(tmp_path: Path) -> None:
    close_workers()
    processes: set[int] = set()
    for _ in range(5):
        found, _ = outcome(tmp_path, written(one_page(HELLO)))
        assert isinstance(found, Reading)
        processes.update(worker.process.pid for worker in guard._idle)
    assert len(processes) == 1


def test_after_a_death_the_next_file_is_read(tmp_path: Path) -> None:
    found, _ = outcome(tmp_path, forms_in_forms())
    assert isinstance(found, UserError)
    found, _ = outcome(tmp_path, written(one_page(HELLO)))
    assert isinstance(found, Reading)


def test_who_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close_workers()
    monkeypatch.setattr(guard, "SECONDS", 0.01)
    found, seconds = outcome(tmp_path, written(one_page(HELLO)))
    assert isinstance(found, UserError)
    assert found.code == "file.too_long"
    assert seconds < 2


def test_memory_of_the_process_is_limited(tmp_path: Path) -> None:
    close_workers()
    outcome(tmp_path, written(one_page(HELLO)))
    (worker,) = guard._idle
    limits = Path(f"/proc/{worker.process.pid}/limits")
    # Only Linux tells the limits of a process this way.
    if limits.exists():
        lines = limits.read_text(encoding="ascii").splitlines()
        allowed = next(line.split()[3] for line in lines if line.startswith("Max address space"))
        assert int(allowed) == guard.MOST_MEGABYTES << 20


def test_an_answer_that_is_no_reading_is_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in (b"\n", b"[]\n", b'{"code": 5}\n', b"\xff\n", b"[" * 100_000 + b"\n"):
        monkeypatch.setattr(guard.Worker, "ask", lambda *_, answer=answer: answer)
        found, _ = outcome(tmp_path, written(one_page(HELLO)))
        assert isinstance(found, UserError)
        assert found.code == "file.crashed"
