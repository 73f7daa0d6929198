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
# What a fold needs beside its heading and its lines.
OF_A_FOLD = 200


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

    def add_folded(self, heading: str, lines: Sequence[str], last: Sequence[str] = (), *, kept_free: int = 0) -> None:
        """Add lines that show when their heading is pressed: those that fit, how many did not, and the last ones.

        So many characters as are `kept_free` stay for what comes later.
        """
        kept: list[str] = []
        size = len(heading) + OF_A_FOLD + sum(len(line) + 1 for line in last)
        for line in lines:
            size += len(line) + 1
            if size > self.room - kept_free:
                break
            kept.append(line)
        left_out = sum(line.lstrip().startswith("-") for line in lines[len(kept) :])
        if left_out:
            kept += ["", said("summary.more", self.language, count=left_out), ""]
        kept += last
        self.add(f"<details><summary>{heading}</summary>", "", *kept, "", "</details>", "")

    def limited(self, lines: Sequence[str], most: int) -> list[str]:
        """The first lines, and how many more there are."""
        return limited(lines, most, self.language)

    def text(self) -> str:
        """The whole report; runs of empty lines are one."""
        rest = ["", said("summary.left_out", self.language, count=self.left_out)] if self.left_out else []
        found: list[str] = []
        for line in [MARK, "", *self.lines, *rest]:
            if line or (found and found[-1]):
                found.append(line)
        return "\n".join(found).rstrip() + "\n"


def limited(lines: Sequence[str], most: int, language: str) -> list[str]:
    """The first lines, and how many more there are."""
    rest = len(lines) - most
    return [*lines[:most], f"- {said('summary.more', language, count=rest)}"] if rest > 0 else list(lines)
