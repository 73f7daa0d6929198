"""Every rule about files has examples: the sample paper, as a DOCX and as a PDF, with one part changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.rules.sample import apply_all, sample_reading
from tests.rules.sample_papers import PAPERS
from tests.rules.test_examples import codes, judged

from planforge.rule import Changed, Kind, Medium, Rule, ask
from planforge.rules import rules_of
from planforge.verify.anatomy import Anatomy
from planforge.verify.dissect import dissect


def cases() -> Iterator[Any]:
    """Every example in every medium that both the rule and the example speak of."""
    for rule in rules_of(Kind.FILE):
        for flagged, examples in ((True, rule.flagged), (False, rule.fine)):
            for index, example in enumerate(examples):
                changes = () if example is None else example if isinstance(example, tuple) else (example,)
                media = rule.media.intersection(*(one.media for one in changes if isinstance(one, Changed)))
                for medium in sorted(media):
                    name = f"{rule.code}-{'flagged' if flagged else 'fine'}-{index}-{medium}"
                    yield pytest.param(rule, changes, flagged, medium, id=name)


@pytest.mark.parametrize(("rule", "changes", "flagged", "medium"), list(cases()))
def test_example(rule: Rule[Anatomy], changes: tuple[Changed, ...], flagged: bool, medium: Medium) -> None:
    reading = sample_reading(medium, changes[0].paper if changes else "plan")
    judged(rule, codes(rules_of(Kind.FILE), dissect(apply_all(reading, changes))), flagged=flagged)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("medium", Medium)
def test_no_rule_finds_fault_with_the_samples(paper: str, medium: Medium) -> None:
    found = [one for rule in rules_of(Kind.FILE) for one in ask(rule, dissect(sample_reading(medium, paper))).findings]
    assert not found
