"""A case is a workspace with mistakes; its whole report, in both languages, stands in a file beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import YEAR, Changes, MakeWorkspace, Run, Snapshot

from planforge.language import LANGUAGES

CODE = re.compile(r"\[([a-z]+\.[a-z0-9_]+)\]$", re.MULTILINE)

PLACE = re.compile(r"^(\S+:\d+:\d+): ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """What is broken, the codes of exactly the findings that must follow, and, where it is not plain, their places."""

    changes: Changes
    codes: tuple[str, ...]
    places: tuple[str, ...] = ()


CheckCase = Callable[[str, Case], None]
NoLeftovers = Callable[[Iterable[str]], None]


@pytest.fixture
def folder(request: pytest.FixtureRequest) -> Path:
    """Where the snapshots of a test module are."""
    return request.path.with_name(request.path.stem.removeprefix("test_"))


@pytest.fixture
def check_case(workspace: MakeWorkspace, planforge: Run, snapshot: Snapshot, folder: Path) -> CheckCase:
    """Builds the broken workspace and holds what is said against codes and snapshot."""

    def check(name: str, case: Case) -> None:
        said = []
        for language in LANGUAGES:
            broken = workspace(case.changes)
            ran = planforge("--lang", language, "build", "--year", YEAR, "--format", "md", cwd=broken)
            assert CODE.findall(ran.err) == list(case.codes), ran.err
            assert not case.places or PLACE.findall(ran.err) == list(case.places), ran.err
            assert (ran.code, ran.out) == (1, "")
            assert not broken.outputs.exists()
            said.append(f"--- {language}\n{ran.err}")
        snapshot(folder / f"{name}.txt", "".join(said))

    return check


@pytest.fixture
def no_leftovers(folder: Path) -> NoLeftovers:
    """Complains of snapshots whose case is gone."""

    def check(names: Iterable[str]) -> None:
        assert {path.stem for path in folder.iterdir()} <= set(names)

    return check
