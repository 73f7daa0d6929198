"""The lines of the summary, and how they are kept within what a comment may hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planforge.review.summary.said import said

# The comment of an earlier run is found by it.
MARK = "<!-- planforge-review -->"
LONGEST = 60_000
# Kept for the last lines, and for the closing of what is folded.
RESERVE = 1_000


@dataclass(slots=True)
class Report:
    """The lines so far; a block that does not fit any more is counted."""

    language: str
    lines: list[str] = field(default_factory=list)
    length: int = 0
    left_out: int = 0

    @property
    def room(self) -> int:
        """How many characters may still come."""
        return LONGEST - RESERVE - self.length

    def add(self, *lines: str) -> None:
        """Add a block, whole or not at all."""
        size = sum(len(line) + 1 for line in lines)
        if size > self.room:
            self.left_out += 1
            return
        self.lines += lines
        self.length += size

    def add_folded(self, heading: str, lines: Sequence[str]) -> None:
        """Add lines that show when their heading is pressed: those that fit, and how many did not."""
        kept: list[str] = []
        size = len(heading) + 200
        for line in lines:
            size += len(line) + 1
            if size > self.room:
                break
            kept.append(line)
        if len(kept) < len(lines):
            kept += ["", said("summary.more", self.language, count=len(lines) - len(kept))]
        self.add(f"<details><summary>{heading}</summary>", "", *kept, "", "</details>", "")

    def limited(self, lines: Sequence[str], most: int) -> list[str]:
        """The first lines, and how many more there are."""
        rest = len(lines) - most
        return [*lines[:most], f"- {said('summary.more', self.language, count=rest)}"] if rest > 0 else list(lines)

    def text(self) -> str:
        """The whole report; runs of empty lines are one."""
        rest = ["", said("summary.more", self.language, count=self.left_out)] if self.left_out else []
        found: list[str] = []
        for line in [MARK, "", *self.lines, *rest]:
            if line or (found and found[-1]):
                found.append(line)
        return "\n".join(found).rstrip() + "\n"
