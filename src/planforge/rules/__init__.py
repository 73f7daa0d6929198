"""The rules, each in a file of its own: a new rule is a new file, and to remove one is to delete its file."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

from planforge.rule import Kind, Rule

FAMILIES: dict[str, Kind] = {
    "facts": Kind.FACTS,
    "facts_in_text": Kind.TEXT,
    "registry": Kind.FACTS,
    "citations": Kind.TEXT,
    "words": Kind.TEXT,
    "form": Kind.FILE,
}


@cache
def family(name: str) -> tuple[Rule[Any], ...]:
    """The rules of one family, by code: every module whose name begins with `pf` holds one, as `RULE`."""
    found = [import_module(f"planforge.rules.{name}.{module}").RULE for module in _modules(name)]
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def _modules(name: str) -> tuple[str, ...]:
    package = import_module(f"planforge.rules.{name}")
    return tuple(module.name for module in pkgutil.iter_modules(package.__path__) if module.name.startswith("pf"))


def rule_codes() -> frozenset[str]:
    """The codes of all rules, told by the names of their files: no rule is imported."""
    return frozenset(module.partition("_")[0].upper() for name in FAMILIES for module in _modules(name))


def rules_of(kind: Kind) -> tuple[Rule[Any], ...]:
    """The rules that are asked of one kind of subject, by code."""
    found = [rule for name, of in FAMILIES.items() if of is kind for rule in family(name)]
    return tuple(sorted(found, key=lambda rule: rule.code))


def all_rules() -> tuple[Rule[Any], ...]:
    """Every rule, by code."""
    return tuple(sorted((rule for name in FAMILIES for rule in family(name)), key=lambda rule: rule.code))


@cache
def rule_of(code: str) -> Rule[Any] | None:
    """The rule of a code; None where there is none. Only its own file is imported."""
    for name in FAMILIES:
        for module in _modules(name):
            if module.partition("_")[0].upper() == code:
                found: Rule[Any] = import_module(f"planforge.rules.{name}.{module}").RULE
                return found
    return None
