"""Mutations of facts tried: stretches of the example's files replaced, one mutation at a time, in one copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tests.mutations.mutation import FactMutation, TextMutation
from tests.mutations.trial import Trial, Untouched
from tests.rules.test_examples import corpus_of

from planforge.corpus import Corpus, OfficialNames
from planforge.diagnostics import Diagnostic
from planforge.lint import lint_facts, resolve_years
from planforge.passages.workspace import official_names, with_members
from planforge.rule import Kind, Replaced, ask
from planforge.rules import rules_of
from planforge.starter import starter_data, starter_templates

TODAY = date(2031, 6, 1)
YEAR_FOLDER = "data/mau/2030"


class Workspace:
    """A copy of the fictional example whose files can be broken and mended."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "example"
        shutil.copytree(starter_data(), self.root / "data")
        shutil.copytree(starter_templates(), self.root / "templates")

    def findings(self, changes: Iterable[Replaced] = ()) -> tuple[Diagnostic, ...]:
        """What is said of the example with these changes; ValueError where one cannot be made."""
        before: dict[Path, bytes | None] = {}
        try:
            for change in changes:
                self._replace(change, before)
            return lint_facts(self.root, today=TODAY).diagnostics
        finally:
            for path, content in before.items():
                if content is None:
                    path.unlink()
                else:
                    path.write_bytes(content)

    def _replace(self, change: Replaced, before: dict[Path, bytes | None]) -> None:
        path = self.root / (change.path if change.path.startswith("data/") else f"{YEAR_FOLDER}/{change.path}")
        before.setdefault(path, path.read_bytes() if path.exists() else None)
        text = path.read_text(encoding="utf-8") if path.exists() and change.old else ""
        count = text.count(change.old)
        if count != 1:
            raise ValueError(f"{change.old!r} stands {count} times in {change.path}")
        path.write_text(text.replace(change.old, change.new), encoding="utf-8")

    def names(self) -> OfficialNames:
        """The official names of the example."""
        years = resolve_years(self.root, today=TODAY).years
        assert years is not None
        return with_members(official_names(years), years.years[-1], years)


def try_facts(workspace: Workspace, mutations: Iterable[FactMutation]) -> Iterator[Trial]:
    """What the rules about facts say of each."""
    for one in mutations:
        try:
            findings = workspace.findings(one.change)
        except ValueError as error:
            yield Trial(one.rule, one.name, "facts", trouble=str(error))
            continue
        codes = frozenset(finding.code for finding in findings)
        other = sorted(code for code in codes if not code.startswith("PF"))
        yield Trial(one.rule, one.name, "facts", codes, f"the data is refused: {', '.join(other)}" if other else "")


def untouched_facts(workspace: Workspace) -> Iterator[Untouched]:
    """What is said of the example as it is."""
    for finding in workspace.findings():
        yield Untouched("facts", str(finding.span), f"{finding.code} {dict(finding.values)}")


def try_texts(names: OfficialNames, mutations: Iterable[TextMutation]) -> Iterator[Trial]:
    """What the rules about text say of each."""
    for one in mutations:
        trouble = "" if one.good != one.bad else "nothing is changed"
        yield Trial(one.rule, one.name, "text", frozenset(_spoken(names, one, one.bad)), trouble)


def untouched_texts(names: OfficialNames, mutations: Iterable[TextMutation]) -> Iterator[Untouched]:
    """What is said of the passages before they are broken."""
    for one in mutations:
        for code in sorted(_spoken(names, one, one.good)):
            yield Untouched("text", f"{one.rule} {one.name}", f"{code} {one.good}")


def _spoken(names: OfficialNames, mutation: TextMutation, texts: tuple[str, ...]) -> set[str]:
    made = corpus_of(*texts, day=mutation.day, registry=mutation.registry)
    corpus = Corpus(made.passages, names, made.instruments, made.dates)
    return {rule.code for rule in rules_of(Kind.TEXT) if ask(rule, corpus).findings}
