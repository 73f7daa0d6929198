"""The two sides of a review, what each makes of a paper, and what the review holds in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from planforge.blank import Blank
from planforge.diagnostics import Diagnostic, Span
from planforge.provenance import Trace
from planforge.redline.comparison import Redline
from planforge.source import Route
from planforge.words import Words


@dataclass(frozen=True, slots=True)
class Side:
    """A revision: what people call it, the commit it is (None for the working tree), the folder with its files."""

    name: str
    commit: str | None
    root: Path


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """One paper as one side makes it: its files by format ("docx", "pdf"), its traces by anchor, its blanks."""

    files: Mapping[str, bytes]
    traces: Mapping[str, Trace]
    blanks: tuple[Blank, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedPaper:
    """A paper that is not the same on both sides; None on a side that does not make it.

    `title` is what people call it: its type and subject. `redline` is there when both sides have the paper.
    """

    cluster: str
    year: str
    document: str
    name: str
    title: str
    old: PaperVersion | None
    new: PaperVersion | None
    redline: Redline | None = None

    @property
    def key(self) -> str:
        """How the paper is named among all: `ii/2023/plan`."""
        return f"{self.cluster}/{self.year}/{self.name}"


class FactFate(StrEnum):
    """What became of a fact."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that is not the same on both sides, in the words of the domain.

    `label` names it ("Phó Trưởng Cụm", "Đợt 1: kết thúc"), `old` and `new` are its values as people read them (a unit
    by its name, a date as 30/6/2023; empty where there is none); of running text they are the whole texts. The places
    are those of the YAML on their side. `reaches` are the keys of the changed papers in which it is printed.
    `positions` are the places in its list before and after, from 1, of what moved. `old_prints` and `new_prints` are
    the addresses in the files of a side whose words may stand in papers because of it: its own, and what it refers to.
    """

    fate: FactFate
    label: Words
    old: str
    new: str
    old_place: Span | None
    new_place: Span | None
    route: tuple[str | int, ...]
    prose: bool = False
    reaches: tuple[str, ...] = ()
    positions: tuple[int, int] | None = None
    old_prints: tuple[tuple[str, Route], ...] = ()
    new_prints: tuple[tuple[str, Route], ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Everything a review found. `unchanged` counts the papers that are the same on both sides.

    `failed` are the findings that kept a side from being built, with the name of that side; `unbuilt` the documents
    that it did not make for that reason, by key. `new_findings` and `gone_findings` are those of the lint; `filled` and
    `left` the blanks of changed papers by key. `drawn` are the keys of the papers with a folder of pictures.
    """

    base: Side
    head: Side
    papers: tuple[ChangedPaper, ...]
    unchanged: int
    facts: tuple[FactChange, ...] = ()
    failed: tuple[tuple[str, Diagnostic], ...] = ()
    new_findings: tuple[Diagnostic, ...] = ()
    gone_findings: tuple[Diagnostic, ...] = ()
    filled: Mapping[str, tuple[Blank, ...]] = field(default_factory=dict)
    left: Mapping[str, tuple[Blank, ...]] = field(default_factory=dict)
    stale_approvals: tuple[Diagnostic, ...] = ()
    unbuilt: tuple[tuple[str, str], ...] = ()
    drawn: frozenset[str] = frozenset()

    @property
    def changed(self) -> bool:
        """Whether the two sides differ in anything that people see."""
        return bool(self.papers or self.facts or self.failed or self.unbuilt)
