"""Reading a stranger's PDF in a process of its own, with limits of time and memory.

The library that reads PDF is large and is not written in Python: a file made to harm may crash it, keep it busy or fill
the memory. Then the process dies, and one clear error is what is left. A process that did its work reads the next file,
so that many files do not start as many interpreters.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import planforge
from planforge.errors import ToolError, UserError
from planforge.verify.carried import NotCarriedError, unpacked
from planforge.verify.reading import Reading

SECONDS = 4.5
MOST_MEGABYTES = 320
# Of a reading; five hundred pages of text stay below it.
MOST_BYTES_OF_AN_ANSWER = 16_000_000
_START = "import sys; sys.path[:0] = {folders!r}; from {module} import serve; serve({megabytes})"
_idle: list[Worker] = []
_lock = threading.Lock()


def read_guarded(path: Path) -> Reading:
    """Read a PDF in a guarded process.

    Raises UserError: `file.too_long`, `file.too_large`, `file.crashed`, or what the reader itself says (`pdf.…`);
    ToolError `tool.process` when the system starts no further process.
    """
    end = time.monotonic() + SECONDS
    try:
        worker = _take()
    except OSError as error:
        raise ToolError("tool.process", detail=error.strerror or str(error)) from error
    try:
        answer = worker.ask(str(path.absolute()), end, MOST_BYTES_OF_AN_ANSWER)
    except BaseException:
        worker.kill()
        raise
    if answer is None:
        worker.kill()
        late = time.monotonic() >= end
        raise UserError("file.too_long" if late else "file.crashed", path=str(path))
    if len(answer) > MOST_BYTES_OF_AN_ANSWER:
        worker.kill()
        raise UserError("file.too_large", path=str(path))
    _give_back(worker)
    return _reading_of(answer, path)


def close_workers() -> None:
    """End the processes that wait for another file."""
    with _lock:
        workers, _idle[:] = list(_idle), []
    for worker in workers:
        worker.kill()


def _reading_of(answer: bytes, path: Path) -> Reading:
    try:
        said: Any = json.loads(answer)
        if isinstance(said, dict) and isinstance(said.get("code"), str):
            values = said.get("values")
            raise UserError(said["code"], **{**(values if isinstance(values, dict) else {}), "path": str(path)})
        return replace(unpacked(said), path=str(path))
    except (json.JSONDecodeError, NotCarriedError, RecursionError, UnicodeDecodeError) as error:
        raise UserError("file.crashed", path=str(path)) from error


def _take() -> Worker:
    with _lock:
        # After a fork the pipes are the parent's.
        _idle[:] = [worker for worker in _idle if worker.owner == os.getpid() and worker.alive]
        if _idle:
            return _idle.pop()
    return Worker("planforge.verify.guarded", MOST_MEGABYTES)


def _give_back(worker: Worker) -> None:
    with _lock:
        _idle.append(worker)


class Worker:
    """A process that answers one request after another; what it runs is the function `serve` of a module.

    Raises OSError when the system starts no further process.
    """

    def __init__(self, module: str, megabytes: int) -> None:
        folders = [str(Path(planforge.__file__).parents[1])]
        command = _START.format(folders=folders, module=module, megabytes=megabytes)
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    @property
    def alive(self) -> bool:
        """Whether it may be asked again."""
        return self.process.poll() is None

    def ask(self, request: object, end: float, most_bytes: int) -> bytes | None:
        """The line it answers, without more than a byte over the limit; None when it died or the time is over.

        The request is what JSON can say; `end` is a moment of `time.monotonic`.
        """
        answers: list[bytes] = []

        def listen() -> None:
            if self.process.stdout:
                with suppress(OSError, ValueError):
                    answers.append(self.process.stdout.readline(most_bytes + 1))

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        with suppress(OSError):
            if self.process.stdin:
                self.process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
                self.process.stdin.flush()
        listener.join(max(0.0, end - time.monotonic()))
        return answers[0] if answers and answers[0] else None

    def kill(self) -> None:
        """End it, whatever it does."""
        with suppress(OSError):
            self.process.kill()
        with suppress(OSError, subprocess.TimeoutExpired):
            self.process.wait(1)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


atexit.register(close_workers)
