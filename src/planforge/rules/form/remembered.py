"""What several rules ask of one paper, found out once for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from planforge.verify.anatomy import Anatomy

Found = TypeVar("Found")


class Remembered(Generic[Found]):
    """A question about a paper whose answer is kept until the next paper comes: rules are asked paper by paper."""

    def __init__(self, ask: Callable[[Anatomy], Found]) -> None:
        self._ask = ask
        self._kept: tuple[Anatomy, Found] | None = None

    def __call__(self, paper: Anatomy) -> Found:
        """The answer for a paper."""
        kept = self._kept
        if kept is None or kept[0] is not paper:
            kept = (paper, self._ask(paper))
            self._kept = kept
        return kept[1]
