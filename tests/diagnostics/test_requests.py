"""Requests that cannot be met: a year, a cluster, a document or a format that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import YEAR_FOLDER, Changes, MakeWorkspace, Run, Snapshot
from tests.diagnostics.conftest import NoLeftovers

from planforge.language import LANGUAGES

LETTER = """\
name: Thư
form: '1.5'
subject: Thư
uses: [scores]
may_use: [conferences]
fields:
  request: {kind: prose}
  reason: {kind: prose, optional: true}
"""
TYPE = {"templates/letter/document.yaml": LETTER}
NO_PAPERS: Changes = {f"{YEAR_FOLDER}/plan.yaml": None}

CASES: dict[str, tuple[Changes, str]] = {
    "cluster_unknown": ({}, "build --year 2030 --cluster mua"),
    "year_unknown": ({}, "build --year 2029"),
    "year_missing": ({}, "build plan"),
    "document_unknown": (TYPE, "build lettre --year 2030"),
    "document_without_data": (TYPE, "build letter --year 2030"),
    "document_without_data_todo": (TYPE, "todo letter --year 2030"),
    "no_document": (NO_PAPERS, "build --year 2030"),
    "none_at_all": (NO_PAPERS, "build --all"),
    "none_at_all_of_a_year": ({}, "build --all --year 2031"),
    "none_at_all_todo": ({}, "todo --all --cluster khac"),
    "format_unknown": ({}, "build --year 2030 --format odt"),
    "format_none": ({}, "build --year 2030 --format ,"),
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, workspace: MakeWorkspace, planforge: Run, snapshot: Snapshot) -> None:
    changes, arguments = CASES[name]
    said = []
    for language in LANGUAGES:
        made = workspace(changes)
        ran = planforge("--lang", language, *arguments.split(), cwd=made)
        assert (ran.code, ran.out) == (2, "")
        assert not made.outputs.exists()
        said.append(f"--- {language}\n{ran.err}")
    snapshot(Path(__file__).with_name("requests") / f"{name}.txt", "".join(said))


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
