"""What runs in the guarded process: limits first, then one file after another."""

from __future__ import annotations

import contextlib
import json
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from planforge.errors import PlanforgeError
from planforge.verify.carried import packed

_CPU_SECONDS = 5


def serve(megabytes: int) -> None:
    """Answer every path on the standard input with a reading, or with the code of what is wrong, on one line."""
    answer_requests(_reading, megabytes, _CPU_SECONDS)


def answer_requests(answer: Callable[[Any], str], megabytes: int, seconds: int) -> None:
    """Answer every request on the standard input with one line of JSON, each within its seconds of the processor."""
    _limit_memory(megabytes)
    output = sys.stdout.buffer
    for line in sys.stdin.buffer:
        _limit_time(seconds)
        output.write(_answer(answer, json.loads(line)).encode("ascii") + b"\n")
        output.flush()


def _reading(path: str) -> str:
    from planforge.verify.pdf import read_pdf

    return packed(read_pdf(Path(path)))


def _answer(answer: Callable[[Any], str], request: Any) -> str:
    try:
        return answer(request)
    except PlanforgeError as error:
        return json.dumps({"code": error.code, "values": {name: str(value) for name, value in error.values.items()}})
    except MemoryError:
        return json.dumps({"code": "file.too_large"})
    except Exception:  # noqa: BLE001  # whatever a stranger's file made fail is one clear error, and no bug to report
        return json.dumps({"code": "file.crashed"})


def _limit_memory(megabytes: int) -> None:
    """Limit memory, and forbid to write files, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        size = megabytes << 20
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _limit_time(seconds: int) -> None:
    """Give the next request its seconds of the processor: they count even when nobody waits for the answer any more."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        soft = math.ceil(time.process_time()) + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))
