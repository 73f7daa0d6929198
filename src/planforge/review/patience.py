"""How long a review waits for what it does itself: a stranger's document may be made to keep it busy."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from planforge.compose.time_limit import time_limit
from planforge.errors import ToolError

# A plan of nine pages is compared in a third of a second, one of eighty in two.
SECONDS_OF_A_PAPER = 45
SECONDS_OF_ALL_PAPERS = 300
# Of every other step.
SECONDS = 120


class Patience:
    """The time that is left for the papers of a review."""

    def __init__(self) -> None:
        self._end = time.monotonic() + SECONDS_OF_ALL_PAPERS

    @contextmanager
    def for_a_paper(self) -> Iterator[None]:
        """Raise TimeoutError when one paper takes too long, or all of them did."""
        left = int(min(SECONDS_OF_A_PAPER, self._end - time.monotonic()))
        if left < 1:
            raise TimeoutError
        with time_limit(left):
            yield


@contextmanager
def patiently(seconds: int | None = None) -> Iterator[None]:
    """Raise ToolError `reviewing.endless` for a step that does not end."""
    limit = SECONDS if seconds is None else seconds
    try:
        with time_limit(limit):
            yield
    except TimeoutError as error:
        raise ToolError("reviewing.endless", seconds=limit) from error
