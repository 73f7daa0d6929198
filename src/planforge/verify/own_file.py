"""A file that planforge has just made: read in this process, for it is no stranger's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from planforge.verify.reading import Reading


def read_own(path: Path, shown: str) -> Reading:
    """What a DOCX or PDF of ours holds; `shown` is the path that reports name. Raises UserError."""
    if path.suffix == ".pdf":
        from planforge.verify.pdf import read_pdf

        return replace(read_pdf(path), path=shown)
    from planforge.verify.docx import read_docx

    return replace(read_docx(path), path=shown)
