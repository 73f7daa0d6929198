"""What came of trying the mutations, and the scores they must reach."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.mutations.mutation import FactMutation, FileMutation, Mutation, PdfMutation, TextMutation

from planforge.rule import Medium
from planforge.rules import FAMILIES, all_rules, family

LEAST_CAUGHT = 0.95
MOST_WRONG = 0.02
LEAST_PER_RULE = 5


@dataclass(frozen=True, slots=True)
class Trial:
    """One broken subject: the rule that must speak, the rules that did, and what kept it from being asked.

    `where` is "facts", "text", or the medium of a file.
    """

    rule: str
    name: str
    where: str
    found: frozenset[str] = frozenset()
    trouble: str = ""

    @property
    def caught(self) -> bool:
        """The right rule spoke."""
        return self.rule in self.found

    @property
    def wrong(self) -> bool:
        """Another rule spoke, with or without the right one."""
        return bool(self.found - {self.rule})

    @property
    def perfect(self) -> bool:
        """The right rule spoke, and only that one."""
        return self.found == {self.rule}


@dataclass(frozen=True, slots=True)
class Untouched:
    """A finding on a subject that nobody broke: a false alarm."""

    where: str
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Score:
    """The trials of one family in one kind of subject."""

    family: str
    where: str
    trials: tuple[Trial, ...]

    @property
    def caught(self) -> int:
        """How often the right rule spoke."""
        return sum(one.caught for one in self.trials)

    @property
    def wrong(self) -> int:
        """How often another rule spoke."""
        return sum(one.wrong for one in self.trials)

    @property
    def passes(self) -> bool:
        """Whether enough were caught and few enough by a wrong rule."""
        count = len(self.trials)
        return self.caught >= LEAST_CAUGHT * count and self.wrong <= MOST_WRONG * count


def family_of(code: str) -> str:
    """The family a rule belongs to; empty where there is no such rule."""
    return next((name for name in FAMILIES if any(rule.code == code for rule in family(name))), "")


def all_mutations(modules: Iterable[str] = ()) -> tuple[Mutation, ...]:
    """The mutations of every module beside this one that has some, or of some modules by name."""
    wanted = frozenset(modules)
    found: list[Mutation] = []
    package = __name__.rpartition(".")[0]
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name in wanted or not (wanted or module.name.startswith("_")):
            found += getattr(import_module(f"{package}.{module.name}"), "MUTATIONS", ())
    return tuple(found)


def of_families(mutations: Iterable[Mutation], families: Iterable[str]) -> tuple[Mutation, ...]:
    """Those whose rule is of one of the families; all of them where none is named."""
    wanted = frozenset(families)
    return tuple(one for one in mutations if not wanted or family_of(one.rule) in wanted)


def scores(trials: Iterable[Trial]) -> tuple[Score, ...]:
    """The scores by family and kind of subject, in the order of the families."""
    groups: dict[tuple[str, str], list[Trial]] = {}
    for one in trials:
        groups.setdefault((family_of(one.rule) or "?", one.where), []).append(one)
    order = {name: index for index, name in enumerate(FAMILIES)}
    names = sorted(groups, key=lambda key: (order.get(key[0], len(order)), key[1]))
    return tuple(Score(*name, tuple(groups[name])) for name in names)


def lacking(mutations: Iterable[Mutation], families: Iterable[str] = ()) -> dict[str, int]:
    """The rules with fewer mutations than each must have, and how many they have."""
    counts = Counter(one.rule for one in mutations)
    wanted = frozenset(families)
    rules = [rule.code for rule in all_rules() if not wanted or family_of(rule.code) in wanted]
    return {code: counts[code] for code in rules if counts[code] < LEAST_PER_RULE}


def unknown(mutations: Iterable[Mutation]) -> Iterator[str]:
    """The codes of mutations for which there is no rule."""
    known = {rule.code for rule in all_rules()}
    yield from sorted({one.rule for one in mutations} - known)


def twice_named(mutations: Iterable[Mutation]) -> Iterator[str]:
    """Mutations of one rule that have one name."""
    counts = Counter(f"{one.rule} {one.name}" for one in mutations)
    yield from (name for name, count in counts.items() if count > 1)


def places(mutation: Mutation) -> tuple[str, ...]:
    """In which kinds of subject a mutation is tried."""
    if isinstance(mutation, FactMutation):
        return ("facts",)
    if isinstance(mutation, TextMutation):
        return ("text",)
    if isinstance(mutation, PdfMutation):
        return (Medium.PDF.value,)
    assert isinstance(mutation, FileMutation)
    return (*([Medium.DOCX.value] * mutation.in_docx), *([Medium.PDF.value] * mutation.in_pdf))
