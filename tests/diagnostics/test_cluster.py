"""What must hold between values and between files: identity, leaders, signatures, file names."""

from __future__ import annotations

import pytest
from tests.conftest import EXAMPLE, YEAR_FOLDER, Changed
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

CLUSTER, MOVEMENTS, PLAN = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("cluster", "movements", "plan"))
TYPE = "templates/plan/document.yaml"
SAME = (EXAMPLE / CLUSTER).read_text(encoding="utf-8")

CASES = {
    "leader_not_member": Case({CLUSTER: Changed("  - truong_mot\n", "")}, ("cluster.leader_not_member",)),
    "deputy_not_member": Case(
        {CLUSTER: Changed("  - truong_mot\n  - truong_hai", "  - truong_mot")}, ("cluster.leader_not_member",)
    ),
    "leader_twice": Case(
        {CLUSTER: Changed("deputies:\n  - truong_hai", "deputies:\n  - truong_mot")}, ("cluster.leader_twice",)
    ),
    "member_twice": Case({CLUSTER: Changed("  - bao_mau", "  - truong_mot")}, ("cluster.member_twice",)),
    "count_typed": Case(
        {CLUSTER: Changed("members:", "member_count: 3\nmembers:")}, ("cluster.count_typed",), (f"{CLUSTER}:7:1",)
    ),
    "starts_alone": Case(
        {CLUSTER: Changed("year: 2030", "year: 2030\nstarts: 2030-09-01")},
        ("cluster.half_period",),
        (f"{CLUSTER}:5:1",),
    ),
    "ends_alone": Case({CLUSTER: Changed("year: 2030", "year: 2030\nends: 2031-08-31")}, ("cluster.half_period",)),
    "head_nobody": Case({CLUSTER: Changed("head: truong_mot", "head:\n  sector: đào tạo")}, ("cluster.leader_nobody",)),
    "deputy_nobody": Case(
        {CLUSTER: Changed("- truong_hai\ndecision", "- sector: đào tạo\ndecision")}, ("cluster.leader_nobody",)
    ),
    "head_person_not_member": Case(
        {CLUSTER: (Changed("head: truong_mot", "head:\n  person: nguyen_van_a"), Changed("  - truong_mot\n", ""))},
        ("cluster.leader_not_member",),
    ),
    "deputy_person_of_the_head": Case(
        {CLUSTER: Changed("- truong_hai\ndecision", "- person: nguyen_van_a\ndecision")}, ("cluster.leader_twice",)
    ),
    "leader_unknown_key": Case(
        {CLUSTER: Changed("head: truong_mot", "head:\n  unit: truong_mot\n  ofice: Hiệu trưởng")}, ("data.unknown_key",)
    ),
    "other_year_than_folder": Case({CLUSTER: Changed("year: 2030", "year: 2031")}, ("cluster.year_differs",)),
    "claimed_twice": Case({"data/khac/2030/cluster.yaml": SAME}, ("cluster.claimed_twice",)),
    "claimed_twice_by_default": Case(
        {"data/khac/2030/cluster.yaml": SAME.replace("kind: cụm\n", "")}, ("cluster.claimed_twice",)
    ),
    "number_and_name": Case({CLUSTER: Changed("number: 1", "number: 1\nname: Cụm Mẫu")}, ("cluster.no_identity",)),
    "no_number_nor_name": Case({CLUSTER: Changed("number: 1\n", "")}, ("cluster.no_identity",)),
    "movement_without_title": Case(
        {MOVEMENTS: Changed("- movement: nep_song\n    paragraphs", "- paragraphs")}, ("movement.title_or_id",)
    ),
    "movement_with_both": Case(
        {MOVEMENTS: Changed("movement: nep_song", "movement: nep_song\n    title: Nếp sống")}, ("movement.title_or_id",)
    ),
    "signed_for_nobody": Case({PLAN: Changed("    of: Cụm trưởng\n", "")}, ("signature.of_missing",)),
    "signed_for_without_sign": Case({PLAN: Changed("authority: KT\n    of", "of")}, ("signature.of_alone",)),
    "issued_by_nobody": Case(
        {
            CLUSTER: Changed("head: truong_mot\n", ""),
            PLAN: Changed("number: 1", "number: 1\nissuer:\n  mode: host_unit"),
        },
        ("issuer.no_head",),
    ),
    "misspelt_file": Case({f"{YEAR_FOLDER}/wave.yaml": "waves: []\n"}, ("file.unknown",)),
    "misspelt_registry": Case({"data/registry/unit.yaml": "a: b\n"}, ("file.unknown",)),
    "yml": Case({f"{YEAR_FOLDER}/waves.yml": "waves: []\n"}, ("file.unknown",)),
    "missing_file": Case({f"{YEAR_FOLDER}/waves.yaml": None}, ("file.missing",)),
    "missing_cluster": Case({CLUSTER: None}, ("file.missing",)),
    "field_name_taken": Case(
        {TYPE: Changed("  funding:", "  recipients:\n    kind: items\n  funding:")}, ("template.field_taken",)
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
