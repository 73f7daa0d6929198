"""The work on one side: what it makes of its documents, and what the lint says of all it has.

It runs in a process of its own with limits of time and memory: data and templates may be a stranger's, made to keep the
job busy. Both sides are worked on at once.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from planforge.diagnostics import Diagnostic, Span
from planforge.errors import PlanforgeError, ToolError
from planforge.review.builds import Built, build_side
from planforge.review.changes import Document
from planforge.toolchain import today
from planforge.workspace import DATA, SETTINGS_FILE, list_documents

# For sixty documents a side takes ten; what takes longer than this is made to.
SECONDS = 180
MOST_MEGABYTES = 4096


@dataclass(frozen=True, slots=True)
class Worked:
    """What became of the documents of a side, the findings of its lint (None where it did not come to an end), and the
    approvals that no longer stand.
    """

    built: Built
    lint: tuple[Diagnostic, ...] | None
    stale: tuple[Diagnostic, ...] = ()

    @classmethod
    def nothing(cls) -> Worked:
        """The work where there is none: all files of both sides are the same."""
        return cls(Built({}, frozenset(), ()), None)


@dataclass(frozen=True, slots=True)
class Task:
    """A side's folder, the documents to make of it, and the cluster-years whose approvals are looked at."""

    root: Path
    documents: tuple[Document, ...]
    approved: tuple[tuple[str, str], ...] = ()


def work_on(task: Task, cache: Path) -> Worked:
    """Do the work of one side; raises ToolError."""
    from planforge.lint import lint
    from planforge.record import readable

    built = build_side(task.root, task.documents, cache)
    if not (task.root / SETTINGS_FILE).is_file():
        return Worked(built, None)
    with readable(task.root):
        return Worked(built, lint(task.root, today=today(), cache=cache).diagnostics, tuple(_stale(task, built)))


def _stale(task: Task, built: Built) -> Iterator[Diagnostic]:
    from planforge.approval.standing import stale_approvals

    for cluster, year in task.approved:
        papers = [paper for key, paper in built.papers.items() if key.document[:2] == (cluster, year)]
        yield from stale_approvals(task.root, cluster, year, list_documents(task.root, cluster, year), papers)


def work_guarded(tasks: Sequence[Task], cache: Path) -> list[Worked]:
    """Do the work of all sides at once, each in a process with limits; one that breaks them has failed altogether.

    Raises ToolError `reviewing.no_process` when the system starts no further process, and what the work itself raises.
    """
    end = time.monotonic() + SECONDS
    with contextlib.ExitStack() as stack:
        workers = [stack.enter_context(_working(task, cache)) for task in tasks]
        return [_answer(worker, task, end) for worker, task in zip(workers, tasks, strict=True)]


@contextlib.contextmanager
def _working(task: Task, cache: Path) -> Iterator[Connection]:
    # A fresh process: one that is forked would share the locks of this one's threads.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, task, cache), daemon=True)
    try:
        with _without_interrupts():
            process.start()
    except OSError as error:
        raise ToolError("reviewing.no_process", detail=error.strerror or str(error)) from error
    theirs.close()
    try:
        yield ours
    finally:
        process.kill()
        process.join()
        ours.close()


def _answer(worker: Connection, task: Task, end: float) -> Worked:
    answer: Worked | PlanforgeError | None = None
    with contextlib.suppress(EOFError, OSError):
        if worker.poll(max(0.0, end - time.monotonic())):
            answer = worker.recv()
    if isinstance(answer, PlanforgeError):
        raise answer
    if answer is not None:
        return answer
    late = time.monotonic() >= end
    finding = Diagnostic("reviewing.too_long" if late else "reviewing.crashed", Span(DATA), {"seconds": SECONDS})
    return Worked(Built({}, frozenset(task.documents), (finding,)), None)


def _work(answers: Connection, task: Task, cache: Path) -> None:
    """What runs in the process of its own."""
    _limit()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    answer: Worked | PlanforgeError | None
    try:
        answer = work_on(task, cache)
    except PlanforgeError as error:
        answer = error
    except (MemoryError, RecursionError):
        answer = None
    with contextlib.suppress(OSError):
        answers.send(answer)
    answers.close()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(0)


def _limit() -> None:
    """Limit the time on the processor and the memory, where the system can; the programs that are called inherit it."""
    with contextlib.suppress(ImportError, ValueError, OSError, AttributeError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        size = MOST_MEGABYTES << 20
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start a process that a Ctrl-C, which reaches all processes of a terminal, ends without a word."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
