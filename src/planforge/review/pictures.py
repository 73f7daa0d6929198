"""Pictures of the pages that differ between two PDF files: old, new and their difference beside each other."""

from __future__ import annotations

import base64
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planforge.errors import ToolError, UserError
from planforge.language import DEFAULT, message
from planforge.output import staged, writable
from planforge.verify.guard import Worker

MEGABYTES = 768
SECONDS = 60.0
# Of one answer; a picture has a few hundred thousand.
MOST_BYTES = 40_000_000
# Nobody looks through more, and each takes a moment and its room.
MOST_PICTURES = 200


@dataclass(frozen=True, slots=True)
class Pictures:
    """The files written, in the order of the pages.

    `shifted` are the pages of the new file whose text is the same but stands on another page than before; `left_out`
    counts the pages that differ too and were not drawn any more.
    """

    files: tuple[Path, ...]
    shifted: tuple[int, ...] = ()
    left_out: int = 0


def write_pages(old_pdf: bytes | None, new_pdf: bytes | None, folder: Path, language: str = DEFAULT) -> list[Path]:
    """Write a PNG of each page that differs into a folder that is there; see `draw_pages`."""
    return list(draw_pages(old_pdf, new_pdf, folder, language).files)


def draw_pages(old_pdf: bytes | None, new_pdf: bytes | None, folder: Path, language: str = DEFAULT) -> Pictures:
    """Write `page-003.png` for each page that differs, by its number in the new file (`old-page-003.png`: only old).

    The files are read and drawn in a guarded process. Text that only moved to another page is no difference. Raises
    UserError `pages.unreadable` when that process cannot make anything of a file, ToolError `pages.failed` when it
    died or took too long, `tool.process`, `tool.disk`.
    """
    if old_pdf == new_pdf:
        return Pictures(())
    with staged() as staging:
        paths: dict[str, str | None] = {}
        for name, content in (("old", old_pdf), ("new", new_pdf)):
            paths[name] = str(staging / f"{name}.pdf") if content is not None else None
            if content is not None:
                with writable(staging):
                    (staging / f"{name}.pdf").write_bytes(content)
        try:
            worker = Worker("planforge.review.drawing", MEGABYTES)
        except OSError as error:
            raise ToolError("tool.process", detail=error.strerror or str(error)) from error
        try:
            found = _asked(worker, paths)
            pairs = [(_number(old), _number(new)) for old, new in found["pages"]]
            files = [
                _written(worker, index, pair, folder, language) for index, pair in enumerate(pairs[:MOST_PICTURES])
            ]
            shifted = tuple(int(page) + 1 for page in found["shifted"])
            return Pictures(tuple(files), shifted, max(0, len(pairs) - MOST_PICTURES))
        except (KeyError, TypeError, ValueError) as error:
            raise ToolError("pages.failed") from error
        finally:
            worker.kill()


def _asked(worker: Worker, request: object) -> dict[str, Any]:
    answer = worker.ask(request, time.monotonic() + SECONDS, MOST_BYTES)
    if answer is None or len(answer) > MOST_BYTES:
        raise ToolError("pages.failed")
    said = json.loads(answer)
    if "code" in said:
        raise UserError("pages.unreadable")
    return dict(said)


def _number(page: object) -> int | None:
    """The number of a page as people count, of an answer that counts from 0."""
    return None if page is None else int(str(page)) + 1


def _written(worker: Worker, index: int, pair: tuple[int | None, int | None], folder: Path, language: str) -> Path:
    old, new = pair
    labels = [message("pages.old", language, {"page": old})] if old is not None else []
    labels += [message("pages.new", language, {"page": new})] if new is not None else []
    labels += [message("pages.difference", language)] if len(labels) == 2 else []
    png = base64.b64decode(_asked(worker, {"draw": index, "labels": labels})["png"])
    path = folder / (f"page-{new:03}.png" if new is not None else f"old-page-{old:03}.png")
    if path.exists():
        # Two old pages may have become one.
        path = folder / f"page-{new:03}-old-{old:03}.png"
    with writable(path):
        path.write_bytes(png)
    return path
