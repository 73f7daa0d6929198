"""The five sources as raw text: every mistake in them is found, and what is odd but right is left alone."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from planforge.diagnostics import Diagnostic, Span
from planforge.lint import lint_text, resolve_years
from planforge.model.lint_settings import LintSettings
from planforge.rules import family
from planforge.words import Words
from planforge.years import Years

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "tests" / "documents" / "sources"
EXPECTED: dict[str, Any] = yaml.safe_load((SOURCES / "expected.yaml").read_text(encoding="utf-8"))
CODES = {rule.code for name in EXPECTED["families"] for rule in family(name)}
NAMES = sorted(path.stem for path in SOURCES.glob("*.txt"))
TODAY = date(2026, 1, 1)


@cache
def workspace() -> Years | None:
    return resolve_years(ROOT, today=TODAY).years


@cache
def findings(name: str) -> tuple[Diagnostic, ...]:
    text = (SOURCES / f"{name}.txt").read_text(encoding="utf-8")
    linted = lint_text(f"{name}.txt", text, workspace(), LintSettings())
    return tuple(one for one in linted.diagnostics if one.code in CODES)


def more(finding: Diagnostic) -> int:
    """How many others the message counts."""
    again = finding.values.get("again")
    count = re.search(r"\d+", again.vi) if isinstance(again, Words) else None
    return int(count[0]) if count else 0


def place(finding: Diagnostic) -> Span:
    assert finding.span is not None
    return finding.span


def stretches(text: str, words: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where some words stand: line and column of their beginning and of their end."""

    def point(offset: int) -> tuple[int, int]:
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)

    return [(point(match.start()), point(match.end())) for match in re.finditer(re.escape(words), text)]


def test_every_source_has_its_expectations() -> None:
    assert sorted(name for name in EXPECTED if name != "families") == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_mistakes_are_found_and_nothing_else(name: str) -> None:
    found = Counter((one.code, place(one).line, str(one.values["found"]), more(one)) for one in findings(name))
    told = Counter((one["code"], one["line"], one["found"], one.get("more", 0)) for one in EXPECTED[name]["findings"])
    assert found == told


@pytest.mark.parametrize("name", NAMES)
def test_oddities_are_left_alone(name: str) -> None:
    text = (SOURCES / f"{name}.txt").read_text(encoding="utf-8")
    for one in EXPECTED[name]["alone"]:
        where = stretches(text, one["words"])
        assert where, one["words"]
        touching = [
            finding
            for start, end in where
            for finding in findings(name)
            if (place(finding).line, place(finding).column) < end
            and start < (place(finding).end_line, place(finding).end_column)
        ]
        assert not touching, (one["words"], touching)
