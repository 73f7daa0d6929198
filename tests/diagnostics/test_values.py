"""Values of the wrong kind, unknown keys and unknown ids."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Changed
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

CLUSTER, MOVEMENTS, WAVES, PLAN = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("cluster", "movements", "waves", "plan"))
REGISTRY = "data/registry"
FUNDING = "funding: Trích từ quỹ của từng đơn vị."
ARCHIVE = f"{FUNDING}\narchive: "
THEME = "theme: Đoàn kết, sáng tạo"
MEMBERS = "members:\n  - truong_mot\n  - truong_hai\n  - bao_mau\n"

CASES = {
    "unknown_key": Case({WAVES: Changed("review:", "reveiw:")}, ("data.unknown_key",)),
    "unknown_key_at_top": Case({PLAN: Changed("funding:", "fundings:")}, ("data.missing", "data.unknown_key")),
    "unknown_key_in_registry": Case(
        {f"{REGISTRY}/units.yaml": Changed("head_title:", "tieu_de:")}, ("data.unknown_key",)
    ),
    "missing_key": Case({CLUSTER: Changed("parent: bo_mau\n", "")}, ("data.missing",)),
    "missing_key_in_list": Case({WAVES: Changed("    end: 2030-06-30\n", "")}, ("data.missing",)),
    "text_wanted_list": Case({CLUSTER: Changed(THEME, "theme:\n  - Đoàn kết\n  - Sáng tạo")}, ("data.text_expected",)),
    "text_wanted_mapping": Case({PLAN: Changed(FUNDING, "funding:\n  quỹ: có")}, ("data.text_expected",)),
    "list_wanted_text": Case({CLUSTER: Changed(MEMBERS, "members: truong_mot\n")}, ("data.list_type",)),
    "list_wanted_mapping": Case({PLAN: Changed("basis:\n  - qd_mot", "basis:\n  qd_mot: 1")}, ("data.list_type",)),
    "mapping_wanted_text": Case({f"{REGISTRY}/movements.yaml": "nep_song: Nếp sống\n"}, ("data.mapping_expected",)),
    "mapping_wanted_list": Case(
        {PLAN: Changed(FUNDING, f"{FUNDING}\nissuer:\n  - cluster")}, ("data.mapping_expected",)
    ),
    "number_wanted_text": Case({PLAN: Changed("number: 1\n", "number: số 1\n")}, ("data.number_expected",)),
    "number_wanted_decimal": Case({PLAN: Changed("number: 1\n", "number: 1.5\n")}, ("data.number_expected",)),
    "year_wanted_two_figures": Case({CLUSTER: Changed("year: 2030", "year: 30")}, ("data.year_expected",)),
    "unknown_unit": Case({CLUSTER: Changed("  - bao_mau", "  - bao_mua")}, ("data.unknown_id",)),
    "unknown_body": Case({CLUSTER: Changed("council: hoi_dong_mau", "council: uy_ban")}, ("data.unknown_id",)),
    "unknown_citation": Case({PLAN: Changed("- qd_mot", "- qd_mto")}, ("data.unknown_id",)),
    "unknown_anniversary": Case({WAVES: Changed("- lap_bo", "- lap_boo")}, ("data.unknown_id",)),
    "unknown_movement": Case({MOVEMENTS: Changed("nep_song", "nep_sogn")}, ("data.unknown_id",)),
    "unknown_replacement": Case(
        {f"{REGISTRY}/instruments.yaml": Changed("title: về việc cử Trưởng Cụm", "replaced_by: qd_ba")},
        ("data.unknown_id",),
    ),
    "name_for_id": Case({CLUSTER: Changed("head: truong_mot", "head: Trường Một")}, ("data.bad_identifier",)),
    "bad_id_of_record": Case(
        {f"{REGISTRY}/bodies.yaml": Changed("bo_mau:", "Bộ Mẫu:\n  name: Bộ\nbo_mau:")}, ("data.bad_identifier",)
    ),
    "decimal_for_text": Case({PLAN: Changed(FUNDING, f"{ARCHIVE}1.10")}, ("data.quotes_needed_float",)),
    "integer_for_text": Case({PLAN: Changed(FUNDING, f"{ARCHIVE}12")}, ("data.quotes_needed_int",)),
    "no_for_text": Case({PLAN: Changed(FUNDING, f"{ARCHIVE}no")}, ("data.quotes_needed_bool",)),
    "date_for_text": Case({PLAN: Changed(FUNDING, f"{ARCHIVE}2030-01-15")}, ("data.quotes_needed_timestamp",)),
    "no_for_yes_no": Case({WAVES: Changed("and_others: true", "and_others: no")}, ("data.yes_no_expected",)),
    "khong_for_yes_no": Case({WAVES: Changed("and_others: true", "and_others: không")}, ("data.yes_no_expected",)),
    "quoted_yes_no": Case({WAVES: Changed("and_others: true", "and_others: [true]")}, ("data.yes_no_expected",)),
    "nothing_after_key": Case({PLAN: Changed(FUNDING, "funding:")}, ("data.value_missing",)),
    "nothing_after_dash": Case({CLUSTER: Changed("  - bao_mau", "  -")}, ("data.value_missing",)),
    "null": Case({PLAN: Changed(FUNDING, "funding: null")}, ("data.value_missing",)),
    "tilde": Case({PLAN: Changed(FUNDING, "funding: ~")}, ("data.value_missing",)),
    "blank_text": Case({CLUSTER: Changed(THEME, 'theme: " "')}, ("data.blank_text",)),
    "empty_list": Case({PLAN: Changed("basis:\n  - qd_mot", "basis: []")}, ("data.list_empty",)),
    "not_a_choice": Case({"data/planforge.yaml": Changed("p14", "p15")}, ("data.not_a_choice",)),
    "wrong_field_kind": Case(
        {"templates/plan/document.yaml": Changed("kind: prose", "kind: proze")}, ("data.not_a_choice",)
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
