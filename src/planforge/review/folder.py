"""The folder of a review: written beside its place and put there whole, never over what is not a review."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from planforge.errors import PlanforgeError, UserError
from planforge.output import staged, writable
from planforge.provenance import Trace
from planforge.review.patience import patiently
from planforge.review.reviewing import Reviewed
from planforge.review.sides import ChangedPaper, PaperVersion
from planforge.workspace import is_inside

# Tells a folder that a review wrote, and may replace, from anybody's.
MARK = ".planforge-review"
SUMMARY, PICTURES = "REVIEW.md", ".pages"


def stem(paper: ChangedPaper) -> str:
    """How the files of a paper begin: cluster, year, name."""
    return f"{paper.cluster}-{paper.year}-{paper.name}"


def check_folder(root: Path, folder: Path | None) -> Path:
    """Where the review goes: the folder asked for, or `build/review` of the workspace.

    Raises UserError `review.foreign_folder` for one that holds something else, `review.outside` when `build` is a link
    that leads out of the workspace.
    """
    chosen = folder.absolute() if folder else root / "build" / "review"
    if folder is None and not is_inside(root, chosen):
        raise UserError("reviewing.outside", path=str(chosen))
    if chosen.is_symlink() or (chosen.exists() and not _is_ours(chosen)):
        raise UserError("reviewing.foreign_folder", path=str(chosen))
    return chosen


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


def write_review(reviewed: Reviewed, folder: Path, language: str, *, with_pages: bool) -> list[PlanforgeError]:
    """Write all files of a review, or none: an interruption leaves the folder as it was.

    Returns what kept pages from being drawn: a review is one without them. Raises ToolError.
    """
    from planforge.review.summary import summary

    clock = reviewed.clock
    with writable(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with staged(folder.parent) as staging:
            made = staging / "made"
            made.mkdir()
            (made / MARK).touch()
            papers = reviewed.review.papers
            with clock.stage("write"), patiently():
                for paper in papers:
                    _write_paper(paper, reviewed, made, language)
            with clock.stage("pages"):
                problems = _draw_all(papers, made, language) if with_pages else []
            with clock.stage("write"), patiently():
                drawn = frozenset(paper.key for paper in papers if (made / f"{stem(paper)}{PICTURES}").is_dir())
                text = summary(replace(reviewed.review, drawn=drawn), language)
                (made / SUMMARY).write_text(text, encoding="utf-8", newline="\n")
            with _uninterrupted():
                if folder.exists():
                    folder.rename(staging / "old")
                made.rename(folder)
    return problems


def _write_paper(paper: ChangedPaper, reviewed: Reviewed, folder: Path, language: str) -> None:
    from planforge.review.page import page

    name = stem(paper)
    redline = paper.redline
    if redline is not None and redline.docx is not None:
        (folder / f"{name}.redline.docx").write_bytes(redline.docx)
    else:
        # What could not be joined, or stands on one side only, is there as it is.
        for version, ending in ((paper.old, ".old.docx" if paper.new else ".docx"), (paper.new, ".docx")):
            if version is not None:
                (folder / f"{name}{ending}").write_bytes(version.files["docx"])
    sources = reviewed.authorship.source_of(_traces(paper.old), _traces(paper.new))
    names = (reviewed.review.base.name, reviewed.review.head.name)
    (folder / f"{name}.diff.html").write_text(
        page(paper, language, sources, names=names), encoding="utf-8", newline="\n"
    )


def _draw_all(papers: Sequence[ChangedPaper], folder: Path, language: str) -> list[PlanforgeError]:
    """Draw the pages that differ, of several papers at once: another process draws, this one waits."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        drawn = pool.map(lambda paper: _draw(paper, folder / f"{stem(paper)}{PICTURES}", language), papers)
        return [problem for problem in drawn if problem is not None]


def _draw(paper: ChangedPaper, folder: Path, language: str) -> PlanforgeError | None:
    from planforge.review.pictures import draw_pages

    old, new = _pdf(paper.old), _pdf(paper.new)
    if old is None and new is None:
        return None
    folder.mkdir()
    try:
        draw_pages(old, new, folder, language)
    except PlanforgeError as error:
        if not error.code.startswith("pages."):
            raise
        return error
    finally:
        if not any(folder.iterdir()):
            folder.rmdir()
    return None


def _traces(version: PaperVersion | None) -> Mapping[str, Trace]:
    return version.traces if version else {}


def _pdf(version: PaperVersion | None) -> bytes | None:
    return version.files.get("pdf") if version else None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back a Ctrl-C while the old folder is away and the new one not yet there."""
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
