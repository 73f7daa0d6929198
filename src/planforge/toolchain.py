"""The one door to the programs planforge drives: pandoc and Typst, found, checked and run."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from planforge.errors import ToolError

PANDOC_NEEDED = (3, 9)
PANDOC_TIMEOUT_SECONDS = 60
# A larger first generation halves pandoc's memory and saves a quarter of its time on a document of ten pages.
PANDOC_RUNTIME = ("+RTS", "-A32m", "-RTS")
_GLYPH_MISSING = "could not be displayed with font"


class FontChoice(NamedTuple):
    """The font of the PDF: its family, and the folder its files are in (None: what Typst brings along)."""

    family: str
    folder: Path | None


def today() -> date:
    """The day of the run, where the user is: the one place that asks the clock for it."""
    return date.today()  # noqa: DTZ011  # an official's today is that of the wall, not that of Greenwich


def pandoc_path() -> Path:
    """Where pandoc is: `PLANFORGE_PANDOC`, or the program inside the pypandoc_binary package, which is not imported.

    Raises ToolError `tool.pandoc_missing`.
    """
    chosen = os.environ.get("PLANFORGE_PANDOC")
    if chosen:
        candidates = [Path(chosen)]
    else:
        spec = importlib.util.find_spec("pypandoc")
        folders = [Path(folder) / "files" for folder in (spec.submodule_search_locations or ())] if spec else []
        candidates = [folder / name for folder in folders for name in ("pandoc", "pandoc.exe")]
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise ToolError("tool.pandoc_missing", found=chosen or "", needed=_dotted(PANDOC_NEEDED))


@cache
def pandoc_version(program: Path) -> tuple[int, ...]:
    """The version of a pandoc, asked once per process. Raises ToolError `tool.pandoc_missing`, `tool.pandoc_failed`."""
    words = _run([str(program), "--version"], b"").decode("utf-8", "replace").split()
    if len(words) < 2 or not re.fullmatch(r"[0-9]+(\.[0-9]+)*", words[1]):
        raise ToolError("tool.pandoc_missing", found=str(program), needed=_dotted(PANDOC_NEEDED))
    return tuple(int(part) for part in words[1].split("."))


def checked_pandoc() -> Path:
    """The pandoc to use. Raises ToolError `tool.pandoc_missing` or `tool.pandoc_old`."""
    program = pandoc_path()
    version = pandoc_version(program)
    if version < PANDOC_NEEDED:
        raise ToolError("tool.pandoc_old", found=_dotted(version), needed=_dotted(PANDOC_NEEDED))
    return program


def run_pandoc(arguments: Sequence[str], input_bytes: bytes = b"") -> bytes:
    """Run pandoc in its sandbox, which keeps documents from reading files or the network, and return its output.

    Raises ToolError `tool.pandoc_missing`, `tool.pandoc_old`, or `tool.pandoc_failed` with what pandoc said.
    """
    return _run([str(checked_pandoc()), "--sandbox", *arguments, *PANDOC_RUNTIME], input_bytes)


def _run(command: Sequence[str], input_bytes: bytes) -> bytes:
    """Run a program to its end; on a timeout or an interruption `subprocess.run` kills it before raising."""
    import subprocess

    try:
        done = subprocess.run(
            command, input=input_bytes, capture_output=True, timeout=PANDOC_TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ToolError("tool.pandoc_failed", detail=f"no answer in {PANDOC_TIMEOUT_SECONDS} s") from error
    except OSError as error:
        raise ToolError("tool.pandoc_missing", found=command[0], needed=_dotted(PANDOC_NEEDED)) from error
    if done.returncode:
        raise ToolError("tool.pandoc_failed", detail=done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def compile_pdf(source: bytes, inputs: Mapping[str, str], *, font: FontChoice, moment: datetime) -> bytes:
    """Compile a Typst source to PDF/A-2b and PDF/UA-1, with `inputs` as `sys.inputs` and `moment` as its only time.

    Only the chosen font and those inside Typst are used, so that the bytes do not depend on the machine.
    Raises ToolError `tool.typst_missing`, `tool.glyph_missing` when no font shows a character (PDF/A forbids the empty
    box that other programs print), or `tool.typst_failed` with Typst's message.
    """
    try:
        import typst
    except ImportError as error:
        raise ToolError("tool.typst_missing", detail=str(error)) from error
    folders = [str(font.folder)] if font.folder else []
    try:
        pdf = typst.Compiler(font_paths=folders, ignore_system_fonts=True).compile(
            input=source,
            sys_inputs=dict(inputs),
            format="pdf",
            pdf_standards=["a-2b", "ua-1"],
            timestamp=int(moment.timestamp()),
        )
    except (typst.TypstError, RuntimeError, OSError) as error:
        code = "tool.glyph_missing" if _GLYPH_MISSING in str(error) else "tool.typst_failed"
        raise ToolError(code, detail=str(error)) from error
    if not isinstance(pdf, bytes):
        raise ToolError("tool.typst_failed", detail="no PDF")
    return pdf


def versions() -> dict[str, str]:
    """The versions of the programs, for `--version`. Raises what `checked_pandoc` raises."""
    from importlib.metadata import version

    return {
        "pandoc": _dotted(pandoc_version(checked_pandoc())),
        "typst": version("typst"),
    }


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
