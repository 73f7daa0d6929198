"""Breaks conforming data and files one thing at a time and tells whether the right rule speaks, and only that one.

    python -m tests.mutations [--family words] [--module form_page] [--rule PF401] [--fast]

`--fast` leaves out the PDFs, which LibreOffice has to make. With `--module` or `--rule` nothing is said of rules that
lack mutations. The exit code is 1 when a score is too low, a rule has too
few mutations, or a rule speaks of what nobody broke.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.mutations.mutation import FactMutation, FileMutation, Mutation, PdfMutation, TextMutation
from tests.mutations.trial import Trial, Untouched, all_mutations, lacking, of_families, scores, twice_named, unknown
from tests.mutations.trial_facts import Workspace, try_facts, try_texts, untouched_facts, untouched_texts
from tests.mutations.trial_files import Court, built_example

from planforge.rule import Medium
from planforge.rules import FAMILIES

_HEAD = ("family", "where", "mutations", "exact", "and others", "missed", "wrong", "caught", "wrong rule")


def main(arguments: Sequence[str] | None = None) -> int:
    """Try all mutations and report; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations")
    parser.add_argument("--family", action="append", default=[], choices=sorted(FAMILIES))
    parser.add_argument("--module", action="append", default=[])
    parser.add_argument("--rule", action="append", default=[])
    parser.add_argument("--fast", action="store_true", help="no PDF")
    chosen = parser.parse_args(arguments)
    started = time.perf_counter()
    mutations = of_families(all_mutations(chosen.module), chosen.family)
    if chosen.rule:
        mutations = tuple(one for one in mutations if one.rule in chosen.rule)
    some = bool(chosen.module or chosen.rule)
    with tempfile.TemporaryDirectory() as folder:
        tried, alarms = run(mutations, Path(folder), fast=chosen.fast)
    short = {} if some else lacking(mutations, chosen.family)
    passed = report(mutations, tried, alarms, short)
    say(f"{time.perf_counter() - started:.0f} s")
    return 0 if passed else 1


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run(mutations: Sequence[Mutation], folder: Path, *, fast: bool) -> tuple[list[Trial], list[Untouched]]:
    """Try mutations of all kinds in a folder; `fast` leaves out the PDFs."""
    facts = [one for one in mutations if isinstance(one, FactMutation)]
    texts = [one for one in mutations if isinstance(one, TextMutation)]
    files = [one for one in mutations if isinstance(one, FileMutation)]
    pdfs = [one for one in mutations if isinstance(one, PdfMutation)]
    workspace = Workspace(folder)
    names = workspace.names()
    trials = [*try_facts(workspace, facts), *try_texts(names, texts)]
    alarms = [*untouched_texts(names, texts)]
    alarms += untouched_facts(workspace) if facts else ()
    if files or pdfs:
        court = Court(folder, names, built_example(workspace.root))
        alarms += court.untouched(Medium.DOCX)
        trials += court.try_docx([one for one in files if one.in_docx])
        if not fast:
            converted = [one for one in files if one.in_pdf]
            alarms += court.untouched(Medium.PDF)
            alarms += court.untouched_converted(one.paper for one in converted)
            trials += court.try_pdf(pdfs)
            trials += court.try_converted(converted)
    return trials, alarms


def report(
    mutations: Sequence[Mutation], trials: Iterable[Trial], alarms: Iterable[Untouched], short: Mapping[str, int]
) -> bool:
    """Print the table and all that is not perfect; whether everything is as it must be."""
    tried = list(trials)
    found = scores(tried)
    rows = [_HEAD, *(_row(score.family, score.where, score.trials) for score in found), _row("all", "", tried)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    troubles = [
        *(_said(one) for one in tried if not one.perfect or one.trouble),
        *(f"untouched: {one.where} {one.name}: {one.said}" for one in alarms),
        *(f"lacking: {code} has {count} mutations" for code, count in short.items()),
        *(f"unknown: there is no rule {code}" for code in unknown(mutations)),
        *(f"twice: {name}" for name in twice_named(mutations)),
    ]
    for line in troubles:
        say(line)
    must_not = ("untouched", "lacking", "unknown", "twice")
    return all(score.passes for score in found) and not any(line.startswith(must_not) for line in troubles)


def _row(family: str, where: str, trials: Sequence[Trial]) -> tuple[str, ...]:
    exact = sum(one.perfect for one in trials)
    caught = sum(one.caught for one in trials)
    wrong = sum(one.wrong for one in trials)
    silent = sum(not one.found for one in trials)
    counts = (len(trials), exact, caught - exact, silent, len(trials) - caught - silent)
    share = max(len(trials), 1)
    return (family, where, *map(str, counts), f"{caught / share:.1%}", f"{wrong / share:.1%}")


def _said(trial: Trial) -> str:
    outcome = "caught with others" if trial.caught else "wrong rule" if trial.found else "missed"
    others = ", ".join(sorted(trial.found - {trial.rule}))
    said = " ".join(filter(None, (f"({others})" if others else "", trial.trouble)))
    return f"{outcome}: {trial.rule} {trial.where} {trial.name} {said}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
