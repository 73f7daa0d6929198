"""What changed in the data is told record by record, in the words of the domain."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.conftest import YEAR_FOLDER, Changed, Changes, MakeWorkspace

from planforge.matching import content
from planforge.review.facts import changed_facts
from planforge.review.sides import FactChange, FactFate, Side
from planforge.source import parse

PLAN, WAVES, CLUSTER = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("plan", "waves", "cluster"))
MOVEMENTS, TITLES = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("movements", "titles"))
UNITS = "data/registry/units.yaml"


class Told(NamedTuple):
    """The part of a fact that people read."""

    fate: str
    label: str
    old: str
    new: str


Compare = Callable[..., tuple[FactChange, ...]]


@pytest.fixture
def compare(workspace: MakeWorkspace) -> Compare:
    """The facts that differ between two workspaces, each with its own changes of the same example."""

    def facts(new: Changes, old: Changes | None = None) -> tuple[FactChange, ...]:
        sides = [Side("x", None, Path(workspace(changes).root)) for changes in (old or {}, new)]
        return changed_facts(*sides)

    return facts


def told(facts: tuple[FactChange, ...]) -> list[Told]:
    return [Told(fact.fate.value, fact.label.vi, fact.old, fact.new) for fact in facts]


def test_equal_sides_differ_in_nothing(compare: Compare) -> None:
    assert compare({}) == ()
    assert compare({PLAN: Changed("number: 1", "number: 1  # Số")}) == ()


def test_a_date_is_told_with_its_wave(compare: Compare) -> None:
    (fact,) = compare({WAVES: Changed("end: 2030-06-30", "end: 2030-07-15")})
    assert told((fact,)) == [Told("changed", "Đợt 1: kết thúc", "30/6/2030", "15/7/2030")]
    assert fact.label.en == "Wave 1: end"
    assert fact.route == ("waves", 0, "end")
    assert fact.new_place is not None
    assert (fact.new_place.path, fact.new_place.line) == (WAVES, 4)
    assert not fact.prose


def test_a_unit_is_told_by_its_name(compare: Compare) -> None:
    (fact,) = compare({CLUSTER: Changed("deputies:\n  - truong_hai", "deputies:\n  - bao_mau")})
    assert told((fact,)) == [Told("changed", "Phó Trưởng Cụm", "Trường Hai", "Báo Mẫu")]
    assert (UNITS, ("bao_mau",)) in fact.new_prints
    assert (UNITS, ("truong_hai",)) in fact.old_prints


def test_members_come_and_go(compare: Compare) -> None:
    facts = compare(
        {
            CLUSTER: Changed("  - truong_hai\n  - bao_mau", "  - bao_mau\n  - truong_ba"),
            UNITS: Changed("bao_mau:", "truong_ba:\n  name: Trường Ba\nbao_mau:"),
        }
    )
    assert told(facts) == [
        Told("added", "Danh mục đơn vị", "", "Trường Ba"),
        Told("added", "Thành viên", "", "Trường Ba"),
        Told("removed", "Thành viên", "Trường Hai", ""),
    ]


def test_an_instrument_is_cited(compare: Compare) -> None:
    facts = compare({PLAN: Changed("  - qd_mot\n", "  - luat_mau\n  - qd_hai\n")})
    assert told(facts) == [
        Told("added", "Kế hoạch 2030: căn cứ", "", "Luật Thi đua, khen thưởng"),
        Told("added", "Kế hoạch 2030: căn cứ", "", "Quyết định số 02/QĐ-BM ngày 20/11/2029"),
        Told("removed", "Kế hoạch 2030: căn cứ", "Quyết định số 01/QĐ-BM ngày 04/01/2030", ""),
    ]


def test_a_renamed_unit_is_one_fact(compare: Compare) -> None:
    facts = compare({UNITS: Changed("name: Trường Hai", "name: Trường Hai Mới")})
    assert told(facts) == [Told("changed", "Danh mục đơn vị: tên", "Trường Hai", "Trường Hai Mới")]


def test_a_renamed_unit_is_printed_with_the_positions_of_its_people(compare: Compare) -> None:
    (fact,) = compare({UNITS: Changed("name: Trường Một", "name: Trường Một Mới")})
    assert ("data/registry/people.yaml", ("nguyen_van_a", "office")) in fact.new_prints
    (fact,) = compare({UNITS: Changed("head_title: Hiệu trưởng", "head_title: Giám đốc")})
    assert fact.new_prints == ((UNITS, ("truong_mot", "head_title")),)


def test_a_unit_under_another_id_is_one_fact(compare: Compare) -> None:
    titles = "registrations:\n  - unit: truong_mot\n    initiatives: 2\n  - unit: {}\n    initiatives: 3\n"
    facts = compare(
        {
            UNITS: Changed("truong_hai:", "truong_so_hai:"),
            CLUSTER: (
                Changed("members:\n  - truong_mot\n  - truong_hai", "members:\n  - truong_mot\n  - truong_so_hai"),
                Changed("deputies:\n  - truong_hai", "deputies:\n  - truong_so_hai"),
            ),
            PLAN: (
                Changed("unit: truong_hai", "unit: truong_so_hai"),
                Changed("Kịp thời khen thưởng.", "Học tập {{ units.truong_so_hai }}."),
            ),
            TITLES: titles.format("truong_so_hai"),
        },
        {
            TITLES: titles.format("truong_hai"),
            PLAN: Changed("Kịp thời khen thưởng.", "Học tập {{ units.truong_hai }}."),
        },
    )
    assert told(facts) == [Told("changed", "Danh mục đơn vị: Trường Hai, mã", "truong_hai", "truong_so_hai")]


def test_a_field_of_the_registry_is_told_with_its_record(compare: Compare) -> None:
    facts = compare({UNITS: Changed("head_title: Hiệu trưởng", "head_title: Giám đốc")})
    label = "Danh mục đơn vị: Trường Một, chức danh người đứng đầu"
    assert told(facts) == [Told("changed", label, "Hiệu trưởng", "Giám đốc")]


def test_running_text_is_told_whole_with_its_references_filled_in(compare: Compare) -> None:
    old = "Tạo khí thế sôi nổi trong {{ cluster }} năm {{ year }}, thực hiện {{ cite.qd_mot }} *thật tốt*;"
    changed = Changed("Tạo khí thế sôi nổi trong {{ cluster }};", old)
    (fact,) = compare(
        {PLAN: Changed("Tạo khí thế sôi nổi trong {{ cluster }};", old.replace("thật", "cho"))}, {PLAN: changed}
    )
    assert fact.prose
    assert fact.label.vi == "Kế hoạch 2030: purposes, ý 1"
    assert fact.old == (
        "Tạo khí thế sôi nổi trong Cụm Thi đua số 1 năm 2030, thực hiện Quyết định số 01/QĐ-BM thật tốt;"
    )
    assert fact.new.endswith("cho tốt;")


def test_a_point_below_a_point_has_a_number_of_its_own(compare: Compare) -> None:
    (fact,) = compare({MOVEMENTS: Changed("Khối báo chí viết tốt.", "Khối báo chí viết hay.")})
    assert fact.label.vi == "Phong trào chính: nhiệm vụ trọng tâm, ý 2.2"


def test_an_edited_and_moved_sentence_is_told_as_both_in_one(compare: Compare) -> None:
    first = "Tổ chức hội nghị tổng kết công tác thi đua và phát biểu cảm nghĩ của các đơn vị;"
    second = "Báo cáo kết quả thực hiện phong trào thi đua sáu tháng đầu năm cho Trưởng Cụm;"
    third = "Gửi đăng ký thi đua về thường trực của Cụm trước ngày đã ghi trong kế hoạch."
    lines = "Tạo khí thế sôi nổi trong {{ cluster }};\n  - Kịp thời khen thưởng."

    def points(*texts: str) -> Changes:
        return {PLAN: Changed(lines, "\n  - ".join(texts))}

    (fact,) = compare(points(third.replace("trước", "sau"), first, second), points(first, second, third))
    assert fact.fate is FactFate.MOVED
    assert fact.positions == (3, 1)
    assert "trước" in fact.old
    assert "sau" in fact.new


def test_moved_records_are_moved_and_not_exchanged(compare: Compare) -> None:
    others = "others:\n  - movement: nep_song\n    paragraphs:\n      - Tiếp tục thực hiện phong trào đã phát động.\n"
    second = "  - title: Phong trào Ví dụ\n    paragraphs:\n      - Làm theo ví dụ.\n"
    first = others.removeprefix("others:\n")
    facts = compare(
        {MOVEMENTS: Changed(others, f"others:\n{second}{first}")}, {MOVEMENTS: Changed(others, others + second)}
    )
    assert [fact.fate for fact in facts] == [FactFate.MOVED]
    assert facts[0].label.vi == "Phong trào “Xây dựng nếp sống mẫu”"
    assert facts[0].positions == (1, 2)


def test_a_new_movement_is_told_by_its_title(compare: Compare) -> None:
    addition = "others:\n  - title: Phong trào Ví dụ\n    paragraphs:\n      - Làm theo ví dụ.\n"
    facts = compare({MOVEMENTS: Changed("others:\n", addition)})
    assert told(facts) == [Told("added", "Phong trào", "", "“Phong trào Ví dụ”")]


def test_numbers_and_yes_or_no_are_written_as_people_write_them(compare: Compare) -> None:
    fund = f"{YEAR_FOLDER}/scholarships.yaml"
    old = "name: Quỹ ví dụ\nopening: 1_000_000\n"
    facts = compare(
        {WAVES: Changed("and_others: true", "and_others: false"), fund: old.replace("1_", "2_")}, {fund: old}
    )
    assert told(facts) == [
        Told("changed", "Số dư đầu kỳ của quỹ", "1.000.000 đồng", "2.000.000 đồng"),
        Told("changed", "Đợt 2: dấu “…” sau ngày kỷ niệm cuối", "có", "không"),
    ]


def test_a_field_that_was_empty_is_filled_and_one_is_emptied(compare: Compare) -> None:
    facts = compare({PLAN: (Changed("date: 2030-01-15", "place: Hà Nội"),)})
    assert told(facts) == [
        Told("added", "Kế hoạch 2030: địa danh", "", "Hà Nội"),
        Told("removed", "Kế hoạch 2030: ngày ký", "15/01/2030", ""),
    ]
    assert facts[0].old_place is None
    assert facts[1].new_place is None


def test_points_are_told_by_the_name_of_their_criterion(compare: Compare) -> None:
    scores = f"{YEAR_FOLDER}/scores.yaml"
    text = (
        "groups:\n  - name: Nhóm một\n    criteria:\n      sang_kien:\n        name: Sáng kiến\n        maximum: 10\n"
        "units:\n  - unit: truong_hai\n    final:\n      sang_kien: {}\n"
    )
    (fact,) = compare({scores: text.format("7,5")}, {scores: text.format("8,5")})
    assert fact.label.vi.endswith("Sáng kiến")
    assert (fact.old, fact.new) == ("8,5", "7,5")


def test_an_approval_is_a_fact(compare: Compare) -> None:
    approvals = f"{YEAR_FOLDER}/approvals.yaml"
    text = "approvals:\n  - document: plan\n    by: Người Ví Dụ\n    content: {0}\n    files:\n      a: {1}\n"
    old, new = text.format("a" * 32, "b" * 12), text.format("c" * 32, "d" * 12)
    assert told(compare({approvals: new}, {approvals: old})) == [
        Told("changed", "Phê duyệt plan, Người Ví Dụ: dấu của nội dung", "a" * 32, "c" * 32)
    ]


def test_an_approval_of_another_reviewer_is_another_approval(compare: Compare) -> None:
    approvals = f"{YEAR_FOLDER}/approvals.yaml"
    text = "approvals:\n  - document: {}\n    by: {}\n    date: 2030-01-01\n    content: {}\n    files:\n      a: {}\n"
    old, new = (text.format("plan", by, "a" * 32, "b" * 12) for by in ("Người Ví Dụ", "Người Khác"))
    assert [fact.fate for fact in compare({approvals: new}, {approvals: old})] == [FactFate.ADDED, FactFate.REMOVED]


def test_a_file_that_comes_or_goes_is_one_fact(compare: Compare) -> None:
    (gone,) = compare({WAVES: None})
    assert told((gone,)) == [Told("removed", "Các đợt thi đua", "", "")]
    (come,) = compare({}, {PLAN: None})
    assert told((come,)) == [Told("added", "Kế hoạch 2030", "", "")]


def test_the_cluster_and_year_are_told_where_there_are_several(compare: Compare) -> None:
    other = "data/mau/2031/cluster.yaml"
    text = "parent: bo_mau\nnumber: 1\nyear: 2031\ntheme: {}\n"
    facts = compare(
        {other: text.format("Mới"), CLUSTER: Changed("theme: Đoàn kết, sáng tạo", "theme: Sáng tạo")},
        {other: text.format("Cũ")},
    )
    assert [fact.label.vi for fact in facts] == [
        "Cụm Thi đua số 1 năm 2030 · Chủ đề thi đua",
        "Cụm Thi đua số 1 năm 2031 · Chủ đề thi đua",
    ]


def test_wording_of_a_document_type_is_a_fact(compare: Compare) -> None:
    facts = compare({"templates/plan/document.yaml": Changed("type: Kế hoạch", "type: Chương trình")})
    assert told(facts) == [Told("changed", "Mẫu “Kế hoạch mẫu”: tên loại in trên văn bản", "Kế hoạch", "Chương trình")]


@pytest.mark.parametrize(
    "broken",
    [
        "waves: [",
        "a: *b\n",
        b"\xff\xfe",
        "- 1\n- 2\n",
        "",
        "waves:\n  start: {{ year }}\n",
        "waves: 5\nintroduction: [a, {b: c}]\n",
        "waves:\n  - 5\n  - [x]\n  - start: [1]\n    end: {a: 1}\n    anniversaries: quoc_khanh\n",
        "waves:\n  ? [a]\n  : b\n",
    ],
)
def test_a_broken_side_is_compared_as_far_as_it_can_be_read(compare: Compare, broken: str | bytes) -> None:
    theme = {CLUSTER: Changed("theme: Đoàn kết, sáng tạo", "theme: Sáng tạo")}
    for facts in (compare({WAVES: broken, **theme}), compare(theme, {WAVES: broken})):
        assert "Chủ đề thi đua" in {fact.label.vi for fact in facts}


def test_a_broken_registry_leaves_ids_as_they_are(compare: Compare) -> None:
    changed = {CLUSTER: Changed("deputies:\n  - truong_hai", "deputies:\n  - bao_mau"), UNITS: "{"}
    assert Told("changed", "Phó Trưởng Cụm", "Trường Hai", "bao_mau") in told(compare(changed))


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path, workspace: MakeWorkspace) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("theme: mật", encoding="utf-8")
    made = [workspace({}), workspace({CLUSTER: None})]
    (made[1].root / CLUSTER).symlink_to(secret)
    facts = changed_facts(*(Side("x", None, one.root) for one in made))
    assert "mật" not in str(facts)


def test_no_change_of_the_data_is_passed_over_and_none_stops_the_comparison(workspace: MakeWorkspace) -> None:
    old, new = workspace({}), workspace({})
    sides = Side("cũ", None, old.root), Side("mới", None, new.root)
    chance = random.Random(2030)  # noqa: S311 - the same changes each time
    files = [path for path in old.root.rglob("*.yaml") if path.name != "planforge.yaml"]
    changed = 0
    for _ in range(150):
        path = chance.choice(files)
        name = path.relative_to(old.root).as_posix()
        lines = path.read_text(encoding="utf-8").split("\n")
        place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[place : place + 1] = chance.choice(
            [
                [],
                [lines[other]],
                [lines[place], lines[other]],
                [f"{lines[place]}x"],
                [lines[place].replace(":", ": [5]#")],
            ]
        )
        (new.root / name).write_text("\n".join(lines), encoding="utf-8")
        facts = changed_facts(*sides)
        before, after = (parse(name, (side.root / name).read_bytes()).value for side in sides)
        differs = before is not None and after is not None and content(before.data) != content(after.data)
        assert bool(facts) == differs, (name, lines)
        assert all(fact.label.vi and (fact.old_place or fact.new_place) for fact in facts)
        changed += differs
        shutil.copy(path, new.root / name)
    assert changed > 50
