"""The program's door: chooses the language, runs the command, and turns every way of failing into an exit code.

0 fine, 1 the data or the document has errors, 2 wrong usage, 3 a tool is missing or failed, 4 our own bug,
130 interrupted.
"""

from __future__ import annotations

import gc
import io
import os
import sys

from planforge.errors import INTERRUPTED

# pydantic would otherwise search every installed package for plug-ins, which costs a tenth of a build.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(arguments: list[str] | None = None) -> None:
    """Run the program and exit."""
    arguments = sys.argv[1:] if arguments is None else arguments
    _prepare_streams()
    try:
        from planforge.cli.interruption import stop_at_interrupts
        from planforge.cli.quick import nothing_to_do

        stop_at_interrupts(arguments)
        if nothing_to_do(arguments):
            sys.exit(0)
        from planforge.cli.run import run
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    # A run is short and makes many small objects that live to its end: looking for garbage among them finds none.
    gc.set_threshold(100_000, 50, 50)
    sys.exit(run(arguments))


def _prepare_streams() -> None:
    """Make both streams take any text: Windows consoles and C locales would fail on the first Vietnamese letter."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
