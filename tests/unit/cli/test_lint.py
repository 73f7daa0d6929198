"""The commands that check, as people run them: paths, formats, fixes, raw texts, explanations."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from tests.conftest import YEAR_FOLDER, Changed, MakeWorkspace, Run

PLAN = f"{YEAR_FOLDER}/plan.yaml"
DOUBLED = {PLAN: Changed("Tạo khí thế sôi nổi", "Tạo khí thế của của sôi nổi")}
WARNED = "PF321"


def test_a_finding_has_its_line_a_caret_and_a_count(workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("--lang", "en", "lint", cwd=workspace(DOUBLED))
    assert ran.code == 0
    assert f"{PLAN}:6:17: warning: " in ran.out
    assert "Tạo khí thế của của sôi nổi" in ran.out
    assert "^^^^^^^" in ran.out
    assert "errors: 0, warnings: 1, notes: 0" in ran.out
    assert "planforge lint --fix" in ran.out
    assert not ran.err


def test_an_error_is_exit_code_one(workspace: MakeWorkspace, planforge: Run) -> None:
    settings = Changed("language: vi\n", "language: vi\nlint:\n  severities:\n    PF321: error\n")
    ran = planforge("lint", cwd=workspace({**DOUBLED, "data/planforge.yaml": settings}))
    assert ran.code == 1


def test_broken_data_is_told_as_by_a_build(workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("lint", cwd=workspace({f"{YEAR_FOLDER}/waves.yaml": Changed("2030-06-30", "30/6/2030")}))
    assert ran.code == 1
    assert "[data.date_order]" in ran.out


@pytest.mark.parametrize(("path", "found"), [(PLAN, True), ("data", True), (".", True), ("templates", False)])
def test_only_the_paths_asked_for_are_shown(workspace: MakeWorkspace, planforge: Run, path: str, found: bool) -> None:
    assert (WARNED in planforge("lint", path, cwd=workspace(DOUBLED)).out) == found


@pytest.mark.parametrize("path", ["nowhere.yaml", "/etc"])
def test_a_path_that_is_not_there_or_not_ours_is_wrong_usage(
    workspace: MakeWorkspace, planforge: Run, path: str
) -> None:
    ran = planforge("lint", path, cwd=workspace({}))
    assert ran.code == 2
    assert ran.err


def test_fix_corrects_the_value_and_nothing_else_and_can_run_twice(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace(DOUBLED)
    before = made.files()
    assert planforge("lint", "--fix", cwd=made).code == 0
    after = made.files()
    expected = before[PLAN].replace("của của".encode(), "của".encode())
    assert after == {**before, PLAN: expected}
    assert WARNED not in planforge("lint", "--fix", cwd=made).out
    assert made.files() == after


def test_fix_stays_within_the_paths(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace(DOUBLED)
    before = made.files()
    planforge("lint", "--fix", "templates", cwd=made)
    assert made.files() == before


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_other_formats_print_nothing_but_themselves(workspace: MakeWorkspace, planforge: Run, form: str) -> None:
    ran = planforge("lint", "--format", form, cwd=workspace(DOUBLED))
    assert WARNED in json.dumps(json.loads(ran.out))
    assert not ran.err


def test_an_unknown_format_is_wrong_usage(workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("lint", "--format", "xml", cwd=workspace({}))
    assert ran.code == 2
    assert "sarif" in ran.err


def test_a_comment_silences_a_finding(workspace: MakeWorkspace, planforge: Run) -> None:
    change = Changed("  - Tạo khí thế sôi", "  # planforge: bỏ qua PF321: câu đã ký\n  - Tạo khí thế của của sôi")
    assert "PF321" not in planforge("lint", cwd=workspace({PLAN: change})).out


def test_a_raw_text_is_read_in_paragraphs(planforge: Run, tmp_path: Path) -> None:
    text = tmp_path / "bao-cao.txt"
    text.write_text("Cụm đã trao 69 suất học bổng của\n\ncủa Quỹ cho sinh viên.\n", encoding="utf-8")
    ran = planforge("--lang", "en", "lint", "--text", text, cwd=tmp_path)
    assert f"{text.name}:1:30: warning: " in ran.out
    assert ran.code == 0


def test_raw_texts_go_alone(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({})
    assert planforge("lint", "--text", "data/planforge.yaml", "--fix", cwd=made).code == 2
    assert planforge("lint", "--text", "data/planforge.yaml", "data", cwd=made).code == 2
    assert planforge("lint", "--text", "nowhere.txt", cwd=made).code == 3


def test_explain_tells_a_rule_or_a_message(planforge: Run, tmp_path: Path) -> None:
    ran = planforge("--lang", "en", "explain", "pf504", "data.date_order", cwd=tmp_path)
    assert ran.code == 0
    assert "PF504 motto-wording" in ran.out
    assert "Decree 30/2020/NĐ-CP" in ran.out
    assert "Độc lập – Tự do – Hạnh phúc" in ran.out
    assert "year-month-day" in ran.out
    assert planforge("explain", "PF000", cwd=tmp_path).code == 2


def test_rules_lists_every_rule(planforge: Run, tmp_path: Path) -> None:
    from planforge.rules import all_rules

    rows = json.loads(planforge("rules", "--format", "json", cwd=tmp_path).out)
    assert [row["code"] for row in rows] == [rule.code for rule in all_rules()]
    table = planforge("rules", cwd=tmp_path).out
    assert all(row["code"] in table for row in rows)


def test_letters_taken_apart_are_found_and_put_together_in_the_file(workspace: MakeWorkspace, planforge: Run) -> None:
    decomposed = unicodedata.normalize("NFD", "Kịp thời")
    made = workspace({PLAN: Changed("Kịp thời", decomposed)})
    before = made.files()[PLAN].decode()
    ran = planforge("lint", cwd=made)
    assert "PF301" in ran.out
    assert f"{PLAN}:7:" in ran.out
    planforge("lint", "--fix", cwd=made)
    assert made.files()[PLAN].decode() == before.replace(decomposed, "Kịp thời")
    assert "PF301" not in planforge("lint", cwd=made).out
