"""Where a stretch of a document comes from, and who wrote that line last: what the page of comparison leads to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A line of the data or of a template, with what git says of it.

    `path` is relative to the workspace, `line` counts from 1. `date` is in ISO 8601 ("2023-03-31T08:00:00+07:00"),
    `commit` shortened as people read it; these and `author` are empty where nothing is committed yet.
    """

    path: str
    line: int
    author: str = ""
    date: str = ""
    commit: str = ""

    @property
    def place(self) -> str:
        """How reports and editors name the place: `data/ii/2023/plan.yaml:12`."""
        return f"{self.path}:{self.line}"
