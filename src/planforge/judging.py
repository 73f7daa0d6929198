"""Verdicts on many files: one after the other, or on all cores where there are many."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planforge.corpus import Corpus
from planforge.diagnostics import Diagnostic
from planforge.errors import UserError
from planforge.lint import lint_settings, resolve_years
from planforge.model.lint_settings import LintSettings
from planforge.passages.workspace import without_passages
from planforge.record import readable
from planforge.silence import Silences
from planforge.toolchain import today
from planforge.verdict import judge_file
from planforge.words import Words

# Starting a second interpreter takes as long as a dozen files.
FILES_WORTH_A_PROCESS = 16
Question = tuple[Path, str, str | None]
"""A file, its path as reports name it, and what kind of paper it is where that is known."""


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """What a workspace knows that a file is held against: names, instruments, and the settings of the lint."""

    corpus: Corpus = field(default_factory=lambda: Corpus(()))
    settings: LintSettings = field(default_factory=LintSettings)


@dataclass(frozen=True, slots=True)
class Judged:
    """The outcome for one file: a verdict in plain values, or the problem that kept it from being read."""

    path: str
    kind: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    held: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    not_here: tuple[str, ...] = ()
    untold: tuple[tuple[str, Words], ...] = ()
    problem: tuple[str, Mapping[str, object]] | None = None


def known_facts(root: Path) -> KnownFacts:
    """What the workspace says; of one that is broken itself, what is left."""
    with readable(root):
        years = resolve_years(root, today=today()).years
        return KnownFacts(without_passages(years), lint_settings(root))


def judge_files(questions: Sequence[Question], known: KnownFacts) -> list[Judged]:
    """The verdicts on the files, in their order."""
    workers = min(os.cpu_count() or 1, len(questions) // FILES_WORTH_A_PROCESS)
    if workers < 2:
        return [_judged(question, known) for question in questions]
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(partial(_judged, known=known), questions, chunksize=4))


def _judged(question: Question, known: KnownFacts) -> Judged:
    path, shown, expected = question
    silences = Silences(known.settings)
    try:
        verdict = judge_file(path, shown, silences, expected=expected, known=known.corpus)
    except UserError as error:
        return Judged(shown, problem=(error.code, {**error.values, "path": shown}))
    return Judged(
        shown,
        verdict.paper.type_name or "",
        verdict.diagnostics,
        verdict.held,
        verdict.broken,
        verdict.not_here,
        verdict.untold,
    )
