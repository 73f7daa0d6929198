"""Somebody who has made many mistakes is told all of them at once, each at its place."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR, YEAR_FOLDER, Changed, Changes, MakeWorkspace, Run
from tests.diagnostics.conftest import CODE, PLACE
from tests.diagnostics.test_results import wrong

REGISTRY, TEMPLATES = "data/registry", "templates/plan"
CLUSTER, MOVEMENTS, WAVES, DUTIES, PLAN = (
    f"{YEAR_FOLDER}/{name}.yaml" for name in ("cluster", "movements", "waves", "responsibilities", "plan")
)
BODY, LISTS = f"{TEMPLATES}/body.md.j2", "templates/_shared/lists.md.j2"
MISTAKES: Changes = {
    "data/planforge.yaml": (Changed("p14", "p15"), Changed("language:", "langauge:")),
    f"{REGISTRY}/bodies.yaml": Changed("seat: Hà Mẫu", "seat: 10"),
    f"{REGISTRY}/units.yaml": (Changed("head_title:", "title:"), Changed("kind: press", "kind: news")),
    f"{REGISTRY}/instruments.yaml": (Changed("2030-01-04", "04/01/2030"), Changed("type: Luật", "typ: Luật")),
    f"{REGISTRY}/anniversaries.yaml": Changed("1990-02-12", "1990-02-30"),
    f"{REGISTRY}/movements.yaml": Changed("launched_by: bo_mau", "launched_by: bo_mua"),
    CLUSTER: (Changed("  - bao_mau", "  - bao_mua"), Changed("theme: Đoàn kết, sáng tạo", "theme: no")),
    MOVEMENTS: (
        Changed("{{ cluster }}", "{{ clutser }}"),
        Changed("{{ cite.qd_mot }}", "{{ cite.qd_mot | upper }}"),
        Changed("Khối báo chí", "Khối {{ báo chí"),
    ),
    WAVES: (
        Changed("end: 2030-12-31", "end: 2031-12-31"),
        Changed("- lap_truong", "- lap_truogn"),
        Changed("true", "không"),
    ),
    DUTIES: Changed("  - Báo cáo", "\t- Báo cáo"),
    PLAN: (
        Changed("number: 1\n", "number: một\n"),
        Changed("- qd_mot", "- qd_mto"),
        Changed("funding: Trích", "funding: Trích {{ yaer }}"),
        Changed("title: Phó Cụm trưởng", "tilte: Phó Cụm trưởng"),
        Changed("    name: Nguyễn Văn Mẫu", "    name: Nguyễn Văn Mẫu\n    unit: bao_mau"),
    ),
    f"{YEAR_FOLDER}/wave.yaml": "waves: []\n",
    BODY: (Changed("_shared/lists", "_shared/list"), Changed("{{ document.funding }}", "{{ fundign }} {{ year ~ 1 }}")),
    LISTS: Changed("{% endmacro %}\n\n", "\n"),
}
FINDINGS = {
    ("data.not_a_choice", "data/planforge.yaml:2:10"),
    ("data.unknown_key", "data/planforge.yaml:3:1"),
    ("data.quotes_needed_int", f"{REGISTRY}/bodies.yaml:5:9"),
    ("data.unknown_key", f"{REGISTRY}/units.yaml:4:3"),
    ("data.not_a_choice", f"{REGISTRY}/units.yaml:11:9"),
    ("data.date_order", f"{REGISTRY}/instruments.yaml:4:9"),
    ("data.missing", f"{REGISTRY}/instruments.yaml:13:1"),
    ("data.unknown_key", f"{REGISTRY}/instruments.yaml:14:3"),
    ("data.impossible_date", f"{REGISTRY}/anniversaries.yaml:3:11"),
    ("data.unknown_id", f"{REGISTRY}/movements.yaml:3:16"),
    ("data.unknown_id", f"{CLUSTER}:10:5"),
    ("data.quotes_needed_bool", f"{CLUSTER}:15:8"),
    ("data.reference_unknown", f"{MOVEMENTS}:2:33"),
    ("data.reference_not_a_name", f"{MOVEMENTS}:4:17"),
    ("data.reference_mark_alone", f"{MOVEMENTS}:8:16"),
    ("data.outside_year", f"{WAVES}:9:10"),
    ("data.unknown_id", f"{WAVES}:11:9"),
    ("data.yes_no_expected", f"{WAVES}:12:17"),
    ("yaml.tab", f"{DUTIES}:2:1"),
    ("data.number_expected", f"{PLAN}:1:9"),
    ("data.unknown_id", f"{PLAN}:4:5"),
    ("data.reference_unknown", f"{PLAN}:8:16"),
    ("data.missing", f"{PLAN}:12:5"),
    ("data.unknown_key", f"{PLAN}:14:5"),
    ("yaml.duplicate_key", f"{PLAN}:17:5"),
    ("file.unknown", f"{YEAR_FOLDER}/wave.yaml:1:1"),
    ("template.no_such_file", f"{BODY}:1:10"),
    ("template.unknown_name", f"{BODY}:37:4"),
    ("template.joined_words", f"{BODY}:37:23"),
    ("template.syntax", f"{LISTS}:12:1"),
}


def said(err: str) -> set[tuple[str, str]]:
    codes, places = CODE.findall(err), PLACE.findall(err)
    assert len(codes) == len(places), err
    return set(zip(codes, places, strict=True))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_thirty_mistakes_are_told_in_one_run(language: str, workspace: MakeWorkspace, planforge: Run) -> None:
    broken = workspace({})
    assert planforge("build", "--year", YEAR, "--format", "md", cwd=broken).code == 0
    made = {path: path.read_bytes() for path in broken.outputs.iterdir()}
    broken.change(MISTAKES)

    ran = planforge("--lang", language, "build", "--year", YEAR, "--format", "md", cwd=broken)

    assert said(ran.err) == FINDINGS
    assert len(CODE.findall(ran.err)) == len(FINDINGS) >= 25
    assert ran.code == 1
    assert {path: path.read_bytes() for path in broken.outputs.iterdir()} == made


def test_a_mistake_of_kind_does_not_hide_one_of_meaning(workspace: MakeWorkspace) -> None:
    """What is said of a file as a whole is said even where one of its values is wrong."""
    changes: Changes = {
        WAVES: (Changed("start: 2030-07-01", "start: 2030-06-01"), Changed("and_others: true", "and_others: không")),
        PLAN: (Changed("    of: Cụm trưởng\n", ""), Changed("number: 1\n", "number: một\n")),
        CLUSTER: (Changed("year: 2030", "year: 2031"), Changed("theme: Đoàn kết, sáng tạo", "theme: no")),
    }
    assert {(one.code, str(one.span)) for one in workspace(changes).findings()} == {
        ("wave.overlaps", f"{WAVES}:8:12"),
        ("data.yes_no_expected", f"{WAVES}:12:17"),
        ("signature.of_missing", f"{PLAN}:12:16"),
        ("data.number_expected", f"{PLAN}:1:9"),
        ("cluster.year_differs", f"{CLUSTER}:4:7"),
        ("data.quotes_needed_bool", f"{CLUSTER}:15:8"),
    }


def test_a_wrong_document_type_does_not_hide_mistakes_of_the_frame(workspace: MakeWorkspace) -> None:
    changes: Changes = {
        f"{TEMPLATES}/document.yaml": Changed("numbering: decimal", "numbering: roman"),
        PLAN: Changed("number: 1\n", "number: một\n"),
    }
    assert {(one.code, str(one.span)) for one in workspace(changes).findings()} == {
        ("data.not_a_choice", f"{TEMPLATES}/document.yaml:6:12"),
        ("data.number_expected", f"{PLAN}:1:9"),
    }


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({CLUSTER: Changed("head: truong_mot", "head: {person: nguyen_van_b}")}, "data.unknown_id"),
        (
            {CLUSTER: Changed("year: 2030", "year: 2030\nstarts: 01/01/2030\nends: 2030-12-31")},
            "data.date_order",
        ),
        ({CLUSTER: Changed("  - truong_mot\n", "  - truong_mto\n")}, "data.unknown_id"),
        (wrong("scores", "maximum: 10", "maximum: mười"), "data.points_expected"),
        (wrong("scores", "        maximum: 10\n", ""), "data.missing"),
        (wrong("scholarships", "unit: truong_mot", "unit: truong_mto"), "data.unknown_id"),
        (
            wrong("scholarships", "- giver: Công ty Mẫu\n    amount: 1_000_000", "- Công ty Mẫu"),
            "data.mapping_expected",
        ),
        (wrong("scholarships", "amount: 2000000", "amount: 2 triệu"), "data.money_expected"),
        (wrong("nominations", "unit: truong_mot", "unit: truong_mto"), "data.unknown_id"),
        (wrong("nominations", "- person: nguyen_van_a", "- nguyen_van_a"), "data.mapping_expected"),
        (wrong("titles", "unit: truong_mot", "unit: truong_mto"), "data.unknown_id"),
        (wrong("scores", "unit: truong_mot", "unit: truong_mto"), "data.unknown_id"),
        (wrong("inspections", "inspected: truong_mot", "inspected: truong_mto"), "data.unknown_id"),
    ],
)
def test_one_mistake_is_told_once(changes: Changes, code: str, workspace: MakeWorkspace) -> None:
    assert [one.code for one in workspace(changes).findings()] == [code]
