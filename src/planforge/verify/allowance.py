"""How much of the computer a stranger's file may take once it has been read: the rules work in this process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from planforge.errors import UserError
from planforge.verify.reading import Reading

# No paragraph of an official paper fills forty pages.
LONGEST_PARAGRAPH = 100_000
# Seconds of the processor for any file, and characters that give it one more; on a slow computer a report of three
# hundred pages takes half of what it has.
SECONDS = 4.0
CHARACTERS_OF_A_SECOND = 40_000
# A paragraph costs as much as so many characters, however short it is.
COST_OF_A_PARAGRAPH = 40


def check_size(reading: Reading) -> None:
    """Refuse what no official paper is; raises UserError `file.too_large`."""
    if any(len(paragraph.text) > LONGEST_PARAGRAPH for paragraph in reading.paragraphs):
        raise UserError("file.too_large", path=reading.path)


@contextmanager
def allowed_time(reading: Reading) -> Iterator[None]:
    """Stop the block when it has taken more time of the processor than the size of a file explains.

    Raises UserError `file.too_long`. Where the system has no such clock, or in a thread of its own, nothing is limited.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise UserError("file.too_long", path=reading.path)

    size = sum(len(paragraph.text) + COST_OF_A_PARAGRAPH for paragraph in reading.paragraphs)
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS + size / CHARACTERS_OF_A_SECOND)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
