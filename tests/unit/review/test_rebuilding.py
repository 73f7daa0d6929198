"""What a stamp leads to: only to papers that there are, whatever a stranger writes into it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import CLUSTER, DOCUMENT, YEAR, YEAR_FOLDER, MakeWorkspace

from planforge.review.rebuilding import Ground, present, rebuild, repository_of
from planforge.stamp.stamp import Inputs, Stamp, make_stamp

HASH = "0" * 32


@pytest.mark.parametrize(
    "document",
    ["../2030/plan", "./2030/plan", "registry/2030/plan", "mau/2031/plan", "mau/2030/letter", "mau/2030/pla"],
)
def test_a_paper_that_there_is_not_is_not_built(document: str, workspace: MakeWorkspace) -> None:
    root = workspace({}).root
    stamp = Stamp(document, HASH, HASH, commit="f" * 40)
    assert present(root, stamp) is None
    assert rebuild(root, repository_of(root), stamp, "docx").ground is Ground.NOTHING


def test_the_workspace_is_known_by_its_hashes(workspace: MakeWorkspace) -> None:
    made = workspace({})
    stamp = make_stamp(made.root, CLUSTER, YEAR, DOCUMENT, Inputs())
    assert present(made.root, stamp) == (True, True)
    assert present(made.root, replace(stamp, data=HASH)) == (False, True)
    built = rebuild(made.root, None, stamp, "docx")
    assert (built.ground, built.exact, built.content[:2]) == (Ground.WORKSPACE, True, b"PK")
    other = rebuild(made.root, None, replace(stamp, data=HASH), "docx")
    assert (other.ground, other.exact) == (Ground.WORKSPACE, False)


def test_data_with_errors_builds_nothing(workspace: MakeWorkspace) -> None:
    made = workspace({f"{YEAR_FOLDER}/plan.yaml": "number: [\n"})
    stamp = Stamp(f"{CLUSTER}/{YEAR}/{DOCUMENT}", HASH, HASH)
    assert present(made.root, stamp) == (False, False)
    assert rebuild(made.root, None, stamp, "docx").ground is Ground.NOTHING
