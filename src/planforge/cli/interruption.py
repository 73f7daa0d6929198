"""Ctrl-C: stop at once, whatever is going on, and leave nothing half made.

Python would raise KeyboardInterrupt at any instruction, also inside an import with its lock held while other threads
wait for it, and then never end. Outputs are put in place file by file, each whole, so the process can simply stop.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

from planforge.cli.workspace import language_of
from planforge.errors import INTERRUPTED
from planforge.language import message


def stop_at_interrupts(arguments: Sequence[str]) -> None:
    """From now on an interrupt says so, removes what is half made, and ends the process."""
    words = f"\n{message('internal.interrupted', language_of(arguments))}\n".encode()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        output = sys.modules.get("planforge.output")
        if output is not None:
            output.abandon()
        os.write(2, words)
        os._exit(INTERRUPTED)

    signal.signal(signal.SIGINT, stop)
