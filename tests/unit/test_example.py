"""The workspace the other tests change is itself without fault."""

from __future__ import annotations

from tests.conftest import MakeWorkspace


def test_the_example_has_no_findings(workspace: MakeWorkspace) -> None:
    assert workspace({}).findings() == []
