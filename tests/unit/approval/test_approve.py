"""`planforge approve`, and what a build, the list and the lint say of approvals."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import CLUSTER, YEAR, YEAR_FOLDER, Change, Changed, MakeWorkspace, Run, Workspace

from planforge.approval.standing import judge_present, stale_approvals
from planforge.cli import approve
from planforge.diagnostics import Severity

APPROVALS = f"{YEAR_FOLDER}/approvals.yaml"
OTHER_WORDS = {f"{YEAR_FOLDER}/plan.yaml": Changed("Kịp thời khen thưởng", "Kịp thời khen ngợi")}
SAME_WORDS = {f"{YEAR_FOLDER}/plan.yaml": Changed("number: 1\n", "# ghi chú\nnumber: 1\n")}


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approve, "today", lambda: date(2030, 1, 20))


@pytest.fixture
def approved(workspace: MakeWorkspace, planforge: Run) -> Workspace:
    made = workspace({})
    ran = planforge("approve", "plan", "--year", YEAR, "--by", "Người Duyệt <duyet@example.vn>", cwd=made)
    assert ran.code == 0, ran
    return made


def stale(made: Workspace) -> list[tuple[str, object]]:
    found = stale_approvals(made.root, CLUSTER, YEAR, ("plan",))
    assert all(one.severity is Severity.WARNING for one in found)
    return [(one.code, one.values.get("why")) for one in found]


def test_who_when_and_what_is_recorded(approved: Workspace) -> None:
    text = approved.files()[APPROVALS].decode()
    assert 'by: "Người Duyệt <duyet@example.vn>"' in text
    assert "date: 2030-01-20" in text
    assert f'      {YEAR_FOLDER}/waves.yaml: "' in text
    assert stale(approved) == []


def test_an_approval_of_another_version_that_recorded_more_files_stands(approved: Workspace) -> None:
    text = approved.files()[APPROVALS].decode()
    line = '      templates/letter/document.yaml: "000000000000"\n'
    approved.change({APPROVALS: text + line})
    assert stale(approved) == []


def test_another_file_of_the_year_is_no_stray_one(approved: Workspace, planforge: Run) -> None:
    assert approved.findings() == []
    assert "approvals" not in planforge("lint", cwd=approved).out


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (OTHER_WORDS, [("approval.stale", f"{YEAR_FOLDER}/plan.yaml")]),
        (SAME_WORDS, []),
        ({"templates/plan/more.md.j2": ""}, []),
        ({f"{YEAR_FOLDER}/plan.yaml": "number: [\n"}, [("approval.unprintable", f"{YEAR_FOLDER}/plan.yaml")]),
    ],
)
def test_an_approval_is_stale_when_other_words_are_printed(
    changes: dict[str, Change], expected: list[tuple[str, str]], approved: Workspace
) -> None:
    approved.change(changes)
    assert stale(approved) == expected
    judged = judge_present(approved.root, CLUSTER, YEAR)
    assert judged is not None
    assert [one.problem for one in judged if one.problem] == [code for code, _ in expected]


def test_the_warning_stands_at_the_line_and_names_the_reviewer(approved: Workspace) -> None:
    approved.change(OTHER_WORDS)
    [found] = stale_approvals(approved.root, CLUSTER, YEAR, ("plan",), [approved.paper()])
    assert found.span is not None
    line = approved.files()[APPROVALS].decode().split("\n")[found.span.line - 1]
    assert (found.span.path, line) == (APPROVALS, "  - document: plan")
    assert (found.values["by"], found.values["date"]) == ("Người Duyệt <duyet@example.vn>", "20/01/2030")


def test_other_documents_are_not_asked_about(approved: Workspace) -> None:
    approved.change(OTHER_WORDS)
    assert stale_approvals(approved.root, CLUSTER, YEAR, ("summary",)) == ()


def test_another_program_that_prints_other_words_is_told(approved: Workspace) -> None:
    text = approved.files()[APPROVALS].decode()
    content = text.partition('content: "')[2][:32]
    approved.change({APPROVALS: Changed(content, "0" * 32)})
    [found] = stale_approvals(approved.root, CLUSTER, YEAR, ("plan",), [approved.paper()])
    assert found.code == "approval.stale_program"


def test_a_build_says_so_also_when_nothing_is_to_do(approved: Workspace, planforge: Run) -> None:
    build = ("build", "plan", "--year", YEAR, "--format", "md")
    assert "approval" not in planforge(*build, cwd=approved).err
    approved.change(OTHER_WORDS)
    for _ in range(2):
        ran = planforge(*build, cwd=approved)
        assert ran.code == 0
        assert "[approval.stale]" in ran.err
        assert "plan.yaml" in ran.err
    assert "Không có gì thay đổi" in ran.out
    assert planforge("approve", "plan", "--year", YEAR, "--by", "Người Duyệt <duyet@example.vn>").code == 0
    assert "approval" not in planforge(*build, cwd=approved).err


def test_the_list_shows_who_approved_and_what_is_stale(approved: Workspace, planforge: Run) -> None:
    assert "20/01/2030" in planforge("list", cwd=approved).out
    approved.change(OTHER_WORDS)
    told = " ".join(planforge("list", cwd=approved).out.split())
    assert "duyệt cũ" in told
    assert "plan.yaml" in told
    approved.change({APPROVALS: "approvals: 1\n"})
    assert planforge("list", cwd=approved).code == 0


def test_several_reviewers_and_one_who_reviews_again(approved: Workspace, planforge: Run) -> None:
    for name in ("Người Khác", "Người Duyệt <duyet@example.vn>", "Người Khác"):
        assert planforge("approve", "plan", "--year", YEAR, "--by", name, cwd=approved).code == 0
    text = approved.files()[APPROVALS].decode()
    assert text.count("  - document:") == 2
    ran = planforge("approve", "plan", "--year", YEAR, "--by", "Người Khác", "--remove", cwd=approved)
    assert ran.code == 0
    assert "Người Khác" not in approved.files()[APPROVALS].decode()
    again = planforge("approve", "plan", "--year", YEAR, "--by", "Người Khác", "--remove", cwd=approved)
    assert again.code == 2
    assert "Người Duyệt" in again.err


def test_a_document_with_errors_is_not_approved(workspace: MakeWorkspace, planforge: Run) -> None:
    for changes in (
        {f"{YEAR_FOLDER}/plan.yaml": Changed("date: 2030-01-15", "date: 15/01/2030")},
        {f"{YEAR_FOLDER}/plan.yaml": Changed("title: Phó Cụm trưởng", "title: Phó Cụm trưởng phụ trách")},
    ):
        made = workspace(changes)
        ran = planforge("approve", "plan", "--year", YEAR, "--by", "A", cwd=made)
        assert ran.code == 1
        assert APPROVALS not in made.files()


def test_git_that_is_missing_is_told(
    workspace: MakeWorkspace, planforge: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = workspace({})
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = planforge("approve", "plan", "--year", YEAR, cwd=made)
    assert ran.code == 3
    assert "không chạy được git" in ran.err


def test_nobody_cannot_approve(workspace: MakeWorkspace, planforge: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    ran = planforge("approve", "plan", "--year", YEAR, cwd=workspace({}))
    assert ran.code == 2
    assert "--by" in ran.err
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    for number, (key, value) in enumerate((("user.name", "Tên Trong Git"), ("user.email", "git@example.vn"))):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    assert "Tên Trong Git <git@example.vn>" in planforge("approve", "plan", "--year", YEAR).out


@pytest.mark.parametrize(
    "content",
    [
        "approvals: 1\n",
        "approvals:\n  - plan\n",
        "- a\n",
        "approvals: [\n",
        "",
        "\xff\xfe",
        "approvals:\n  - {document: plan, by: A, date: 2030-01-01, content: abc, files: {a: b}}\n",
        "approvals:\n  - {document: plan, by: A, date: hôm nay}\n",
        "approvals: &a [*a]\n",
    ],
)
def test_a_broken_file_is_found_and_stops_no_build(content: str, workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({APPROVALS: content.encode("utf-8" if content.isprintable() or "\n" in content else "latin-1")})
    build = planforge("build", "plan", "--year", YEAR, "--format", "md", cwd=made)
    assert build.code == 0
    assert "approvals.yaml" in build.err
    lint = planforge("lint", cwd=made)
    assert (lint.code, "approvals.yaml" in lint.out) == (1, True)
    ran = planforge("approve", "plan", "--year", YEAR, "--by", "A", cwd=made)
    assert ran.code == 2
    assert made.files()[APPROVALS] == content.encode("utf-8" if content.isprintable() or "\n" in content else "latin-1")


def test_a_file_in_another_layout_is_changed_only_where_that_is_safe(approved: Workspace, planforge: Run) -> None:
    flow = '{document: plan, by: A, date: 2030-01-01, content: "' + "0" * 32 + '", files: {a: "' + "0" * 12 + '"}}'
    approved.change({APPROVALS: f"approvals: [{flow}]\n"})
    before = approved.files()[APPROVALS]
    ran = planforge("approve", "plan", "--year", YEAR, "--by", "B", cwd=approved)
    assert ran.code == 2
    assert approved.files()[APPROVALS] == before


def test_line_ends_of_windows_stay(approved: Workspace, planforge: Run) -> None:
    approved.change({APPROVALS: approved.files()[APPROVALS].replace(b"\n", b"\r\n")})
    assert planforge("approve", "plan", "--year", YEAR, "--by", "B", cwd=approved).code == 0
    assert b"\n" not in approved.files()[APPROVALS].replace(b"\r\n", b"")


def test_a_link_out_of_the_workspace_is_not_followed(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({})
    outside = made.root.parent / "outside.yaml"
    outside.write_text("approvals: []\n", encoding="utf-8")
    (made.root / APPROVALS).symlink_to(outside)
    assert planforge("approve", "plan", "--year", YEAR, "--by", "B", cwd=made).code == 2
    assert outside.read_text(encoding="utf-8") == "approvals: []\n"
