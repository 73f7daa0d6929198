"""Every rule is tried on broken data, texts and DOCX files; PDFs are tried by `make mutate`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.mutations.mutation import FactMutation, FileMutation, TextMutation
from tests.mutations.trial import Trial, Untouched, all_mutations, family_of, lacking, scores, twice_named, unknown
from tests.mutations.trial_facts import Workspace, try_facts, try_texts, untouched_facts, untouched_texts
from tests.mutations.trial_files import Court, built_example

from planforge.rule import Medium

MUTATIONS = all_mutations()
FACT_RULES = sorted({one.rule for one in MUTATIONS if isinstance(one, FactMutation)})
FILE_FAMILIES = sorted({family_of(one.rule) for one in MUTATIONS if isinstance(one, FileMutation)})


def judged(trials: list[Trial], alarms: list[Untouched]) -> None:
    faults = [f"{one.rule} {one.name}: {sorted(one.found)} {one.trouble}" for one in trials if not one.perfect]
    assert not alarms
    assert all(score.passes for score in scores(trials)), faults


def test_every_rule_has_mutations() -> None:
    assert not lacking(MUTATIONS)
    assert not [*unknown(MUTATIONS)]
    assert not [*twice_named(MUTATIONS)]


def test_facts(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    trials = list(try_facts(workspace, [one for one in MUTATIONS if isinstance(one, FactMutation)]))
    judged(trials, list(untouched_facts(workspace)))


def test_texts(tmp_path: Path) -> None:
    names = Workspace(tmp_path).names()
    texts = [one for one in MUTATIONS if isinstance(one, TextMutation)]
    judged(list(try_texts(names, texts)), list(untouched_texts(names, texts)))


@pytest.mark.acceptance
def test_docx(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    court = Court(tmp_path, workspace.names(), built_example(workspace.root))
    files = [one for one in MUTATIONS if isinstance(one, FileMutation) and one.in_docx]
    judged(list(court.try_docx(files)), list(court.untouched(Medium.DOCX)))
