"""`planforge review` on throw-away repositories: what it compares, what it writes, what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.conftest import Changed, Changes, MakeWorkspace, Ran, Run, Workspace
from tests.repository import Repo, new_repository

from planforge.review import folder as folders
from planforge.review import reviewing
from planforge.review.working import Task, Worked, work_on

PLAN = "data/mau/2030/plan.yaml"
FUNDING = {PLAN: Changed("Trích từ quỹ", "Chi từ nguồn")}
PRAISE = {PLAN: Changed("Kịp thời khen thưởng", "Luôn kịp thời khen thưởng")}
SECOND = "Trần Văn Mẫu"


class Branch:
    """A workspace in a repository with a branch; the program runs in it without pages, which are slow."""

    def __init__(self, workspace: Workspace, planforge: Run) -> None:
        self.workspace, self.planforge = workspace, planforge
        (workspace.root / ".gitignore").write_text("/build\n", encoding="utf-8")
        self.repo: Repo = new_repository(workspace.root)
        self.repo.git("switch", "-q", "-c", "nhanh")

    @property
    def folder(self) -> Path:
        return self.workspace.root / "build" / "review"

    def commit(self, changes: Changes, author: str = SECOND, day: int = 2) -> str:
        self.workspace.change(changes)
        return self.repo.commit(author=author, day=day)

    def review(self, *options: str | Path, base: str = "main") -> Ran:
        named = ("--base", base) if base else ()
        return self.planforge("--lang", "en", "review", "--no-pages", *named, *options, cwd=self.workspace)

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if path.name[0] != ".")

    def summary(self) -> str:
        return (self.folder / "REVIEW.md").read_text(encoding="utf-8")


def work_here(tasks: Sequence[Task], cache: Path) -> list[Worked]:
    return [work_on(task, cache) for task in tasks]


@pytest.fixture
def branch(workspace: MakeWorkspace, planforge: Run, monkeypatch: pytest.MonkeyPatch) -> Branch:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    # A process of their own takes the sides a second longer; one test below has them.
    monkeypatch.setattr(reviewing, "work_guarded", work_here)
    return Branch(workspace({}), planforge)


def test_nothing_changed_says_so(branch: Branch) -> None:
    ran = branch.review("--exit-code")
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing changed" in ran.out
    assert branch.names() == ["REVIEW.md"]


def test_a_change_gives_a_redline_a_page_and_a_summary(branch: Branch) -> None:
    branch.commit(FUNDING)
    ran = branch.review()
    assert (ran.code, ran.err) == (0, "")
    assert "mau/2030/plan" in ran.out
    assert "1 documents changed, 0 did not" in ran.out
    assert branch.names() == ["REVIEW.md", "mau-2030-plan.diff.html", "mau-2030-plan.redline.docx"]
    assert "data/mau/2030/plan.yaml" in branch.summary().replace("<span></span>", "").replace("&#58;", ":")


@pytest.mark.parametrize("options", [("--year", "1999"), ("--year", "abc"), ("--cluster", "khong-co")])
def test_a_year_or_cluster_that_neither_side_has_is_refused(branch: Branch, options: tuple[str, str]) -> None:
    branch.commit(FUNDING)
    ran = branch.review(*options)
    assert (ran.code, ran.out) == (2, "")
    assert "mau/2030" in ran.err
    assert not branch.folder.exists()


def test_of_what_all_years_share_only_what_is_printed_in_the_years_asked_for_is_told(branch: Branch) -> None:
    next_year(branch)
    branch.commit({"data/registry/bodies.yaml": Changed("name: Bộ Mẫu", "name: Bộ Thử")})
    assert "1 documents changed" in branch.review("--year", "2030").out
    assert "Bộ Thử" in branch.summary()
    assert "Nothing changed" in branch.review("--year", "2031").out
    assert "Bộ Thử" not in branch.summary()


def next_year(branch: Branch) -> None:
    """A cluster-year without papers, on the main branch too."""
    branch.repo.git("switch", "-q", "main")
    path = branch.workspace.root / "data/mau/2030/cluster.yaml"
    later = path.parents[1] / "2031" / path.name
    later.parent.mkdir()
    later.write_text(path.read_text(encoding="utf-8").replace("year: 2030", "year: 2031"), encoding="utf-8")
    branch.repo.commit()
    branch.repo.git("switch", "-q", "nhanh")
    branch.repo.git("reset", "-q", "--hard", "main")


def test_the_exit_code_tells_of_a_change_only_where_that_is_asked(branch: Branch) -> None:
    branch.commit(FUNDING)
    assert branch.review().code == 0
    assert branch.review("--exit-code").code == 1


def test_what_is_not_committed_counts_unless_a_head_is_named(branch: Branch) -> None:
    branch.workspace.change(FUNDING)
    assert "mau/2030/plan" in branch.review().out
    assert "Nothing changed" in branch.review("--head", "HEAD").out


def test_what_the_base_changed_meanwhile_is_not_the_branch_s(branch: Branch) -> None:
    branch.commit(FUNDING)
    branch.repo.git("switch", "-q", "main")
    moved_on = branch.commit({"data/mau/2030/waves.yaml": None}, day=3)
    branch.repo.git("switch", "-q", "nhanh")
    ran = branch.review("--head", "nhanh")
    assert "1 documents changed" in ran.out
    left_at = branch.repo.git("merge-base", "main", "nhanh")
    assert left_at[:10] in ran.out
    assert moved_on[:10] not in ran.out
    assert left_at[:8] in branch.summary().replace("<span></span>", "")


def test_without_a_remote_the_default_base_is_the_local_branch_and_that_is_said(branch: Branch) -> None:
    branch.commit(FUNDING)
    ran = branch.review(base="")
    assert (ran.code, "origin/main" in ran.err) == (0, True)
    assert "main (" in ran.out


@pytest.mark.parametrize("base", ["--upload-pack=x", "nhan", "HEAD:data", "a..b", "main^{tree}"])
def test_an_unknown_base_is_wrong_usage(base: str, branch: Branch) -> None:
    ran = branch.review(base=base)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert not branch.folder.exists()


def test_a_history_that_is_another_s_is_told(branch: Branch) -> None:
    branch.repo.git("switch", "-q", "--orphan", "khac")
    (branch.workspace.root / "x").write_text("x", encoding="utf-8")
    branch.repo.commit()
    branch.repo.git("switch", "-q", "nhanh")
    ran = branch.review(base="khac")
    assert (ran.code, "no history in common" in ran.err) == (2, True)


def test_a_clone_without_the_common_history_says_how_to_get_it(branch: Branch, planforge: Run, tmp_path: Path) -> None:
    branch.commit(FUNDING)
    branch.repo.git("switch", "-q", "main")
    branch.commit(PRAISE, day=3)
    branch.repo.git("switch", "-q", "nhanh")
    clone = tmp_path / "clone"
    branch.repo.git("clone", "-q", "--depth=1", "--no-single-branch", branch.workspace.root.as_uri(), str(clone))
    ran = planforge("--lang", "en", "review", "--no-pages", cwd=clone)
    assert (ran.code, "fetch-depth: 0" in ran.err) == (2, True), ran.err


def test_errors_of_the_head_are_told_and_fail_the_run(branch: Branch) -> None:
    branch.commit({PLAN: Changed("number: 1", "number: không")})
    ran = branch.review("--head", "HEAD")
    assert ran.code == 1
    assert f"{PLAN}:1" in ran.err
    assert "number: không" in ran.err
    assert branch.names() == ["REVIEW.md"]


def test_errors_of_the_base_are_told_and_do_not_fail_the_run(branch: Branch) -> None:
    branch.repo.git("switch", "-q", "main")
    branch.commit({PLAN: Changed("number: 1", "number: không")})
    branch.repo.git("switch", "-q", "-C", "nhanh")
    branch.commit({PLAN: Changed("number: không", "number: 1")}, day=3)
    ran = branch.review()
    assert ran.code == 0
    assert f"{PLAN}:1" in ran.err


def test_documents_of_one_side_are_there_whole(branch: Branch) -> None:
    branch.commit({PLAN: None})
    ran = branch.review()
    assert "no longer made" in ran.out
    assert branch.names() == ["REVIEW.md", "mau-2030-plan.diff.html", "mau-2030-plan.docx"]
    branch.repo.git("switch", "-q", "-C", "moi", "main")
    other = (branch.workspace.root / PLAN).read_text(encoding="utf-8")
    shape = {"templates/plan-b/document.yaml": "templates/plan/document.yaml"}
    shape |= {"templates/plan-b/body.md.j2": "templates/plan/body.md.j2"}
    texts = {new: (branch.workspace.root / old).read_text(encoding="utf-8") for new, old in shape.items()}
    branch.commit({**texts, "data/mau/2030/plan-b.yaml": other})
    ran = branch.review()
    assert "mau/2030/plan-b: a new document" in ran.out
    assert "mau-2030-plan-b.docx" in branch.names()


def test_year_and_cluster_narrow(branch: Branch) -> None:
    next_year(branch)
    branch.commit(FUNDING)
    assert "Nothing changed" in branch.review("--year", "2031").out
    assert "1 documents changed" in branch.review("--year", "2030", "--cluster", "mau").out


def test_a_comment_in_yaml_changes_no_document(branch: Branch) -> None:
    text = (branch.workspace.root / PLAN).read_text(encoding="utf-8")
    branch.commit({PLAN: f"# Ghi chú\n\n{text}"})
    assert "Nothing changed" in branch.review("--exit-code").out


def test_neither_index_nor_working_tree_nor_branches_are_touched(branch: Branch) -> None:
    branch.commit(FUNDING)
    branch.workspace.change(PRAISE)
    before = branch.repo.git("status", "--porcelain"), branch.repo.git("for-each-ref")
    index = (branch.workspace.root / ".git/index").read_bytes()
    files = {name: content for name, content in branch.workspace.files().items() if not name.startswith(".git/")}
    branch.review()
    after = branch.workspace.files()
    assert {name: after[name] for name in files} == files
    assert (branch.workspace.root / ".git/index").read_bytes() == index
    assert (branch.repo.git("status", "--porcelain"), branch.repo.git("for-each-ref")) == before
    assert not [name for name in after if "planforge-" in name and ".git/" not in name and "build/review" not in name]


def test_the_same_commits_give_the_same_bytes(branch: Branch) -> None:
    branch.commit(FUNDING)
    branch.review("--head", "HEAD")
    first = {path.name: path.read_bytes() for path in branch.folder.iterdir()}
    branch.review("--head", "HEAD")
    assert {path.name: path.read_bytes() for path in branch.folder.iterdir()} == first


def test_a_new_review_replaces_the_old_one_as_a_whole(branch: Branch) -> None:
    branch.commit(FUNDING)
    branch.review()
    branch.repo.git("reset", "-q", "--hard", "main")
    branch.review()
    assert branch.names() == ["REVIEW.md"]


@pytest.mark.parametrize("where", ["build/review", "elsewhere"])
def test_a_folder_of_somebody_is_not_replaced(where: str, branch: Branch) -> None:
    branch.commit({**FUNDING, "elsewhere/x": "x"})
    file = branch.workspace.root / where / "của tôi.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("giữ", encoding="utf-8")
    ran = branch.review("--output", branch.workspace.root / where)
    assert ran.code == 2
    assert [path.name for path in file.parent.iterdir() if path != file and path.name != "x"] == []
    assert file.read_text(encoding="utf-8") == "giữ"


def test_a_link_in_a_commit_is_told_once(branch: Branch) -> None:
    waves = branch.workspace.root / "data/mau/2030/waves.yaml"
    waves.unlink()
    waves.symlink_to("cluster.yaml")
    branch.repo.commit()
    ran = branch.review("--head", "HEAD")
    assert ran.code == 1
    assert ran.err.count("data/mau/2030/waves.yaml") == 1
    assert "revision.link" in ran.err
    assert "mau/2030/plan: cannot be built in HEAD" in ran.out


def test_a_link_does_not_lead_the_results_out_of_the_workspace(branch: Branch, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (branch.workspace.root / "build").symlink_to(tmp_path / "outside")
    ran = branch.review()
    assert ran.code == 2
    assert not list((tmp_path / "outside").iterdir())


def test_a_failure_while_writing_leaves_the_old_review(branch: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    branch.commit(FUNDING)
    branch.review()
    before = {path.name: path.read_bytes() for path in branch.folder.iterdir()}
    branch.commit(PRAISE, day=3)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(folders, "_write_paper", full)
    assert branch.review().code == 3
    assert {path.name: path.read_bytes() for path in branch.folder.iterdir()} == before
    assert sorted(path.name for path in branch.folder.parent.iterdir()) == ["review"]


def test_a_side_in_a_process_of_its_own_says_the_same(
    workspace: MakeWorkspace, planforge: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    guarded = Branch(workspace({}), planforge)
    guarded.commit(FUNDING)
    ran = guarded.review("--head", "HEAD")
    assert (ran.code, ran.err) == (0, "")
    with_guard = {path.name: path.read_bytes() for path in guarded.folder.iterdir()}
    monkeypatch.setattr(reviewing, "work_guarded", work_here)
    guarded.review("--head", "HEAD")
    assert {path.name: path.read_bytes() for path in guarded.folder.iterdir()} == with_guard


def test_a_workspace_below_the_top_of_its_repository(
    workspace: MakeWorkspace, planforge: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setattr(reviewing, "work_guarded", work_here)
    top = tmp_path / "top"
    top.mkdir()
    workspace({}).root.rename(top / "sub")
    repo = new_repository(top)
    inner = Workspace(top / "sub", tmp_path / "kept")
    inner.change(FUNDING)
    repo.commit(author=SECOND, day=2)
    ran = planforge("--lang", "en", "review", "--no-pages", "--base", "HEAD~1", cwd=inner)
    assert (ran.code, "1 documents changed" in ran.out) == (0, True), ran.err
    assert SECOND.encode() in (inner.root / "build/review/mau-2030-plan.diff.html").read_bytes()


def test_an_output_that_is_full_is_told_as_that(branch: Branch) -> None:
    branch.commit(FUNDING)
    command = [sys.executable, "-m", "planforge", "--lang", "en", "review", "--no-pages", "--base", "main"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            command, cwd=branch.workspace.root, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 3
    assert "stdout cannot be written" in done.stderr
