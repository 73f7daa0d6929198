"""Who made a change: from the anchors of both sides to the commits that wrote or removed their lines."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.conftest import CLUSTER, DOCUMENT, EXAMPLE, YEAR, Changed, Workspace
from tests.repository import CLERK, Repo, new_repository

from planforge.git import open_repository
from planforge.pipeline import make_papers
from planforge.provenance import Trace
from planforge.redline.comparison import Author, Change, ComparedParagraph, Fate, Piece
from planforge.review.authorship import Authorship
from planforge.revision import write_revision

PLAN, BODY, UNITS = "data/mau/2030/plan.yaml", "templates/plan/body.md.j2", "data/registry/units.yaml"
SECOND, THIRD = "Trần Văn Mẫu", "Lê Thị Thử"
NOBODY = "Chưa commit"


class History:
    """A workspace in a repository, and what its commits make of its one paper."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(EXAMPLE, folder / "repo")
        self.folder = folder
        self.workspace = Workspace(folder / "repo", folder / "kept")
        self.repo: Repo = new_repository(folder / "repo")
        self.base = self.repo.git("rev-parse", "HEAD")

    def change(self, path: str, old: str, new: str, author: str, day: int) -> str:
        self.workspace.change({path: Changed(old, new)})
        return self.repo.commit(author=author, day=day)

    def traces(self, commit: str | None) -> Mapping[str, Trace]:
        root = self.workspace.root
        if commit:
            root = self.folder / commit
            write_revision(open_repository(self.repo.root), commit, root)
        made = make_papers(root, CLUSTER, YEAR, (DOCUMENT,), cache=self.workspace.cache)
        assert made.value is not None, made.diagnostics
        return {trace.anchor: trace for trace in made.value[0].provenance.traces}

    def authorship(self, *, working_tree: bool = False) -> Authorship:
        head = self.repo.git("rev-parse", "HEAD")
        found = open_repository(self.repo.root)
        return Authorship(found, self.base, head, NOBODY, self.repo.root if working_tree else None)

    def author(self, words: str, change: Change, *, working_tree: bool = False) -> Author:
        """Who added or removed some words."""
        old = self.traces(self.base)
        new = self.traces(None if working_tree else self.repo.git("rev-parse", "HEAD"))
        side = old if change is Change.REMOVED else new
        anchors = tuple(anchor for anchor, trace in side.items() if words.upper() in trace.text.upper())
        assert anchors, words
        piece = Piece(words, change, anchors=anchors)
        return self.authorship(working_tree=working_tree).author_of(old, new)(
            ComparedParagraph(Fate.CHANGED, (piece,)), piece
        )


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return History(tmp_path)


def day(number: int) -> datetime:
    return datetime(2030, 1, number, 1, tzinfo=UTC)


def test_words_that_were_added_are_of_who_wrote_their_line(history: History) -> None:
    history.change(PLAN, "Kịp thời khen thưởng", "Luôn kịp thời khen thưởng", SECOND, 2)
    history.change(PLAN, "Trích từ quỹ", "Chi từ nguồn", THIRD, 3)
    assert history.author("Luôn kịp thời", Change.ADDED) == Author(SECOND, day(2))
    assert history.author("Chi từ nguồn", Change.ADDED) == Author(THIRD, day(3))


def test_words_that_were_removed_are_of_who_took_their_line_away(history: History) -> None:
    history.change(PLAN, "  - Kịp thời khen thưởng.\n", "", SECOND, 2)
    history.change(PLAN, "Trích từ quỹ", "Chi từ nguồn", THIRD, 3)
    assert history.author("Kịp thời khen thưởng", Change.REMOVED) == Author(SECOND, day(2))
    assert history.author("Trích từ quỹ", Change.REMOVED) == Author(THIRD, day(3))


def test_a_name_of_the_registry_leads_to_who_renamed_it(history: History) -> None:
    history.change(UNITS, "name: Trường Hai", "name: Trường Hai Mới", SECOND, 2)
    history.change(PLAN, "Trích từ quỹ", "Chi từ nguồn", THIRD, 3)
    assert history.author("Trường Hai Mới", Change.ADDED) == Author(SECOND, day(2))


def test_wording_of_a_template_leads_to_who_changed_the_template(history: History) -> None:
    history.change(BODY, "xây dựng kế hoạch", "ban hành kế hoạch", SECOND, 2)
    history.change(PLAN, "Trích từ quỹ", "Chi từ nguồn", THIRD, 3)
    assert history.author("ban hành kế hoạch", Change.ADDED) == Author(SECOND, day(2))


def test_what_no_line_explains_is_of_the_newest_commit(history: History) -> None:
    history.change(PLAN, "Kịp thời khen thưởng", "Luôn kịp thời khen thưởng", SECOND, 2)
    history.change(PLAN, "Trích từ quỹ", "Chi từ nguồn", THIRD, 3)
    piece = Piece("1.2.", Change.ADDED)
    author = history.authorship().author_of({}, {})
    assert author(ComparedParagraph(Fate.CHANGED, (piece,)), piece) == Author(THIRD, day(3))
    assert author(ComparedParagraph(Fate.ADDED, ()), None) == Author(THIRD, day(3))


def test_what_is_not_committed_is_of_the_user_and_has_no_date(history: History) -> None:
    history.change(PLAN, "Kịp thời khen thưởng", "Luôn kịp thời khen thưởng", SECOND, 2)
    history.workspace.change({PLAN: Changed("Trích từ quỹ", "Chi từ nguồn")})
    assert history.author("Chi từ nguồn", Change.ADDED, working_tree=True) == Author(NOBODY)
    assert history.author("Trích từ quỹ", Change.REMOVED, working_tree=True) == Author(NOBODY)
    assert history.author("Luôn kịp thời", Change.ADDED, working_tree=True) == Author(SECOND, day(2))
    history.repo.git("config", "user.name", "Người Đang Sửa")
    assert history.author("Chi từ nguồn", Change.ADDED, working_tree=True) == Author("Người Đang Sửa")


def test_a_working_tree_on_the_base_itself_is_all_of_the_user(history: History) -> None:
    history.workspace.change(
        {PLAN: (Changed("Trích từ quỹ", "Chi từ nguồn"), Changed("  - Kịp thời khen thưởng.\n", ""))}
    )
    assert history.author("Chi từ nguồn", Change.ADDED, working_tree=True) == Author(NOBODY)
    assert history.author("Kịp thời khen thưởng", Change.REMOVED, working_tree=True) == Author(NOBODY)


def test_a_file_that_was_removed_is_of_who_removed_it(history: History) -> None:
    old = history.traces(history.base)
    history.workspace.change({"data/mau/2030/plan.yaml": None})
    history.repo.commit(author=SECOND, day=2)
    history.change(UNITS, "name: Trường Hai", "name: Trường Hai Mới", THIRD, 3)
    anchor = next(anchor for anchor, trace in old.items() if "Kịp thời" in trace.text)
    piece = Piece("Kịp thời", Change.REMOVED, anchors=(anchor,))
    author = history.authorship().author_of(old, {})(ComparedParagraph(Fate.REMOVED, (piece,)), piece)
    assert author == Author(SECOND, day(2))


def test_a_name_that_steers_a_terminal_is_made_plain(history: History) -> None:
    history.change(PLAN, "Trích từ quỹ", "Chi từ nguồn", "Ác\x1b[2J\u202eý", 2)
    assert history.author("Chi từ nguồn", Change.ADDED).name == "Ác[U+001B][2J[U+202E]ý"


def test_an_anchor_leads_to_its_line_with_author_date_and_commit(history: History) -> None:
    commit = history.change(PLAN, "Kịp thời khen thưởng", "Luôn kịp thời khen thưởng", SECOND, 2)
    new = history.traces(commit)
    source_of = history.authorship().source_of({}, new)
    changed = source_of(next(anchor for anchor, trace in new.items() if "Luôn kịp" in trace.text))
    kept = source_of(next(anchor for anchor, trace in new.items() if "Trích từ quỹ" in trace.text))
    assert changed is not None
    assert kept is not None
    assert (changed.place, changed.author, changed.date, changed.commit) == (
        *("data/mau/2030/plan.yaml:7", SECOND, "2030-01-02T08:00:00+07:00"),
        commit[:10],
    )
    assert (kept.place, kept.author) == ("data/mau/2030/plan.yaml:8", CLERK)
    assert source_of("pfnone") is None


def test_an_anchor_of_the_old_side_leads_to_the_line_as_it_was(history: History) -> None:
    old = history.traces(history.base)
    history.change(PLAN, "  - Kịp thời khen thưởng.\n", "", SECOND, 2)
    source = history.authorship().source_of(old, {})(
        next(anchor for anchor, trace in old.items() if "Kịp thời" in trace.text)
    )
    assert source is not None
    assert (source.place, source.author) == ("data/mau/2030/plan.yaml:7", CLERK)
