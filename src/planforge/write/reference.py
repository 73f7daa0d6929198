"""The reference document: page set-up, style sheet, header and settings of every DOCX, made once and kept.

python-docx makes it from pandoc's default one; that costs a fifth of a second, so the result is cached.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from planforge.decree30 import Profile
from planforge.errors import ToolError
from planforge.toolchain import checked_pandoc, pandoc_version, run_pandoc
from planforge.write.package import packed, unpacked

if TYPE_CHECKING:
    from docx.document import Document

_SOURCES = ("reference.py", "reference_parts.py", "styles.py", "package.py", "../decree30.py")


def reference_document(profile: Profile, cache: Path) -> Path:
    """The reference document of a profile in the folder `cache`, made now if it is not there yet.

    Raises ToolError `tool.cache_unwritable`, and as `run_pandoc` does.
    """
    path = cache / f"reference-{profile.name}-{_fingerprint(profile)}.docx"
    if not path.is_file():
        _write_atomically(path, build_reference(profile))
    return path


def build_reference(profile: Profile) -> bytes:
    """A new reference document: pandoc's default one without its content, styles and optional parts."""
    import docx

    from planforge.write import reference_parts

    document: Document = docx.Document(io.BytesIO(run_pandoc(["--print-default-data-file", "reference.docx"])))
    reference_parts.remove_content(document)
    reference_parts.set_page(document)
    reference_parts.set_styles(document, profile)
    reference_parts.set_header(document)
    reference_parts.set_settings(document)
    reference_parts.remove_optional_parts(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return packed(unpacked(buffer.getvalue()))


def _fingerprint(profile: Profile) -> str:
    """A hash of everything that determines the reference document."""
    folder = Path(__file__).parent
    digest = hashlib.sha256(repr(asdict(profile)).encode())
    digest.update(repr(pandoc_version(checked_pandoc())).encode())
    digest.update(importlib.metadata.version("python-docx").encode())
    for name in _SOURCES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def _write_atomically(path: Path, content: bytes) -> None:
    """Write a file that others may be reading or writing too: they see all of it or nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError as error:
        raise ToolError("tool.cache_unwritable", path=str(path.parent), detail=str(error)) from error
