"""Redlines of random changes, a few of the thousand of `make prove-redline`: proven, valid, small, and read alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.redlines.figures import summed
from tests.redlines.judged import MOST, Judged, judge_all
from tests.redlines.oracles import beside, disagreements, invalid, office_views
from tests.redlines.pairs import KINDS

pytestmark = pytest.mark.acceptance
SEED, COUNT = 30, 40


@dataclass(frozen=True)
class Run:
    """What came of the changes, and the folder with their files."""

    folder: Path
    judged: list[Judged]

    def redlines(self, step: int = 1) -> list[Path]:
        return [self.folder / f"{one.number:05}.redline.docx" for one in self.judged[::step]]


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("redlines")
    return Run(folder, list(judge_all(SEED, 0, COUNT, folder, workers=1)))


def test_every_redline_is_proven(changes: Run) -> None:
    assert [(one.number, one.kind, one.key, one.trouble) for one in changes.judged if not one.proven] == []


def test_redlines_mark_little_more_than_they_must(changes: Run) -> None:
    """Here and there one does: rows that moved, and short items, are out here and in there."""
    assert len([one for one in changes.judged if one.wordy]) <= COUNT / 20
    marked, needed = summed(changes.judged)
    assert 0 < marked <= MOST * needed


def test_all_kinds_of_changes_and_many_papers_are_among_them(changes: Run) -> None:
    assert {one.kind for one in changes.judged} == set(KINDS)
    assert len({one.key for one in changes.judged}) > COUNT / 2


def test_the_validator_finds_no_error_in_a_redline(changes: Run) -> None:
    assert invalid(changes.redlines()) == {}


def test_pandoc_and_libreoffice_read_both_texts_out_of_a_redline(changes: Run, tmp_path: Path) -> None:
    assert disagreements(changes.redlines(13), tmp_path, office=True) == []


def test_libreoffice_lists_the_changes_with_their_author(changes: Run, tmp_path: Path) -> None:
    [redline] = changes.redlines(COUNT)
    views = office_views([redline, beside(redline, "new")], tmp_path)
    assert views[redline.stem].changes
    assert all(change.endswith(";Người Ví dụ") for change in views[redline.stem].changes)
    assert views[beside(redline, "new").stem].changes == ()
